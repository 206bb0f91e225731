package studio.selfsame.performance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.Use;
import studio.selfsame.enrolment.CountedUpload;
import studio.selfsame.enrolment.UploadLimit;
import studio.selfsame.enrolment.UploadParts;
import studio.selfsame.identity.Person;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.speech.Synthesizers;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkQueue;

/** Takes recordings for one's own trained likeness: sealed as they arrive, under that likeness's data key. */
@Service
class RecordedIntake {
    private final PerformanceTable table;
    private final PerformanceGate gate;
    private final PerformanceErasure erasure;
    private final Likenesses likenesses;
    private final Synthesizers synthesizers;
    private final Vault vault;
    private final WorkQueue work;
    private final UploadLimit limit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RecordedIntake(
            PerformanceTable table,
            PerformanceGate gate,
            PerformanceErasure erasure,
            Likenesses likenesses,
            Synthesizers synthesizers,
            Vault vault,
            WorkQueue work,
            PerformanceSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.gate = gate;
        this.erasure = erasure;
        this.likenesses = likenesses;
        this.synthesizers = synthesizers;
        this.vault = vault;
        this.work = work;
        this.limit = settings.upload();
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Before a byte is read. */
    void admit(long contentLength) {
        limit.admit(contentLength);
    }

    /**
     * Reads the upload to its end. Whatever goes wrong, nothing is left of it.
     *
     * @param parts the files, in any order
     * @throws AuthorizationRefusedException with all reasons, before a file is read, when policy does not permit it
     * @throws ProblemException when the likeness is not trained, the script cannot be spoken, or the files are not those
     *     that are needed
     */
    PerformanceRow receive(Person person, RecordedPlan plan, UploadParts parts) throws IOException {
        PerformanceRow row = begin(person, plan);
        boolean kept = false;
        try {
            String script = plan.script().orElse("");
            if (!script.isEmpty()) {
                vault.seal(row.dataKey(), row.script(), out -> out.write(script.getBytes(StandardCharsets.UTF_8)));
            }
            Map<String, String> files = store(row, plan.parts(), parts);
            kept = Boolean.TRUE.equals(transaction.execute(status -> complete(row, files)));
        } finally {
            if (!kept) {
                erasure.erase(row);
                table.delete(row.id());
            }
        }
        return table.find(row.id()).orElseThrow();
    }

    private PerformanceRow begin(Person person, RecordedPlan plan) {
        PerformanceId id = new PerformanceId(UUID.randomUUID());
        Use use = new Use(plan.likeness(), Use.Purpose.RENDER_PERFORMANCE, id.value());
        UUID authorization = gate.permitted(person, use, Optional.empty());
        gate.requireReady(plan.likeness());
        String engine = Performance.RECORDED;
        Locale language = plan.language();
        if (plan.script().isPresent()) {
            Synthesizers.Choice voice = synthesizers.forLanguage(language);
            voice.engine().check(plan.script().get(), voice.language());
            engine = voice.engine().name();
            language = voice.language();
        }
        PerformanceRow row = new PerformanceRow(
                id,
                person.id(),
                plan.likeness(),
                null,
                likenesses.dataKeyOf(plan.likeness()),
                plan.kind(),
                plan.voice(),
                plan.rest().orElse(null),
                language,
                engine,
                authorization,
                Map.of(),
                State.RECEIVING,
                null,
                null,
                List.of(),
                clock.instant());
        table.insert(row);
        return row;
    }

    private Map<String, String> store(PerformanceRow row, List<String> wanted, UploadParts parts) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (Optional<UploadParts.Part> next = parts.next(); next.isPresent(); next = parts.next()) {
            UploadParts.Part part = next.get();
            if (!wanted.contains(part.name()) || files.containsKey(part.name())) {
                throw misses("A part `" + part.name() + "` is not wanted here, or not twice.", wanted);
            }
            CountedUpload upload = new CountedUpload(part.content(), limit);
            vault.seal(row.dataKey(), row.file(part.name()), upload::transferTo);
            files.put(part.name(), upload.sha256Hex());
        }
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(files.keySet());
        if (!missing.isEmpty()) {
            throw misses("The request has no part called `" + String.join("`, `", missing) + "`.", wanted);
        }
        return files;
    }

    private boolean complete(PerformanceRow row, Map<String, String> files) {
        if (!table.received(row.id(), files)) {
            return false;
        }
        work.submit(RecordedPreparing.KIND, row.id().value(), 0, WorkQueue.Priority.INTERACTIVE);
        return true;
    }

    private static ProblemException misses(String cause, List<String> wanted) {
        return ProblemException.unusable(
                "performance",
                cause,
                "Nothing was stored.",
                "Send as multipart/form-data, behind the part `performance`: `" + String.join("`, `", wanted) + "`.");
    }
}
