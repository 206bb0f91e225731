package studio.selfsame.enrolment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.AuthorizationDecision;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.consent.Use;
import studio.selfsame.enrolment.FootageScreen.Objection;
import studio.selfsame.enrolment.RecordingExamination.Found;
import studio.selfsame.enrolment.RecordingOutcome.Reason;
import studio.selfsame.enrolment.RecordingOutcome.Refused;
import studio.selfsame.enrolment.RecordingOutcome.Verified;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.face.FaceTrackingCodec;
import studio.selfsame.identity.PersonId;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.KeyDestroyedException;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkMonitor;

/** Recordings whose videos and face tracks lie in the vault. */
@Service
class VaultRecordings implements Recordings {
    private final RecordingTable table;
    private final RecordingExamination examination;
    private final RecordingSettings settings;
    private final FootageScreen screen;
    private final Authorizer authorizer;
    private final LikenessRegister register;
    private final Vault vault;
    private final ObjectStore objects;
    private final Media media;
    private final FaceTrackingCodec codec;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    VaultRecordings(
            RecordingTable table,
            RecordingExamination examination,
            RecordingSettings settings,
            FootageScreen screen,
            Authorizer authorizer,
            LikenessRegister register,
            Vault vault,
            ObjectStore objects,
            Media media,
            FaceTrackingCodec codec,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.examination = examination;
        this.settings = settings;
        this.screen = screen;
        this.authorizer = authorizer;
        this.register = register;
        this.vault = vault;
        this.objects = objects;
        this.media = media;
        this.codec = codec;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public RecordingOutcome verify(BroughtRecording brought, Authorization authorization, WorkMonitor monitor)
            throws IOException {
        requireFor(brought.likeness(), authorization);
        Optional<VerifiedRecording> before = verified(brought.id());
        if (before.isPresent()) {
            return new Verified(before.get());
        }
        PersonId owner = register.ownerOf(brought.likeness()).orElseThrow();
        Found found = examined(owner, brought, monitor);
        if (!found.reasons().isEmpty()) {
            refused(brought, found.reasons());
            return new Refused(found.reasons());
        }
        monitor.checkCancelled();
        vault.seal(brought.dataKey(), brought.tracking(), out -> codec.write(found.person(), out));
        RecordingRow row = new RecordingRow(brought, owner, found.frameRate(), found.frames(), false, clock.instant());
        transaction.executeWithoutResult(status -> {
            if (table.insert(row)) {
                events.publishEvent(
                        new RecordingVerified(brought.id(), brought.likeness(), brought.purpose(), row.frames()));
            }
        });
        return new Verified(recording(row, found.person()));
    }

    @Override
    public Optional<VerifiedRecording> verified(RecordingId id) {
        return table.find(id)
                .filter(row ->
                        !row.withdrawn() && !vault.isDestroyed(row.brought().dataKey()))
                .flatMap(row -> tracking(row.brought()).map(tracking -> recording(row, tracking)));
    }

    @Override
    public List<BroughtTake> takesOf(LikenessId likeness) {
        return table.of(likeness).stream()
                .filter(row -> row.brought().purpose() == RecordingPurpose.TAKE)
                .filter(row ->
                        !row.withdrawn() && !vault.isDestroyed(row.brought().dataKey()))
                .map(row -> new BroughtTake(
                        row.brought().id(), row.frameRate().timeUs(row.frames()) / 1e6, row.verifiedAt()))
                .toList();
    }

    @Override
    public void forget(RecordingId id) throws IOException {
        Optional<RecordingRow> row = table.find(id);
        if (row.isPresent()) {
            objects.delete(row.get().brought().tracking());
            table.delete(id);
        }
    }

    private void requireFor(LikenessId likeness, Authorization authorization) {
        Use use = authorization.use();
        if (!use.likeness().equals(likeness) || use.purpose() != Use.Purpose.RENDER_PERFORMANCE) {
            throw new AuthorizationRefusedException(
                    "enrolment",
                    List.of(new AuthorizationDecision.Reason(
                            "other-use",
                            "The permission shown is for another use, not for performing with this likeness.")));
        }
        authorizer.recheck(authorization, use);
    }

    private Found examined(PersonId owner, BroughtRecording brought, WorkMonitor monitor) throws IOException {
        FootageScreen.Source file = () -> vault.open(brought.dataKey(), brought.video());
        try {
            // Before anything here opens it: it may be made to break its readers.
            List<Objection> objections = screen.screen(file, settings.longest(), monitor);
            try (MediaReader reader = media.open(file.open())) {
                return examination.examine(owner, brought.purpose(), reader, objections, monitor);
            }
        } catch (ProblemException e) {
            if (e.kind() != ProblemException.Kind.UNUSABLE) {
                throw e;
            }
            Reason reason =
                    new Reason("unreadable", e.problem().cause(), e.problem().remedy(), 0, 0, 0);
            return Found.withoutLooking(List.of(reason));
        }
    }

    private void refused(BroughtRecording brought, List<Reason> reasons) {
        List<String> codes = reasons.stream().map(Reason::code).distinct().toList();
        transaction.executeWithoutResult(status ->
                events.publishEvent(new RecordingRefused(brought.id(), brought.likeness(), brought.purpose(), codes)));
    }

    private Optional<FaceTracking> tracking(BroughtRecording brought) {
        try (InputStream in =
                new BufferedInputStream(Channels.newInputStream(vault.open(brought.dataKey(), brought.tracking())))) {
            return Optional.of(codec.read(in));
        } catch (KeyDestroyedException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the face track of recording " + brought.id().value() + " cannot be read", e);
        }
    }

    private static VerifiedRecording recording(RecordingRow row, FaceTracking tracking) {
        BroughtRecording brought = row.brought();
        return new VerifiedRecording(
                brought.id(),
                row.person(),
                brought.likeness(),
                brought.dataKey(),
                brought.video(),
                brought.sha256(),
                row.frameRate(),
                row.frames(),
                tracking,
                brought.purpose());
    }
}
