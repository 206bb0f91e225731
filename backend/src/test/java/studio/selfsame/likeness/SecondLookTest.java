package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.Use;
import studio.selfsame.enrolment.PlayedRecordings;
import studio.selfsame.enrolment.RecordingId;
import studio.selfsame.enrolment.RecordingPurpose;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.ProblemException;

/** Which take may be a person's second look. */
class SecondLookTest extends TwoLooksOfAPerson {
    @Test
    void asked_withoutATakeOrWithOneNobodyLearnsFrom_isRefused() {
        assertThatThrownBy(() -> looks.asked(likeness, person.id(), settings(), null))
                .hasMessageContaining("learns from two looks of you");
        assertThatThrownBy(() -> looks.asked(likeness, person.id(), TrainingSettings.usual(), UUID.randomUUID()))
                .hasMessageContaining("`retrieval+residual` learns from none");
        assertThat(looks.asked(likeness, person.id(), TrainingSettings.usual(), null))
                .isEmpty();
    }

    @Test
    void asked_takeThatIsNotThisPersonsOwnAloneInForce_isRefused() {
        FaceTracking nobody = new FaceTracking(0, List.of(), List.of());
        LikenessId other = new LikenessId(UUID.randomUUID());
        PersonId stranger = new PersonId(UUID.randomUUID());
        RecordingPurpose take = RecordingPurpose.TAKE;
        List<VerifiedRecording> wrong = List.of(
                brought.add(PlayedRecordings.of(person.id(), other, key, nobody, take)),
                brought.add(PlayedRecordings.of(stranger, likeness, key, nobody, take)),
                brought.add(PlayedRecordings.of(person.id(), likeness, key, nobody, RecordingPurpose.PLATES)),
                PlayedRecordings.of(person.id(), likeness, key, nobody, take));
        for (VerifiedRecording one : wrong) {
            assertThatThrownBy(() -> looks.asked(
                            likeness, person.id(), settings(), one.id().value()))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.kind()).isEqualTo(ProblemException.Kind.CONFLICT);
                        assertThat(e.problem().cause())
                                .contains(one.id().value().toString());
                    });
        }
        VerifiedRecording own = brought.add(PlayedRecordings.of(person.id(), likeness, key, nobody, take));
        assertThat(looks.asked(likeness, person.id(), settings(), own.id().value()))
                .contains(own.id());
    }

    @Test
    void read_afterWithdrawal_doesNotOpenTheTake() {
        VerifiedRecording take = PlayedRecordings.of(
                person.id(), likeness, key, new FaceTracking(0, List.of(), List.of()), RecordingPurpose.TAKE);
        UUID enrolment = UUID.randomUUID();
        Authorization authorization = authorized(new Use(likeness, Use.Purpose.CREATE_LIKENESS, enrolment));
        table.start(
                likeness,
                person.id(),
                enrolment,
                key,
                authorization.id(),
                Optional.of(take.id()),
                settings(),
                clock.instant());
        LikenessRow row = table.find(likeness).orElseThrow();
        assertThat(row.look()).contains(take.id());
        withdraw();
        assertThatThrownBy(() -> looks.read(take, row, authorization, null, fraction -> {}))
                .isInstanceOf(AuthorizationRefusedException.class);
    }

    @Test
    void look_agreedToBesideATextThatDidNotSaySo_isNeitherNamedNorRead() {
        likeness = consent.grantedBesideText2(person.id());
        VerifiedRecording take = brought.add(PlayedRecordings.of(
                person.id(), likeness, key, new FaceTracking(0, List.of(), List.of()), RecordingPurpose.TAKE));
        assertThatThrownBy(() ->
                        looks.asked(likeness, person.id(), settings(), take.id().value()))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ProblemException.Kind.CONFLICT);
                    assertThat(e.problem().cause()).contains("earlier consent text", "second look from a take");
                    assertThat(e.problem().remedy()).startsWith("Read the current consent text and agree to it");
                });
        UUID enrolment = UUID.randomUUID();
        Authorization authorization = authorized(new Use(likeness, Use.Purpose.CREATE_LIKENESS, enrolment));
        Optional<RecordingId> look = Optional.of(take.id());
        table.start(likeness, person.id(), enrolment, key, authorization.id(), look, settings(), clock.instant());
        LikenessRow row = table.find(likeness).orElseThrow();
        assertThatThrownBy(() -> looks.read(take, row, authorization, null, fraction -> {}))
                .hasMessageContaining("earlier consent text");
        consent.agreeAgain(person.id(), likeness);
        assertThat(looks.asked(likeness, person.id(), settings(), take.id().value()))
                .isEqualTo(look);
    }
}
