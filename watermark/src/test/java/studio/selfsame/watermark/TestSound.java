package studio.selfsame.watermark;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What the tests of sound do over and over, and what is done to sound on its way. */
final class TestSound {
    private TestSound() {}

    /** Marks interleaved sound, handed over in pieces of {@code chunkFrames}. */
    static float[] mark(WatermarkKey key, Payload payload, float[] sound, SoundFormat format, int chunkFrames) {
        SoundEmbedder embedder = WatermarkEmbedder.create(key, payload).sound(format);
        float[] marked = new float[sound.length];
        int filled = 0;
        int chunk = chunkFrames * format.channels();
        for (int from = 0; from < sound.length; from += chunk) {
            float[] out = embedder.mark(Arrays.copyOfRange(sound, from, Math.min(sound.length, from + chunk)));
            System.arraycopy(out, 0, marked, filled, out.length);
            filled += out.length;
        }
        float[] rest = embedder.finish();
        System.arraycopy(rest, 0, marked, filled, rest.length);
        return Arrays.copyOf(marked, filled + rest.length);
    }

    static Detection detect(Search search, List<WatermarkKey> keys, float[] sound, SoundFormat format) {
        SoundDetector detector = WatermarkDetector.create(keys, search).sound(format);
        int chunk = 2400 * format.channels();
        for (int from = 0; from < sound.length; from += chunk) {
            detector.accept(Arrays.copyOfRange(sound, from, Math.min(sound.length, from + chunk)));
        }
        return detector.result();
    }

    /** The payload found, null if none was. */
    static @Nullable Payload payloadIn(Detection detection) {
        return detection instanceof Detection.Found found ? found.payload() : null;
    }

    /** Mono sound in several channels, each a little quieter than the one before. */
    static float[] spread(float[] mono, int channels) {
        float[] interleaved = new float[mono.length * channels];
        for (int i = 0; i < interleaved.length; i++) {
            interleaved[i] = mono[i / channels] * (1 - 0.1f * (i % channels));
        }
        return interleaved;
    }

    static float[] channel(float[] interleaved, int channels, int channel) {
        float[] mono = new float[interleaved.length / channels];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = interleaved[i * channels + channel];
        }
        return mono;
    }

    /** Mono at another rate; played at the old one it is slower and lower by the ratio. */
    static float[] resample(float[] mono, int fromHz, int toHz) {
        Resampler resampler = new Resampler(fromHz, toHz);
        SampleQueue out = new SampleQueue();
        for (float sample : mono) {
            resampler.add(sample);
        }
        resampler.finishTo(out);
        float[] resampled = new float[(int) out.end()];
        for (int i = 0; i < resampled.length; i++) {
            resampled[i] = out.at(i);
        }
        return resampled;
    }

    /**
     * Mono at 16 kHz at another tempo but the same pitch: pieces of 32 ms laid over each other where they fit best (Verhelst
     * and Roelands, "WSOLA", ICASSP 1993).
     */
    static float[] stretch(float[] mono, double tempo) {
        int piece = 512;
        int hop = piece / 2;
        float[] out = new float[(int) (mono.length / tempo)];
        int at = 0;
        for (int to = 0; to + piece < out.length; to += hop) {
            int wanted = (int) (to * tempo);
            at = to == 0 ? 0 : closest(mono, at + hop, wanted, hop);
            for (int i = 0; i < piece && at + i < mono.length; i++) {
                out[to + i] += (float) Math.pow(Math.sin(Math.PI * (i + 0.5) / piece), 2) * mono[at + i];
            }
        }
        return out;
    }

    /** The place near the wanted one that goes on most like the sound at {@code like}. */
    private static int closest(float[] mono, int like, int wanted, int length) {
        int best = wanted;
        double most = Double.NEGATIVE_INFINITY;
        for (int place = Math.max(0, wanted - 100); place <= wanted + 100; place += 2) {
            double sum = 0;
            for (int i = 0; i < length && Math.max(place, like) + i < mono.length; i += 2) {
                sum += mono[place + i] * mono[like + i];
            }
            if (sum > most) {
                most = sum;
                best = place;
            }
        }
        return best;
    }

    static float[] echo(float[] mono, int delay, float gain) {
        float[] out = mono.clone();
        for (int i = delay; i < out.length; i++) {
            out[i] += gain * mono[i - delay];
        }
        return out;
    }

    /** White noise at the given distance from the power of the whole. */
    static float[] noise(float[] sound, double signalToNoiseDb, int seed) {
        double power = 0;
        for (float sample : sound) {
            power += sample * sample / (double) sound.length;
        }
        double deviation = Math.sqrt(power / Math.pow(10, signalToNoiseDb / 10));
        Random random = new Random(seed);
        float[] out = sound.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] += (float) (deviation * random.nextGaussian());
        }
        return out;
    }

    static double signalToMarkDb(float[] before, float[] after) {
        double signal = 0;
        double mark = 0;
        for (int i = 0; i < before.length; i++) {
            signal += before[i] * before[i];
            mark += (after[i] - before[i]) * (after[i] - before[i]);
        }
        return 10 * Math.log10(signal / mark);
    }
}
