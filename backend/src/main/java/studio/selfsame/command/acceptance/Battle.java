package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.Search;

/** Every attack on every marked file, as many at a time as there are processors; a row is told as soon as it is known. */
final class Battle {
    private final ExecutorService workers;
    private final Path folder;
    private final String preset;

    /** @param preset of x264 and x265 */
    Battle(ExecutorService workers, Path folder, String preset) {
        this.workers = workers;
        this.folder = folder;
        this.preset = preset;
    }

    List<Row> fight(List<Attack> attacks, List<Marked> files) throws IOException {
        List<List<Future<Detection>>> running = new ArrayList<>();
        for (Attack attack : attacks) {
            List<Future<Detection>> row = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                Marked file = files.get(i);
                Marked other = files.get((i + 1) % files.size());
                Callable<Detection> trial = () -> trial(attack, file, other);
                row.add(workers.submit(trial));
            }
            running.add(row);
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < attacks.size(); i++) {
            Row row = row(attacks.get(i), files, running.get(i));
            System.err.printf("  %-46s %s%n", row.attack(), row);
            rows.add(row);
        }
        return rows;
    }

    private static Row row(Attack attack, List<Marked> files, List<Future<Detection>> detections) throws IOException {
        int exact = 0;
        int wrong = 0;
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            if (await(detections.get(i)) instanceof Detection.Found found) {
                boolean right = found.payload().equals(files.get(i).id());
                exact += right ? 1 : 0;
                wrong += right ? 0 : 1;
            } else {
                missed.add(files.get(i).name());
            }
        }
        return new Row(attack.label(), attack.tier().name(), files.size(), exact, wrong, List.copyOf(missed));
    }

    static <T> T await(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private Detection trial(Attack attack, Marked marked, Marked other) throws IOException {
        List<Path> made = new ArrayList<>();
        try {
            Path file = marked.file();
            for (String pass : attack.passes()) {
                Path next = folder.resolve(UUID.randomUUID() + "." + attack.ending());
                made.add(next);
                Ffmpeg.run(command(file, pass, marked, other, next));
                file = next;
            }
            var keys = List.of(BenchKeys.right());
            return (marked.widthPx() > 0
                            ? Reading.picture(file, keys, Search.FULL)
                            : Reading.sound(file, keys, Search.FULL))
                    .detection();
        } finally {
            for (Path file : made) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<String> command(Path from, String pass, Marked marked, Marked other, Path to) throws IOException {
        List<String> command = new ArrayList<>(List.of("-threads", "1", "-i", from.toString()));
        String noise = pass.contains("{noise}") ? amplitude(from) : "";
        Arrays.stream(pass.split(" "))
                .map(word -> word.replace("{w}", "" + marked.widthPx())
                        .replace("{h}", "" + marked.heightPx())
                        .replace("{preset}", preset)
                        .replace("{noise}", noise)
                        .replace("{other}", other.file().toString()))
                .forEach(command::add);
        command.addAll(List.of("-threads", "1", to.toString()));
        return command;
    }

    /** Of white noise, which anoisesrc draws evenly from −a..a, so that it lies 20 dB below this sound. */
    private static String amplitude(Path sound) throws IOException {
        return Double.toString(Math.sqrt(3) * 0.1 * Samples.rms(Samples.read(sound, Reading.SOUND_RATE_HZ)));
    }
}
