package studio.selfsame.inspection;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import studio.selfsame.inspection.InspectionReport.Fingerprint;
import studio.selfsame.inspection.InspectionReport.Verdict;
import studio.selfsame.inspection.child.Evidence;
import studio.selfsame.inspection.child.Examiner;
import studio.selfsame.inspection.forensics.Forensics;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.sealing.FileCredentials;
import studio.selfsame.sealing.OutputDisclosures;
import studio.selfsame.sealing.OutputRecord;
import studio.selfsame.sealing.OutputRecords;
import studio.selfsame.sealing.ReadingKit;
import studio.selfsame.work.WorkMonitor;

/** Examines one file: a child process reads it, and what it found is held against the records here. */
@Component
public class FileInspector {
    private static final FileCredentials NO_CREDENTIALS =
            new FileCredentials(FileCredentials.State.ABSENT, List.of(), Optional.empty(), Optional.empty());

    private final Examiner examiner;
    private final Clock clock;
    private final PrintSearch prints;
    private final OutputRecords records;
    private final OutputDisclosures disclosures;

    FileInspector(
            ReadingKit kit,
            InspectionSettings settings,
            ObjectProvider<Clock> clock,
            PrintSearch prints,
            OutputRecords records,
            OutputDisclosures disclosures) {
        this.examiner = new Examiner(kit, settings.limits());
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.prints = prints;
        this.records = records;
        this.disclosures = disclosures;
    }

    /** Opens the file anew, from its beginning. */
    @FunctionalInterface
    public interface Source {
        SeekableByteChannel open() throws IOException;
    }

    /** @throws ProblemException if the file is no media file and carries no credentials either */
    public InspectionReport inspect(Source file, WorkMonitor monitor) throws IOException {
        Evidence evidence = examiner.examine(file::open, clock.instant(), monitor);
        FileCredentials found = evidence.credentials().orElse(NO_CREDENTIALS);
        Marks marks = marks(evidence, found);
        Optional<OutputRecord> claimed = Judgement.claimedId(found, marks).flatMap(records::find);
        if (claimed.isPresent() || marks.any().isPresent()) {
            Comparison comparison = claimed.flatMap(record -> disclosures.prints(record.outputId()))
                    .map(kept -> Comparison.of(kept, marks))
                    .orElse(Comparison.NONE);
            return new Judgement(found, marks, claimed, comparison).report();
        }
        InspectionReport report = byPrint(found, marks, monitor);
        // Only of what nothing better is known of.
        return report.verdict() == Verdict.NOT_OURS ? report.withSignals(Forensics.told(evidence.signals())) : report;
    }

    private InspectionReport byPrint(FileCredentials found, Marks marks, WorkMonitor monitor) {
        PrintSearch.Result result = prints.search(marks, monitor);
        Marks told = result.complete()
                ? marks
                : marks.remarking("There was no time to compare the file with everything that was made here.");
        Optional<OutputRecord> alike = result.outputId().flatMap(records::find);
        Comparison comparison =
                alike.isPresent() ? new Comparison(Fingerprint.SAME, Fingerprint.SAME) : Comparison.NONE;
        return new Judgement(found, told, alike, comparison).report();
    }

    private static Marks marks(Evidence evidence, FileCredentials found) {
        Marks marks = Marks.of(evidence);
        Optional<Problem> unread = evidence.mediaProblem();
        if (unread.isEmpty()) {
            return marks;
        }
        if (found.state() == FileCredentials.State.ABSENT) {
            throw new ProblemException(ProblemException.Kind.UNUSABLE, unread.get());
        }
        return marks.remarking("The file cannot be played: " + unread.get().cause());
    }
}
