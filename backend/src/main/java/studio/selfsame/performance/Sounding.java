package studio.selfsame.performance;

import studio.selfsame.media.AudioSamples;

/** What can be heard of a sound. */
final class Sounding {
    /** Root mean square of a window, relative to full scale; -46 dB: quiet speech is 15 dB above, a quiet room below. */
    private static final double AUDIBLE = 0.005;

    private static final int WINDOWS_PER_SECOND = 50;

    private Sounding() {}

    /** For how long in all something can be heard. */
    static double seconds(AudioSamples sound) {
        float[] values = sound.interleaved();
        int window = sound.sampleRateHz() / WINDOWS_PER_SECOND * sound.channels();
        int windows = 0;
        for (int from = 0; from + window <= values.length; from += window) {
            double sum = 0;
            for (int i = from; i < from + window; i++) {
                sum += (double) values[i] * values[i];
            }
            if (sum > AUDIBLE * AUDIBLE * window) {
                windows++;
            }
        }
        return (double) windows / WINDOWS_PER_SECOND;
    }

    /** All channels as one. */
    static AudioSamples mono(AudioSamples sound) {
        int channels = sound.channels();
        if (channels == 1) {
            return sound;
        }
        float[] mono = new float[sound.frames()];
        for (int i = 0; i < mono.length; i++) {
            float sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += sound.interleaved()[i * channels + c];
            }
            mono[i] = sum / channels;
        }
        return new AudioSamples(sound.sampleRateHz(), 1, mono);
    }
}
