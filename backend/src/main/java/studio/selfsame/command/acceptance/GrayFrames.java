package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The luma of a video, frame by frame through a pipe; size and rate come from the pipe's own header (YUV4MPEG2). */
final class GrayFrames implements AutoCloseable {
    private final Ffmpeg ffmpeg;
    private final InputStream in;
    private int widthPx;
    private int heightPx;
    private long rateNumerator;
    private long rateDenominator;
    private long index = -1;

    GrayFrames(Path file) throws IOException {
        this(List.of(), file.toString());
    }

    /**
     * Frames at the end of a chain.
     *
     * @param chain arguments of the processes before this one; the last of them writes to standard output
     * @param input what this one reads, {@code -} for a chain
     */
    GrayFrames(List<List<String>> chain, String input) throws IOException {
        // extractplanes copies the plane; a conversion to grey would stretch limited range to full
        List<List<String>> all = new ArrayList<>(chain);
        all.add(List.of(
                "-threads",
                "1",
                "-i",
                input,
                "-an",
                "-vf",
                "format=yuv420p,extractplanes=y",
                "-f",
                "yuv4mpegpipe",
                "-"));
        ffmpeg = Ffmpeg.reading(all);
        in = ffmpeg.output();
        for (String word : line().split(" ")) {
            switch (word.isEmpty() ? ' ' : word.charAt(0)) {
                case 'W' -> widthPx = Integer.parseInt(word.substring(1));
                case 'H' -> heightPx = Integer.parseInt(word.substring(1));
                case 'F' -> {
                    int colon = word.indexOf(':');
                    rateNumerator = Long.parseLong(word.substring(1, colon));
                    rateDenominator = Long.parseLong(word.substring(colon + 1));
                }
                default -> {}
            }
        }
        try {
            check();
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    /** Where not even a header comes, the chain says why. */
    private void check() throws IOException {
        if (widthPx == 0) {
            ffmpeg.finish();
            throw new IOException("ffmpeg gave no picture");
        }
    }

    int widthPx() {
        return widthPx;
    }

    int heightPx() {
        return heightPx;
    }

    /** Fills the plane with the next frame; false at the end. */
    boolean next(byte[] luma) throws IOException {
        if (line().isEmpty()) {
            ffmpeg.finish();
            return false;
        }
        index++;
        return in.readNBytes(luma, 0, luma.length) == luma.length;
    }

    /** Of the frame read last, microseconds. */
    long timeUs() {
        return index * 1_000_000 * rateDenominator / rateNumerator;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() {
        ffmpeg.close();
    }
}
