package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for the pilots of keys in all guesses of a stage, several at once, since a search that finds nothing takes seconds.
 * What it sees does not depend on how many. Not safe for use by several threads at once.
 */
final class PilotSweep {
    /** Guesses that are looked at at once, each on a processor of its own where there are so many. */
    private static final int AT_ONCE = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final List<Pilot> pilots;
    private final PlaneFft fft = new PlaneFft(Pilot.SIDE, Pilot.SIDE);
    /** One for each guess at once, made when it is needed: each holds planes of 3 MiB. */
    private final List<PilotSearch> searches = new ArrayList<>();

    /** @param pilots of each key */
    PilotSweep(List<Pilot> pilots) {
        this.pilots = pilots;
    }

    /** Where guesses are looked for. */
    @FunctionalInterface
    interface View {
        PilotView of(Placement guess);
    }

    /** What a caller makes of one guess: for each key what is seen through each symmetry. Says how many more it wants. */
    @FunctionalInterface
    interface Watcher {
        int seen(Placement guess, List<List<Sighting>> byKey, int rest);
    }

    /** Shows the guesses in turn until no more are wanted. */
    void sweep(SearchStage stage, View view, Watcher watcher) {
        List<List<Pilot.Spectra>> spectra = pilots.stream()
                .map(pilot -> pilot.spectra(stage.symmetries(), fft))
                .toList();
        List<Placement> guesses = stage.guesses();
        int wanted = guesses.size();
        for (int first = 0; first < wanted; first += AT_ONCE) {
            List<Placement> some = guesses.subList(first, Math.min(first + AT_ONCE, wanted));
            while (searches.size() < some.size()) {
                searches.add(new PilotSearch());
            }
            List<List<List<Sighting>>> seen = IntStream.range(0, some.size())
                    .parallel()
                    .mapToObj(i -> look(searches.get(i), view.of(some.get(i)), some.get(i), spectra, stage.speed()))
                    .toList();
            for (int i = 0; i < some.size() && first + i < wanted; i++) {
                int rest = watcher.seen(some.get(i), seen.get(i), wanted - first - i - 1);
                wanted = first + i + 1 + rest;
            }
        }
    }

    private static List<List<Sighting>> look(
            PilotSearch search, PilotView view, Placement guess, List<List<Pilot.Spectra>> spectra, double speed) {
        search.look(view, guess);
        return spectra.stream()
                .map(key -> key.stream()
                        .flatMap(some -> search.best(some, guess, speed).stream())
                        .toList())
                .toList();
    }
}
