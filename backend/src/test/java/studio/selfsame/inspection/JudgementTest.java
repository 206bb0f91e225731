package studio.selfsame.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.inspection.InspectionReport.Fingerprint;
import studio.selfsame.inspection.InspectionReport.Verdict;
import studio.selfsame.rendering.RenderId;
import studio.selfsame.sealing.FileCredentials;
import studio.selfsame.sealing.OutputRecord;
import studio.selfsame.watermark.Alteration;

class JudgementTest {
    private static final String ID = "0123456789abcdef";
    private static final String OTHER = "fedcba9876543210";
    private static final String MANIFEST = "ab".repeat(32);

    private static final FileCredentials NONE =
            new FileCredentials(FileCredentials.State.ABSENT, List.of(), Optional.empty(), Optional.empty());
    private static final FileCredentials VALID =
            new FileCredentials(FileCredentials.State.VALID, List.of(), Optional.of(ID), Optional.of(MANIFEST));
    private static final FileCredentials BROKEN = new FileCredentials(
            FileCredentials.State.INVALID,
            List.of(new FileCredentials.Failure("assertion.bmffHash.mismatch", "The file was changed after signing.")),
            Optional.of(ID),
            Optional.of(MANIFEST));

    private static final Alteration UNTURNED = new Alteration.OfPicture(1, 1, 0, false, 1);

    @Test
    void sealedFile_untouched_isInForce() {
        assertThat(judge(VALID, marks(ID, ID), OutputRecord.State.IN_FORCE).verdict())
                .isEqualTo(Verdict.IN_FORCE);
    }

    @Test
    void sealedFile_reencoded_isInForceAndSaysThatCredentialsAreMissing() {
        InspectionReport report = judge(NONE, marks(ID, null), OutputRecord.State.IN_FORCE);

        assertThat(report.verdict()).isEqualTo(Verdict.IN_FORCE);
        assertThat(report.findings())
                .contains("Content Credentials are missing: the file was re-encoded or stripped after sealing.");
    }

