package studio.selfsame.command.acceptance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The {@code ffmpeg} of this machine, what real files are attacked with: one process, or a chain of them. */
final class Ffmpeg implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 20;

    private final List<Process> processes;
    private final String told;

    private Ffmpeg(List<List<String>> chain, ProcessBuilder.Redirect output) throws IOException {
        List<ProcessBuilder> builders = new ArrayList<>();
        for (List<String> arguments : chain) {
            List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            // SVT-AV1 greets on standard error whatever ffmpeg is told
            builder.environment().put("SVT_LOG", "1");
            builders.add(builder);
        }
        builders.getLast().redirectOutput(output);
        told = chain.toString();
        processes = ProcessBuilder.startPipeline(builders);
    }

    /** Runs to the end. */
    static void run(List<String> arguments) throws IOException {
        try (Ffmpeg ffmpeg = new Ffmpeg(List.of(arguments), ProcessBuilder.Redirect.DISCARD)) {
            ffmpeg.finish();
        }
    }

    /** Each reads what the one before it writes to standard output; the last one's output is ours. */
    static Ffmpeg reading(List<List<String>> chain) throws IOException {
        return new Ffmpeg(chain, ProcessBuilder.Redirect.PIPE);
    }

    /** One that reads from standard input. */
    static Ffmpeg writing(List<String> arguments) throws IOException {
        return new Ffmpeg(List.of(arguments), ProcessBuilder.Redirect.DISCARD);
    }

    InputStream output() {
        return new BufferedInputStream(processes.getLast().getInputStream(), BUFFER_BYTES);
    }

    OutputStream input() {
        return processes.getFirst().getOutputStream();
    }

    /** Waits for the end, once all is written or read. */
    void finish() throws IOException {
        try {
            input().close();
            for (Process process : processes) {
                if (process.waitFor() != 0) {
                    throw new IOException("ffmpeg failed: " + told);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Stops them where they have not ended: whoever reads may have read enough. */
    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
