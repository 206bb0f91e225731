package studio.selfsame.release.document;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What both sides sign. */
public final class ContractDigest {
    private ContractDigest() {}

    /**
     * SHA-256 of the canonical JSON's UTF-8 bytes followed by the PDF's, 32 bytes.
     *
     * @param pdf as {@link ContractPdf} made it, without signatures and seal
     */
    public static byte[] of(String json, byte[] pdf) {
        return Hex.sha256(json.getBytes(StandardCharsets.UTF_8), pdf);
    }

    /** The same as 64 hex digits in lower case. */
    public static String hex(String json, byte[] pdf) {
        return HexFormat.of().formatHex(of(json, pdf));
    }
}
