package studio.selfsame.sealing.c2pa;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small files of every form that credentials are looked for in, without credentials. */
final class SampleFiles {
    private SampleFiles() {}

    /** @param name its ending says what is wanted: jpg, png, webp, wav, mp3, avif or mp4 */
    static Path write(Path file, String name) throws IOException {
        Path target = file.resolve(name);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "jpg", "png" -> picture(target);
            case "webp" -> Files.write(target, riff("WEBP", "VP8 ", noise(301)));
            case "wav" -> Files.write(target, riff("WAVE", "fmt ", format(), "data", noise(4000)));
            case "mp3" -> Files.write(target, sound());
            case "avif" -> Files.write(target, still());
            default -> SampleMp4.write(target, false, true);
        };
    }

    private static Path picture(Path target) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        for (int i = 0; i < 1200; i++) {
            image.setRGB(i % 40, i / 40, random.nextInt(1 << 24));
        }
        String form = target.toString().endsWith("png") ? "png" : "jpg";
        ImageIO.write(image, form, target.toFile());
        return target;
    }

    private static byte[] still() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(SampleMp4.box("ftyp", "avif\0\0\0\0avifmif1".getBytes(StandardCharsets.US_ASCII)));
        all.writeBytes(SampleMp4.box("meta", new byte[4]));
        all.writeBytes(SampleMp4.box("mdat", noise(2000)));
        return all.toByteArray();
    }

    /** Begins as a frame of MPEG layer III does. */
    private static byte[] sound() {
        byte[] frames = noise(3000);
        ByteBuffer.wrap(frames).putInt(0xfffb9000);
        return frames;
    }

    private static byte[] riff(String kind, Object... chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(kind.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < chunks.length; i += 2) {
            body.writeBytes(chunk((String) chunks[i], (byte[]) chunks[i + 1]));
        }
        return chunk("RIFF", body.toByteArray());
    }

    private static byte[] chunk(String type, byte[] data) {
        return ByteBuffer.allocate(8 + data.length + data.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static byte[] format() {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8000)
                .putInt(16_000)
                .putShort((short) 2)
                .putShort((short) 16)
                .array();
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        return noise;
    }
}
