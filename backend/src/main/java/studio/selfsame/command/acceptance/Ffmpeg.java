package studio.selfsame.command.acceptance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The {@code ffmpeg} of this machine, one process a call: what real files are attacked with. */
final class Ffmpeg implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 20;

    private final List<String> command;
    private final Process process;

    private Ffmpeg(List<String> arguments, boolean fed, boolean read) throws IOException {
        command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        if (!fed) {
            command.add("-nostdin");
        }
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        if (!read) {
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        }
        // SVT-AV1 greets on standard error whatever ffmpeg is told
        builder.environment().put("SVT_LOG", "1");
        process = builder.start();
    }

    /** Runs to the end. */
    static void run(List<String> arguments) throws IOException {
        try (Ffmpeg ffmpeg = new Ffmpeg(arguments, false, false)) {
            ffmpeg.finish();
        }
    }

    /** One that writes to standard output. */
    static Ffmpeg reading(List<String> arguments) throws IOException {
        return new Ffmpeg(arguments, false, true);
    }

    /** One that reads from standard input. */
    static Ffmpeg writing(List<String> arguments) throws IOException {
        return new Ffmpeg(arguments, true, false);
    }

    InputStream output() {
        return new BufferedInputStream(process.getInputStream(), BUFFER_BYTES);
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    void finish() throws IOException {
        try {
            process.getOutputStream().close();
            if (process.waitFor() != 0) {
                throw new IOException("ffmpeg failed: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Stops it where it has not ended: whoever reads may have read enough. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
