package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Validates the Content Credentials of a file of any {@link FileForm}, ours or anybody's: the active manifest, those of its
 * ingredients, and what binds them to the file. Hostile bytes give a report, never another error than of reading.
 */
public final class CredentialsReader {
    private final Trust trust;

    public CredentialsReader(Trust trust) {
        this.trust = trust;
    }

    /** A file that is in memory. */
    public CredentialsReport read(byte[] file, Instant now) throws IOException {
        try (BytesChannel channel = new BytesChannel(file)) {
            return read(channel, now);
        }
    }

    /** @param now used as the time of signing where no trusted time stamp gives one */
    public CredentialsReport read(SeekableByteChannel file, Instant now) throws IOException {
        List<StorePlace> places = StorePlace.in(file);
        if (places.isEmpty()) {
            return new CredentialsReport(
                    CredentialsReport.State.ABSENT,
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of());
        }
        Findings findings = new Findings();
        if (places.size() > 1) {
            findings.failure("general.error", "The file carries more than one manifest store.");
        }
        Map<String, Map<?, ?>> assertions = new LinkedHashMap<>();
        Optional<String> hash = Optional.empty();
        Optional<String> signer = Optional.empty();
        try {
            byte[] store = places.getFirst().read(file);
            hash = Optional.of(HexFormat.of().formatHex(Digests.sha256().digest(store)));
            JumbfBox all = JumbfReader.readStore(store);
            JumbfBox manifest = JumbfReader.activeManifest(all)
                    .orElseThrow(() -> new MalformedCredentialsException("a manifest store without a manifest"));
            ManifestCheck check = new ManifestCheck(trust, now);
            ManifestCheck.Checked active = check.check(manifest, Set.of(), findings);
            signer = active.signer();
            assertions.putAll(active.assertions());
            IngredientsCheck ingredients = new IngredientsCheck(all, check, findings);
            ingredients.walk(active);
            Optional<ManifestCheck.Checked> bound = ingredients.bound(active);
            findings.about(bound.orElse(active).label());
            new BindingCheck(findings, bound.orElse(active).claim().alg())
                    .check(
                            file,
                            places.getFirst(),
                            bound.map(ManifestCheck.Checked::assertions).orElse(Map.of()),
                            active.isUpdate());
        } catch (MalformedCredentialsException malformed) {
            findings.failure(malformed.code(), "The credentials cannot be read: " + malformed.getMessage() + ".");
        }
        var state = findings.failures().isEmpty() ? CredentialsReport.State.VALID : CredentialsReport.State.INVALID;
        return new CredentialsReport(
                state, findings.successes(), findings.failures(), findings.notes(), hash, signer, assertions);
    }
}
