package studio.selfsame.command.acceptance;

import java.io.IOException;
import studio.selfsame.watermark.AlreadyMarkedException;
import studio.selfsame.watermark.Payload;
import studio.selfsame.watermark.PictureEmbedder;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.WatermarkEmbedder;

/** S3: marks what is marked already, with another id under the same key. */
final class Remarking {
    private Remarking() {}

    /** Whether it was refused, with the id that is there. */
    static boolean refused(Marked marked) throws IOException {
        Payload another = BenchKeys.id("another than " + marked.name());
        PictureEmbedder embedder = WatermarkEmbedder.create(BenchKeys.right(), another)
                .picture(PictureFormat.of(marked.widthPx(), marked.heightPx()));
        byte[] luma = new byte[marked.widthPx() * marked.heightPx()];
        try (GrayFrames frames = new GrayFrames(marked.file())) {
            while (frames.next(luma)) {
                embedder.mark(luma, frames.timeUs());
            }
            embedder.finish();
            return false;
        } catch (AlreadyMarkedException there) {
            return there.payload().equals(marked.id());
        }
    }
}
