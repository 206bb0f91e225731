package studio.selfsame.watermark;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the four entrances of the library refuse, said once. */
final class Checks {
    static final int LEAST_SIDE_PX = 64;
    static final int MOST_SIDE_PX = 8192;
    static final int MOST_ASPECT = 6;
    static final int LEAST_RATE_HZ = 8_000;
    static final int MOST_RATE_HZ = 192_000;
    static final int MOST_CHANNELS = 8;

    private Checks() {}

    static void frameSize(int widthPx, int heightPx) {
        int shorter = Math.min(widthPx, heightPx);
        int longer = Math.max(widthPx, heightPx);
        if (shorter < LEAST_SIDE_PX || longer > MOST_SIDE_PX || longer > MOST_ASPECT * shorter) {
            throw new IllegalArgumentException(
                    "A frame of %dx%d cannot be marked: each side must have %d to %d pixels, the longer at most %d times the shorter"
                            .formatted(widthPx, heightPx, LEAST_SIDE_PX, MOST_SIDE_PX, MOST_ASPECT));
        }
    }

    static void plane(byte[] luma, int widthPx, int heightPx) {
        plane(luma.length, widthPx, heightPx);
    }

    static void plane(int samples, int widthPx, int heightPx) {
        if (samples != widthPx * heightPx) {
            throw new IllegalArgumentException("The luma plane has %d samples, %dx%d without padding are %d"
                    .formatted(samples, widthPx, heightPx, widthPx * heightPx));
        }
    }

    static void eightBit(PictureFormat format) {
        if (format.bitDepth() != PictureFormat.EIGHT) {
            throw new IllegalArgumentException(
                    "Luma of %d bits comes in shorts, not in bytes".formatted(format.bitDepth()));
        }
    }

    static DeepLuma deep(@Nullable DeepLuma deep) {
        if (deep == null) {
            throw new IllegalArgumentException("Luma of 8 bits comes in bytes, not in shorts");
        }
        return deep;
    }

    static void time(long presentationTimeUs) {
        if (presentationTimeUs < 0) {
            throw new IllegalArgumentException(
                    "The presentation time must not be negative, it is %d µs".formatted(presentationTimeUs));
        }
    }

    static void soundFormat(int sampleRateHz, int channels) {
        if (sampleRateHz < LEAST_RATE_HZ || sampleRateHz > MOST_RATE_HZ) {
            throw new IllegalArgumentException("Sound at %d Hz cannot be marked: the rate must be %d to %d Hz"
                    .formatted(sampleRateHz, LEAST_RATE_HZ, MOST_RATE_HZ));
        }
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IllegalArgumentException(
                    "Sound with %d channels cannot be marked: 1 to %d are possible".formatted(channels, MOST_CHANNELS));
        }
    }

    static void samples(float[] interleaved, int channels) {
        if (interleaved.length % channels != 0) {
            throw new IllegalArgumentException(
                    "%d samples do not divide into %d channels".formatted(interleaved.length, channels));
        }
        for (float sample : interleaved) {
            if (!Float.isFinite(sample)) {
                throw new IllegalArgumentException("The sound has a sample that is not a finite number");
            }
        }
    }

    static List<WatermarkKey> keys(List<WatermarkKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("A detector needs at least one key");
        }
        Set<String> seen = new HashSet<>();
        for (WatermarkKey key : keys) {
            if (!seen.add(key.keyId())) {
                throw new IllegalArgumentException("The key id `%s` is given twice".formatted(key.keyId()));
            }
        }
        return List.copyOf(keys);
    }
}
