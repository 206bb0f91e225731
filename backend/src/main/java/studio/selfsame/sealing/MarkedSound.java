package studio.selfsame.sealing;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.PicturesBehind;
import studio.selfsame.watermark.SoundEmbedder;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkEmbedder;
import studio.selfsame.work.WorkMonitor;

/** The sound of one render on its way into the file: marked a second at a time. */
final class MarkedSound {
    private static final int SECONDS_AT_ONCE = 1;

    private final AudioSamples sound;
    private final @Nullable SoundEmbedder embedder;
    private final WorkMonitor monitor;
    private int taken;
    private boolean ended;

    MarkedSound(AudioSamples sound, WatermarkEmbedder marker, WorkMonitor monitor) {
        this.sound = sound;
        this.monitor = monitor;
        this.embedder =
                sound.frames() == 0 ? null : marker.sound(new SoundFormat(sound.sampleRateHz(), sound.channels()));
        this.ended = embedder == null;
    }

    /** Marks and hands over what sounds before this time, and what is left of the second that it falls into. */
    void writeUntil(long timeUs, PicturesBehind encoding) throws IOException {
        float[] all = sound.interleaved();
        int step = SECONDS_AT_ONCE * sound.sampleRateHz() * sound.channels();
        while (!ended && embedder != null && 1e6 * taken / step * SECONDS_AT_ONCE < timeUs) {
            monitor.checkCancelled();
            ended = taken == all.length;
            float[] some = Arrays.copyOfRange(all, taken, Math.min(taken + step, all.length));
            taken += some.length;
            write(ended ? embedder.finish() : embedder.mark(some), encoding);
        }
    }

    private void write(float[] marked, PicturesBehind encoding) throws IOException {
        if (marked.length > 0) {
            encoding.write(new AudioSamples(sound.sampleRateHz(), sound.channels(), marked));
        }
    }
}
