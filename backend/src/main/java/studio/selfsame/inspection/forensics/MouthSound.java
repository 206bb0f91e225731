package studio.selfsame.inspection.forensics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.selfsame.inspection.forensics.Signal.Point;
import studio.selfsame.media.AudioSamples;

/**
 * Whether the mouth opens with the sound: the best correlation of how far it is open with how loud it is, at delays up to 0.3 s.
 * A crude relative of Chung and Zisserman 2016, "Out of Time", and of Agarwal et al. 2020, "Detecting Deep-Fake Videos from
 * Phoneme-Viseme Mismatches".
 */
final class MouthSound {
    private static final double LEAST_SECONDS = 2.5;
    private static final double MOST_DELAY = 0.3;
    private static final double DELAY_STEP = 0.04;
    private static final double LOUDNESS_SECONDS = 0.08;
    private static final double WINDOW_SECONDS = 3;
    private static final double FLOOR = 1e-4;

    private final List<FaceFrame> frames;
    private final AudioSamples sound;

    private MouthSound(List<FaceFrame> frames, AudioSamples sound) {
        this.frames = frames;
        this.sound = sound;
    }

    static Signal of(List<FaceFrame> frames, Optional<AudioSamples> sound) {
        if (sound.isEmpty() || silent(sound.get())) {
            return Signal.without(Kind.MOUTH_SOUND);
        }
        if (frames.isEmpty() || frames.getLast().seconds() - frames.getFirst().seconds() < LEAST_SECONDS) {
            return Signal.without(Kind.MOUTH_SOUND);
        }
        return new MouthSound(frames, sound.get()).signal();
    }

    private static boolean silent(AudioSamples sound) {
        for (float sample : sound.interleaved()) {
            if (Math.abs(sample) > FLOOR) {
                return false;
            }
        }
        return true;
    }

    private Signal signal() {
        double best = Double.NaN;
        double delay = 0;
        for (double d = -MOST_DELAY; d <= MOST_DELAY + 1e-9; d += DELAY_STEP) {
            double correlation = correlation(frames, d);
            if (!(correlation <= best)) {
                best = correlation;
                delay = d;
            }
        }
        return Signal.of(Kind.MOUTH_SOUND, best, course(delay));
    }

    private List<Point> course(double delay) {
        List<Point> course = new ArrayList<>();
        double end = frames.getLast().seconds();
        for (double from = Math.floor(frames.getFirst().seconds()); from + WINDOW_SECONDS <= end + 0.5; from++) {
            double start = from;
            List<FaceFrame> some = frames.stream()
                    .filter(f -> f.seconds() >= start && f.seconds() < start + WINDOW_SECONDS)
                    .toList();
            if (some.size() > WINDOW_SECONDS * 5) {
                course.add(new Point(from + WINDOW_SECONDS / 2, correlation(some, delay)));
            }
        }
        return course.stream().filter(point -> Double.isFinite(point.value())).toList();
    }

    private double correlation(List<FaceFrame> some, double delay) {
        double[] mouth =
                some.stream().mapToDouble(f -> f.face().mouthOpenness()).toArray();
        double[] loud =
                some.stream().mapToDouble(f -> loudness(f.seconds() + delay)).toArray();
        return Figures.correlation(mouth, loud);
    }

    /** Logarithm of the energy around a moment. */
    private double loudness(double seconds) {
        int half = (int) (sound.sampleRateHz() * LOUDNESS_SECONDS / 2);
        int middle = (int) (seconds * sound.sampleRateHz());
        double sum = 0;
        for (int i = Math.max(0, middle - half); i < Math.min(sound.frames(), middle + half); i++) {
            double sample = sound.interleaved()[i];
            sum += sample * sample;
        }
        return Math.log(FLOOR + Math.sqrt(sum / (2 * half)));
    }
}
