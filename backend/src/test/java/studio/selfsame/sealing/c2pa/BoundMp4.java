package studio.selfsame.sealing.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Signs an MP4 whose binding is made by hand, byte by byte, so that it owes nothing to what reads it. */
record BoundMp4(SampleCredentials credentials, String label) {
    /** What every file leaves out. */
    static final List<Map<String, Object>> USUAL = List.of(
            Map.of("xpath", "/uuid", "data", List.of(Map.of("offset", 8, "value", ManifestBox.uuid()))),
            Map.of("xpath", "/ftyp"),
            Map.of("xpath", "/mfra"));

    /**
     * @param more exclusions beside the usual ones
     * @param out the bytes that these leave out, given the file as it will be
     */
    Path write(Path plain, Path target, List<Map<String, Object>> more, Function<byte[], List<ByteRange>> out)
            throws Exception {
        return bind(plain, target, more, file -> Map.of("hash", hash(file, out.apply(file))));
    }

    /** @param content what else the binding says, given the file as it will be; of constant size */
    Path bind(Path plain, Path target, List<Map<String, Object>> more, Function<byte[], Map<String, Object>> content)
            throws Exception {
        byte[] bytes = Files.readAllBytes(plain);
        int type = ByteBuffer.wrap(bytes).getInt();
        ManifestDraft draft = SampleCredentials.draft();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("alg", "sha256");
        fields.put("name", "by hand");
        fields.put("exclusions", Stream.concat(USUAL.stream(), more.stream()).toList());
        Map<String, Object> first = new LinkedHashMap<>(fields);
        first.putAll(content.apply(bytes));
        int size = draft.sizeOfStore(new HardBinding(label, first), credentials.signer());
        byte[] empty = file(bytes, type, new byte[size]);
        fields.putAll(content.apply(empty));
        byte[] store = draft.assemble(new HardBinding(label, fields), credentials.signer());
        return Files.write(target, file(bytes, type, store));
    }

    private static byte[] file(byte[] plain, int type, byte[] store) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(plain, 0, type);
        all.writeBytes(ManifestBox.write(store));
        all.write(plain, type, plain.length - type);
        return all.toByteArray();
    }

    private byte[] hash(byte[] file, List<ByteRange> out) {
        MessageDigest digest = Digests.sha256();
        boolean offsets = !label.equals("c2pa.hash.bmff");
        for (int at = 0; at < file.length; at += ByteBuffer.wrap(file).getInt(at)) {
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (type.equals("ftyp") || type.equals("uuid")) {
                continue;
            }
            int size = ByteBuffer.wrap(file).getInt(at);
            ByteRange box = new ByteRange(at, size);
            if (offsets && out.stream().noneMatch(range -> range.covers(box))) {
                digest.update(ByteBuffer.allocate(8).putLong(0, at));
            }
            for (int i = at; i < at + size; i++) {
                ByteRange one = new ByteRange(i, 1);
                if (out.stream().noneMatch(range -> range.covers(one))) {
                    digest.update(file[i]);
                }
            }
        }
        return digest.digest();
    }
}
