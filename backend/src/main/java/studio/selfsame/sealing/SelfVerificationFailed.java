package studio.selfsame.sealing;

import java.util.List;
import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.rendering.RenderId;

/**
 * A file was destroyed because it did not bear what it must.
 *
 * @param missing codes of what was not found in it: {@code watermark}, {@code label}, {@code credentials}; {@code other} where
 *     all three were there
 */
public record SelfVerificationFailed(RenderId render, String outputId, List<String> missing) implements AuditRecord {
    @Override
    public String subject() {
        return render.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("output", outputId, "missing", String.join(",", missing));
    }
}
