package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The file is, byte by byte, the one that was signed. */
final class BindingCheck {
    private static final int AT_ONCE = 1 << 18;

    private final Findings findings;

    BindingCheck(Findings findings) {
        this.findings = findings;
    }

    void check(SeekableByteChannel file, StorePlace place, Map<String, Map<?, ?>> assertions) throws IOException {
        List<String> labels = assertions.keySet().stream()
                .filter(label -> label.startsWith("c2pa.hash."))
                .toList();
        findings.at("c2pa.assertions/" + (labels.isEmpty() ? "" : labels.getFirst()));
        if (labels.isEmpty()) {
            findings.failure("claim.hardBindings.missing", "The claim is not bound to any file.");
        } else if (labels.size() > 1) {
            findings.failure("assertion.multipleHardBindings", "The claim is bound to more than one file.");
        } else if (place.still() && labels.getFirst().equals(HardBinding.RANGE)) {
            compareRange(file, place, Objects.requireNonNull(assertions.get(HardBinding.RANGE)));
        } else if (place.still()
                || !labels.getFirst().equals(BmffHash.LABEL)
                        && !labels.getFirst().equals("c2pa.hash.bmff.v2")) {
            findings.failure("algorithm.unsupported", "`" + labels.getFirst() + "` cannot be checked here.");
        } else {
            compare(file, Objects.requireNonNull(assertions.get(labels.getFirst())));
        }
    }

    private void compare(SeekableByteChannel file, Map<?, ?> binding) throws IOException {
        Optional<MessageDigest> digest = Digests.named(binding.get("alg") instanceof String alg ? alg : "sha256");
        if (digest.isEmpty() || binding.get("merkle") != null) {
            findings.failure("algorithm.unsupported", "The file is bound in a way that cannot be checked here.");
            return;
        }
        try {
            if (!(binding.get("hash") instanceof byte[] expected)) {
                throw new MalformedCredentialsException("a binding without a hash");
            }
            byte[] actual = BmffHash.of(file, exclusions(binding), digest.get());
            if (MessageDigest.isEqual(actual, expected)) {
                findings.success("assertion.bmffHash.match", "The file is as it was signed.");
            } else {
                findings.failure("assertion.bmffHash.mismatch", "The file was changed after signing.");
            }
        } catch (MalformedCredentialsException malformed) {
            findings.failure("assertion.bmffHash.malformed", "The file's binding: " + malformed.getMessage() + ".");
        }
    }

    /** One range is left out, and it is the chunk that holds the manifest: nothing else can be changed unseen. */
    private void compareRange(SeekableByteChannel file, StorePlace place, Map<?, ?> binding) throws IOException {
        Optional<MessageDigest> digest = Digests.named(binding.get("alg") instanceof String alg ? alg : "sha256");
        if (digest.isEmpty()) {
            findings.failure("algorithm.unsupported", "The file is bound in a way that cannot be checked here.");
            return;
        }
        boolean exact = binding.get("exclusions") instanceof List<?> list
                && list.size() == 1
                && list.getFirst() instanceof Map<?, ?> range
                && Long.valueOf(place.offset()).equals(range.get("start"))
                && Long.valueOf(place.bytes()).equals(range.get("length"));
        if (!exact || !(binding.get("hash") instanceof byte[] expected)) {
            findings.failure("assertion.dataHash.malformed", "The file's binding leaves out more than the manifest.");
            return;
        }
        add(file, 0, place.offset(), digest.get());
        add(file, place.offset() + place.bytes(), file.size(), digest.get());
        if (MessageDigest.isEqual(digest.get().digest(), expected)) {
            findings.success("assertion.dataHash.match", "The file is as it was signed.");
        } else {
            findings.failure("assertion.dataHash.mismatch", "The file was changed after signing.");
        }
    }

    private static void add(SeekableByteChannel file, long from, long to, MessageDigest digest) throws IOException {
        for (long at = from; at < to; at += AT_ONCE) {
            digest.update(BmffWalker.read(file, at, (int) Math.min(AT_ONCE, to - at)));
        }
    }

    private List<BmffExclusion> exclusions(Map<?, ?> binding) throws MalformedCredentialsException {
        List<BmffExclusion> exclusions = new ArrayList<>();
        if (binding.get("exclusions") instanceof List<?> list && list.size() <= 32) {
            for (Object item : list) {
                if (!(item instanceof Map<?, ?> map)) {
                    throw new MalformedCredentialsException("an exclusion that is no map");
                }
                exclusions.add(BmffExclusion.of(map));
            }
        }
        exclusions.stream()
                .filter(exclusion -> !exclusion.isMandatory())
                .forEach(exclusion -> findings.note(
                        "assertion.bmffHash.additionalExclusionsPresent",
                        "`" + exclusion.type() + "` boxes may have been changed after signing."));
        return exclusions;
    }
}
