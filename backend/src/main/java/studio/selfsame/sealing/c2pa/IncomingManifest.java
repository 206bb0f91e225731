package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Content Credentials that a file came with, to be carried on, byte by byte, in those of a file made from it. What cannot
 * be carried is told in words instead.
 */
public final class IncomingManifest {
    /** What is larger is told, not carried. */
    private static final int MOST_BYTES = 4 << 20;

    private static final Set<String> BROKEN =
            Set.of("claim.", "assertion.hashedURI.", "assertion.missing", "assertion.undeclared", "ingredient.");
    private static final String STORE = "self#jumbf=/c2pa/";

    private final List<JumbfBox> manifests;
    private final Map<String, Object> fields;

    private IncomingManifest(List<JumbfBox> manifests, Map<String, Object> fields) {
        this.manifests = manifests;
        this.fields = fields;
    }

    /**
     * Validates what the file came with. Never throws for what the file holds.
     *
     * @return empty if the file carries no credentials
     */
    public static Optional<IncomingManifest> read(SeekableByteChannel file, CredentialsReader reader, Instant now)
            throws IOException {
        List<StorePlace> places = StorePlace.in(file);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        CredentialsReport report = reader.read(file, now);
        try {
            if (places.size() > 1) {
                throw new MalformedCredentialsException("more than one manifest store");
            }
            if (places.getFirst().bytes() > MOST_BYTES) {
                throw new MalformedCredentialsException("too large to be carried on");
            }
            return Optional.of(carried(JumbfReader.readStore(places.getFirst().read(file)), report));
        } catch (MalformedCredentialsException unfit) {
            String told = "Came with Content Credentials that are not carried on: " + unfit.getMessage() + ".";
            return Optional.of(new IncomingManifest(List.of(), Map.of("description", told)));
        }
    }

    private static IncomingManifest carried(JumbfBox store, CredentialsReport report)
            throws MalformedCredentialsException {
        JumbfBox active = JumbfReader.activeManifest(store)
                .orElseThrow(() -> new MalformedCredentialsException("a manifest store without a manifest"));
        JumbfBox signature = active.child("c2pa.signature")
                .orElseThrow(() -> new MalformedCredentialsException("a manifest without a signature"));
        if (!intact(report)) {
            throw new MalformedCredentialsException("they were changed after signing");
        }
        boolean distinct =
                store.children().stream().map(JumbfBox::label).distinct().count()
                        == store.children().size();
        if (!distinct || store.children().stream().anyMatch(box -> !box.label().startsWith("urn:"))) {
            throw new MalformedCredentialsException("manifests without names of their own");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("activeManifest", reference(active.label(), active));
        fields.put("claimSignature", reference(active.label() + "/c2pa.signature", signature));
        fields.put(
                "validationResults",
                Map.of(
                        "activeManifest",
                        Map.of(
                                "success", statuses(report.successes()),
                                "informational", statuses(report.notes()),
                                "failure", statuses(report.failures()))));
        return new IncomingManifest(store.children(), fields);
    }

    /**
     * Whether the manifest is as it was signed, whoever signed it, and whatever became of the file: another's validator would
     * hold a broken one against the file that carries it.
     */
    private static boolean intact(CredentialsReport report) {
        return report.confirmed("claimSignature.validated")
                && report.failures().stream()
                        .map(CredentialsReport.Status::code)
                        .noneMatch(code -> BROKEN.stream().anyMatch(code::startsWith));
    }

    private static Map<String, Object> reference(String path, JumbfBox box) {
        return Map.of("url", STORE + path, "hash", Digests.sha256().digest(box.payload()));
    }

    private static List<Map<String, Object>> statuses(List<CredentialsReport.Status> statuses) {
        return statuses.stream()
                .map(status -> Map.<String, Object>of(
                        "code", status.code(), "url", status.url(), "explanation", status.text()))
                .toList();
    }

    /** Manifests to be copied; none where they cannot be. */
    List<JumbfBox> manifests() {
        return manifests;
    }

    /** What the ingredient says of them. */
    Map<String, Object> fields() {
        return fields;
    }
}
