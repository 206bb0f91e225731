package studio.selfsame.watermark;

/** Moves a place to where the pilots fit best nearby, step by step, each of tempo, pitch and start in turn. */
final class SoundRefinement {
    private static final double TEMPO_STEP = 0.002;
    private static final double PITCH_STEP = 0.003;
    private static final double START_STEP = 0.75;
    private static final double LEAST_STEP = 0.25;
    private static final int MOST_ROUNDS = 3;
    private static final int DIRECTIONS = 6;

    private final SoundChips chips;
    private final SoundMap map;

    SoundRefinement(SoundChips chips, SoundMap map) {
        this.chips = chips;
        this.map = map;
    }

    /** From a place on the raster of a search. */
    SoundPlace coarse(SoundPlace place) {
        return climbed(place, 1, LEAST_STEP);
    }

    /** From a place that was refined in a part of the map. */
    SoundPlace close(SoundPlace place) {
        return climbed(place, LEAST_STEP, LEAST_STEP / 4);
    }

    private SoundPlace climbed(SoundPlace from, double mostStep, double leastStep) {
        SoundPlace best = from;
        double fit = fit(best);
        for (double step = mostStep; step >= leastStep; step /= 2) {
            boolean moved = true;
            for (int round = 0; round < MOST_ROUNDS && moved; round++) {
                moved = false;
                for (int direction = 0; direction < DIRECTIONS; direction++) {
                    SoundPlace next = moved(best, direction, step);
                    double nextFit = fit(next);
                    if (nextFit > fit) {
                        fit = nextFit;
                        best = next;
                        moved = true;
                    }
                }
            }
        }
        return best;
    }

    private SoundPlace moved(SoundPlace place, int direction, double step) {
        double by = direction % 2 == 0 ? step : -step;
        return switch (direction / 2) {
            case 0 -> place.changed(1 + by * TEMPO_STEP, 1, 0, map.frames());
            case 1 -> place.changed(1, 1 + by * PITCH_STEP, 0, map.frames());
            default -> place.changed(1, 1, by * START_STEP, map.frames());
        };
    }

    private double fit(SoundPlace place) {
        double sum = 0;
        int first = place.firstSlot();
        int end = first + place.slots(map.frames());
        for (int slot = first; slot < end; slot++) {
            double frame = place.frameOf(slot);
            for (int band = 0; band < SoundRaster.BANDS; band++) {
                int pilot = chips.pilot(Math.floorMod(slot, SoundRaster.PILOT_SLOTS), band);
                if (pilot != 0) {
                    sum += pilot * map.at(frame, map.column(place.binOf(band)));
                }
            }
        }
        return sum;
    }
}
