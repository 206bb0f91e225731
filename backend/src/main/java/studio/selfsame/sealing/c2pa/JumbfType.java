package studio.selfsame.sealing.c2pa;

import java.util.Arrays;
import java.util.HexFormat;

/** Content types of JUMBF superboxes that C2PA names (C2PA 2.4, section 11.1). */
enum JumbfType {
    STORE("6332706100110010800000aa00389b71"),
    MANIFEST("63326d6100110010800000aa00389b71"),
    ASSERTIONS("6332617300110010800000aa00389b71"),
    CLAIM("6332636c00110010800000aa00389b71"),
    SIGNATURE("6332637300110010800000aa00389b71"),
    UPDATE("6332756d00110010800000aa00389b71"),
    COMPRESSED("6332636d00110010800000aa00389b71"),
    CBOR("63626f7200110010800000aa00389b71"),
    JSON("6a736f6e00110010800000aa00389b71");

    private final byte[] uuid;

    JumbfType(String hex) {
        this.uuid = HexFormat.of().parseHex(hex);
    }

    byte[] uuid() {
        return uuid.clone();
    }

    boolean is(byte[] other) {
        return Arrays.equals(uuid, other);
    }
}
