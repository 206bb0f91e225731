package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The file is, byte by byte, the one that was signed. */
final class BindingCheck {
    private static final String FIRST = "c2pa.hash.bmff";
    private static final Set<String> BOXES = Set.of(FIRST, "c2pa.hash.bmff.v2", BmffHash.LABEL);
    private static final int MOST_EXCLUSIONS = 32;

    private final Findings findings;
    private final String claimAlg;

    /** @param claimAlg what hashes are by that do not say it themselves */
    BindingCheck(Findings findings, String claimAlg) {
        this.findings = findings;
        this.claimAlg = claimAlg;
    }

    /** @param updated whether the store grew by update manifests after this was signed */
    void check(SeekableByteChannel file, StorePlace place, Map<String, Map<?, ?>> assertions, boolean updated)
            throws IOException {
        List<String> labels = assertions.keySet().stream()
                .filter(label -> label.startsWith("c2pa.hash."))
                .toList();
        findings.at("c2pa.assertions/" + (labels.isEmpty() ? "" : labels.getFirst()));
        if (labels.isEmpty()) {
            findings.failure("claim.hardBindings.missing", "The claim is not bound to any file.");
            return;
        }
        if (labels.size() > 1) {
            findings.failure("assertion.multipleHardBindings", "The claim is bound to more than one file.");
            return;
        }
        String label = labels.getFirst();
        Map<?, ?> binding = Objects.requireNonNull(assertions.get(label));
        boolean boxed = place.form() == FileForm.BMFF;
        if (!boxed && label.equals(HardBinding.RANGE)) {
            new RangeBinding(findings, claimAlg).check(file, place, binding, updated);
        } else if (BoxesBinding.FORMS.contains(place.form()) && label.equals(BoxesBinding.LABEL)) {
            new BoxesBinding(findings, claimAlg).check(file, place, binding);
        } else if (boxed && BOXES.contains(label)) {
            compare(file, binding, !label.equals(FIRST));
        } else {
            findings.failure("algorithm.unsupported", "`" + label + "` cannot be checked here.");
        }
    }

    private void compare(SeekableByteChannel file, Map<?, ?> binding, boolean offsets) throws IOException {
        Optional<MessageDigest> digest = Digests.named(binding.get("alg") instanceof String alg ? alg : claimAlg);
        if (digest.isEmpty()) {
            findings.failure("algorithm.unsupported", "The file is bound in a way that cannot be checked here.");
            return;
        }
        try {
            List<BmffExclusion> exclusions = exclusions(binding);
            if (matches(file, binding, exclusions, digest.get(), offsets)) {
                findings.success("assertion.bmffHash.match", "The file is as it was signed.");
            } else {
                findings.failure("assertion.bmffHash.mismatch", "The file was changed after signing.");
            }
        } catch (MalformedCredentialsException malformed) {
            findings.failure(
                    malformed.code().equals("algorithm.unsupported")
                            ? malformed.code()
                            : "assertion.bmffHash.malformed",
                    "The file's binding: " + malformed.getMessage() + ".");
        }
    }

    private boolean matches(
            SeekableByteChannel file,
            Map<?, ?> binding,
            List<BmffExclusion> exclusions,
            MessageDigest digest,
            boolean offsets)
            throws IOException {
        if (binding.get("merkle") != null) {
            String alg = binding.get("alg") instanceof String named ? named : claimAlg;
            return new MerkleBinding(file, new BmffContent(file, exclusions, offsets), alg).matches(binding);
        }
        if (!(binding.get("hash") instanceof byte[] expected)) {
            throw new MalformedCredentialsException("a binding without a hash");
        }
        return MessageDigest.isEqual(hash(file, exclusions, digest, offsets), expected);
    }

    private static byte[] hash(
            SeekableByteChannel file, List<BmffExclusion> exclusions, MessageDigest digest, boolean offsets)
            throws IOException {
        if (offsets && exclusions.stream().allMatch(BmffExclusion::isPlain)) {
            return BmffHash.of(file, exclusions, digest);
        }
        new BmffContent(file, exclusions, offsets).addTo(digest, BmffWalker.roots(file), 0);
        return digest.digest();
    }

    private List<BmffExclusion> exclusions(Map<?, ?> binding) throws MalformedCredentialsException {
        List<BmffExclusion> exclusions = new ArrayList<>();
        if (binding.get("exclusions") instanceof List<?> list && list.size() <= MOST_EXCLUSIONS) {
            for (Object item : list) {
                if (!(item instanceof Map<?, ?> map)) {
                    throw new MalformedCredentialsException("an exclusion that is no map");
                }
                exclusions.add(BmffExclusion.of(map));
            }
        }
        boolean trees = binding.get("merkle") != null;
        exclusions.stream()
                .filter(exclusion ->
                        !exclusion.isMandatory() && !(trees && exclusion.type().equals("mdat")))
                .forEach(exclusion -> findings.note(
                        "assertion.bmffHash.additionalExclusionsPresent",
                        "`" + exclusion.type() + "` boxes may have been changed after signing."));
        return exclusions;
    }
}
