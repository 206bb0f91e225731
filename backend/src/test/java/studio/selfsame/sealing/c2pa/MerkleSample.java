package studio.selfsame.sealing.c2pa;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A fragmented MP4 bound by a tree, its hashes made by hand.
 *
 * @param count of fragments
 * @param height of the row of hashes that the binding holds; 0 for the leaves themselves
 * @param joined whether each fragment is a file of its own, with a type and offsets of its own
 */
record MerkleSample(int count, int height, boolean joined) {
    private static final int HASH_BYTES = 32;

    Path write(SampleCredentials credentials, Path folder, String name) throws Exception {
        Path plain = Files.write(folder.resolve("plain-" + name), plain());
        Path signed = new BoundMp4(credentials, BmffHash.LABEL)
                .bind(plain, folder.resolve(name), List.of(), file -> Map.of("merkle", List.of(tree(file))));
        byte[] file = Files.readAllBytes(signed);
        List<List<byte[]>> rows = rows(file);
        List<Integer> fragments = starts(file);
        for (int i = 0; i < count; i++) {
            byte[] proof = proofBox(i, rows);
            System.arraycopy(proof, 0, file, fragments.get(i) + (joined ? typeBox().length : 0), proof.length);
        }
        return Files.write(signed, file);
    }

    private byte[] plain() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(SampleMp4.box("ftyp", "iso6\0\0\0\1iso6mp41".getBytes(StandardCharsets.US_ASCII)));
        all.writeBytes(SampleMp4.box("moov", SampleMp4.box("mvhd", new byte[100])));
        List<List<byte[]>> none = emptyRows();
        for (int i = 0; i < count; i++) {
            if (joined) {
                all.writeBytes(typeBox());
            }
            all.writeBytes(proofBox(i, none));
            all.writeBytes(SampleMp4.box("moof", SampleMp4.box("mfhd", new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) i})));
            byte[] media = new byte[500 + i];
            new Random(i).nextBytes(media);
            all.writeBytes(SampleMp4.box("mdat", media));
        }
        return all.toByteArray();
    }

    private Map<String, Object> tree(byte[] file) {
        List<List<byte[]>> rows = rows(file);
        List<Integer> starts = starts(file);
        int end = joined ? starts.getFirst() : index(file, "moof", starts.getFirst());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("uniqueId", 1);
        tree.put("localId", 1);
        tree.put("count", count);
        tree.put("initHash", hash(file, 0, end, 0));
        tree.put("hashes", rows.get(height));
        return tree;
    }

    /** From the leaves up. */
    private List<List<byte[]>> rows(byte[] file) {
        List<Integer> starts = starts(file);
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = joined ? starts.get(i) : index(file, "moof", starts.get(i));
            int to = i + 1 == count ? file.length : joined ? starts.get(i + 1) : index(file, "moof", starts.get(i + 1));
            leaves.add(hash(file, from, to, joined ? from : 0));
        }
        return up(leaves);
    }

    private List<List<byte[]>> emptyRows() {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(new byte[HASH_BYTES]);
        }
        return up(leaves);
    }

    private static List<List<byte[]>> up(List<byte[]> leaves) {
        List<List<byte[]>> rows = new ArrayList<>(List.of(leaves));
        while (rows.getLast().size() > 1) {
            List<byte[]> below = rows.getLast();
            List<byte[]> row = new ArrayList<>();
            for (int i = 0; i < below.size(); i += 2) {
                MessageDigest digest = Digests.sha256();
                digest.update(below.get(i));
                row.add(i + 1 < below.size() ? digest.digest(below.get(i + 1)) : below.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private byte[] proofBox(int leaf, List<List<byte[]>> rows) {
        List<byte[]> way = new ArrayList<>();
        for (int level = 0; level < height; level++) {
            int neighbour = (leaf >> level) ^ 1;
            if (neighbour < rows.get(level).size()) {
                way.add(rows.get(level).get(neighbour));
            }
        }
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("uniqueId", 1);
        proof.put("localId", 1);
        proof.put("location", leaf);
        if (height > 0) {
            proof.put("hashes", way);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(ManifestBox.uuid());
        content.writeBytes(new byte[4]);
        content.writeBytes("merkle\0".getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(CborEncoder.encode(proof));
        return SampleMp4.box("uuid", content.toByteArray());
    }

    private static byte[] typeBox() {
        return SampleMp4.box("styp", "msdh\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
    }

    /** All boxes from here to there but types and manifests, each behind its offset. */
    private static byte[] hash(byte[] file, int from, int to, int base) {
        MessageDigest digest = Digests.sha256();
        for (int at = from; at < to; at += ByteBuffer.wrap(file).getInt(at)) {
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (!type.equals("ftyp") && !type.equals("uuid")) {
                digest.update(ByteBuffer.allocate(8).putLong(0, at - base));
                digest.update(file, at, ByteBuffer.wrap(file).getInt(at));
            }
        }
        return digest.digest();
    }

    /** Where each fragment's own boxes begin: its type, or its proof. */
    private List<Integer> starts(byte[] file) {
        List<Integer> starts = new ArrayList<>();
        boolean behindIndex = false;
        for (int at = 0; at < file.length; at += ByteBuffer.wrap(file).getInt(at)) {
            String type = new String(Arrays.copyOfRange(file, at + 4, at + 8), StandardCharsets.ISO_8859_1);
            behindIndex |= type.equals("moov");
            if (behindIndex && type.equals(joined ? "styp" : "uuid")) {
                starts.add(at);
            }
        }
        return starts;
    }

    private static int index(byte[] file, String type, int from) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(type, from) - 4;
    }
}
