package studio.selfsame.speech;

import edu.cmu.sphinx.frontend.AutoCepstrum;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.FloatData;
import edu.cmu.sphinx.frontend.FrontEnd;
import edu.cmu.sphinx.frontend.feature.BatchCMN;
import edu.cmu.sphinx.frontend.feature.DeltasFeatureExtractor;
import edu.cmu.sphinx.frontend.feature.FeatureTransform;
import edu.cmu.sphinx.frontend.filter.Preemphasizer;
import edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform;
import edu.cmu.sphinx.frontend.window.RaisedCosineWindower;
import edu.cmu.sphinx.linguist.acoustic.HMMPosition;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Senone;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.SenoneHMM;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import edu.cmu.sphinx.util.LogMath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * CMU Sphinx's US English acoustic model, context-independent: 40 sounds and two noises of three states each. Put
 * together by hand: sphinx4's own configuration would change the logging of the whole process.
 */
final class SphinxAcoustics {
    static final int STATES = 3;
    /** Time from one column of scores to the next. */
    static final int STEP_US = 10_000;
    /** Middle of the first column's window. */
    static final int FIRST_US = 12_800;

    private static final String MODEL = "resource:/edu/cmu/sphinx/models/en-us/en-us";
    /** Kept, or the levels set on them could be collected with them. */
    private static final List<Logger> QUIET = Stream.of("edu.cmu.sphinx", "AutoCepstrum", "BatchCMN")
            .map(Logger::getLogger)
            .toList();

    private final Sphinx3Loader loader;
    private final List<SenoneHMM> units = new ArrayList<>();
    private final LogMath logs = LogMath.getLogMath();

    /** Reads the model from the class path: about a second. */
    SphinxAcoustics() {
        QUIET.forEach(log -> log.setLevel(Level.OFF));
        UnitManager manager = new UnitManager();
        try {
            loader = new Sphinx3Loader(MODEL, manager, 0, 1e-7f, 1e-4f, 4, false);
            loader.load();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("the acoustic model cannot be read", e);
        }
        for (var unit : loader.getContextIndependentUnits().values()) {
            if (loader.getHMMManager().get(HMMPosition.UNDEFINED, unit) instanceof SenoneHMM hmm) {
                units.add(hmm);
            }
        }
        units.sort((a, b) -> a.getBaseUnit().getName().compareTo(b.getBaseUnit().getName()));
    }

    /** Names of the sounds in the order of the scores, lower case; {@code pau} for silence and for noises. */
    List<String> names() {
        return units.stream()
                .map(u -> u.getBaseUnit().getName())
                .map(n -> n.equals("SIL") || n.startsWith("+") ? "pau" : n.toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    /** Natural logarithm of going from state {@code from} to {@code to}, 0..3, of a sound; 3 is its end. */
    double transition(int unit, int from, int to) {
        float log = units.get(unit).getTransitionMatrix()[from][to];
        return log <= LogMath.LOG_ZERO ? Double.NEGATIVE_INFINITY : logs.logToLn(log);
    }

    /** Log likelihoods {@code columns × (sounds·3)} of 16 kHz mono; none where it is shorter than one window. */
    List<float[]> scores(float[] mono) {
        FrontEnd front = front(mono);
        loader.clearGauScores();
        List<float[]> columns = new ArrayList<>();
        for (Data data = front.getData(); data != null; data = front.getData()) {
            if (data instanceof FloatData features) {
                columns.add(score(features));
            } else if (data instanceof DataEndSignal) {
                break;
            }
        }
        return columns;
    }

    private float[] score(FloatData features) {
        float[] out = new float[units.size() * STATES];
        for (int u = 0; u < units.size(); u++) {
            Senone[] senones = units.get(u).getSenoneSequence().getSenones();
            for (int s = 0; s < STATES; s++) {
                out[u * STATES + s] = logs.logToLn(senones[s].getScore(features));
            }
        }
        return out;
    }

    private FrontEnd front(float[] mono) {
        try {
            FrontEnd front = new FrontEnd(List.of(
                    new SphinxSound(mono),
                    new Preemphasizer(0.97),
                    new RaisedCosineWindower(0.46, 25.625f, 10),
                    new DiscreteFourierTransform(-1, false),
                    new AutoCepstrum(loader),
                    new BatchCMN(),
                    new DeltasFeatureExtractor(3),
                    new FeatureTransform(loader)));
            front.initialize();
            return front;
        } catch (IOException e) {
            throw new IllegalStateException("the acoustic model cannot be read", e);
        }
    }
}
