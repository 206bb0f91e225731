package studio.selfsame.audit;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Grows the tree again from what its leaves are made of, tile by tile, in memory that does not grow with it. */
final class TreeReplay {
    /** Hears every tile once it is full, and those that end the tree when it ends. */
    @FunctionalInterface
    interface Tiled {
        void tile(TilePath path, byte[] hashes);
    }

    private final Tiled tiled;
    private final List<ByteBuffer> open = new ArrayList<>();
    /** Roots of the whole subtrees that the tree consists of, the smallest, which is last, on top. */
    private final Deque<byte[]> peaks = new ArrayDeque<>();

    /** Tiles of each level so far. */
    private final long[] told = new long[TilePath.LEVELS];

    private long size;

    TreeReplay(Tiled tiled) {
        this.tiled = tiled;
    }

    long size() {
        return size;
    }

    void add(byte[] leafData) {
        var leaf = Sha256.leaf(leafData);
        toTile(0, leaf);
        var peak = leaf;
        for (long whole = size; (whole & 1) == 1; whole >>= 1) {
            peak = Sha256.node(peaks.pop(), peak);
        }
        peaks.push(peak);
        size++;
    }

    /** Root over what was added so far. */
    byte[] root() {
        if (size == 0) {
            return Sha256.of();
        }
        var right = peaks.iterator();
        var root = right.next();
        while (right.hasNext()) {
            root = Sha256.node(right.next(), root);
        }
        return root;
    }

    /** Nothing more is added. */
    void end() {
        for (int level = 0; level < open.size(); level++) {
            var hashes = open.get(level);
            if (hashes.position() > 0) {
                tell(level, hashes);
            }
        }
    }

    private void toTile(int level, byte[] hash) {
        if (level == open.size()) {
            open.add(ByteBuffer.allocate(TilePath.FULL * Sha256.BYTES));
        }
        var hashes = open.get(level).put(hash);
        if (!hashes.hasRemaining()) {
            tell(level, hashes);
            toTile(level + 1, rootOf(hashes.array()));
            hashes.clear();
        }
    }

    private void tell(int level, ByteBuffer hashes) {
        var bytes = Arrays.copyOf(hashes.array(), hashes.position());
        tiled.tile(new TilePath(level, told[level]++, bytes.length / Sha256.BYTES), bytes);
    }

    private static byte[] rootOf(byte[] tile) {
        var layer = new ArrayList<byte[]>();
        for (int at = 0; at < tile.length; at += Sha256.BYTES) {
            layer.add(Arrays.copyOfRange(tile, at, at + Sha256.BYTES));
        }
        while (layer.size() > 1) {
            for (int pair = 0; pair < layer.size() / 2; pair++) {
                layer.set(pair, Sha256.node(layer.get(2 * pair), layer.get(2 * pair + 1)));
            }
            layer.subList(layer.size() / 2, layer.size()).clear();
        }
        return layer.getFirst();
    }
}
