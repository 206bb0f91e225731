package studio.selfsame.policy;

/** What a finished output was found to bear. */
public record OutputMarks(boolean watermarked, boolean labelled, boolean credentialed) {}
