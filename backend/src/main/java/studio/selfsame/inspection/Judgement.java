package studio.selfsame.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.selfsame.inspection.InspectionReport.CredentialsState;
import studio.selfsame.inspection.InspectionReport.Fingerprint;
import studio.selfsame.inspection.InspectionReport.FoundBy;
import studio.selfsame.inspection.InspectionReport.RecordState;
import studio.selfsame.inspection.InspectionReport.Verdict;
import studio.selfsame.sealing.FileCredentials;
import studio.selfsame.sealing.OutputRecord;

/** Puts together what credentials, marks and record say. */
final class Judgement {
    private static final String TAKEN_DOWN =
            "This was made by AI in this studio, and it was taken down: it must not be shown any more.";

    private final FileCredentials credentials;
    private final Marks marks;
    private final Optional<OutputRecord> record;
    private final Comparison comparison;
    private final List<String> changes = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    /**
     * @param record of {@link #claimedId}, or of the output that the file looks and sounds like
     * @param comparison with that output
     */
    Judgement(FileCredentials credentials, Marks marks, Optional<OutputRecord> record, Comparison comparison) {
        this.credentials = credentials;
        this.marks = marks;
        this.record = record;
        this.comparison = comparison;
    }

    /** The output that the file says it is; the mark counts before the credentials, because it is harder to move. */
    static Optional<String> claimedId(FileCredentials credentials, Marks marks) {
        return marks.any().or(credentials::outputId);
    }

    InspectionReport report() {
        Verdict verdict = verdict();
        findings.add(0, verdict == Verdict.WITHDRAWN && isTakenDown() ? TAKEN_DOWN : headline(verdict));
        if (verdict == Verdict.MISMATCH && isTakenDown()) {
            findings.add("What was sealed under that mark was taken down.");
        }
        explainMarks();
        explainComparison();
        explainCredentials();
        if (record.isPresent()) {
            tellChanges();
        }
        findings.addAll(marks.remarks());
        return new InspectionReport(
                verdict,
                new InspectionReport.Watermark(
                        marks.any().isPresent(),
                        marks.any().orElse(null),
                        marks.picture().isPresent(),
                        marks.sound().isPresent()),
                new InspectionReport.Credentials(
                        CredentialsState.valueOf(credentials.state().name()),
                        credentials.failures().stream()
                                .map(FileCredentials.Failure::code)
                                .distinct()
                                .toList()),
                comparison.whole(),
                new InspectionReport.Record(
                        record.map(found -> RecordState.valueOf(found.state().name()))
                                .orElse(RecordState.UNKNOWN),
                        record.map(OutputRecord::outputId).orElse(null),
                        record.map(this::foundBy).orElse(null)),
                List.copyOf(findings),
                List.copyOf(changes),
                List.of());
    }

    private FoundBy foundBy(OutputRecord found) {
        if (marks.any().isPresent()) {
            return FoundBy.MARK;
        }
        return credentials.outputId().equals(Optional.of(found.outputId())) ? FoundBy.CREDENTIALS : FoundBy.FINGERPRINT;
    }

    private Verdict verdict() {
        if (record.isEmpty()) {
            return Verdict.NOT_OURS;
        }
        if (mismatch()) {
            return Verdict.MISMATCH;
        }
        if (record.get().state() != OutputRecord.State.IN_FORCE) {
            return Verdict.WITHDRAWN;
        }
        boolean altered = marks.disagree()
                || comparison.whole() == Fingerprint.DIFFERENT
                || credentials.state() == FileCredentials.State.INVALID
                || credentialsOfAnotherFile()
                || (credentials.state() == FileCredentials.State.VALID && !manifestOnRecord());
        return altered ? Verdict.ALTERED : Verdict.IN_FORCE;
    }

    /** A mark on what it was not made for. */
    private boolean mismatch() {
        return (marks.picture().isPresent() && comparison.picture() == Fingerprint.DIFFERENT)
                || (marks.sound().isPresent() && comparison.sound() == Fingerprint.DIFFERENT);
    }

    private boolean credentialsOfAnotherFile() {
        return marks.any().isPresent()
                && credentials.state() == FileCredentials.State.VALID
                && !credentials.outputId().equals(marks.any());
    }

