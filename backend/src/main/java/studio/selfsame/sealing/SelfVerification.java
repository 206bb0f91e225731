package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.PicturesAhead;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.policy.OutputMarks;
import studio.selfsame.sealing.label.Label;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.Payload;
import studio.selfsame.watermark.PictureDetector;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.SoundFingerprint;
import studio.selfsame.watermark.WatermarkDetector;
import studio.selfsame.work.WorkMonitor;

/** Reads a sealed file back as a stranger would: its credentials and its sound wholly, its pictures by {@link PictureReadBack}. */
final class SelfVerification {
    private final Media media;
    private final MarkKeys keys;
    private final ContentCredentials credentials;
    private final WorkMonitor monitor;
    private final List<String> faults = new ArrayList<>();
    private @Nullable SoundFingerprint soundPrint;

    /**
     * What was found in the file.
     *
     * @param faults everything that is not as it must be, one sentence each
     */
    record Found(OutputMarks marks, List<String> faults) {
        Found {
            faults = List.copyOf(faults);
        }

        /** The same, with one more thing that must be as it is. */
        Found and(boolean asItMustBe, String otherwise) {
            if (asItMustBe) {
                return this;
            }
            List<String> more = new ArrayList<>(faults);
            more.add(otherwise);
            return new Found(marks, more);
        }

        /** The same, when the label could be read in every picture on its way to the encoder. */
        Found drawn(DisclosedVideo.Drawn drawn) {
            if (drawn.illegible().isEmpty()) {
                return this;
            }
            var unlabelled = new OutputMarks(marks.watermarked(), false, marks.credentialed());
            return new Found(unlabelled, faults)
                    .and(false, illegible(drawn.illegible().getAsInt()));
        }

        boolean isWhole() {
            return faults.isEmpty();
        }
    }

    SelfVerification(Media media, MarkKeys keys, ContentCredentials credentials, WorkMonitor monitor) {
        this.media = media;
        this.keys = keys;
        this.credentials = credentials;
        this.monitor = monitor;
    }

    /** To be called once. */
    Found read(Path file, Label label, Payload payload, int frames, boolean sounding) throws IOException {
        boolean credentialed = credentials(file, payload);
        try (MediaReader reader = media.open(file);
                SoundReadBack listening = new SoundReadBack(media, file, keys, sounding)) {
            var video = reader.probe().video();
            if (video.isEmpty()) {
                faults.add("There is no picture.");
                return new Found(new OutputMarks(false, false, credentialed), faults);
            }
            var format = PictureFormat.of(video.get().widthPx(), video.get().heightPx());
            var detector = WatermarkDetector.create(keys.all(), Search.COMMON).picture(format);
            boolean labelled = pictures(reader, label, detector, frames);
            boolean watermarked = carries(detector.result(), payload, "picture");
            if (sounding) {
                watermarked &= sound(listening.heard(), payload);
            }
            return new Found(new OutputMarks(watermarked, labelled, credentialed), faults);
        }
    }

    /** Of the file that was read. */
    Optional<SoundFingerprint> soundPrint() {
        return Optional.ofNullable(soundPrint);
    }

    private boolean credentials(Path file, Payload payload) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            FileCredentials found = credentials.read(channel);
            return holds(
                    found.state() == FileCredentials.State.VALID
                            && found.outputId().equals(Optional.of(payload.toHex())),
                    "The sealed file's Content Credentials could not be validated.");
        }
    }

    /** Whether the label can be read in every picture that is looked at; shows each to the detector. */
    private boolean pictures(MediaReader reader, Label label, PictureDetector detector, int frames) throws IOException {
        boolean labelled = true;
        long counted = reader.countedPictures();
        int last = -1;
        var source = new PictureReadBack(reader, label.frameRate(), frames);
        try (PicturesAhead pictures = new PicturesAhead(source)) {
            for (Optional<VideoFrame> next = pictures.next(); next.isPresent(); next = pictures.next()) {
                monitor.checkCancelled();
                VideoFrame frame = next.get();
                last = source.indexOf(frame);
                labelled = labelled && holds(label.contrastOn(frame) >= Label.LEAST_CONTRAST, illegible(last));
                detector.accept(frame.y(), frame.presentationTimeUs());
                if (detector.certain()) {
                    source.settle();
                }
                reader.reuse(frame);
            }
        }
        long seen = counted == frames ? last + 1 : counted;
        holds(seen == frames, "The file has " + seen + " pictures instead of " + frames + ".");
        return labelled;
    }

    private static String illegible(int picture) {
        return "The label cannot be read in picture " + picture + ".";
    }

    private boolean sound(SoundReadBack.Heard heard, Payload payload) {
        if (heard.print().isEmpty()) {
            return holds(false, "There is no sound.");
        }
        soundPrint = heard.print().get();
        return carries(heard.mark(), payload, "sound");
    }

    private boolean carries(Detection detection, Payload payload, String where) {
        return holds(
                detection instanceof Detection.Found found && found.payload().equals(payload),
                "The invisible mark could not be read back from the " + where + ".");
    }

    private boolean holds(boolean asItMustBe, String otherwise) {
        if (!asItMustBe) {
            faults.add(otherwise);
        }
        return asItMustBe;
    }
}
