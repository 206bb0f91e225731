package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What is left of the boxes of an ISO base media file when all exclusions of a binding are taken out, nested ones and parts too. */
final class BmffContent {
    /** Boxes that hold nothing but boxes. */
    private static final Set<String> HOLDERS = Set.of(
            "moov", "trak", "edts", "mdia", "minf", "dinf", "stbl", "mvex", "moof", "traf", "mfra", "udta", "iprp",
            "ipco", "meco", "strk", "strd", "sinf", "schi");

    /** A full box that holds boxes, except in QuickTime, where it is no full box. */
    private static final String META = "meta";

    private static final int MOST_LOOKED_AT = 200_000;

    private final SeekableByteChannel file;
    private final List<BmffExclusion> exclusions;
    private final boolean offsets;
    private int lookedAt;

    /** @param offsets whether each root box is preceded by its offset, as in every version but the first */
    BmffContent(SeekableByteChannel file, List<BmffExclusion> exclusions, boolean offsets) {
        this.file = file;
        this.exclusions = List.copyOf(exclusions);
        this.offsets = offsets;
    }

    /**
     * Adds these root boxes.
     *
     * @param base what offsets are counted from
     */
    void addTo(MessageDigest digest, List<BmffBox> roots, long base) throws IOException {
        for (BmffBox root : roots) {
            if (offsets && !isWhollyExcluded(root, roots)) {
                digest.update(ByteBuffer.allocate(8).putLong(0, root.offset() - base));
            }
            for (ByteRange range : left(root, roots)) {
                range.addTo(digest, file);
            }
        }
    }

    private boolean isWhollyExcluded(BmffBox root, List<BmffBox> roots) throws IOException {
        for (BmffExclusion exclusion : exclusions) {
            if (exclusion.subset().isEmpty() && exclusion.path().size() == 1 && reaches(exclusion, 0, root, roots)) {
                return true;
            }
        }
        return false;
    }

    private List<ByteRange> left(BmffBox root, List<BmffBox> roots) throws IOException {
        List<ByteRange> out = new ArrayList<>();
        for (BmffExclusion exclusion : exclusions) {
            collect(exclusion, 0, root, roots, out);
        }
        out.sort(Comparator.comparingLong(ByteRange::offset));
        List<ByteRange> left = new ArrayList<>();
        long at = root.offset();
        for (ByteRange range : out) {
            if (range.offset() > at) {
                left.add(ByteRange.between(at, range.offset()));
            }
            at = Math.max(at, range.end());
        }
        if (at < root.end()) {
            left.add(ByteRange.between(at, root.end()));
        }
        return left;
    }

    private void collect(BmffExclusion exclusion, int depth, BmffBox box, List<BmffBox> siblings, List<ByteRange> out)
            throws IOException {
        if (!reaches(exclusion, depth, box, siblings)) {
            return;
        }
        if (depth + 1 < exclusion.path().size()) {
            List<BmffBox> children = children(box);
            look(children.size());
            for (BmffBox child : children) {
                collect(exclusion, depth + 1, child, children, out);
            }
        } else if (exclusion.subset().isEmpty()) {
            out.add(new ByteRange(box.offset(), box.size()));
        } else {
            for (ByteRange part : exclusion.subset()) {
                long most = box.size() - part.offset();
                if (most > 0) {
                    long bytes = part.bytes() == 0 ? most : Math.min(most, part.bytes());
                    out.add(new ByteRange(box.offset() + part.offset(), bytes));
                }
            }
        }
    }

    private boolean reaches(BmffExclusion exclusion, int depth, BmffBox box, List<BmffBox> siblings)
            throws IOException {
        BmffExclusion.Step step = exclusion.path().get(depth);
        if (!step.type().equals(box.type())) {
            return false;
        }
        look(step.nth() == 0 ? 1 : siblings.size());
        boolean nth = step.nth() == 0
                || siblings.stream()
                                .filter(each -> each.type().equals(step.type()) && each.offset() <= box.offset())
                                .count()
                        == step.nth();
        return nth && (depth + 1 < exclusion.path().size() || exclusion.covers(file, box));
    }

    private void look(int boxes) throws MalformedCredentialsException {
        lookedAt += boxes;
        if (lookedAt > MOST_LOOKED_AT) {
            throw new MalformedCredentialsException("more boxes left out than any film has");
        }
    }

    private List<BmffBox> children(BmffBox box) throws IOException {
        if (HOLDERS.contains(box.type())) {
            return BmffWalker.boxes(file, box.contentOffset(), box.end());
        }
        if (!box.type().equals(META) || box.size() < box.headerBytes() + 8) {
            return List.of();
        }
        boolean full = BmffWalker.read(file, box.contentOffset(), 4).getInt() == 0;
        return BmffWalker.boxes(file, box.contentOffset() + (full ? 4 : 0), box.end());
    }
}
