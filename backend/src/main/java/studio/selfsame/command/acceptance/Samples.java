package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/** Mono sound as floats, through pipes. */
final class Samples {
    private Samples() {}

    static float[] read(Path file, int rateHz) throws IOException {
        try (Ffmpeg ffmpeg = Ffmpeg.reading(
                List.of(List.of("-i", file.toString(), "-vn", "-ac", "1", "-ar", "" + rateHz, "-f", "f32le", "-")))) {
            byte[] bytes = ffmpeg.output().readAllBytes();
            ffmpeg.finish();
            float[] samples = new float[bytes.length / Float.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(samples);
            return samples;
        }
    }

    /** A WAV file of 16 bits at {@value Track#RATE_HZ} Hz. */
    static void write(float[] samples, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(samples);
        try (Ffmpeg ffmpeg = Ffmpeg.writing(List.of(
                        "-f",
                        "f32le",
                        "-ac",
                        "1",
                        "-ar",
                        "" + Track.RATE_HZ,
                        "-i",
                        "-",
                        "-c:a",
                        "pcm_s16le",
                        file.toString()));
                OutputStream out = ffmpeg.input()) {
            out.write(bytes.array());
            ffmpeg.finish();
        }
    }

    static double rms(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }
}
