package studio.selfsame.likeness;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import studio.selfsame.likeness.net.Batch;
import studio.selfsame.likeness.net.NetShape;
import studio.selfsame.likeness.net.ResidualTrainer;

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
        int[] sources = IntStream.of(targets)
                .map(target -> {
                    SourceFrame frame = data.model().sources().get(target);
                    return trained.nearest(LikenessTrainer.wanted(frame), 1, frame.frameIndex(), 0)[0];
                })
                .toArray();
        batch = examples.batch(data, targets, sources);
    }

    /** PNG, {@code 4S × 3S} pixels. */
    byte[] png(ResidualTrainer trainer) throws IOException {
        float[] residual = trainer.residual(batch);
        BufferedImage picture = new BufferedImage(COLUMNS * size, ROWS * size, BufferedImage.TYPE_INT_RGB);
        int area = size * size;
        for (int row = 0; row < ROWS; row++) {
            int in = row * NetShape.INPUTS * area;
            int out = row * 3 * area;
            for (int i = 0; i < area; i++) {
                int x = i % size;
                int y = row * size + i / size;
                float[] drawn = new float[3];
                for (int c = 0; c < 3; c++) {
                    drawn[c] = batch.pictures()[in + (3 + c) * area + i] + residual[out + c * area + i];
                }
                picture.setRGB(x, y, rgb(batch.pictures(), in + i, area));
                picture.setRGB(size + x, y, rgb(batch.pictures(), in + 3 * area + i, area));
                picture.setRGB(2 * size + x, y, rgb(drawn, 0, 1));
                picture.setRGB(3 * size + x, y, rgb(batch.target(), out + i, area));
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "png", png)) {
            throw new IOException("this Java writes no PNG");
        }
        return png.toByteArray();
    }

    private static int rgb(float[] values, int at, int stride) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
            rgb = rgb << 8 | Math.clamp(Math.round(values[at + c * stride] * 255), 0, 255);
        }
        return rgb;
    }
}
