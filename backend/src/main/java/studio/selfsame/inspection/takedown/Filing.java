package studio.selfsame.inspection.takedown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.enrolment.CountedUpload;
import studio.selfsame.enrolment.UploadLimit;
import studio.selfsame.enrolment.UploadParts;
import studio.selfsame.sealing.OutputRecords;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkQueue;

/** Takes claims in. Nothing that a claimant writes or sends is stored but sealed. */
@Service
class Filing {
    static final UploadLimit LIMIT =
            new UploadLimit("takedown", 512_000_000, "Send a part of it: ten seconds are enough.");

    private static final int MOST_FIELDS = 20;

    private final CaseRows cases;
    private final MatchRows matches;
    private final ClaimVault claims;
    private final OutputRecords outputs;
    private final Vault vault;
    private final WorkQueue queue;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Filing(
            CaseRows cases,
            MatchRows matches,
            ClaimVault claims,
            OutputRecords outputs,
            Vault vault,
            WorkQueue queue,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.matches = matches;
        this.claims = claims;
        this.outputs = outputs;
        this.vault = vault;
        this.queue = queue;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    record Filed(TakedownCase filed, CaseKey key) {}

    /** @param parts fields as text, and at most one file in the part {@code file}, which is read once, sealed as it comes */
    Filed file(UploadParts parts) throws IOException {
        UUID id = UUID.randomUUID();
        Map<String, String> fields = new HashMap<>();
        @Nullable DataKeyId fileKey = null;
        try {
            for (Optional<UploadParts.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                if (!part.get().name().equals("file")) {
                    read(part.get(), fields);
                } else if (fileKey == null) {
                    fileKey = vault.createKey();
                    vault.seal(
                            fileKey,
                            ClaimVault.file(id),
                            new CountedUpload(part.get().content(), LIMIT)::transferTo);
                }
            }
            return store(id, ClaimForm.of(fields, fileKey != null), fileKey);
        } catch (IOException | RuntimeException failure) {
            if (fileKey != null) {
                claims.eraseFile(id, fileKey);
            }
            throw failure;
        }
    }

    private static void read(UploadParts.Part part, Map<String, String> fields) throws IOException {
        // a character has four bytes at most
        byte[] bytes = part.content().readNBytes(4 * ClaimForm.MOST_CHARACTERS + 1);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.length() > ClaimForm.MOST_CHARACTERS || fields.size() >= MOST_FIELDS) {
            throw TakedownProblems.unfit(
                    "The form says more than it has room for.",
                    "Say it in %,d characters.".formatted(ClaimForm.MOST_CHARACTERS));
        }
        fields.put(part.name(), text);
    }

    private Filed store(UUID id, ClaimForm form, @Nullable DataKeyId fileKey) throws IOException {
        form.outputId().filter(given -> outputs.find(given).isEmpty()).ifPresent(unknown -> {
            throw TakedownProblems.unfit(
                    "There is no output with the id `" + unknown + "`.",
                    "Look at the id again, or leave it out and send the file or say where it is shown.");
        });
        CaseKey key = CaseKey.random();
        DataKeyId dataKey = vault.createKey();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var filed = new TakedownCase(
                id,
                key.sha256(),
                dataKey,
                form.kind(),
                form.claimant(),
                TakedownCase.State.OPEN,
                fileKey == null && form.outputId().isEmpty() ? TakedownCase.Search.NONE : TakedownCase.Search.SEARCHING,
                fileKey,
                null,
                now,
                now.plus(TakedownCase.TIME),
                null,
                null);
        try {
            claims.seal(id, dataKey, form.claim());
            transaction.executeWithoutResult(status -> insert(filed, form));
        } catch (IOException | RuntimeException failure) {
            claims.erase(id, dataKey);
            throw failure;
        }
        return new Filed(filed, key);
    }

    private void insert(TakedownCase filed, ClaimForm form) {
        cases.insert(filed);
        events.publishEvent(TakedownRecord.asked(filed));
        form.outputId().map(Match::named).ifPresent(match -> {
            matches.add(filed.id(), match);
            events.publishEvent(TakedownRecord.matched(filed.id(), match));
        });
        if (filed.search() == TakedownCase.Search.SEARCHING) {
            queue.submit(TakedownSearch.KIND, filed.id(), 0, WorkQueue.Priority.NORMAL);
        }
    }
}
