package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.nio.file.Path;

/** How far marked sound is from what it was. */
final class SoundQuality {
    private SoundQuality() {}

    static double snrDb(Path before, Path after) throws IOException {
        float[] plain = Samples.read(before, Track.RATE_HZ);
        float[] marked = Samples.read(after, Track.RATE_HZ);
        float[] mark = new float[plain.length];
        for (int i = 0; i < mark.length; i++) {
            mark[i] = marked[i] - plain[i];
        }
        return 20 * Math.log10(Samples.rms(plain) / Math.max(1e-9, Samples.rms(mark)));
    }
}