    @Test
    void sealedFile_changedUnderItsCredentials_isAltered() {
        InspectionReport report = judge(BROKEN, marks(null, null), OutputRecord.State.IN_FORCE);

        assertThat(report.verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(report.credentials().failures()).containsExactly("assertion.bmffHash.mismatch");
    }

    @Test
    void soundOfAnotherOutput_isAltered() {
        InspectionReport report = judge(NONE, marks(ID, OTHER), OutputRecord.State.IN_FORCE);

        assertThat(report.verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(report.findings()).contains("Picture and sound come from two different outputs of this studio.");
    }

    @Test
    void credentialsOfAnotherOutput_areAltered() {
        assertThat(judge(VALID, marks(OTHER, OTHER), OutputRecord.State.IN_FORCE)
                        .verdict())
                .isEqualTo(Verdict.ALTERED);
    }

    @Test
    void credentialsNotOnRecord_areAltered() {
        var forged = new FileCredentials(
                FileCredentials.State.VALID, List.of(), Optional.of(ID), Optional.of("cd".repeat(32)));

        assertThat(judge(forged, marks(ID, ID), OutputRecord.State.IN_FORCE).verdict())
                .isEqualTo(Verdict.ALTERED);
    }

    @Test
    void output_withdrawnOrTakenDown_isWithdrawnWhateverElse() {
        for (var state : List.of(OutputRecord.State.WITHDRAWN, OutputRecord.State.TAKEN_DOWN)) {
            for (var credentials : List.of(NONE, VALID, BROKEN)) {
                assertThat(judge(credentials, marks(ID, ID), state).verdict()).isEqualTo(Verdict.WITHDRAWN);
            }
        }
    }

    @Test
    void file_withoutAnySign_isNotOursAndNeverCalledGenuine() {
        InspectionReport report = new Judgement(NONE, marks(null, null), Optional.empty(), Comparison.NONE).report();

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_OURS);
        assertThat(report.watermark().found()).isFalse();
        assertThat(report.findings().getFirst()).contains("does not make it genuine");
    }

    @Test
    void mark_onOtherContent_isAMismatchWithdrawnOrNot() {
        var otherPicture = new Comparison(Fingerprint.DIFFERENT, Fingerprint.UNKNOWN);
        for (var state : OutputRecord.State.values()) {
            InspectionReport report = judge(NONE, marks(ID, null), state, otherPicture);

            assertThat(report.verdict()).isEqualTo(Verdict.MISMATCH);
            assertThat(report.fingerprint()).isEqualTo(Fingerprint.DIFFERENT);
        }
    }

    @Test
    void mark_inASoundThatIsAnotherSound_isAMismatchWithdrawnOrNot() {
        var otherSound = new Comparison(Fingerprint.UNKNOWN, Fingerprint.DIFFERENT);
        for (var state : OutputRecord.State.values()) {
            assertThat(judge(NONE, marks(null, ID), state, otherSound).verdict())
                    .isEqualTo(Verdict.MISMATCH);
        }
    }

    @Test
    void sealedPicture_underOtherSound_isAltered() {
        var otherSound = new Comparison(Fingerprint.SAME, Fingerprint.DIFFERENT);
        InspectionReport report = judge(NONE, marks(ID, null), OutputRecord.State.IN_FORCE, otherSound);

        assertThat(report.verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(report.changes()).contains("The sound was replaced, or changed beyond recognition.");
    }

    @Test
    void copy_withoutMark_isKnownByItsFingerprint() {
        var same = new Comparison(Fingerprint.SAME, Fingerprint.SAME);
        InspectionReport report = judge(NONE, marks(null, null), OutputRecord.State.IN_FORCE, same);

        assertThat(report.verdict()).isEqualTo(Verdict.IN_FORCE);
        assertThat(report.fingerprint()).isEqualTo(Fingerprint.SAME);
        assertThat(report.changes()).contains("The invisible mark was lost or removed.");
    }

    @Test
    void changes_thatTheMarksTell_areSaidInPlainWords() {
        var picture = new Alteration.OfPicture(1.19, 1.19, -2, true, 1.25);
        var sound = new Alteration.OfSound(1.25, 0.95);

        assertThat(Changes.of(picture))
                .containsExactly(
                        "The picture was cropped: everything is 119 % as large in its frame.",
                        "The picture was mirrored.",
                        "The picture was turned by 2.0° anticlockwise.",
                        "The picture was sped up: it runs 1.25 times as fast.");
        assertThat(Changes.of(sound))
                .containsExactly(
                        "The sound was sped up: it runs 1.25 times as fast.",
                        "The pitch of the sound was lowered, by a factor of 0.95.");
        assertThat(Changes.of(new Alteration.OfPicture(0.6, 0.6, 0, false, 1)))
                .containsExactly("The picture was set in a larger frame: it is 60 % as large.");
        assertThat(Changes.of(UNTURNED)).isEmpty();
    }

    @Test
    void file_thatIsNotOurs_hasNoKnownChanges() {
        InspectionReport report = new Judgement(BROKEN, marks(null, null), Optional.empty(), Comparison.NONE).report();

        assertThat(report.changes()).isEmpty();
    }

    @Test
    void mark_withoutRecord_isNotOurs() {
        InspectionReport report = new Judgement(NONE, marks(ID, ID), Optional.empty(), Comparison.NONE).report();

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_OURS);
        assertThat(report.record().state()).isEqualTo(InspectionReport.RecordState.UNKNOWN);
    }

    private static InspectionReport judge(FileCredentials credentials, Marks marks, OutputRecord.State state) {
        return judge(credentials, marks, state, Comparison.NONE);
    }

    private static InspectionReport judge(
            FileCredentials credentials, Marks marks, OutputRecord.State state, Comparison comparison) {
        var record = new OutputRecord(
                ID,
                new RenderId(UUID.randomUUID()),
                new LikenessId(UUID.randomUUID()),
                "00".repeat(32),
                MANIFEST,
                state,
                Instant.EPOCH);
        return new Judgement(credentials, marks, Optional.of(record), comparison).report();
    }

    private static Marks marks(String picture, String sound) {
        return new Marks(
                Optional.ofNullable(picture).map(id -> new Sighting(id, UNTURNED)),
                Optional.ofNullable(sound).map(id -> new Sighting(id, new Alteration.OfSound(1, 1))),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