    private boolean manifestOnRecord() {
        return record.map(OutputRecord::manifestSha256).equals(credentials.manifestSha256());
    }

    private boolean isTakenDown() {
        return record.filter(found -> found.state() == OutputRecord.State.TAKEN_DOWN)
                .isPresent();
    }

    private static String headline(Verdict verdict) {
        return switch (verdict) {
            case IN_FORCE -> "This was made by AI in this studio, with the consent of the person shown.";
            case WITHDRAWN ->
                "This was made by AI in this studio, and it should no longer be shown: the person shown has withdrawn"
                        + " their consent.";
            case ALTERED -> "This comes from a file made by AI in this studio, and it was changed after it was sealed.";
            case MISMATCH ->
                "This carries a mark of this studio, but its content does not match what was sealed under that mark: the mark"
                        + " was copied from another file, or the content was changed beyond recognition.";
            case NOT_OURS -> "Nothing shows that this was made in this studio. That does not make it genuine.";
        };
    }

    private void explainMarks() {
        if (marks.disagree()) {
            findings.add("Picture and sound come from two different outputs of this studio.");
        } else if (marks.any().isPresent() && record.isEmpty()) {
            findings.add("It carries a mark of this studio, but no output of that id was ever delivered.");
        } else if (record.isPresent() && marks.any().isEmpty()) {
            findings.add(
                    comparison.whole() == Fingerprint.SAME
                            ? "The invisible mark was not found; picture or sound are those of an output of this studio."
                            : "The invisible mark was not found.");
        } else if (marks.picture().isPresent() && marks.sound().isEmpty()) {
            findings.add("The mark was found in the picture, not in the sound.");
        } else if (marks.sound().isPresent() && marks.picture().isEmpty()) {
            findings.add("The mark was found in the sound, not in the picture.");
        }
    }

    private void explainComparison() {
        if (comparison.picture() == Fingerprint.DIFFERENT) {
            findings.add("The picture is not the one that was sealed.");
        }
        if (comparison.sound() == Fingerprint.DIFFERENT) {
            findings.add("The sound is not the one that was sealed.");
        }
    }

    private void tellChanges() {
        marks.picture().map(Sighting::alteration).map(Changes::of).ifPresent(changes::addAll);
        marks.sound().map(Sighting::alteration).map(Changes::of).ifPresent(changes::addAll);
        if (comparison.picture() == Fingerprint.DIFFERENT) {
            changes.add("The picture was replaced, or changed beyond recognition.");
        }
        if (comparison.sound() == Fingerprint.DIFFERENT) {
            changes.add("The sound was replaced, or changed beyond recognition.");
        }
        if (marks.any().isEmpty()) {
            changes.add("The invisible mark was lost or removed.");
        }
        if (credentials.state() == FileCredentials.State.ABSENT) {
            changes.add("Its Content Credentials were taken off, as encoding it again does.");
        } else if (credentials.state() == FileCredentials.State.INVALID) {
            changes.add("The file was changed under its Content Credentials.");
        }
    }

    private void explainCredentials() {
        switch (credentials.state()) {
            case ABSENT -> {
                if (record.isPresent()) {
                    findings.add("Content Credentials are missing: the file was re-encoded or stripped after sealing.");
                }
            }
            case INVALID -> {
                if (credentials.fitByStranger()) {
                    findings.add(
                            "Content Credentials are present and fit the file, but whoever signed them is nobody whom this"
                                    + " studio trusts: what they say is no more than that signer's word.");
                    return;
                }
                findings.add("Content Credentials are present and not valid.");
                credentials.failures().stream()
                        .map(FileCredentials.Failure::text)
                        .distinct()
                        .forEach(findings::add);
            }
            case VALID -> {
                if (credentialsOfAnotherFile()) {
                    findings.add("The Content Credentials are valid but belong to another file than the mark.");
                } else if (record.isPresent() && !manifestOnRecord()) {
                    findings.add(
                            "The Content Credentials are valid but not those that this output was delivered with.");
                } else if (record.isPresent()) {
                    findings.add("The Content Credentials are valid: not a byte was changed since it was sealed.");
                } else {
                    findings.add("The Content Credentials are valid, issued by somebody else whom this studio trusts.");
                    findings.addAll(credentials.remarks());
                }
            }
        }
    }
}
