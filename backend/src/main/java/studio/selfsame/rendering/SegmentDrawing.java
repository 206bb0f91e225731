package studio.selfsame.rendering;

import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.likeness.FaceAnimator;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.likeness.Material;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkMonitor;

/** Draws the pictures of one segment into a sealed object, losslessly. Only in a worker. */
@Component
class SegmentDrawing {
    private final Likenesses likenesses;
    private final Vault vault;
    private final Media media;

    SegmentDrawing(Likenesses likenesses, Vault vault, Media media) {
        this.likenesses = likenesses;
        this.vault = vault;
        this.media = media;
    }

    void draw(
            DataKeyId key,
            ObjectKey object,
            LikenessId likeness,
            Authorization authorization,
            Material material,
            RenderPlan plan,
            MotionPlan motion,
            RenderPlan.Segment segment,
            WorkMonitor monitor)
            throws IOException {
        Media.Picture picture = new Media.Picture(plan.widthPx(), plan.heightPx(), plan.frameRate(), 1);
        try (FaceAnimator animator = likenesses.open(likeness, authorization, material)) {
            vault.seal(key, object, out -> {
                try (MediaWriter writer = media.createLossless(out, picture)) {
                    animator.draw(motion, segment.first(), segment.end(), (index, plate, drawn) -> {
                        monitor.checkCancelled();
                        writer.write(at(drawn, plan.frameRate().timeUs(index - segment.first())));
                        double fraction = (index + 1.0 - segment.first()) / (segment.end() - segment.first());
                        monitor.progress("drawing", fraction, Map.of("frame", (double) index));
                    });
                    writer.finish();
                }
            });
        }
    }

    private static VideoFrame at(VideoFrame frame, long timeUs) {
        return new VideoFrame(frame.widthPx(), frame.heightPx(), timeUs, frame.y(), frame.u(), frame.v());
    }
}
