package studio.selfsame.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.SoundFormat;

/** What {@code watermark embed} takes and writes. */
final class WatermarkLimits {
    private static final String VIDEO = "mp4";
    private static final List<String> SOUND = List.of("wav", "flac", "m4a");
    private static final int MOST_CHANNELS = 6;
    private static final int WRITTEN_DEPTH = 8;

    private WatermarkLimits() {}

    /** Before anything is decoded: can a file of this name be written at all? */
    static void checkName(Path out) {
        String ending = ending(out);
        if (!ending.equals(VIDEO) && !SOUND.contains(ending)) {
            throw refused(
                    "A file `" + out + "` cannot be written.",
                    "Let its name end in .mp4 for video, or in .wav, .flac or .m4a for sound alone.");
        }
    }

    /** @throws ProblemException when this material cannot be marked, or not into a file of this name */
    static void check(MediaProbe probe, Path out) {
        boolean moving = probe.video().isPresent();
        if (moving != ending(out).equals(VIDEO)) {
            throw moving
                    ? refused("The file is a video.", "Let the name of the new file end in .mp4.")
                    : refused(
                            "The file holds sound alone.", "Let the name of the new file end in .wav, .flac or .m4a.");
        }
        probe.video().ifPresent(WatermarkLimits::check);
        probe.audio().ifPresent(WatermarkLimits::check);
    }

    private static void check(MediaProbe.Video video) {
        if (video.coding().highDynamicRange()) {
            throw refused("The picture is HDR (PQ or HLG).", "Convert it to SDR first.");
        }
        if (video.coding().interlaced()) {
            throw refused("The picture is interlaced.", "Deinterlace it first.");
        }
        if (video.coding().bitDepth() > WRITTEN_DEPTH) {
            throw refused(
                    "The picture has " + video.coding().bitDepth()
                            + " bits a sample; files of 8 bits are written here.",
                    "Convert it to 8 bits first, or mark the frames through the library.");
        }
        try {
            PictureFormat.of(video.widthPx(), video.heightPx());
        } catch (IllegalArgumentException unfit) {
            throw refused(unfit.getMessage() + ".", "Scale or crop it first.");
        }
    }

    private static void check(MediaProbe.Audio audio) {
        if (audio.channels() > MOST_CHANNELS) {
            throw refused(
                    "The sound has " + audio.channels() + " channels; at most 5.1 can be kept.", "Mix it down first.");
        }
        try {
            new SoundFormat(audio.sampleRateHz(), audio.channels());
        } catch (IllegalArgumentException unfit) {
            throw refused(unfit.getMessage() + ".", "Resample it first.");
        }
    }

    static String ending(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static ProblemException refused(String cause, String remedy) {
        return ProblemException.unusable(WatermarkOptions.STAGE, cause, "Nothing was written.", remedy);
    }
}
