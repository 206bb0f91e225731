package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.Payload;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkDetector;
import studio.selfsame.work.WorkMonitor;

/** Reads a sealed file back as a stranger would: label, marks and credentials must all be there, or there is no file. */
final class SelfVerification {
    private final Media media;
    private final MarkKeys keys;
    private final ContentCredentials credentials;
    private final WorkMonitor monitor;

    SelfVerification(Media media, MarkKeys keys, ContentCredentials credentials, WorkMonitor monitor) {
        this.media = media;
        this.keys = keys;
        this.credentials = credentials;
        this.monitor = monitor;
    }

    /** Throws a {@link studio.selfsame.problem.ProblemException} naming the first thing that is not as it must be. */
    void require(Path file, Label label, Payload payload, int frames, boolean sounding) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            FileCredentials found = credentials.read(channel);
            if (found.state() != FileCredentials.State.VALID
                    || !found.outputId().equals(Optional.of(payload.toHex()))) {
                throw SealingProblems.unverified("The sealed file's Content Credentials could not be validated.");
            }
        }
        try (MediaReader reader = media.open(file)) {
            pictures(reader, label, payload, frames);
            if (sounding) {
                sound(reader, payload);
            }
        }
    }

    private void pictures(MediaReader reader, Label label, Payload payload, int frames) {
        var video = reader.probe().video().orElseThrow(() -> SealingProblems.unverified("There is no picture."));
        var detector = WatermarkDetector.create(keys.all(), Search.COMMON)
                .picture(PictureFormat.of(video.widthPx(), video.heightPx()));
        int seen = 0;
        for (Optional<VideoFrame> next = reader.nextFrame(); next.isPresent(); next = reader.nextFrame()) {
            monitor.checkCancelled();
            VideoFrame frame = next.get();
            if (!(label.contrastOn(frame) >= Label.LEAST_CONTRAST)) {
                throw SealingProblems.unverified("The label cannot be read in picture " + seen + ".");
            }
            detector.accept(frame.y(), frame.presentationTimeUs());
            seen++;
        }
        if (seen != frames) {
            throw SealingProblems.unverified("The file has " + seen + " pictures instead of " + frames + ".");
        }
        requireMark(detector.result(), payload, "picture");
    }

    private void sound(MediaReader reader, Payload payload) {
        int rate = reader.probe()
                .audio()
                .orElseThrow(() -> SealingProblems.unverified("There is no sound."))
                .sampleRateHz();
        AudioSamples sound =
                reader.readAudio(rate, 1).orElseThrow(() -> SealingProblems.unverified("There is no sound."));
        var detector = WatermarkDetector.create(keys.all(), Search.COMMON).sound(new SoundFormat(rate, 1));
        detector.accept(sound.interleaved());
        requireMark(detector.result(), payload, "sound");
    }

    private static void requireMark(Detection detection, Payload payload, String where) {
        if (!(detection instanceof Detection.Found found) || !found.payload().equals(payload)) {
            throw SealingProblems.unverified("The invisible mark could not be read back from the " + where + ".");
        }
    }
}
