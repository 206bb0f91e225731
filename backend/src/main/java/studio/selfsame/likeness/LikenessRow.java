package studio.selfsame.likeness;

import java.util.Optional;
import java.util.UUID;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.Use;
import studio.selfsame.enrolment.Coverage;
import studio.selfsame.enrolment.RecordingId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;

/**
 * A likeness and its newest training.
 *
 * @param look the take of the casual look that it learns from besides, where one was named
 * @param run 0 for the first training, then counted up
 * @param coverage what the training had to learn from
 */
record LikenessRow(
        LikenessId id,
        PersonId owner,
        UUID enrolment,
        DataKeyId dataKey,
        UUID authorization,
        Optional<RecordingId> look,
        int run,
        State state,
        TrainingSettings settings,
        Optional<ModelProvenance> provenance,
        Optional<Coverage> coverage,
        Optional<Problem> problem) {
    enum State {
        TRAINING,
        READY,
        FAILED,
        WITHDRAWN
    }

    /** What training must be authorized for. */
    Use trainingUse() {
        return new Use(id, Use.Purpose.CREATE_LIKENESS, enrolment);
    }

    ObjectKey object(String name) {
        return new ObjectKey(folder().value() + "/" + name);
    }

    ObjectKey preview(int step) {
        return object("preview-" + step);
    }

    ObjectKey folder() {
        return folder(run);
    }

    ObjectKey folder(int ofRun) {
        return new ObjectKey(everyRun(id).value() + "/" + ofRun);
    }

    static ObjectKey everyRun(LikenessId likeness) {
        return new ObjectKey("likeness/" + likeness.value());
    }
}
