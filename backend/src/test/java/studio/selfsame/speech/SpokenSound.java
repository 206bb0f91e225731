package studio.selfsame.speech;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import studio.selfsame.media.AudioSamples;

/** Sound for tests: synthetic speech with known phones, silence, noise; 16 kHz mono. */
final class SpokenSound {
    static final int RATE = PhoneRecognizer.SAMPLE_RATE_HZ;

    private SpokenSound() {}

    static Utterance speak(String text) {
        Utterance said = new MaryHsmmSynthesizer(new SpeechSettings("marytts-hsmm", 5000)).speak(text, Locale.US);
        float[] fine = said.audio().interleaved();
        float[] mono = new float[fine.length / 3];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (fine[3 * i] + fine[3 * i + 1] + fine[3 * i + 2]) / 3;
        }
        return new Utterance(sound(mono), said.timeline());
    }

    static AudioSamples silence(double seconds) {
        return sound(new float[(int) (seconds * RATE)]);
    }

    static AudioSamples noise(double seconds, double level) {
        Random random = new Random(5);
        float[] mono = new float[(int) (seconds * RATE)];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (float) (level * random.nextGaussian());
        }
        return sound(mono);
    }

    static AudioSamples tone(double seconds, double hz) {
        float[] mono = new float[(int) (seconds * RATE)];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (float) (0.3 * Math.sin(2 * Math.PI * hz * i / RATE));
        }
        return sound(mono);
    }

    static AudioSamples twice(AudioSamples sound) {
        float[] once = sound.interleaved();
        float[] mono = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(once, 0, mono, once.length, once.length);
        return sound(mono);
    }

    private static AudioSamples sound(float[] mono) {
        return new AudioSamples(RATE, 1, mono);
    }
}
