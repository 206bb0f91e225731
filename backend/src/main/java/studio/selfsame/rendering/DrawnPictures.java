package studio.selfsame.rendering;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.Vault;

/** The pictures of all segments of a render, in order, decrypted as they are asked for. */
final class DrawnPictures implements AutoCloseable {
    private final RenderPlan plan;
    private final List<ObjectKey> objects;
    private final DataKeyId key;
    private final Vault vault;
    private final Media media;
    private @Nullable MediaReader reader;
    private int index;
    private int drawn;

    DrawnPictures(RenderPlan plan, List<ObjectKey> objects, DataKeyId key, Vault vault, Media media) {
        this.plan = plan;
        this.objects = objects;
        this.key = key;
        this.vault = vault;
        this.media = media;
    }

    Optional<VideoFrame> next() throws IOException {
        for (; index < plan.segments().size(); index++) {
            RenderPlan.Segment segment = plan.segments().get(index);
            MediaReader from = reader;
            if (from == null) {
                from = media.open(vault.open(key, objects.get(segment.index())));
                reader = from;
                drawn = 0;
            }
            Optional<VideoFrame> frame = from.nextFrame();
            if (frame.isPresent()) {
                return frame.map(f -> at(f, plan.frameRate().timeUs(segment.first() + drawn++)));
            }
            close();
            if (drawn != segment.end() - segment.first()) {
                throw new IOException("segment " + segment.index() + " of render "
                        + plan.render().value() + " holds " + drawn + " frames");
            }
        }
        return Optional.empty();
    }

    private static VideoFrame at(VideoFrame frame, long timeUs) {
        return new VideoFrame(frame.widthPx(), frame.heightPx(), timeUs, frame.y(), frame.u(), frame.v());
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
