package studio.selfsame.inspection.forensics;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.selfsame.face.FaceTracker;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.problem.ProblemException;

/**
 * Measures the face of a video: at most a minute of it, in three stretches where it is longer. Keeps no more than three small
 * pictures of the face and ten minutes of sound in memory. Decodes what strangers send: only for processes that may die.
 */
public final class Forensics {
    private static final long SECOND_US = 1_000_000;
    private static final long MOST_US = 60 * SECOND_US;
    private static final long STRETCH_US = 20 * SECOND_US;
    private static final long MOST_SOUND_US = 600 * SECOND_US;
    private static final int SOUND_RATE_HZ = 16_000;

    private final Media media;
    private final FaceTrackers trackers;

    public Forensics(Media media, FaceTrackers trackers) {
        this.media = media;
        this.trackers = trackers;
    }

    /** Opens the file anew, from its beginning. */
    @FunctionalInterface
    public interface Source {
        SeekableByteChannel open() throws IOException;
    }

    /**
     * All signals, rounded for the public and placed among known videos.
     *
     * @param budget of time; what cannot be looked at in it is left out
     * @return none where there is no moving picture, or no face in what was looked at
     * @throws ProblemException if the file is no media file
     */
    public List<Signal> examine(Source file, Duration budget) throws IOException {
        return told(measure(file, budget));
    }

    /** What was measured, in a form for the public; what makes no sense is left out. */
    public static List<Signal> told(List<Signal> measured) {
        References references = References.read();
        return Stream.of(Kind.values())
                .flatMap(kind -> measured.stream()
                        .filter(signal -> signal.kind().equals(kind.id()))
                        .limit(1)
                        .map(signal -> signal.told(kind, references)))
                .toList();
    }

    /** As they were measured, not rounded and not placed: for whoever is to tell them. As {@link #examine} otherwise. */
    public List<Signal> measure(Source file, Duration budget) throws IOException {
        long end = System.nanoTime() + budget.toNanos();
        try (MediaReader reader = media.open(file.open())) {
            if (reader.probe().video().isEmpty() || System.nanoTime() >= end) {
                return List.of();
            }
            List<FaceFrame> frames = frames(reader, end);
            return frames.isEmpty() ? List.of() : signals(frames, sound(reader));
        }
    }

    private List<FaceFrame> frames(MediaReader reader, long end) {
        List<FaceFrame> frames = new ArrayList<>();
        List<Long> starts = starts(reader.probe().durationUs());
        long length = starts.size() == 1 ? MOST_US : STRETCH_US;
        try (FaceTracker tracker = trackers.open()) {
            for (int i = 0; i < starts.size() && System.nanoTime() < end; i++) {
                // Half of what is left for following the face, half for measuring it.
                long half = System.nanoTime() + (end - System.nanoTime()) / (starts.size() - i) / 2;
                long from = starts.get(i);
                PartReader part = new PartReader(reader, from, from + length, () -> System.nanoTime() > half);
                frames.addAll(new FacePass(part).measure(tracker, end));
            }
        }
        return frames;
    }

    /** Where the stretches begin. */
    static List<Long> starts(long durationUs) {
        return durationUs <= MOST_US
                ? List.of(0L)
                : List.of(0L, (durationUs - STRETCH_US) / 2, durationUs - STRETCH_US);
    }

    private static Optional<AudioSamples> sound(MediaReader reader) {
        try {
            boolean bearable = reader.probe().durationUs() <= MOST_SOUND_US;
            return bearable && reader.probe().audio().isPresent()
                    ? reader.readAudio(SOUND_RATE_HZ, 1)
                    : Optional.empty();
        } catch (ProblemException broken) {
            return Optional.empty();
        }
    }

    static List<Signal> signals(List<FaceFrame> frames, Optional<AudioSamples> sound) {
        List<Signal> all = new ArrayList<>(Blinks.of(frames));
        all.add(Figures.overall(Kind.EYE_REFLECTIONS, frames, f -> f.pixels().reflections(), 10));
        all.add(MouthSound.of(frames, sound));
        all.add(Figures.overall(Kind.BOUNDARY, frames, f -> f.pixels().boundary(), 25));
        all.add(Figures.overall(Kind.COLOUR, frames, f -> f.pixels().colour(), 25));
        all.add(Figures.overall(Kind.FLICKER, frames, f -> f.pixels().flicker(), 25));
        all.add(Figures.overall(Kind.DOUBLE_COMPRESSION, frames, f -> f.pixels().blocks(), 25));
        all.add(Figures.overall(Kind.TEXTURE, frames, f -> f.pixels().texture(), 25));
        return all;
    }
}
