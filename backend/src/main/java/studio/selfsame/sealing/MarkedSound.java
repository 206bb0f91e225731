package studio.selfsame.sealing;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Lane;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.watermark.SoundEmbedder;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkEmbedder;
import studio.selfsame.work.WorkMonitor;

/** The sound of one render on its way into the file: marked a second at a time and encoded, on a thread of its own. */
final class MarkedSound implements AutoCloseable {
    private static final long SECOND_US = 1_000_000;
    /** How far the sound is written ahead of the pictures, so that the file interleaves them. */
    private static final long AHEAD_US = SECOND_US;

    private final AudioSamples sound;
    private final @Nullable SoundEmbedder embedder;
    private final MediaWriter writer;
    private final WorkMonitor monitor;
    private final Lane lane = new Lane("sound-marked");
    private long wantedUs;
    private int taken;
    private boolean ended;

    MarkedSound(AudioSamples sound, WatermarkEmbedder marker, MediaWriter writer, WorkMonitor monitor) {
        this.sound = sound;
        this.writer = writer;
        this.monitor = monitor;
        this.embedder =
                sound.frames() == 0 ? null : marker.sound(new SoundFormat(sound.sampleRateHz(), sound.channels()));
        this.ended = embedder == null;
    }

    /** Has what sounds until a while after this written, and waits for what it was told the last time. */
    void accompany(long pictureUs) throws IOException {
        if (pictureUs + AHEAD_US > wantedUs) {
            wantedUs = pictureUs + AHEAD_US + SECOND_US;
            writeUntil(wantedUs, 1);
        }
    }

    /** Returns once all is written. */
    void finish() throws IOException {
        writeUntil(Long.MAX_VALUE, 0);
    }

    private void writeUntil(long timeUs, int left) throws IOException {
        lane.add(() -> markUntil(timeUs));
        lane.await(left);
    }

    private void markUntil(long timeUs) {
        float[] all = sound.interleaved();
        int second = sound.sampleRateHz() * sound.channels();
        while (!ended && embedder != null && (double) SECOND_US * taken / second < timeUs) {
            monitor.checkCancelled();
            ended = taken == all.length;
            float[] some = Arrays.copyOfRange(all, taken, Math.min(taken + second, all.length));
            taken += some.length;
            write(ended ? embedder.finish() : embedder.mark(some));
        }
    }

    private void write(float[] marked) {
        if (marked.length > 0) {
            writer.write(new AudioSamples(sound.sampleRateHz(), sound.channels(), marked));
        }
    }

    /** Returns once the writer is left alone. */
    @Override
    public void close() {
        lane.close();
    }
}
