package studio.selfsame.inspection;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.inspection.InspectionReport.Fingerprint;
import studio.selfsame.inspection.InspectionReport.Verdict;
import studio.selfsame.inspection.forensics.Forensics;
import studio.selfsame.inspection.forensics.Signal;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.sealing.ContentCredentials;
import studio.selfsame.sealing.FileCredentials;
import studio.selfsame.sealing.OutputDisclosures;
import studio.selfsame.sealing.OutputRecord;
import studio.selfsame.sealing.OutputRecords;
import studio.selfsame.work.WorkMonitor;

/** Examines one file. Decodes what strangers send: only for processes that may die. */
@Component
public class FileInspector {
    private static final Duration FORENSICS = Duration.ofMinutes(1);

    private final ContentCredentials credentials;
    private final Media media;
    private final MarkSearch search;
    private final PrintSearch prints;
    private final OutputRecords records;
    private final OutputDisclosures disclosures;
    private final Forensics forensics;

    FileInspector(
            ContentCredentials credentials,
            Media media,
            MarkSearch search,
            PrintSearch prints,
            OutputRecords records,
            OutputDisclosures disclosures,
            FaceTrackers trackers) {
        this.credentials = credentials;
        this.media = media;
        this.search = search;
        this.prints = prints;
        this.records = records;
        this.disclosures = disclosures;
        this.forensics = new Forensics(media, trackers);
    }

    /** Opens the file anew, from its beginning. */
    @FunctionalInterface
    public interface Source {
        SeekableByteChannel open() throws IOException;
    }

    /** @throws ProblemException if the file is no media file and carries no credentials either */
    public InspectionReport inspect(Source file, WorkMonitor monitor) throws IOException {
        monitor.progress("checking Content Credentials", 0, Map.of());
        FileCredentials found;
        try (SeekableByteChannel channel = file.open()) {
            found = credentials.read(channel);
        }
        Marks marks = marks(file, found, monitor);
        Optional<OutputRecord> claimed = Judgement.claimedId(found, marks).flatMap(records::find);
        if (claimed.isPresent() || marks.any().isPresent()) {
            Comparison comparison = claimed.flatMap(record -> disclosures.prints(record.outputId()))
                    .map(kept -> Comparison.of(kept, marks))
                    .orElse(Comparison.NONE);
            return new Judgement(found, marks, claimed, comparison).report();
        }
        InspectionReport report = byPrint(found, marks, monitor);
        return report.verdict() == Verdict.NOT_OURS ? report.withSignals(signals(file, monitor)) : report;
    }

    /** Only of what nothing better is known of. */
    private List<Signal> signals(Source file, WorkMonitor monitor) throws IOException {
        monitor.progress("measuring the face", 0.95, Map.of());
        try {
            return forensics.examine(file::open, FORENSICS);
        } catch (ProblemException unreadable) {
            return List.of();
        }
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

    private Marks marks(Source file, FileCredentials found, WorkMonitor monitor) throws IOException {
        try (MediaReader reader = media.open(file.open())) {
            return search.search(reader, monitor);
        } catch (ProblemException unreadable) {
            if (found.state() == FileCredentials.State.ABSENT) {
                throw unreadable;
            }
            return new Marks(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of("The file cannot be played: " + unreadable.problem().cause()));
        }
    }
}
