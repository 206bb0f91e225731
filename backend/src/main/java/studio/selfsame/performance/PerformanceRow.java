package studio.selfsame.performance;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;

/**
 * One performance as stored; what is said lies in the vault.
 *
 * @param releaseUse under a talent release, that it is for; null: the likeness is the author's own
 */
record PerformanceRow(
        PerformanceId id,
        PersonId author,
        LikenessId likeness,
        @Nullable ReleaseUseId releaseUse,
        DataKeyId dataKey,
        Locale language,
        String synthesizer,
        State state,
        @Nullable Long durationUs,
        @Nullable Problem problem,
        Instant begunAt) {
    enum State {
        SPEAKING,
        READY,
        FAILED,
        WITHDRAWN;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ObjectKey script() {
        return new ObjectKey(folder().value() + "/script");
    }

    ObjectKey utterance() {
        return new ObjectKey(folder().value() + "/utterance");
    }

    ObjectKey folder() {
        return new ObjectKey("performance/" + id.value());
    }

    @Override
    public String toString() {
        return "PerformanceRow[" + id.value() + ", " + state.text() + "]";
    }
}
