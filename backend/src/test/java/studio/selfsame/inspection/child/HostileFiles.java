package studio.selfsame.inspection.child;

import static studio.selfsame.inspection.child.Bytes.ascii;
import static studio.selfsame.inspection.child.Bytes.box;
import static studio.selfsame.inspection.child.Bytes.ints;
import static studio.selfsame.inspection.child.Bytes.joined;
import static studio.selfsame.inspection.child.Bytes.littleInts;
import static studio.selfsame.inspection.child.Bytes.lying;
import static studio.selfsame.inspection.child.Bytes.lyingWide;
import static studio.selfsame.inspection.child.Bytes.nested;
import static studio.selfsame.inspection.child.Bytes.noise;
import static studio.selfsame.inspection.child.Bytes.repeated;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Broken files and such as are made to break their readers: the same ones for the same seed. */
final class HostileFiles {
    private static final List<String> CLIPS = List.of("/footage/ten-seconds.mp4", "/footage/bo_2s.mp4");
    private static final byte[] TYPE = box("ftyp", ascii("isom\0\0\0\1isomavc1"));
    private static final byte[] C2PA = joined(
            HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481"), new byte[4], ascii("manifest\0"), new byte[8]);
    private static final byte[] PNG = ascii("\u0089PNG\r\n\u001a\n");
    private static final int MILLION = 1_000_000;

    private final List<Hostile> files = new ArrayList<>();
    private final Random random;

    private HostileFiles(long seed) {
        this.random = new Random(seed);
    }

    record Hostile(String name, byte[] bytes) {}

    static List<Hostile> of(long seed) throws IOException {
        HostileFiles all = new HostileFiles(seed);
        for (String clip : CLIPS) {
            byte[] whole;
            try (var in = Objects.requireNonNull(HostileFiles.class.getResourceAsStream(clip))) {
                whole = in.readAllBytes();
            }
            all.cut(clip, whole);
            all.scribbled(clip, whole);
            all.lyingBoxes(clip, whole);
            all.tables(clip, whole);
        }
        all.still("/footage/ada_portrait.jpg");
        all.small();
        all.many();
        all.boundless();
        all.credentials();
        all.beginnings();
        all.sounds();
        all.pictures();
        return all.files;
    }

    private void add(String name, byte[]... parts) {
        files.add(new Hostile(name, joined(parts)));
    }

    private void cut(String clip, byte[] whole) {
        for (int i = 0; i < 20; i++) {
            int length = random.nextInt(whole.length);
            add(clip + " cut at " + length, Arrays.copyOf(whole, length));
        }
    }

    private void scribbled(String clip, byte[] whole) {
        for (int i = 0; i < 30; i++) {
            byte[] copy = whole.clone();
            for (int n = 1 << random.nextInt(9); n > 0; n--) {
                copy[random.nextInt(copy.length)] = (byte) random.nextInt();
            }
            add(clip + " scribbled on, " + i, copy);
        }
        for (int i = 0; i < 30; i++) {
            byte[] copy = whole.clone();
            int index = find(copy, "moov", 0);
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                copy[index + random.nextInt(Math.min(3600, copy.length - index))] = (byte) random.nextInt();
            }
            add(clip + " scribbled on in its index, " + i, copy);
        }
    }

    /** Every box in turn is said to be of another size than it is. */
    private void lyingBoxes(String clip, byte[] whole) {
        for (String type : List.of("mdat", "moov", "trak", "mdia", "minf", "stbl", "stsd", "avc1", "avcC", "udta")) {
            int at = find(whole, type, 0);
            for (int size : at < 0 ? new int[0] : new int[] {0, 1, 7, Integer.MAX_VALUE, -1}) {
                byte[] copy = whole.clone();
                ByteBuffer.wrap(copy).putInt(at - 4, size);
                add(clip + " with " + type + " of " + Integer.toUnsignedString(size), copy);
            }
        }
    }

    /** Tables that promise billions of pictures, or say that a picture lasts for ever. */
    private void tables(String clip, byte[] whole) {
        for (String type : List.of("stts", "ctts", "stsc", "stsz", "stco", "stss", "elst", "dref", "stsd")) {
            int at = find(whole, type, 0);
            for (int value : at < 0 ? new int[0] : new int[] {-1, 1 << 24}) {
                for (int field = 8; field <= 16; field += 4) {
                    byte[] copy = whole.clone();
                    ByteBuffer.wrap(copy).putInt(at + field, value);
                    add("%s with %s saying %d at %d".formatted(clip, type, value, field), copy);
                }
            }
        }
    }

