package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Validates the Content Credentials of an ISO base media file or a PNG, ours or anybody's. The active manifest is examined;
 * of its ingredients' manifests only whether they are those that were signed with it. Hostile bytes give a report, never another error than of reading.
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
            findings.about(manifest.label());
            JumbfBox claim = claimOf(manifest, findings);
            signer = new SignatureCheck(trust, findings).check(manifest, claim.cbor(), now);
            assertions.putAll(new AssertionsCheck(findings).check(manifest, CborDecoder.decodeMap(claim.cbor())));
            new IngredientsCheck(all, findings).check(assertions);
            new BindingCheck(findings).check(file, places.getFirst(), assertions);
        } catch (MalformedCredentialsException malformed) {
            findings.failure("claim.malformed", "The credentials cannot be read: " + malformed.getMessage() + ".");
        }
        var state = findings.failures().isEmpty() ? CredentialsReport.State.VALID : CredentialsReport.State.INVALID;
        return new CredentialsReport(
                state, findings.successes(), findings.failures(), findings.notes(), hash, signer, assertions);
    }

    private static JumbfBox claimOf(JumbfBox manifest, Findings findings) throws MalformedCredentialsException {
        List<JumbfBox> claims = manifest.children().stream()
                .filter(box -> box.is(JumbfType.CLAIM))
                .toList();
        if (claims.isEmpty()) {
            throw new MalformedCredentialsException("a manifest without a claim");
        }
        if (claims.size() > 1) {
            findings.failure("claim.multiple", "The manifest holds more than one claim.");
        }
        return claims.getFirst();
    }
}
