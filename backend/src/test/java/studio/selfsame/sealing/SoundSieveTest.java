package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.selfsame.watermark.Likeness;
import studio.selfsame.watermark.SoundFingerprint;
import studio.selfsame.watermark.SoundFingerprinter;
import studio.selfsame.watermark.SoundFormat;

/** The sieve lets through whatever a comparison calls the same, and little else. */
class SoundSieveTest {
    private static final int RATE_HZ = 16_000;

    @Test
    void everythingThatIsTheSame_passes_whateverWasDoneToIt_andLittleElse() {
        List<SoundFingerprint> sealed = new ArrayList<>();
        for (int seed = 0; seed < 8; seed++) {
            sealed.add(print(speech(seed, 6 + 3 * seed)));
        }
        int same = 0;
        int others = 0;
        int passed = 0;
        List<String> lost = new ArrayList<>();
        for (int seed = 0; seed < sealed.size(); seed++) {
            for (Map.Entry<String, float[]> attacked :
                    attacks(speech(seed, 6 + 3 * seed), seed).entrySet()) {
                SoundFingerprint heard = print(attacked.getValue());
                SoundSieve sieve = new SoundSieve(heard);
                for (int i = 0; i < sealed.size(); i++) {
                    boolean passes = sieve.passes(sealed.get(i).bytes());
                    if (sealed.get(i).compare(heard) instanceof Likeness.Same) {
                        same++;
                        if (!passes) {
                            lost.add(attacked.getKey() + " of " + i);
                        }
                    } else if (i != seed) {
                        others++;
                        passed += passes ? 1 : 0;
                    }
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(same).isGreaterThan(60);
        assertThat(others).isGreaterThan(500);
        assertThat(passed).isLessThan(others / 20);
    }

    @Test
    void tooLittleSound_andNone_doNotPass() {
        SoundFingerprint some = print(speech(1, 10));
        SoundFingerprint little = print(Arrays.copyOf(speech(1, 10), RATE_HZ));
        SoundFingerprint none = print(new float[10 * RATE_HZ]);

        assertThat(new SoundSieve(some).passes(some.bytes())).isTrue();
        assertThat(new SoundSieve(some).passes(little.bytes())).isFalse();
        assertThat(new SoundSieve(little).passes(some.bytes())).isFalse();
        assertThat(new SoundSieve(some).passes(none.bytes())).isFalse();
        assertThat(new SoundSieve(none).passes(none.bytes())).isFalse();
    }

    private static Map<String, float[]> attacks(float[] sound, long seed) {
        Map<String, float[]> all = new LinkedHashMap<>();
        all.put("as it was", sound);
        all.put("a tenth as loud", scaled(sound, 0.1f));
        all.put("its middle", Arrays.copyOfRange(sound, sound.length / 4 + 777, 7 * sound.length / 8));
        all.put("its end", Arrays.copyOfRange(sound, 2 * sound.length / 5 + 123, sound.length));
        all.put("something before it", Arrays.copyOfRange(with(speech(seed + 99, 3), sound), 321, sound.length));
        for (double noise : new double[] {0.02, 0.1, 0.2, 0.4}) {
            all.put("noise " + noise, noisy(sound, noise, seed));
        }
        all.put("muffled", muffled(sound));
        all.put("echo", echo(sound));
        return all;
    }

    /** A murmur of syllables of many colours. */
    private static float[] speech(long seed, int seconds) {
        Random random = new Random(seed);
        float[] samples = new float[seconds * RATE_HZ];
        double low = 0;
        double high = 0;
        double colour = 0.5;
        for (int i = 0; i < samples.length; i++) {
            if (i % (RATE_HZ / 8) == 0) {
                colour = random.nextDouble();
            }
            double syllables = 0.55 + 0.45 * Math.sin(2 * Math.PI * 4 * i / RATE_HZ);
            double gaussian = random.nextGaussian();
            low = 0.9 * low + 0.1 * gaussian;
            high = 0.5 * gaussian - 0.5 * high;
            samples[i] = (float) Math.clamp(0.3 * syllables * (colour * 2 * low + (1 - colour) * high), -1, 1);
        }
        return samples;
    }

    private static float[] scaled(float[] sound, float factor) {
        float[] scaled = sound.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    private static float[] with(float[] before, float[] sound) {
        float[] both = Arrays.copyOf(before, before.length + sound.length);
        System.arraycopy(sound, 0, both, before.length, sound.length);
        return both;
    }

    private static float[] noisy(float[] sound, double noise, long seed) {
        Random random = new Random(-seed);
        float[] noisy = sound.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (float) (noise * 0.3 * random.nextGaussian());
        }
        return noisy;
    }

    private static float[] muffled(float[] sound) {
        float[] muffled = sound.clone();
        for (int i = 1; i < muffled.length; i++) {
            muffled[i] = 0.7f * muffled[i - 1] + 0.3f * sound[i];
        }
        return muffled;
    }

    private static float[] echo(float[] sound) {
        int delay = RATE_HZ / 10;
        float[] echo = sound.clone();
        for (int i = delay; i < echo.length; i++) {
            echo[i] += 0.5f * sound[i - delay];
        }
        return echo;
    }

    private static SoundFingerprint print(float[] samples) {
        SoundFingerprinter printer = SoundFingerprinter.create(new SoundFormat(RATE_HZ, 1));
        printer.accept(samples);
        return printer.finish();
    }
}
