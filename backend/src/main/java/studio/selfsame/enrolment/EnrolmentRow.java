package studio.selfsame.enrolment;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;

/**
 * One enrolment as stored.
 *
 * @param footageSha256 present once all of the footage has been received
 */
record EnrolmentRow(
        EnrolmentId id,
        PersonId person,
        LikenessId likeness,
        DataKeyId dataKey,
        State state,
        @Nullable String footageSha256,
        @Nullable EnrolmentReport report,
        @Nullable Problem problem,
        Instant begunAt) {
    enum State {
        RECEIVING,
        ANALYSING,
        ACCEPTED,
        REFUSED,
        FAILED,
        WITHDRAWN;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ObjectKey footage() {
        return new ObjectKey(folder().value() + "/footage");
    }

    ObjectKey tracking() {
        return new ObjectKey(folder().value() + "/tracking");
    }

    ObjectKey folder() {
        return new ObjectKey("enrolment/" + id.value());
    }

    @Override
    public String toString() {
        return "EnrolmentRow[" + id.value() + ", " + state.text() + "]";
    }
}
