package studio.selfsame.rendering;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.Vault;

/**
 * A picture of each second of a render, and the first of each of its segments. Segments are coded picture by picture, so that
 * those between need not be decoded.
 */
final class RenderGlimpses {
    private final RenderPlan plan;
    private final List<ObjectKey> objects;
    private final DataKeyId key;
    private final Vault vault;
    private final Media media;

    RenderGlimpses(RenderPlan plan, List<ObjectKey> objects, DataKeyId key, Vault vault, Media media) {
        this.plan = plan;
        this.objects = objects;
        this.key = key;
        this.vault = vault;
        this.media = media;
    }

    void forEach(UnsealedRender.Sink sink) throws IOException {
        for (RenderPlan.Segment segment : plan.segments()) {
            long startUs = plan.frameRate().timeUs(segment.first());
            long lengthUs = plan.frameRate().timeUs(segment.end() - 1) - startUs;
            try (MediaReader reader = media.open(vault.open(key, objects.get(segment.index())))) {
                for (long atUs = 0; atUs <= lengthUs; atUs += UnsealedRender.GLIMPSE_US) {
                    if (atUs > 0) {
                        reader.seek(atUs);
                    }
                    Optional<VideoFrame> picture = reader.nextFrame();
                    if (picture.isPresent()) {
                        VideoFrame seen = picture.get();
                        long timeUs = startUs + seen.presentationTimeUs();
                        sink.accept(
                                new VideoFrame(seen.widthPx(), seen.heightPx(), timeUs, seen.y(), seen.u(), seen.v()));
                    }
                }
            }
        }
    }
}
