package studio.selfsame.sealing;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import studio.selfsame.audit.AuditCheckpoint;
import studio.selfsame.consent.Authorization;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.sealing.c2pa.ManifestDraft;

/**
 * What is claimed of a rendered avatar (C2PA 2.4): made by a trained model from a likeness, marked, with consent. Ids and
 * hashes only; no name of a person, and nothing that links two outputs of one person.
 */
final class RenderManifest {
    static final String CONSENT = "studio.selfsame.consent";
    private static final String PRODUCT = "Selfsame";
    private static final String MARK = "studio.selfsame.watermark.1";
    private static final String MADE_BY_MODEL =
            "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    private static final String ALTERED_BY_MODEL =
            "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

    private final SecureRandom random = new SecureRandom();

    ManifestDraft draft(UnsealedRender render, String outputId, AuditCheckpoint checkpoint, Instant now) {
        ManifestDraft draft = new ManifestDraft(outputId + ".mp4", PRODUCT, version(), random);
        Map<String, Object> likeness = draft.add(
                "c2pa.ingredient.v3",
                Map.of(
                        "dc:title", "Likeness model, trained and used with the consent of the person it shows",
                        "relationship", "inputTo"));
        draft.add(
                "c2pa.soft-binding",
                Map.of(
                        "alg",
                        MARK,
                        "blocks",
                        List.of(Map.of("scope", Map.of(), "value", outputId)),
                        "pad",
                        new byte[0]));
        draft.add("c2pa.actions.v2", actions(render, likeness, now));
        draft.add(
                "c2pa.ai-disclosure",
                Map.of(
                        "modelType",
                        "c2pa.types.model",
                        "modelName",
                        PRODUCT + " likeness",
                        "modelIdentifier",
                        "studio.selfsame.likeness",
                        "contentProfile",
                        Map.of("humanOversightLevel", "prompt_guided")));
        draft.add(CONSENT, consent(render, outputId, checkpoint));
        return draft;
    }

    private static Map<String, Object> actions(UnsealedRender render, Map<String, Object> likeness, Instant now) {
        Map<String, Object> agent = Map.of("name", PRODUCT, "version", version());
        Map<String, Object> created = Map.of(
                "action",
                "c2pa.created",
                "when",
                ManifestDraft.date(now),
                "softwareAgent",
                agent,
                "digitalSourceType",
                render.kind().isAltered() ? ALTERED_BY_MODEL : MADE_BY_MODEL,
                "parameters",
                Map.of("ingredients", List.of(likeness)));
        Map<String, Object> marked =
                Map.of("action", "c2pa.watermarked.bound", "when", ManifestDraft.date(now), "softwareAgent", agent);
        return Map.of("actions", List.of(created, marked), "allActionsIncluded", true);
    }

    private static Map<String, Object> consent(UnsealedRender render, String outputId, AuditCheckpoint checkpoint) {
        Authorization authorization = render.authorization();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("outputId", outputId);
        content.put("authorization", authorization.id().toString());
        content.put("decisionSha256", decisionHash(authorization));
        content.put("auditSize", checkpoint.size());
        content.put("auditRootSha256", checkpoint.rootHashHex());
        content.put("performance", render.kind().text());
        content.put("speech", render.synthesizer());
        content.put("language", render.language().toLanguageTag());
        return content;
    }

    /** Of what was permitted and when; its random ids make it unguessable. */
    private static String decisionHash(Authorization authorization) {
        String canonical = String.join(
                "\n",
                authorization.id().toString(),
                authorization.use().purpose().name(),
                authorization.use().likeness().value().toString(),
                authorization.use().subject().toString(),
                authorization.issuedAt().toString());
        return DigestUtils.sha256Hex(canonical);
    }

    private static String version() {
        String version = RenderManifest.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
