package studio.selfsame.performance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Multipart requests and the files in them. */
final class Uploads {
    static final String CONTENT_TYPE = "multipart/form-data; boundary=parts";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    static Uploads performance(String json) {
        return new Uploads().part("performance", json.getBytes(StandardCharsets.UTF_8));
    }

    Uploads part(String name, byte[] content) {
        body.writeBytes(("--parts\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"f\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes(new byte[] {'\r', '\n'});
        return this;
    }

    byte[] bytes() {
        body.writeBytes("--parts--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    static byte[] footage(String name) throws IOException {
        try (InputStream in = Uploads.class.getResourceAsStream("/footage/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    /** A hum of this amplitude, 0..1, on the first of its channels; silence on the others. */
    static byte[] wav(double seconds, int rateHz, int channels, double amplitude) {
        int frames = (int) (seconds * rateHz);
        int bytes = frames * channels * 2;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) channels).putInt(rateHz).putInt(rateHz * channels * 2);
        wav.putShort((short) (channels * 2)).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (int i = 0; i < frames; i++) {
            for (int c = 0; c < channels; c++) {
                double value = c == 0 ? amplitude * Math.sin(2 * Math.PI * 220 * i / rateHz) : 0;
                wav.putShort((short) Math.round(value * 32_767));
            }
        }
        return wav.array();
    }
}
