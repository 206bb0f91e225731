package studio.selfsame.command;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the demo made and proved: {@code summary.json}.
 *
 * @param output the sealed MP4
 * @param outputId watermark payload, 16 hex digits
 * @param rootCertificate PEM of the claim signer's root
 * @param peakMemoryMiB all processes together
 * @param permitted ids of the policies that permitted the render
 * @param refusals what was refused, with all reasons
 * @param inspection what the inspector said: of the sealed file, of its half-size re-encode, after withdrawal
 */
record DemoSummary(
        String output,
        String outputId,
        String rootCertificate,
        List<Stopwatch.Stage> stages,
        long peakMemoryMiB,
        List<String> permitted,
        List<RefusedAttempt> refusals,
        Map<String, JsonNode> inspection) {
    record RefusedAttempt(String attempt, List<String> reasons) {}
}
