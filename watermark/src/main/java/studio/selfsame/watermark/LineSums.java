package studio.selfsame.watermark;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Sums of lines of a luma plane, pixel by pixel: four pixels in one number, because bytes alone are slow to add up. */
final class LineSums {
    /** A place of 16 bits holds as many levels of 255. */
    static final int MOST_LINES = 257;

    private static final int PIXELS = Long.BYTES;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVERY_OTHER = 0x00ff_00ff_00ff_00ffL;

    private final int width;
    private final long[] even;
    private final long[] odd;
    private final int[] rest;

    LineSums(int width) {
        this.width = width;
        this.even = new long[width / PIXELS];
        this.odd = new long[even.length];
        this.rest = new int[width % PIXELS];
    }

    /** Sum of the pixels of one line from {@code from} until before {@code to}. */
    static int of(byte[] luma, int from, int to) {
        int sum = 0;
        int x = from;
        while (to - x >= PIXELS) {
            long places = 0;
            // Each adds two pixels to a place.
            for (int left = MOST_LINES / 2; left > 0 && to - x >= PIXELS; left--, x += PIXELS) {
                long eight = (long) EIGHT.get(luma, x);
                places += (eight & EVERY_OTHER) + (eight >>> 8 & EVERY_OTHER);
            }
            for (; places != 0; places >>>= 2 * Byte.SIZE) {
                sum += (int) (places & 0xffff);
            }
        }
        for (; x < to; x++) {
            sum += luma[x] & 0xff;
        }
        return sum;
    }

    void clear() {
        Arrays.fill(even, 0);
        Arrays.fill(odd, 0);
        Arrays.fill(rest, 0);
    }

    /** Adds the line that begins at {@code from}: at most {@value #MOST_LINES} until the next {@link #clear()}. */
    void add(byte[] luma, int from) {
        for (int i = 0; i < even.length; i++) {
            long eight = (long) EIGHT.get(luma, from + PIXELS * i);
            even[i] += eight & EVERY_OTHER;
            odd[i] += eight >>> 8 & EVERY_OTHER;
        }
        for (int i = 0, x = from + PIXELS * even.length; i < rest.length; i++, x++) {
            rest[i] += luma[x] & 0xff;
        }
    }

    /** Writes the sums times {@code weight}. */
    void write(long[] to, int weight) {
        for (int i = 0, x = 0; i < even.length; i++) {
            long a = even[i];
            long b = odd[i];
            for (int shift = 0; shift < Long.SIZE; shift += 2 * Byte.SIZE) {
                to[x++] = weight * (a >>> shift & 0xffff);
                to[x++] = weight * (b >>> shift & 0xffff);
            }
        }
        for (int i = 0; i < rest.length; i++) {
            to[width - rest.length + i] = (long) weight * rest[i];
        }
    }
}
