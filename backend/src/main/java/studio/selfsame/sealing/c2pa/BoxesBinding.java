package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code c2pa.hash.boxes}: the segments of a JPEG or the chunks of a PNG, all of them, in their order (C2PA 2.4, section 18.7). */
final class BoxesBinding {
    static final String LABEL = "c2pa.hash.boxes";
    static final Set<FileForm> FORMS = Set.of(FileForm.JPEG, FileForm.PNG);

    private final Findings findings;
    private final String claimAlg;

    BoxesBinding(Findings findings, String claimAlg) {
        this.findings = findings;
        this.claimAlg = claimAlg;
    }

    void check(SeekableByteChannel file, StorePlace place, Map<?, ?> binding) throws IOException {
        List<NamedRange> there = place.form() == FileForm.PNG ? PngChunks.named(file) : JpegSegments.named(file, place);
        if (!(binding.get("boxes") instanceof List<?> boxes) || boxes.isEmpty()) {
            findings.failure("assertion.boxesHash.malformed", "The file's binding names no part of it.");
            return;
        }
        // The signature of a PNG need not be named.
        int at = there.getFirst().name().equals("PNGh")
                        && !names(boxes.getFirst()).contains("PNGh")
                ? 1
                : 0;
        for (Object box : boxes) {
            List<?> names = names(box);
            if (names.isEmpty() || at + names.size() > there.size() || !names.equals(named(there, at, names.size()))) {
                findings.failure(
                        "assertion.boxesHash.unknownBox", "The file's parts are not those that were signed, in order.");
                return;
            }
            List<NamedRange> meant = there.subList(at, at + names.size());
            if (!compare(file, (Map<?, ?>) box, meant)) {
                return;
            }
            at += names.size();
        }
        if (at < there.size() || there.getLast().range().end() < file.size()) {
            findings.failure("assertion.boxesHash.unknownBox", "The file has parts that were not signed.");
            return;
        }
        findings.success("assertion.boxesHash.match", "The file is as it was signed.");
    }

    private boolean compare(SeekableByteChannel file, Map<?, ?> box, List<NamedRange> meant) throws IOException {
        if (meant.getFirst().name().equals(NamedRange.STORE) && meant.size() == 1) {
            return true;
        }
        if (Boolean.TRUE.equals(box.get("excluded"))) {
            findings.note(
                    "assertion.boxesHash.additionalExclusionsPresent",
                    "Parts of the file other than the credentials may have been changed after signing.");
            return true;
        }
        Optional<MessageDigest> digest = Digests.named(box.get("alg") instanceof String alg ? alg : claimAlg);
        if (digest.isEmpty() || !(box.get("hash") instanceof byte[] expected)) {
            findings.failure("algorithm.unsupported", "The file is bound in a way that cannot be checked here.");
            return false;
        }
        if (meant.stream().anyMatch(part -> part.name().equals(NamedRange.STORE))) {
            findings.failure("assertion.boxesHash.malformed", "The credentials are bound to themselves.");
            return false;
        }
        ByteRange.between(
                        meant.getFirst().range().offset(),
                        meant.getLast().range().end())
                .addTo(digest.get(), file);
        if (MessageDigest.isEqual(digest.get().digest(), expected)) {
            return true;
        }
        findings.failure("assertion.boxesHash.mismatch", "The file was changed after signing.");
        return false;
    }

    private static List<String> named(List<NamedRange> there, int from, int count) {
        return there.subList(from, from + count).stream().map(NamedRange::name).toList();
    }

    private static List<?> names(Object box) {
        return box instanceof Map<?, ?> map && map.get("names") instanceof List<?> names ? names : List.of();
    }
}
