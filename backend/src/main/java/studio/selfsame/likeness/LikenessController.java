package studio.selfsame.likeness;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.consent.AuthorizationDecision;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.consent.Use;
import studio.selfsame.enrolment.EnrolmentId;
import studio.selfsame.enrolment.Enrolments;
import studio.selfsame.enrolment.RecordingId;
import studio.selfsame.enrolment.VerifiedEnrolment;
import studio.selfsame.identity.People;
import studio.selfsame.identity.Person;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.work.WorkQueue;

/** A person's own likenesses: training and how it goes. */
@RestController
@RequestMapping("/api/likenesses")
class LikenessController {
    /**
     * @param lookId a driving take in another look of the same person, for the renderer `autoencoder`
     * @param settings what is left out takes its default
     */
    record TrainingRequest(
            UUID enrolmentId,
            @Nullable UUID lookId,
            @Nullable RequestedSettings settings) {}

    @Schema(name = "TrainingBegun")
    record Accepted(UUID id, String state) {}

    private final LikenessTable table;
    private final LikenessRegister register;
    private final Authorizer authorizer;
    private final Enrolments enrolments;
    private final People people;
    private final SecondLook looks;
    private final AgreedLearning agreed;
    private final WorkQueue work;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LikenessController(
            LikenessTable table,
            LikenessRegister register,
            Authorizer authorizer,
            Enrolments enrolments,
            People people,
            SecondLook looks,
            AgreedLearning agreed,
            WorkQueue work,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.register = register;
        this.authorizer = authorizer;
        this.enrolments = enrolments;
        this.people = people;
        this.looks = looks;
        this.agreed = agreed;
        this.work = work;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PostMapping("/{likenessId}/training")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted train(@PathVariable UUID likenessId, @RequestBody TrainingRequest request) {
        Person person = people.current();
        LikenessId likeness = own(likenessId, person);
        agreed.requireVoiceDecided(likeness);
        TrainingSettings settings = RequestedSettings.orDefaults(request.settings());
        Optional<RecordingId> look = looks.asked(likeness, person.id(), settings, request.lookId());
        // Decided in a transaction of its own, before any of ours: a refusal stays on record though we then throw.
        Use use = new Use(likeness, Use.Purpose.CREATE_LIKENESS, request.enrolmentId());
        UUID authorization = switch (authorizer.authorize(person, use)) {
            case AuthorizationDecision.Permitted permitted ->
                permitted.authorization().id();
            case AuthorizationDecision.Refused refused ->
                throw new AuthorizationRefusedException("training", refused.reasons());
        };
        VerifiedEnrolment enrolment = enrolments
                .verified(new EnrolmentId(request.enrolmentId()))
                .filter(e -> e.likeness().equals(likeness) && e.person().equals(person.id()))
                .orElseThrow(() -> conflict(
                        "The footage named is not accepted for this likeness.",
                        "Wait until its check is done, or enrol other footage."));
        transaction.executeWithoutResult(status -> start(likeness, person, enrolment, authorization, look, settings));
        return new Accepted(likenessId, "training");
    }

    @GetMapping
    List<LikenessView> all() {
        return table.of(people.current().id()).stream().map(this::view).toList();
    }

    @GetMapping("/{likenessId}")
    LikenessView one(@PathVariable UUID likenessId) {
        LikenessId likeness = own(likenessId, people.current());
        return table.find(likeness)
                .map(this::view)
                .orElseGet(() -> LikenessView.untrained(likenessId, register.isWithdrawn(likeness)));
    }

    /** Driving takes that a training of this likeness may name as its second look. */
    @GetMapping("/{likenessId}/looks")
    List<LookView> looks(@PathVariable UUID likenessId) {
        return looks.of(own(likenessId, people.current()));
    }

    private void start(
            LikenessId likeness,
            Person person,
            VerifiedEnrolment enrolment,
            UUID authorization,
            Optional<RecordingId> look,
            TrainingSettings settings) {
        UUID footage = enrolment.id().value();
        if (!table.start(
                likeness, person.id(), footage, enrolment.dataKey(), authorization, look, settings, clock.instant())) {
            throw conflict(
                    "This likeness is being trained already, or was withdrawn.", "Wait for the training to end.");
        }
        int run = table.find(likeness).map(LikenessRow::run).orElseThrow();
        work.submit(LikenessTraining.KIND, likeness.value(), run, WorkQueue.Priority.NORMAL);
        events.publishEvent(new TrainingStarted(likeness, footage, look, authorization));
    }

    private LikenessView view(LikenessRow row) {
        return LikenessView.of(
                row,
                work.of(row.id().value()).stream()
                        .filter(s -> s.kind().equals(LikenessTraining.KIND) && s.part() == row.run())
                        .findFirst(),
                table.curve(row));
    }

    private LikenessId own(UUID id, Person person) {
        LikenessId likeness = new LikenessId(id);
        return Optional.of(likeness)
                .filter(l -> register.ownerOf(l).equals(Optional.of(person.id())))
                .orElseThrow(() -> new ProblemException(
                        ProblemException.Kind.UNKNOWN,
                        new Problem(
                                "likeness",
                                "There is no likeness `" + id + "` of yours.",
                                "Nothing was done.",
                                "Choose one from your list of likenesses.")));
    }

    private static ProblemException conflict(String cause, String remedy) {
        return new ProblemException(
                ProblemException.Kind.CONFLICT, new Problem("training", cause, "No training was started.", remedy));
    }
}
