package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks in evidence for the pilots of the keys and reads the payload where it sees them. */
final class PictureSearch {
    /** Strength that chance reaches in one place of three thousand: enough where only one place is looked at. */
    private static final double LIKELY_HERE = 8;
    /** Strength that chance hardly reaches in any of the shifts of a guess. */
    private static final double LIKELY_ANYWHERE = 17;

    /** Strength that chance hardly reaches even after a fit: worth reading. */
    private static final double WORTH_READING = 24;
    /** Strength before a fit that chance hardly reaches in a whole search: worth several guesses at the tag. */
    private static final double SURE = 26;

    /** Strength that ends a stage. */
    private static final double OBVIOUS = 60;
    /** Strength that chance does not reach in a whole search. */
    private static final double TRACE = 30;
    /** Correlation below which a reading is noise, not worth a guess at the tag. */
    private static final double LEGIBLE = 0.6;

    private static final int MOST_FITTED = 2;
    /** Guesses that are still looked at after an obvious one, lest it be only next to the best. */
    private static final int NEIGHBOURS = 6;

    /** Chips per chip of the frame's own up to which the view of half the resolution will do. */
    private static final double FINE = 1.12;

    private static final double CLEARLY = 1.4;
    /** Change of speed that turns the alternating pilot by less than this many periods is not seen as one. */
    private static final double LEAST_TURN = 0.4;

    private static final double SPEED_STEP = 0.004;
    private static final int SPEED_STEPS = 6;

    private final Search breadth;
    private final ChipLattice lattice;
    private final List<PictureKey> keys;
    private final PilotSweep sweep;
    private double strongest;

    PictureSearch(List<WatermarkKey> keys, Search breadth, ChipLattice lattice) {
        this.breadth = breadth;
        this.lattice = lattice;
        this.keys = keys.stream().map(key -> new PictureKey(key, lattice)).toList();
        this.sweep = new PilotSweep(this.keys.stream().map(PictureKey::pilot).toList());
    }

    /** A payload that the tag of a key confirms. */
    record Hit(PayloadCode.Reading reading, String keyId, Alteration.OfPicture alteration) {}

    /** Whether pilots were seen somewhere, legible or not. */
    boolean traces() {
        return strongest > TRACE;
    }

    long hypotheses() {
        return keys.stream().mapToLong(PictureKey::hypotheses).sum();
    }

    long tagTries() {
        return keys.stream().mapToLong(PictureKey::tagTries).sum();
    }

