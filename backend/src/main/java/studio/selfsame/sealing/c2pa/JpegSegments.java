package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The marker segments of a JPEG (ISO/IEC 10918-1), among them those of {@code APP11}, which carry JUMBF boxes cut into pieces
 * (ISO/IEC 18477-3, annex B) and so the manifest store (C2PA 2.4, annex A.3.1).
 */
final class JpegSegments {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP11 = 0xeb;
    private static final int MOST_SEGMENTS = 20_000;
    /** Marker, length, {@code JP}, number of the box, number of the piece. */
    private static final int BEFORE_PIECE = 2 + 2 + 2 + 2 + 4;
    /** Size and type of the box, which every piece repeats. */
    private static final int BOX_HEADER = 8;

    private static final int TYPE_BYTES = 16;

    private JpegSegments() {}

    /** @param entropy bytes of coded picture that follow the segment */
    private record Segment(int marker, long offset, long bytes, long entropy) {
        ByteRange range() {
            return new ByteRange(offset, bytes + entropy);
        }
    }

    static boolean isJpeg(SeekableByteChannel file) throws IOException {
        return file.size() >= 3
                && Arrays.equals(
                        BmffWalker.read(file, 0, 3).array(), new byte[] {(byte) 0xff, (byte) SOI, (byte) 0xff});
    }

    /** One for each JUMBF box that is a manifest store, pieces joined by the number of their box. */
    static List<StorePlace> stores(SeekableByteChannel file) throws IOException {
        Map<Integer, List<Segment>> boxes = new LinkedHashMap<>();
        for (Segment segment : segments(file, false)) {
            if (segment.marker == APP11 && segment.bytes > BEFORE_PIECE + BOX_HEADER) {
                ByteBuffer head = BmffWalker.read(file, segment.offset + 4, BEFORE_PIECE - 4);
                if (head.getShort() == (('J' << 8) | 'P')) {
                    boxes.computeIfAbsent(head.getShort() & 0xffff, ignored -> new ArrayList<>())
                            .add(segment);
                }
            }
        }
        List<StorePlace> stores = new ArrayList<>();
        for (List<Segment> pieces : boxes.values()) {
            if (isStore(file, pieces.getFirst())) {
                stores.add(place(pieces));
            }
        }
        return stores;
    }

    private static boolean isStore(SeekableByteChannel file, Segment first) throws IOException {
        int description = 2 * BOX_HEADER + TYPE_BYTES;
        return first.bytes >= BEFORE_PIECE + description
                && JumbfType.STORE.is(Arrays.copyOfRange(
                        BmffWalker.read(file, first.offset + BEFORE_PIECE, description)
                                .array(),
                        2 * BOX_HEADER,
                        description));
    }

    private static StorePlace place(List<Segment> segments) {
        List<ByteRange> around = new ArrayList<>();
        List<ByteRange> pieces = new ArrayList<>();
        for (Segment segment : segments) {
            int before = BEFORE_PIECE + (pieces.isEmpty() ? 0 : BOX_HEADER);
            around.add(segment.range());
            pieces.add(new ByteRange(segment.offset + before, segment.bytes - before));
        }
        return new StorePlace(FileForm.JPEG, around, pieces);
    }

    /** All segments up to the end of the picture; a segment and the coded picture behind it are one. */
    static List<NamedRange> named(SeekableByteChannel file, StorePlace store) throws IOException {
        List<NamedRange> named = new ArrayList<>();
        for (Segment segment : segments(file, true)) {
            boolean ofStore = store.around().contains(segment.range());
            if (ofStore && !named.isEmpty() && named.getLast().name().equals(NamedRange.STORE)) {
                ByteRange before = named.removeLast().range();
                named.add(new NamedRange(
                        NamedRange.STORE, ByteRange.between(before.offset(), segment.offset + segment.bytes)));
            } else {
                named.add(new NamedRange(ofStore ? NamedRange.STORE : name(segment.marker), segment.range()));
            }
        }
        return named;
    }

    /** As far as they make sense. */
    private static List<Segment> segments(SeekableByteChannel file, boolean wholePicture) throws IOException {
        List<Segment> segments = new ArrayList<>();
        long at = 0;
        while (segments.size() < MOST_SEGMENTS && file.size() - at >= 2) {
            ByteBuffer head = BmffWalker.read(file, at, (int) Math.min(4, file.size() - at));
            int marker = head.getShort() & 0xffff;
            if (marker >> 8 != 0xff) {
                return segments;
            }
            boolean bare = marker == (0xff00 | SOI) || marker == (0xff00 | EOI);
            if (!bare && head.remaining() < 2) {
                return segments;
            }
            long bytes = bare ? 2 : 2 + (head.getShort() & 0xffff);
            if (bytes > file.size() - at) {
                return segments;
            }
            boolean coded = marker == (0xff00 | SOS);
            if (coded && !wholePicture) {
                return segments;
            }
            long entropy = coded ? EntropyCoded.bytes(file, at + bytes) : 0;
            segments.add(new Segment(marker & 0xff, at, bytes, entropy));
            at += bytes + entropy;
            if (marker == (0xff00 | EOI)) {
                return segments;
            }
        }
        return segments;
    }

    private static String name(int marker) {
        return switch (marker) {
            case SOI -> "SOI";
            case EOI -> "EOI";
            case SOS -> "SOS";
            case 0xc4 -> "DHT";
            case 0xc8 -> "JPG";
            case 0xcc -> "DAC";
            case 0xdb -> "DQT";
            case 0xdc -> "DNL";
            case 0xdd -> "DRI";
            case 0xde -> "DHP";
            case 0xdf -> "EXP";
            case 0xfe -> "COM";
            default ->
                marker >= APP0 && marker <= 0xef
                        ? "APP" + (marker - APP0)
                        : marker >= 0xc0 && marker <= 0xcf
                                ? "SOF" + (marker - 0xc0)
                                : marker >= 0xf0 && marker <= 0xfd
                                        ? "JPG" + (marker - 0xf0)
                                        : "0x%02X".formatted(marker);
        };
    }
}
