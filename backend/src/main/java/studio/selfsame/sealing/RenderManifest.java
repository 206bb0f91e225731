package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.selfsame.performance.Performance;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.sealing.c2pa.IncomingManifest;
import studio.selfsame.sealing.c2pa.ManifestDraft;

/**
 * What is claimed of a rendered avatar (C2PA 2.4): what was done to what, by which model, with consent. Ids and
 * hashes only; no name of a person, and nothing that links two outputs of one person, but the id of a release that both
 * were made under.
 */
final class RenderManifest {
    static final String CONSENT = "studio.selfsame.consent";
    static final String PRODUCT = "Selfsame";

    private final SecureRandom random = new SecureRandom();
    private final ContentCredentials credentials;

    RenderManifest(ContentCredentials credentials) {
        this.credentials = credentials;
    }

    ManifestDraft draft(UnsealedRender render, String outputId, Grounds grounds, Instant now) throws IOException {
        ManifestDraft draft = new ManifestDraft(outputId + ".mp4", PRODUCT, version(), random);
        boolean spoken = !render.synthesizer().equals(Performance.RECORDED);
        new RenderActions(render.kind(), spoken, outputId, incoming(render, now))
                .addTo(draft, Map.of("name", PRODUCT, "version", version()), now);
        addModel(draft);
        draft.add(CONSENT, consent(render, outputId, grounds));
        return draft;
    }

    /** Which kind of model drew it, and that a person told it what to draw. */
    static void addModel(ManifestDraft draft) {
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
    }

    /** What the recording came with, validated as it is now. */
    private Optional<IncomingManifest> incoming(UnsealedRender render, Instant now) throws IOException {
        if (render.recording().isEmpty()) {
            return Optional.empty();
        }
        try (SeekableByteChannel file = render.recording().get().open()) {
            return credentials.incoming(file, now);
        }
    }

    private static Map<String, Object> consent(UnsealedRender render, String outputId, Grounds grounds) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("outputId", outputId);
        content.put("authorization", render.authorization().id().toString());
        content.put("decisionSha256", grounds.decision().commitmentHex());
        content.put("decisionIndex", grounds.decision().index());
        content.put("auditSize", grounds.checkpoint().size());
        content.put("auditRootSha256", grounds.checkpoint().rootHashHex());
        grounds.release()
                .ifPresent(release -> content.put("release", release.id().toString()));
        content.put("notices", Notice.codes(Notice.of(render.language(), grounds)));
        content.put("performance", render.kind().text());
        content.put("speech", render.synthesizer());
        content.put("language", render.language().toLanguageTag());
        return content;
    }

    static String version() {
        String version = RenderManifest.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