    /** Tries the stages in turn until a payload is found. */
    @Nullable Hit search(PictureEvidence evidence, List<SearchStage> stages) {
        for (SearchStage stage : stages) {
            Hit hit = search(evidence, stage);
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    private @Nullable Hit search(PictureEvidence evidence, SearchStage stage) {
        PictureEvidence.Wave wave = evidence.wave(stage.speed());
        PilotView whole = PilotView.of(wave, evidence.steady(), lattice);
        PilotView half = PilotView.halved(wave, evidence.steady(), lattice);
        boolean here = stage.guesses().size() == 1;
        List<List<Sighting>> seen = new ArrayList<>();
        keys.forEach(key -> seen.add(new ArrayList<>()));
        sweep.sweep(stage, guess -> density(guess) > FINE ? whole : half, (guess, byKey, rest) -> {
            boolean obvious = false;
            for (int i = 0; i < keys.size(); i++) {
                for (Sighting sighting : byKey.get(i)) {
                    Sighting best =
                            here ? new PilotFit(keys.get(i).tables(), half, reach()).judged(sighting, guess) : sighting;
                    strongest = Math.max(strongest, best.strength());
                    if (best.strength() > (here ? LIKELY_HERE : LIKELY_ANYWHERE)) {
                        seen.get(i).add(best);
                    }
                    obvious |= best.strength() > OBVIOUS;
                }
            }
            return obvious ? Math.min(rest, NEIGHBOURS) : rest;
        });
        for (int i = 0; i < keys.size(); i++) {
            seen.get(i).sort(Sighting.STRONGEST_FIRST);
            for (Sighting sighting :
                    seen.get(i).subList(0, Math.min(MOST_FITTED, seen.get(i).size()))) {
                PilotView view = density(sighting.placement()) > FINE ? whole : half;
                Hit hit = read(evidence, sighting, keys.get(i), view, here ? LIKELY_HERE : WORTH_READING);
                if (hit != null) {
                    return hit;
                }
            }
        }
        return null;
    }

    /** How many chips' lengths one of the frame's own measures. */
    private static double density(Placement guess) {
        return Math.sqrt(Math.abs(guess.xx() * guess.yy() - guess.xy() * guess.yx()));
    }

    private double reach() {
        return 0.5 * Math.hypot(lattice.rows(), lattice.columns());
    }

    private @Nullable Hit read(
            PictureEvidence evidence, Sighting sighting, PictureKey key, PilotView view, double enough) {
        boolean here = enough == LIKELY_HERE;
        if (here) {
            // A fit to weak pilots may lead away from where nearly every picture is.
            Hit hit = opened(evidence, sighting, key, true);
            if (hit != null) {
                return hit;
            }
        }
        Sighting fitted = new PilotFit(key.tables(), view, reach()).improved(sighting);
        if (fitted.speed() != 1 && fitted.strength() > LIKELY_ANYWHERE + 2) {
            fitted = paced(evidence, fitted, key);
        }
        return fitted.strength() < enough ? null : opened(evidence, fitted, key, here || sighting.strength() > SURE);
    }

    /** The payload, if the tag confirms one of the likely messages of exactly this place. */
    private @Nullable Hit opened(PictureEvidence evidence, Sighting sighting, PictureKey key, boolean sure) {
        PictureReader reader = key.reader(!nearIdentity(sighting.placement()));
        for (PayloadCode.Reading reading : reader.read(evidence, sighting, lattice, sure ? key.mostReadings() : 1)) {
            if ((sure || reading.correlation() > LEGIBLE) && key.mayTry() && reader.genuine(reading)) {
                Sighting told = breadth == Search.FULL ? timed(evidence, sighting, key) : sighting;
                return new Hit(reading, key.keyId(), told.placement().alteration(told.speed()));
            }
        }
        return null;
    }

    /**
     * The sighting at another speed than the mark's own only if the pilots are clearly stronger there, and stronger than chance
     * makes them: what stays is legible at any, and two seconds tell little of speed.
     */
    private Sighting timed(PictureEvidence evidence, Sighting sighting, PictureKey key) {
        Sighting own = sighting.speed() == 1 ? sighting : at(1, sighting, evidence, key);
        Sighting best = sighting;
        if (sighting.speed() == 1) {
            for (double speed : SearchStage.SPEEDS) {
                best = stronger(best, speed, evidence, key);
            }
        }
        double turn = Math.abs(best.speed() - 1) * evidence.bins() / PictureTimeline.BINS_PER_PAIR;
        if (best.strength() <= Math.max(TRACE, CLEARLY * own.strength()) || turn < LEAST_TURN) {
            return own;
        }
        return best == sighting ? sighting : paced(evidence, best, key);
    }

    /** The sighting at the speed near its own at which it is strongest. */
    private Sighting paced(PictureEvidence evidence, Sighting sighting, PictureKey key) {
        Sighting best = sighting;
        for (int step = -SPEED_STEPS; step <= SPEED_STEPS; step++) {
            best = stronger(best, sighting.speed() * (1 + SPEED_STEP * step), evidence, key);
        }
        return best;
    }

    private Sighting stronger(Sighting sighting, double speed, PictureEvidence evidence, PictureKey key) {
        Sighting other = at(speed, sighting, evidence, key);
        return other.strength() > sighting.strength() ? other : sighting;
    }

    /** The sighting in the same place at this speed. */
    private Sighting at(double speed, Sighting sighting, PictureEvidence evidence, PictureKey key) {
        PilotView before = PilotView.halved(evidence.wave(sighting.speed()), evidence.steady(), lattice);
        PilotView view = PilotView.halved(evidence.wave(speed), evidence.steady(), lattice);
        double noise = sighting.waveNoise() * view.waveEnergy() / before.waveEnergy();
        return new PilotFit(key.tables(), view, reach()).judged(sighting.withWaveNoise(noise), sighting.placement());
    }

    private static boolean nearIdentity(Placement placement) {
        return Math.abs(placement.xx() - 1) < 0.01
                && Math.abs(placement.yy() - 1) < 0.01
                && Math.abs(placement.xy()) < 0.01
                && Math.abs(placement.yx()) < 0.01
                && Math.abs(placement.x0()) < 1
                && Math.abs(placement.y0()) < 1;
    }
}
