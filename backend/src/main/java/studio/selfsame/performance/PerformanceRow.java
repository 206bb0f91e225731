package studio.selfsame.performance;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.enrolment.RecordingId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;

/**
 * One performance as stored; what is said and shown lies in the vault.
 *
 * @param releaseUse under a talent release, that it is for; null: the likeness is the author's own
 * @param rest of a re-lipped video; null for any other kind
 * @param authorization under which it was taken; null in rows older than this column
 * @param files SHA-256 of what was uploaded, by the name of its part
 * @param reasons against what was uploaded, all of them, when it was refused
 */
record PerformanceRow(
        PerformanceId id,
        PersonId author,
        LikenessId likeness,
        @Nullable ReleaseUseId releaseUse,
        DataKeyId dataKey,
        PerformanceKind kind,
        Voice voice,
        @Nullable Rest rest,
        Locale language,
        String synthesizer,
        @Nullable UUID authorization,
        Map<String, String> files,
        State state,
        @Nullable Long durationUs,
        @Nullable Problem problem,
        List<Reason> reasons,
        Instant begunAt) {
    PerformanceRow {
        files = Map.copyOf(files);
        reasons = List.copyOf(reasons);
    }

    enum State {
        /** On its way; nobody's list shows it. */
        RECEIVING,
        SPEAKING,
        /** What was uploaded is being looked at and listened to. */
        PREPARING,
        READY,
        /** What was uploaded cannot be used; nothing of it was kept. */
        REFUSED,
        FAILED,
        /** By whoever sent it; nothing of it was kept. */
        DELETED,
        WITHDRAWN;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether its words are a script's. */
    boolean isScripted() {
        return voice == Voice.SYNTHETIC;
    }

    /** The recording that is followed or drawn into, if it is of a kind that has one. */
    RecordingId recording() {
        return new RecordingId(id.value());
    }

    ObjectKey script() {
        return file("script");
    }

    ObjectKey utterance() {
        return file("utterance");
    }

    ObjectKey file(String part) {
        return new ObjectKey(folder().value() + "/" + part);
    }

    ObjectKey folder() {
        return new ObjectKey("performance/" + id.value());
    }

    @Override
    public String toString() {
        return "PerformanceRow[" + id.value() + ", " + state.text() + "]";
    }
}
