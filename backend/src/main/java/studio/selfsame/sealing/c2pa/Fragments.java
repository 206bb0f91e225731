package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The boxes of a fragmented file.
 *
 * @param before the index, and what else comes before the first fragment
 * @param joined whether each fragment was signed as a file of its own
 */
record Fragments(List<BmffBox> before, List<List<BmffBox>> all, boolean joined) {
    /** Written as one file: a fragment begins with its {@code moof}. */
    static Fragments ofOneFile(List<BmffBox> roots) {
        List<BmffBox> before = new ArrayList<>();
        List<List<BmffBox>> all = new ArrayList<>();
        for (BmffBox box : roots) {
            if (box.type().equals("moof")) {
                all.add(new ArrayList<>());
            }
            (all.isEmpty() ? before : all.getLast()).add(box);
        }
        return new Fragments(before, all, false);
    }

    /** Files one behind the other, as a player fetched them: a fragment begins behind the media of the one before it. */
    static Fragments ofJoinedFiles(SeekableByteChannel file, List<BmffBox> roots) throws IOException {
        List<BmffBox> before = new ArrayList<>();
        List<List<BmffBox>> all = new ArrayList<>();
        boolean begun = true;
        for (BmffBox box : roots) {
            boolean begins = box.type().equals("styp") || box.type().equals("moof") || MerkleBoxes.isOne(file, box);
            if (begins && begun && isBehindIndex(before)) {
                all.add(new ArrayList<>());
                begun = false;
            }
            (all.isEmpty() ? before : all.getLast()).add(box);
            begun |= box.type().equals("mdat");
        }
        return new Fragments(before, all, true);
    }

    private static boolean isBehindIndex(List<BmffBox> before) {
        return before.stream().anyMatch(box -> box.type().equals("moov"));
    }

    /** What offsets in this fragment are counted from. */
    long base(List<BmffBox> fragment) {
        return joined ? fragment.getFirst().offset() : 0;
    }
}
