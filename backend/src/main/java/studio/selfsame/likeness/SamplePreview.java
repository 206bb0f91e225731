package studio.selfsame.likeness;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import studio.selfsame.likeness.net.Batch;
import studio.selfsame.likeness.net.NetShape;

/**
 * What the network draws at present, as a small picture: a few held-out frames below each other, of each the masked
 * plate, what was retrieved, what is drawn and what really was there.
 */
final class SamplePreview {
    private static final int ROWS = 3;
    private static final int COLUMNS = 4;

    private final Batch batch;
    private final int size;

    /** @param training frames before this position are trained on, the rest is held out */
    SamplePreview(Dataset data, ResidualExamples examples, Retrieval trained, int training) {
        size = data.model().netShape().sizePx();
        int held = data.model().sources().size() - training;
        int[] targets = IntStream.range(0, ROWS)
                .map(row -> training + held * (2 * row + 1) / (2 * ROWS))
                .toArray();
        List<Mixture> sources = IntStream.of(targets)
                .mapToObj(target -> {
                    SourceFrame frame = data.model().sources().get(target);
                    Retrieval.Wanted wanted = LikenessTrainer.wanted(frame);
                    return trained.mixture(wanted, trained.nearest(wanted, Retrieval.FOUND, frame.frameIndex(), 0));
                })
                .toList();
        batch = examples.batch(data, targets, sources);
    }

    /** PNG, {@code 4S × 3S} pixels. */
    byte[] png(Function<Batch, float[]> network) throws IOException {
        float[] residual = network.apply(batch);
        Tiles tiles = new Tiles(ROWS, COLUMNS, size);
        int area = size * size;
        for (int row = 0; row < ROWS; row++) {
            int in = row * NetShape.INPUTS * area;
            int out = row * 3 * area;
            float[] drawn = new float[3 * area];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = batch.pictures()[in + 3 * area + i] + residual[out + i];
            }
            tiles.put(row, 0, batch.pictures(), in);
            tiles.put(row, 1, batch.pictures(), in + 3 * area);
            tiles.put(row, 2, drawn, 0);
            tiles.put(row, 3, batch.target(), out);
        }
        return tiles.png();
    }
}
