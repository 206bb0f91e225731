package studio.selfsame.inspection.forensics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.likeness.MouthsMoved;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;

/** Signals of filmed faces and of the same faces drawn anew, both encoded once more by the same encoder. */
public final class ForensicsMeasure {
    private static final int SOUND_RATE_HZ = 16_000;
    private static final double PIECE_SECONDS = 10;
    private static final double SHIFT = 0.4;

    /** @param person to whom all clips of the same name belong */
    public record Clip(String person, Path file, double seconds) {}

    /** @param figures as far as they could be measured */
    public record Measured(String person, boolean drawn, Map<Kind, Double> figures) {
        /** For {@code --out}: by the signal's id. */
        public Map<String, Double> byId() {
            Map<String, Double> byId = new TreeMap<>();
            figures.forEach((kind, figure) -> byId.put(kind.id(), figure));
            return byId;
        }
    }

    private final Media media = Media.alone();
    private final Forensics forensics = new Forensics(media, FaceTrackers.alone());
    private final Path scratch;
    private final int steps;
    private final double quality;
    private final Consumer<String> told;

    /** @param quality of encoding, 0..1 */
    public ForensicsMeasure(Path scratch, int steps, double quality, Consumer<String> told) {
        this.scratch = scratch;
        this.steps = steps;
        this.quality = quality;
        this.told = told;
    }

    /** Filmed and drawn pieces of the clip. */
    public List<Measured> measure(Clip clip) throws IOException {
        List<Measured> all = new ArrayList<>();
        FrameRate rate;
        AudioSamples sound;
        int frames;
        try (MediaReader reader = media.open(clip.file())) {
            rate = reader.probe().video().orElseThrow().frameRate();
            double seconds = Math.min(clip.seconds(), reader.probe().durationUs() / 1e6);
            frames = (int) Math.floor(seconds * rate.perSecond());
            sound = reader.readAudio(SOUND_RATE_HZ, 1).orElseThrow();
        }
        String name = clip.file().getFileName().toString();
        told.accept(name + ": filmed");
        try (Pieces pieces = new Pieces(rate, sound, frames, 0);
                MediaReader reader = media.open(clip.file())) {
            for (int i = 0; i < frames; i++) {
                Optional<VideoFrame> frame = reader.nextFrame();
                if (frame.isEmpty()) {
                    break;
                }
                pieces.write(i, frame.get());
            }
            pieces.end();
            all.addAll(figures(clip, false, pieces.files));
        }
        told.accept(name + ": drawn");
        int shift = (int) (SHIFT * frames);
        try (Pieces pieces = new Pieces(rate, sound, frames, shift)) {
            new MouthsMoved(scratch)
                    .draw(name, clip.file(), frames, shift, steps, (i, plate, drawn) -> pieces.write(i, drawn));
            pieces.end();
            all.addAll(figures(clip, true, pieces.files));
        }
        return all;
    }

    /** Of files that were drawn elsewhere. */
    public Measured measureDrawn(Path file) throws IOException {
        return new Measured(file.getFileName().toString(), true, figures(file));
    }

    private List<Measured> figures(Clip clip, boolean drawn, List<Path> files) throws IOException {
        List<Measured> all = new ArrayList<>();
        for (Path file : files) {
            all.add(new Measured(clip.person(), drawn, figures(file)));
        }
        return all;
    }

    private Map<Kind, Double> figures(Path file) throws IOException {
        Map<Kind, Double> figures = new EnumMap<>(Kind.class);
        List<Signal> signals = forensics.measure(() -> Files.newByteChannel(file), Duration.ofMinutes(10));
        for (int i = 0; i < signals.size(); i++) {
            Double figure = signals.get(i).figure();
            if (figure != null) {
                figures.put(Kind.values()[i], figure);
            }
        }
        return figures;
    }

    /** Files of at most ten seconds, each with the sound of its mouths. */
    private final class Pieces implements AutoCloseable {
        private final List<Path> files = new ArrayList<>();
        private final FrameRate rate;
        private final AudioSamples sound;
        private final int frames;
        private final int shift;
        private final int length;
        private @Nullable MediaWriter writer;

        Pieces(FrameRate rate, AudioSamples sound, int frames, int shift) {
            this.rate = rate;
            this.sound = sound;
            this.frames = frames;
            this.shift = shift;
            this.length = (int) Math.round(PIECE_SECONDS * rate.perSecond());
        }

        void write(int index, VideoFrame frame) throws IOException {
            if (index % length == 0) {
                end();
                begin(frame, index);
            }
            long time = rate.timeUs(index % length);
            Objects.requireNonNull(writer)
                    .write(new VideoFrame(frame.widthPx(), frame.heightPx(), time, frame.y(), frame.u(), frame.v()));
        }

        private void begin(VideoFrame frame, int index) throws IOException {
            Path file = Files.createTempFile(scratch, "piece", ".mp4");
            files.add(file);
            Media.Picture picture = new Media.Picture(frame.widthPx(), frame.heightPx(), rate, quality);
            writer = media.createMp4(file, picture, Optional.of(new Media.Sound(SOUND_RATE_HZ, 1, 64_000)));
            int many = Math.min(length, frames - index);
            float[] samples = new float[(int) (many / rate.perSecond() * SOUND_RATE_HZ)];
            int from = (int) ((index + shift) / rate.perSecond() * SOUND_RATE_HZ);
            int around = Math.min(sound.frames(), (int) (frames / rate.perSecond() * SOUND_RATE_HZ));
            for (int i = 0; i < samples.length; i++) {
                samples[i] = sound.interleaved()[(from + i) % around];
            }
            writer.write(new AudioSamples(SOUND_RATE_HZ, 1, samples));
        }

        void end() {
            if (writer != null) {
                writer.finish();
                writer.close();
                writer = null;
            }
        }

        @Override
        public void close() throws IOException {
            if (writer != null) {
                writer.close();
            }
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
