package studio.selfsame.enrolment;

import java.util.Optional;

/** What other rooms may ask about enrolments. */
public interface Enrolments {
    /** The enrolment if it is accepted, in force and not withdrawn. */
    Optional<VerifiedEnrolment> verified(EnrolmentId id);
}
