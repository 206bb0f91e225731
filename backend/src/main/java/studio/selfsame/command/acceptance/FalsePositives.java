package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.WatermarkKey;

/**
 * Looks in unmarked material with keys that marked nothing. A trial is one window of ten seconds with one key: all places,
 * scales and offsets that the detector tries within it count as one.
 */
final class FalsePositives {
    /** Keys at once in one detector: what it holds for each is not small. */
    private static final int KEYS_AT_ONCE = 25;

    private final ExecutorService workers;
    private final int keys;

    /** @param keys tried on each window */
    FalsePositives(ExecutorService workers, int keys) {
        this.workers = workers;
        this.keys = keys;
    }

    /** @param found must be 0 */
    record Outcome(long trials, int found) {}

    Outcome look(List<Clip> clips, List<Track> tracks) throws IOException {
        List<WatermarkKey> wrong = BenchKeys.wrong(keys);
        List<Future<Detection>> running = new ArrayList<>();
        for (int from = 0; from < keys; from += KEYS_AT_ONCE) {
            List<WatermarkKey> some = wrong.subList(from, Math.min(keys, from + KEYS_AT_ONCE));
            for (Clip clip : clips) {
                running.add(submit(() -> Reading.picture(clip.file(), some, Search.COMMON)));
            }
            for (Track track : tracks) {
                running.add(submit(() -> Reading.sound(track.file(), some, Search.FULL)));
            }
        }
        int found = 0;
        for (Future<Detection> trial : running) {
            found += Battle.await(trial) instanceof Detection.Found ? 1 : 0;
        }
        return new Outcome((long) keys * (clips.size() + tracks.size()), found);
    }

    private Future<Detection> submit(Callable<Reading> look) {
        return workers.submit(() -> look.call().detection());
    }
}
