package studio.selfsame.watermark;

import java.util.Arrays;

/** Samples addressed by their place in the stream, of which the oldest are dropped as the work goes on. */
final class SampleQueue {
    private float[] samples = new float[4096];
    private long first;
    private int size;

    /** Place one past the newest sample. */
    long end() {
        return first + size;
    }

    void add(float sample) {
        room(1);
        samples[size++] = sample;
    }

    /** Appends zeros until {@link #end} is at least the given place. */
    void padTo(long end) {
        int more = (int) Math.max(0, end - end());
        room(more);
        Arrays.fill(samples, size, size + more, 0);
        size += more;
    }

    /** The sample at a place; zero before the first and after the last of the stream. */
    float at(long place) {
        return place < first || place >= end() ? 0 : samples[(int) (place - first)];
    }

    /** The weighted sum of the samples from a place on, zero beyond the ends. */
    float dot(float[] weights, long from) {
        int skipped = (int) Math.clamp(first - from, 0, weights.length);
        int end = (int) Math.clamp(end() - from, skipped, weights.length);
        int shift = (int) (from - first);
        float even = 0;
        float odd = 0;
        float third = 0;
        float fourth = 0;
        int i = skipped;
        for (; i + 3 < end; i += 4) {
            even += weights[i] * samples[shift + i];
            odd += weights[i + 1] * samples[shift + i + 1];
            third += weights[i + 2] * samples[shift + i + 2];
            fourth += weights[i + 3] * samples[shift + i + 3];
        }
        for (; i < end; i++) {
            even += weights[i] * samples[shift + i];
        }
        return even + odd + (third + fourth);
    }

    void increase(long place, float by) {
        samples[(int) (place - first)] += by;
    }

    void dropBefore(long place) {
        int gone = (int) Math.clamp(place - first, 0, size);
        if (gone > samples.length / 2) {
            System.arraycopy(samples, gone, samples, 0, size - gone);
            size -= gone;
            first += gone;
        }
    }

    private void room(int more) {
        if (size + more > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(2 * samples.length, size + more));
        }
    }
}
