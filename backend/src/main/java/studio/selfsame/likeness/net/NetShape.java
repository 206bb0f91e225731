package studio.selfsame.likeness.net;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A network's measures.
 *
 * @param sizePx side of its pictures, a multiple of {@code 2^(levels - 1)}
 * @param values length of the lip vector that modulates it; 0 where none does
 * @param channels of each level from the largest pictures to the smallest, 2 to 6 levels
 */
public record NetShape(int sizePx, int values, List<Integer> channels, Activation activation) {
    /** Masked plate RGB, retrieved RGB, mean RGB of others that were retrieved, lip raster. */
    public static final int INPUTS = 10;

    /** Channel of the lip raster among them. */
    public static final int LIPS = 9;

    public static final int FEWEST_LEVELS = 2;
    public static final int MOST_LEVELS = 6;
    private static final int MOST_CHANNELS = 4096;

    public NetShape {
        channels = List.copyOf(channels);
        if (channels.size() < FEWEST_LEVELS || channels.size() > MOST_LEVELS || sizePx % multiple(channels) != 0) {
            throw new IllegalArgumentException("no network of " + channels + " channels over " + sizePx + " pixels");
        }
    }

    /** What the pictures' side must be a multiple of: each level but the first halves it. */
    public static int multiple(List<Integer> channels) {
        return 1 << (channels.size() - 1);
    }

    public int levels() {
        return channels.size();
    }

    int channelsAt(int level) {
        return channels.get(level);
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeInt(sizePx);
        out.writeInt(activation.ordinal());
        out.writeInt(levels());
        for (int c : channels) {
            out.writeInt(c);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static NetShape read(DataInputStream in, int values) throws IOException {
        int size = in.readInt();
        int activation = in.readInt();
        int levels = in.readInt();
        if (levels < FEWEST_LEVELS
                || levels > MOST_LEVELS
                || activation < 0
                || activation >= Activation.values().length) {
            throw new IOException("the network's shape is damaged");
        }
        List<Integer> channels = new ArrayList<>(levels);
        for (int i = 0; i < levels; i++) {
            int c = in.readInt();
            if (c < 1 || c > MOST_CHANNELS) {
                throw new IOException("the network's shape is damaged");
            }
            channels.add(c);
        }
        if (size < 1 || size % multiple(channels) != 0) {
            throw new IOException("the network's shape is damaged");
        }
        return new NetShape(size, values, channels, Activation.values()[activation]);
    }
}