    private void still(String name) throws IOException {
        byte[] whole;
        try (var in = Objects.requireNonNull(HostileFiles.class.getResourceAsStream(name))) {
            whole = in.readAllBytes();
        }
        for (int i = 0; i < 5; i++) {
            add(name + " cut", Arrays.copyOf(whole, random.nextInt(whole.length)));
            byte[] copy = whole.clone();
            copy[random.nextInt(copy.length)] ^= (byte) 0xff;
            add(name + " scribbled on", copy);
        }
    }

    private void small() {
        add("nothing");
        for (int length : new int[] {1, 2, 3, 4, 7, 8, 9, 11, 12, 15, 16, 17, 31, 100, 5000, 100_000}) {
            add("noise of " + length, noise(random, length));
            add("zeros of " + length, new byte[length]);
        }
        add("text", ascii("not a film\n"));
        add("a play list", ascii("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n"));
        add("a list of files", ascii("ffconcat version 1.0\nfile /etc/passwd\n"));
        add("a page", ascii("<html><img src=\"http://example.com/\"></html>"));
    }

    private void many() {
        for (String type : List.of("free", "uuid", "moov", "mdat", "ftyp")) {
            add("a million of " + type, TYPE, repeated(box(type), MILLION));
        }
        add("a hundred thousand tracks", TYPE, box("moov", repeated(box("trak"), 100_000)));
        add("a thousand tracks", TYPE, box("moov", repeated(track(), 1000)));
        add("a thousand manifests", TYPE, repeated(box("uuid", C2PA, new byte[8]), 1000));
        add("a million fragments", TYPE, repeated(box("moof"), MILLION));
    }

    private static byte[] track() {
        byte[] handler = box("hdlr", new byte[8], ascii("vide"), new byte[13]);
        return box("trak", box("tkhd", new byte[84]), box("mdia", box("mdhd", new byte[24]), handler));
    }

