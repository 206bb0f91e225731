package studio.selfsame.sealing;

import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.rendering.RenderId;

/** A file may leave the studio. Published in the transaction that records it. */
public record OutputSealed(String outputId, RenderId render, String fileSha256, String manifestSha256)
        implements AuditRecord {
    @Override
    public String subject() {
        return outputId;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("render", render.value().toString(), "fileSha256", fileSha256, "manifestSha256", manifestSha256);
    }
}
