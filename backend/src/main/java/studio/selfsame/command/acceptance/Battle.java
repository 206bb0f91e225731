package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.Search;

/** Every attack on every marked file, as many at a time as there are processors; a row is told as soon as it is known. */
final class Battle {
    private final ExecutorService workers;
    private final Path folder;
    private final String preset;
    private final Function<Attack, Search> search;
    private final Ledger ledger;

    /**
     * @param preset of x264
     * @param search how far to look after which attack
     * @param ledger says which rows are known already and is told the others
     */
    Battle(ExecutorService workers, Path folder, String preset, Function<Attack, Search> search, Ledger ledger) {
        this.workers = workers;
        this.folder = folder;
        this.preset = preset;
        this.search = search;
        this.ledger = ledger;
    }

    List<Row> fight(List<Attack> attacks, List<Marked> files) throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        Map<Attack, Row> known = new HashMap<>();
        Map<Attack, List<Future<Detection>>> running = new HashMap<>();
        for (Attack attack : attacks) {
            ledger.known(attack, files)
                    .ifPresentOrElse(row -> known.put(attack, row), () -> running.put(attack, begun(attack, files)));
        }
        List<Row> rows = new ArrayList<>();
        for (Attack attack : attacks) {
            Row row = known.get(attack);
            boolean earlier = row != null;
            if (row == null) {
                row = row(attack, files, Objects.requireNonNull(running.get(attack)));
                ledger.add(row, files);
            }
            System.err.printf("  %-46s %s%s%n", row.attack(), row, earlier ? "  (measured earlier)" : "");
            rows.add(row);
        }
        return rows;
    }

    private List<Future<Detection>> begun(Attack attack, List<Marked> files) {
        List<Future<Detection>> row = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Marked file = files.get(i);
            Marked other = files.get((i + 1) % files.size());
            Callable<Detection> trial = () -> trial(attack, file, other);
            row.add(workers.submit(trial));
        }
        return row;
    }

    private static Row row(Attack attack, List<Marked> files, List<Future<Detection>> detections) throws IOException {
        int exact = 0;
        int wrong = 0;
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            @Nullable Detection detection = awaitOrNull(detections.get(i));
            if (detection == null) {
                missed.add(files.get(i).name() + Row.FAILED);
            } else if (detection instanceof Detection.Found found) {
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

    /** Null after a failure, which is told but must not end a long run. */
    private static @Nullable Detection awaitOrNull(Future<Detection> trial) {
        try {
            return await(trial);
        } catch (IOException failure) {
            System.err.println("  " + failure.getMessage());
            return null;
        }
    }

    private Detection trial(Attack attack, Marked marked, Marked other) throws IOException {
        return marked.widthPx() > 0 ? picture(attack, marked) : sound(attack, marked, other);
    }

    /** Through a chain of processes, which ends when the detector is certain: no attacked file is ever whole. */
    private Detection picture(Attack attack, Marked marked) throws IOException {
        List<List<String>> chain = new ArrayList<>();
        String input = marked.file().toString();
        for (String pass : attack.passes()) {
            chain.add(command(input, pass, marked, Map.of(), List.of("-f", "matroska", "-")));
            input = "-";
        }
        try (GrayFrames frames = new GrayFrames(chain, input)) {
            return Reading.picture(frames, List.of(BenchKeys.right()), search.apply(attack))
                    .detection();
        }
    }

    private Detection sound(Attack attack, Marked marked, Marked other) throws IOException {
        Path attacked = folder.resolve(UUID.randomUUID() + "." + attack.ending());
        Map<String, String> places = Map.of(
                "{noise}", amplitude(marked.file()), "{other}", other.plain().toString());
        try {
            String pass = attack.passes().getFirst();
            Ffmpeg.run(command(marked.file().toString(), pass, marked, places, List.of(attacked.toString())));
            return Reading.sound(attacked, List.of(BenchKeys.right()), search.apply(attack))
                    .detection();
        } finally {
            Files.deleteIfExists(attacked);
        }
    }

    /** @param places what stands for what, beside what the clip and this battle say */
    private List<String> command(String from, String pass, Marked marked, Map<String, String> places, List<String> to) {
        Map<String, String> all = new HashMap<>(places);
        all.put("{w}", "" + marked.widthPx());
        all.put("{h}", "" + marked.heightPx());
        all.put("{preset}", preset);
        List<String> command = new ArrayList<>(List.of("-threads", "1", "-i", from));
        for (String word : pass.split(" ")) {
            for (var place : all.entrySet()) {
                word = word.replace(place.getKey(), place.getValue());
            }
            command.add(word);
        }
        command.addAll(List.of("-threads", "1"));
        command.addAll(to);
        return command;
    }

    /** Of white noise, which anoisesrc draws evenly from −a..a, so that it lies 20 dB below this sound. */
    private static String amplitude(Path sound) throws IOException {
        return Double.toString(Math.sqrt(3) * 0.1 * Samples.rms(Samples.read(sound, Reading.SOUND_RATE_HZ)));
    }
}
