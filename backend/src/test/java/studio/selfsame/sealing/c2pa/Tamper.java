package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The ways a signed file is changed, and the status code that must name each. */
public enum Tamper {
    DATA("assertion.bmffHash.mismatch") {
        @Override
        byte[] apply(byte[] file) {
            return flip(file, find(file, "mdat") + 500);
        }
    },
    INDEX("assertion.bmffHash.mismatch") {
        @Override
        byte[] apply(byte[] file) {
            return flip(file, find(file, "mvhd") + 30);
        }
    },
    ASSERTION("assertion.hashedURI.mismatch") {
        @Override
        byte[] apply(byte[] file) {
            return flip(file, find(file, "unchanged"));
        }
    },
    CLAIM("claimSignature.mismatch") {
        @Override
        byte[] apply(byte[] file) {
            return flip(file, find(file, "sample.mp4"));
        }
    },
    APPENDED("assertion.bmffHash.mismatch") {
        @Override
        byte[] apply(byte[] file) {
            byte[] box = SampleMp4.box("free", new byte[100]);
            byte[] longer = Arrays.copyOf(file, file.length + box.length);
            System.arraycopy(box, 0, longer, file.length, box.length);
            return longer;
        }
    };

    private final String code;

    Tamper(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    abstract byte[] apply(byte[] file);

    public Path of(Path signed) throws IOException {
        return of(signed, name() + ".mp4");
    }

    /** Beside the signed file, under this name. */
    public Path of(Path signed, String name) throws IOException {
        return Files.write(signed.resolveSibling(name), apply(Files.readAllBytes(signed)));
    }

    public static byte[] flip(byte[] file, int at) {
        file[at] ^= 1;
        return file;
    }

    public static int find(byte[] file, String text) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(at).as(text).isPositive();
        return at;
    }
}
