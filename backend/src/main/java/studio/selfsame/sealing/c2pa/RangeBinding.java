package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code c2pa.hash.data}: all bytes of the file but some ranges, one of which holds the manifest store. */
final class RangeBinding {
    private static final int MOST_RANGES = 1000;

    private final Findings findings;
    private final String claimAlg;

    RangeBinding(Findings findings, String claimAlg) {
        this.findings = findings;
        this.claimAlg = claimAlg;
    }

    /** @param updated whether the store grew by update manifests after this was signed */
    void check(SeekableByteChannel file, StorePlace place, Map<?, ?> binding, boolean updated) throws IOException {
        Optional<MessageDigest> digest = Digests.named(binding.get("alg") instanceof String alg ? alg : claimAlg);
        if (digest.isEmpty()) {
            findings.failure("algorithm.unsupported", "The file is bound in a way that cannot be checked here.");
            return;
        }
        try {
            if (!(binding.get("hash") instanceof byte[] expected)) {
                throw new MalformedCredentialsException("a binding without a hash");
            }
            List<ByteRange> out = exclusions(binding);
            if (updated) {
                out = grown(out, place);
            }
            long at = 0;
            for (ByteRange range : out) {
                if (range.offset() < at || range.end() > file.size()) {
                    throw new MalformedCredentialsException("ranges that overlap, or lie beyond the file's end");
                }
                ByteRange.between(at, range.offset()).addTo(digest.get(), file);
                at = range.end();
            }
            ByteRange.between(at, file.size()).addTo(digest.get(), file);
            if (!MessageDigest.isEqual(digest.get().digest(), expected)) {
                findings.failure("assertion.dataHash.mismatch", "The file was changed after signing.");
                return;
            }
            findings.success("assertion.dataHash.match", "The file is as it was signed.");
            tellMore(out, place);
        } catch (MalformedCredentialsException malformed) {
            findings.failure("assertion.dataHash.malformed", "The file's binding: " + malformed.getMessage() + ".");
        }
    }

    private void tellMore(List<ByteRange> out, StorePlace place) {
        ByteRange store = ByteRange.between(
                place.around().getFirst().offset(), place.around().getLast().end());
        if (out.stream().anyMatch(range -> !store.covers(range))) {
            findings.note(
                    "assertion.dataHash.additionalExclusionsPresent",
                    "Parts of the file other than the credentials may have been changed after signing.");
        }
    }

    /** The range that held the store is as long as it is now; what lay behind it has moved. */
    private static List<ByteRange> grown(List<ByteRange> ranges, StorePlace place) {
        long start = place.around().getFirst().offset();
        long now = place.around().getLast().end() - start;
        List<ByteRange> grown = new ArrayList<>();
        long growth = 0;
        for (ByteRange range : ranges) {
            if (range.offset() == start) {
                growth = now - range.bytes();
                grown.add(new ByteRange(start, now));
            } else {
                grown.add(new ByteRange(range.offset() + growth, range.bytes()));
            }
        }
        return grown;
    }

    private static List<ByteRange> exclusions(Map<?, ?> binding) throws MalformedCredentialsException {
        List<ByteRange> ranges = new ArrayList<>();
        if (binding.get("exclusions") instanceof List<?> list) {
            for (Object item : list) {
                if (!(item instanceof Map<?, ?> map)
                        || !(map.get("start") instanceof Long start)
                        || !(map.get("length") instanceof Long bytes)
                        || start < 0
                        || bytes < 0
                        || start > Long.MAX_VALUE - bytes
                        || ranges.size() == MOST_RANGES) {
                    throw new MalformedCredentialsException("a range that is none");
                }
                ranges.add(new ByteRange(start, bytes));
            }
        }
        return ranges;
    }
}
