package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** What can be wrong with a media file, in the words of the person who brought it. */
final class MediaProblems {
    private static final String STAGE = "media";
    private static final String NOTHING_KEPT = "The file was not used and nothing was kept of it.";

    private MediaProblems() {}

    static ProblemException notMedia(@Nullable Throwable reason) {
        return unusable(
                "The file is not a video or sound file that can be read, or its beginning is damaged.",
                "Bring a video as the camera or an editor wrote it, for example MP4, MOV, WebM or MKV.",
                reason);
    }

    static ProblemException empty() {
        return unusable("The file is empty.", "Copy or upload it again.", null);
    }

    static ProblemException cutShort() {
        return unusable(
                "The file is cut short: its index speaks of pictures or sound that are not there.",
                "Copy or upload it again, and let the recording finish before it is copied.",
                null);
    }

    static ProblemException damaged(long timeUs) {
        return unusable(
                String.format(Locale.ROOT, "The file is damaged at %.1f s.", timeUs / 1e6),
                "Copy or upload it again, or cut the damaged part away with a video editor.",
                null);
    }

    static ProblemException unknownCoding(String codec) {
        return unusable(
                "The file is coded as `" + codec + "`, which cannot be decoded here.",
                "Convert it to H.264 video with AAC sound.",
                null);
    }

    static ProblemException noPictures() {
        return unusable("The file holds no moving picture.", "Bring a file with a video track.", null);
    }

    static ProblemException tooLarge(int widthPx, int heightPx) {
        return unusable(
                "The picture is " + widthPx + "x" + heightPx + " pixels; at most " + Limits.MAX_SIDE_PX + "x"
                        + Limits.MAX_SIDE_PX + " can be read.",
                "Scale it down with a video editor; 1920x1080 is enough.",
                null);
    }

    static ProblemException tooLong() {
        return unusable(
                "The file is longer than " + Limits.MAX_DURATION_US / 60_000_000 + " minutes.",
                "Cut it into shorter files.",
                null);
    }

    static ProblemException unreadableStill(@Nullable Throwable reason) {
        return unusable(
                "The picture is not a JPEG or PNG that can be read.", "Bring it as a JPEG or PNG file.", reason);
    }

    static ProblemException stillTooLarge() {
        return unusable(
                "The picture is larger than " + Limits.MAX_SIDE_PX + "x" + Limits.MAX_SIDE_PX + " pixels.",
                "Scale it down; 2000x2000 pixels are plenty.",
                null);
    }

    static ProblemException cannotEncode(String what) {
        return new ProblemException(
                ProblemException.Kind.UNAVAILABLE,
                new Problem(
                        STAGE,
                        what + " cannot be encoded by this installation.",
                        "No file was written.",
                        "Ask the operator to check the media libraries of this installation."));
    }

    static ProblemException cannotWrite(@Nullable Throwable reason) {
        return new ProblemException(
                ProblemException.Kind.UNAVAILABLE,
                new Problem(
                        STAGE,
                        "The file could not be written, for example because the disk is full.",
                        "The half-written file was removed.",
                        "Ask the operator to look at the storage, then try again."),
                reason);
    }

    static ProblemException cannotRead(Throwable reason) {
        return new ProblemException(
                ProblemException.Kind.UNAVAILABLE,
                new Problem(
                        STAGE,
                        "Reading the file failed in the storage it lies in.",
                        "The file was not used.",
                        "Try again; if it fails again, ask the operator to look at the storage."),
                reason);
    }

    /** FFmpeg's own words for a return code: for our log and the exception chain, not for the user. */
    static RuntimeException code(String call, int code) {
        byte[] text = new byte[128];
        av_strerror(code, text, text.length);
        return new IllegalStateException(call + ": " + new String(text, StandardCharsets.US_ASCII).trim());
    }

    private static ProblemException unusable(String cause, String remedy, @Nullable Throwable reason) {
        return new ProblemException(
                ProblemException.Kind.UNUSABLE, new Problem(STAGE, cause, NOTHING_KEPT, remedy), reason);
    }
}
