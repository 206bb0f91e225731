package studio.selfsame.performance;

import java.util.List;
import studio.selfsame.speech.Utterance;

/**
 * Sound with what is said in it.
 *
 * @param breaksUs moments of silence, ascending, each on the start of an output frame, between which sentences lie that do
 *     not change with each other
 */
record PacedUtterance(Utterance utterance, List<Long> breaksUs) {
    PacedUtterance {
        breaksUs = List.copyOf(breaksUs);
    }

    @Override
    public String toString() {
        return "PacedUtterance[" + utterance.audio() + "]";
    }
}
