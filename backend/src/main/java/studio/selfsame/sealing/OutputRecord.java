package studio.selfsame.sealing;

import java.time.Instant;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.rendering.RenderId;

/**
 * What is kept of a delivered file.
 *
 * @param outputId 64-bit watermark payload as 16 hex digits: the id the public sees
 * @param fileSha256 of the sealed file
 * @param manifestSha256 of the C2PA manifest store
 */
public record OutputRecord(
        String outputId,
        RenderId render,
        LikenessId likeness,
        String fileSha256,
        String manifestSha256,
        State state,
        Instant sealedAt) {
    public enum State {
        IN_FORCE,
        WITHDRAWN,
        TAKEN_DOWN
    }
}
