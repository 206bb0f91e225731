package studio.selfsame.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.policy.Age;
import studio.selfsame.policy.PublicFigure;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;

/**
 * A portrait that was handed in, and where it stands.
 *
 * @param mediaType {@code image/jpeg} or {@code image/png}
 * @param portraitSha256 64 hex digits; kept when the portrait itself is gone
 * @param age what the referee said about it, approved or not; UNKNOWN before that
 * @param publicFigure the same
 * @param problem why the portrait cannot be used; only in state UNUSABLE
 */
record VerificationRow(
        UUID id,
        PersonId person,
        State state,
        DataKeyId dataKey,
        String mediaType,
        String portraitSha256,
        Instant submittedAt,
        @Nullable Problem problem,
        @Nullable UUID referee,
        @Nullable Instant decidedAt,
        Age age,
        PublicFigure publicFigure) {
    enum State {
        CHECKING,
        AWAITING_REFEREE,
        APPROVED,
        REJECTED,
        UNUSABLE;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    ObjectKey portrait() {
        return new ObjectKey("verification/" + id + "/portrait");
    }

    ObjectKey embedding() {
        return new ObjectKey("verification/" + id + "/embedding");
    }

    /** Only of an approved row. */
    IdentityVerification approval() {
        if (state != State.APPROVED || decidedAt == null || referee == null) {
            throw new IllegalStateException("verification " + id + " was not approved");
        }
        return new IdentityVerification(id, person, decidedAt, referee, age, publicFigure);
    }

    @Override
    public String toString() {
        return "VerificationRow[" + id + " " + state.text() + "]";
    }
}
