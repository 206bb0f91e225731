package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.WatermarkKey;

/**
 * Looks in unmarked material with keys that marked nothing. Counted are windows × keys, a window being ten seconds whatever
 * is tried within it, and hypotheses: messages decoded from one place of a window with one key. Where the pilots are not seen
 * nothing is decoded, so nearly all hypotheses come from the sound.
 */
final class FalsePositives {
    /** Keys at once in one detector of pictures: what it holds for each is not small. */
    private static final int PICTURE_KEYS_AT_ONCE = 25;

    private static final int SOUND_KEYS_AT_ONCE = 100;
    private static final int MOST_KEYS = 40_000;
    /** Small pictures are decoded fast, and have as many chips as large ones. */
    private static final int LINES = 360;

    private final ExecutorService workers;
    private final Extent extent;
    private final List<Future<Reading>> running = new ArrayList<>();
    private Outcome sum = new Outcome(0, 0, 0, 0, 0);

    FalsePositives(ExecutorService workers, Extent extent) {
        this.workers = workers;
        this.extent = extent;
    }

    /**
     * How much is tried.
     *
     * @param widely keys tried on each clip with the full search
     * @param pictures keys tried on each clip as it is
     * @param sounds keys tried on each track with the full search
     * @param hypotheses after which no more keys are tried on the tracks at the tempo and pitch that they have
     */
    record Extent(int widely, int pictures, int sounds, long hypotheses) {
        static final Extent WHOLE = new Extent(1, 500, 100, 3_000_000);
        static final Extent QUICK = new Extent(0, 5, 1, 10_000);
    }

    /**
     * What came of it.
     *
     * @param trials windows × keys
     * @param pictures hypotheses decoded from pictures
     * @param sounds hypotheses decoded from sound
     * @param tagTries messages put to the tag
     * @param found must be 0
     */
    record Outcome(long trials, long pictures, long sounds, long tagTries, int found) {
        long hypotheses() {
            return pictures + sounds;
        }
    }

    Outcome look(List<Clip> clips, List<Track> tracks) throws IOException {
        List<Path> windows = new ArrayList<>();
        for (Clip clip : clips) {
            windows.add(extent.pictures() > PICTURE_KEYS_AT_ONCE ? small(clip) : clip.file());
        }
        int end = extent.widely() + extent.pictures();
        for (int from = 0; from < end; ) {
            Search search = from < extent.widely() ? Search.FULL : Search.COMMON;
            int most = search == Search.FULL ? extent.widely() : end;
            List<WatermarkKey> keys = BenchKeys.wrong(from, Math.min(most, from + PICTURE_KEYS_AT_ONCE));
            for (Path window : windows) {
                submit(() -> Reading.picture(window, keys, search));
            }
            await((long) keys.size() * windows.size(), true);
            from += keys.size();
        }
        sounds(tracks);
        return sum;
    }

    private void sounds(List<Track> tracks) throws IOException {
        List<float[]> windows = new ArrayList<>();
        for (Track track : tracks) {
            windows.add(Samples.read(track.file(), Reading.SOUND_RATE_HZ));
        }
        int keys = extent.sounds();
        if (keys > 0) {
            sound(windows, 0, keys, Search.FULL);
        }
        while (!windows.isEmpty() && sum.hypotheses() < extent.hypotheses() && keys < MOST_KEYS) {
            sound(windows, keys, keys + SOUND_KEYS_AT_ONCE, Search.COMMON);
            keys += SOUND_KEYS_AT_ONCE;
        }
    }

    private void sound(List<float[]> windows, int from, int end, Search search) throws IOException {
        List<WatermarkKey> keys = BenchKeys.wrong(from, end);
        for (float[] window : windows) {
            submit(() -> Reading.sound(window, keys, search));
        }
        await((long) keys.size() * windows.size(), false);
    }

    private void submit(Callable<Reading> look) {
        running.add(workers.submit(look));
    }

    private void await(long trials, boolean pictures) throws IOException {
        long hypotheses = 0;
        long tagTries = 0;
        int found = 0;
        for (Future<Reading> trial : running) {
            Reading reading = Battle.await(trial);
            hypotheses += reading.hypotheses();
            tagTries += reading.tagTries();
            found += reading.detection() instanceof Detection.Found ? 1 : 0;
        }
        running.clear();
        sum = new Outcome(
                sum.trials() + trials,
                sum.pictures() + (pictures ? hypotheses : 0),
                sum.sounds() + (pictures ? 0 : hypotheses),
                sum.tagTries() + tagTries,
                sum.found() + found);
        System.err.printf("  %,d windows × keys, %,d hypotheses%n", sum.trials(), sum.hypotheses());
    }

    private static Path small(Clip clip) throws IOException {
        Path small = clip.file().resolveSibling("small-" + clip.file().getFileName());
        List<String> command =
                new ArrayList<>(List.of("-i", clip.file().toString(), "-vf", PictureAttacks.shorterSide(LINES)));
        command.addAll(Corpus.NEARLY_LOSSLESS);
        command.add(small.toString());
        Ffmpeg.run(command);
        return small;
    }
}
