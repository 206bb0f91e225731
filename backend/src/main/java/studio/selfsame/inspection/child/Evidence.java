package studio.selfsame.inspection.child;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.selfsame.inspection.forensics.Signal;
import studio.selfsame.problem.Problem;
import studio.selfsame.sealing.FileCredentials;
import studio.selfsame.watermark.Alteration;

/**
 * What was found in a file, as far as it was read. A child sends it piece by piece, so that what was found before its death is
 * known. Whoever takes it from a child takes it from a stranger: the file may have got hold of the child.
 *
 * @param credentials empty: they were not read
 * @param generated terms of digital source types that its manifests name, which say that a trained model made it; asked of
 *     footage alone
 * @param picture empty: there is none, or it was not looked at
 * @param sound empty: there is none, or it was not listened to
 * @param still a picture that stands still, without sound: nothing in it was looked at
 * @param unreadable why picture and sound cannot be read
 * @param signals as they were measured on a face; none where there is none, or something better tells what the file is
 * @param remarks what was left out and why, in plain words
 */
public record Evidence(
        Optional<FileCredentials> credentials,
        Set<String> generated,
        Optional<Seen> picture,
        Optional<Heard> sound,
        boolean still,
        Optional<Problem> unreadable,
        List<Signal> signals,
        List<String> remarks) {
    private static final int MOST_REMARKS = 20;
    private static final int MOST_TERMS = 10;
    private static final Pattern TERM = Pattern.compile("[A-Za-z]{1,80}");

    static final Evidence NONE = new Evidence(
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            List.of());

    private static final Problem NEITHER = new Problem(
            "inspection",
            "Neither picture nor sound of the file can be read.",
            "Nothing can be said of it.",
            "Bring the whole file, as you got it.");

    public Evidence {
        generated = Set.copyOf(generated);
        if (generated.size() > MOST_TERMS
                || !generated.stream().allMatch(term -> TERM.matcher(term).matches())) {
            throw new IllegalArgumentException("no digital source types");
        }
        signals = List.copyOf(signals);
        remarks = remarks.stream().distinct().limit(MOST_REMARKS).toList();
    }

    /**
     * @param id of the output that the mark names, 16 hex digits; empty: no mark was found
     * @param alteration what had to be undone to read it, given with it
     * @param print a {@link studio.selfsame.watermark.PictureFingerprint} as bytes
     */
    public record Seen(Optional<String> id, Optional<Alteration.OfPicture> alteration, Optional<byte[]> print) {}

    /**
     * @param id as above
     * @param alteration as above
     * @param print a {@link studio.selfsame.watermark.SoundFingerprint} as bytes
     */
    public record Heard(Optional<String> id, Optional<Alteration.OfSound> alteration, Optional<byte[]> print) {}

    /** Why nothing can be said of picture and sound; empty where something can, or where a still picture is all there is. */
    public Optional<Problem> mediaProblem() {
        return still || picture.isPresent() || sound.isPresent()
                ? Optional.empty()
                : Optional.of(unreadable.orElse(NEITHER));
    }

    static Evidence of(FileCredentials credentials) {
        return new Evidence(
                Optional.of(credentials),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                List.of());
    }

    static Evidence ofGenerated(Set<String> terms) {
        return new Evidence(
                Optional.empty(),
                terms,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                List.of());
    }

    static Evidence of(Seen picture, List<String> remarks) {
        return of(Optional.of(picture), Optional.empty(), false, Optional.empty(), List.of(), remarks);
    }

    static Evidence of(Heard sound, List<String> remarks) {
        return of(Optional.empty(), Optional.of(sound), false, Optional.empty(), List.of(), remarks);
    }

    static Evidence ofStill(List<String> remarks) {
        return of(Optional.empty(), Optional.empty(), true, Optional.empty(), List.of(), remarks);
    }

    static Evidence unreadable(Problem why) {
        return of(Optional.empty(), Optional.empty(), false, Optional.of(why), List.of(), List.of());
    }

    static Evidence ofSignals(List<Signal> signals) {
        return of(Optional.empty(), Optional.empty(), false, Optional.empty(), signals, List.of());
    }

    static Evidence remark(String... remarks) {
        return of(Optional.empty(), Optional.empty(), false, Optional.empty(), List.of(), List.of(remarks));
    }

    private static Evidence of(
            Optional<Seen> picture,
            Optional<Heard> sound,
            boolean still,
            Optional<Problem> unreadable,
            List<Signal> signals,
            List<String> remarks) {
        return new Evidence(Optional.empty(), Set.of(), picture, sound, still, unreadable, signals, remarks);
    }

    /** Whether picture or sound bear a mark. */
    boolean marked() {
        return picture.flatMap(Seen::id).isPresent() || sound.flatMap(Heard::id).isPresent();
    }

    /** Both; of what both have, this one's. */
    public Evidence and(Evidence more) {
        return new Evidence(
                credentials.or(more::credentials),
                generated.isEmpty() ? more.generated : generated,
                picture.or(more::picture),
                sound.or(more::sound),
                still || more.still,
                unreadable.or(more::unreadable),
                signals.isEmpty() ? more.signals : signals,
                Stream.concat(remarks.stream(), more.remarks.stream()).toList());
    }
}