    private void boundless() {
        for (String type : List.of("moov", "trak", "meta", "udta", "jumb", "moof", "free")) {
            add(type + " in itself", TYPE, nested(type, 10_000));
        }
        for (long size : new long[] {0, 1, 15, Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
            add("data of " + size, TYPE, lyingWide(size, "mdat", new byte[100]));
            add("index of " + size, TYPE, lyingWide(size, "moov", new byte[100]));
            add("credentials of " + size, TYPE, lyingWide(size, "uuid", C2PA));
        }
        add("a box of no end in a box of no end", TYPE, lying(0, "moov", lying(0, "trak", lying(0, "moov", TYPE))));
    }

    private void credentials() {
        for (int i = 0; i < 30; i++) {
            add("credentials of noise", TYPE, box("uuid", C2PA, noise(random, 1 + random.nextInt(4000))));
        }
        add("credentials within credentials", TYPE, box("uuid", C2PA, nested("jumb", 100_000)));
        add("long credentials", TYPE, box("uuid", C2PA, box("jumb", new byte[17 << 20])));
        for (int claim : new int[] {0x81, 0x9f, 0xa1, 0xbf, 0xd8}) {
            byte[] deep = new byte[200_000];
            Arrays.fill(deep, (byte) claim);
            add("a claim of " + claim, TYPE, box("uuid", C2PA, store(deep)));
            add("a claim of " + claim + " in a PNG", PNG, chunk("IHDR", new byte[13]), chunk("caBX", store(deep)));
        }
        add(
                "a claim of giant lengths",
                TYPE,
                box("uuid", C2PA, store(HexFormat.of().parseHex("bb7fffffffffffffff"))));
        add("credentials longer than a PNG", PNG, lying(Integer.MAX_VALUE, "caBX", new byte[10]));
        add("a PNG of a million chunks", PNG, repeated(chunk("caBX", new byte[0]), MILLION));
    }

    private static byte[] store(byte[] claim) {
        byte[] uuid = HexFormat.of().parseHex("00110010800000aa00389b71");
        byte[] description = box("jumd", ascii("c2cl"), uuid, joined(new byte[] {3}, ascii("c2pa.claim.v2\0")));
        byte[] boxed = box("jumb", description, box("cbor", claim));
        byte[] manifest =
                box("jumb", box("jumd", ascii("c2ma"), uuid, joined(new byte[] {3}, ascii("urn:c2pa:x\0"))), boxed);
        return box("jumb", box("jumd", ascii("c2pa"), uuid, joined(new byte[] {3}, ascii("c2pa\0"))), manifest);
    }

    private static byte[] chunk(String type, byte[] data) {
        return joined(ints(data.length), ascii(type), data, new byte[4]);
    }

    /** What begins like a file of each kind, and goes on as noise. */
    private void beginnings() {
        List<byte[]> begins = List.of(
                PNG,
                ascii("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0"),
                ascii("GIF89a"),
                ascii("RIFF\u00ff\u00ff\u00ff\u00ffWAVEfmt "),
                ascii("RIFF\u00ff\u00ff\u00ff\u00ffAVI LIST"),
                ascii("RIFF\u00ff\u00ff\u00ff\u00ffWEBPVP8 "),
                ascii("fLaC\0\0\0\""),
                ascii("OggS\0\u0002"),
                ascii("ID3\u0004\0\0\u007f\u007f\u007f\u007f"),
                ascii("\u00ff\u00fb\u0090\0"),
                ascii("\u00ff\u00f1P\u0080"),
                HexFormat.of().parseHex("1a45dfa301ffffffffffffff"),
                HexFormat.of().parseHex("1a45dfa39f4286810142f7810142f2810442f381084282847765626d"),
                ascii("FLV\u0001\u0005\0\0\0\u0009"),
                HexFormat.of().parseHex("3026b2758e66cf11a6d900aa0062ce6c"),
                HexFormat.of().parseHex("000001ba4400040004010189"),
                ascii("\0\0\0\u0018ftypheic"),
                ascii("\0\0\0\u0018ftypM4A "));
        for (byte[] begin : begins) {
            for (int i = 0; i < 4; i++) {
                add("noise like " + HexFormat.of().formatHex(begin), begin, noise(random, 20_000));
            }
        }
        byte[] packet = new byte[188];
        packet[0] = 0x47;
        add("a transport stream of nothing", repeated(packet, 10_000));
        add("a transport stream of noise", repeated(joined(new byte[] {0x47, 0x40, 0, 0x10}, noise(random, 184)), 500));
    }

    private void sounds() {
        for (int channels : new int[] {0, 1, 255, 65_535}) {
            for (int rate : new int[] {0, 1, 16_000, -1}) {
                for (int coding : new int[] {1, 3}) {
                    int bits = coding == 3 ? 32 : 16;
                    byte[] format = joined(littleInts(coding | channels << 16, rate, rate * 2, 2 | bits << 16));
                    byte[] data = repeated(littleInts(0x7fc00000, -1, 0x7f800000, 0), 4000);
                    add(
                            "sound of %d channels at %d Hz".formatted(channels, rate),
                            ascii("RIFF"),
                            littleInts(-1),
                            ascii("WAVEfmt "),
                            littleInts(16),
                            format,
                            ascii("data"),
                            littleInts(-1),
                            data);
                }
            }
        }
    }

    /** Uncoded pictures, whose size is what they say it is. */
    private void pictures() {
        for (int[] size :
                new int[][] {{1, 1}, {0, 0}, {65_535, 65_535}, {65_535, 1}, {-1, 16}, {4096, 4096}, {64, 64}}) {
            for (String coding : List.of("\0\0\0\0", "MJPG", "HFYU", "png ")) {
                byte[] header = joined(littleInts(40, size[0], size[1], 1 | 24 << 16), ascii(coding), new byte[20]);
                byte[] stream = joined(ascii("vids"), ascii(coding), littleInts(0, 0, 0, 1, 25, 0, -1, 0, 0, 0, 0, 0));
                byte[] main = littleInts(40_000, 0, 0, 16, -1, 0, 1, 0, size[0], size[1], 0, 0, 0, 0);
                byte[] lists = joined(
                        list("hdrl", riff("avih", main), list("strl", riff("strh", stream), riff("strf", header))),
                        list("movi", repeated(riff("00dc", noise(random, 600)), 20)));
                add("pictures of %d by %d".formatted(size[0], size[1]), riff("RIFF", ascii("AVI "), lists));
            }
        }
    }

    private static byte[] riff(String type, byte[]... content) {
        byte[] all = joined(content);
        return joined(ascii(type), littleInts(all.length), all);
    }

    private static byte[] list(String type, byte[]... content) {
        return riff("LIST", ascii(type), joined(content));
    }

    private static int find(byte[] in, String type, int from) {
        byte[] wanted = ascii(type);
        for (int at = from; at + 4 <= in.length; at++) {
            if (Arrays.equals(in, at, at + 4, wanted, 0, 4)) {
                return at;
            }
        }
        return -1;
    }
}
