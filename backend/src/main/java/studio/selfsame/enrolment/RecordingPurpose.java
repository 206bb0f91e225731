package studio.selfsame.enrolment;

import java.util.Locale;

/** What a recording is brought for, and so whom it may show. */
public enum RecordingPurpose {
    /** A driving take: the person alone, in every shot. */
    TAKE,
    /** Plates to be drawn into: the person somewhere, others beside them or in shots of their own. */
    PLATES;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
