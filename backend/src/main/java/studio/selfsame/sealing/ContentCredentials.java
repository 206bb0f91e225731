package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import studio.selfsame.sealing.c2pa.CredentialsReader;
import studio.selfsame.sealing.c2pa.CredentialsReport;
import studio.selfsame.sealing.c2pa.IncomingManifest;

/** Validates the Content Credentials of any file; trusts this studio's root and those that are configured. */
@Component
public class ContentCredentials {
    private final CredentialsReader reader;
    private final Clock clock;

    ContentCredentials(CredentialsReader reader, ObjectProvider<Clock> clock) {
        this.reader = reader;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** Never throws for what the file holds. Leaves the channel open, its position anywhere. */
    public FileCredentials read(SeekableByteChannel file) throws IOException {
        return told(reader.read(file, clock.instant()));
    }

    static FileCredentials told(CredentialsReport report) {
        return new FileCredentials(
                FileCredentials.State.valueOf(report.state().name()),
                report.failures().stream()
                        .map(status -> new FileCredentials.Failure(status.code(), status.text()))
                        .toList(),
                report.notes().stream()
                        .filter(note -> note.code().endsWith(".additionalExclusionsPresent"))
                        .map(CredentialsReport.Status::text)
                        .distinct()
                        .toList(),
                outputId(report),
                report.manifestSha256());
    }

    /** The credentials of a file that another is made from, for its manifest to carry. */
    Optional<IncomingManifest> incoming(SeekableByteChannel file, Instant now) throws IOException {
        return IncomingManifest.read(file, reader, now);
    }

    private static Optional<String> outputId(CredentialsReport report) {
        boolean trusted = report.signer().isPresent()
                && report.failures().stream()
                        .map(CredentialsReport.Status::code)
                        .noneMatch(code -> code.startsWith("claimSignature.")
                                || code.startsWith("signingCredential.")
                                || code.startsWith("claim.")
                                || code.startsWith("algorithm."));
        Map<?, ?> consent = report.assertions().get(RenderManifest.CONSENT);
        return trusted && consent != null && consent.get("outputId") instanceof String id && id.matches("[0-9a-f]{16}")
                ? Optional.of(id)
                : Optional.empty();
    }
}
