package studio.selfsame.inspection.takedown;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.identity.PersonId;
import studio.selfsame.sealing.OutputTakedowns;

/**
 * Whoever had an output made, or whom it shows, says why it should be shown again: once to each case that keeps it down. It
 * lifts nothing; whoever decides reads it.
 */
@Service
class Objections {
    private final CaseRows cases;
    private final ObjectionRows objections;
    private final ClaimVault claims;
    private final OutputTakedowns outputs;
    private final LikenessRegister register;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Objections(
            CaseRows cases,
            ObjectionRows objections,
            ClaimVault claims,
            OutputTakedowns outputs,
            LikenessRegister register,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.objections = objections;
        this.claims = claims;
        this.outputs = outputs;
        this.register = register;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Why an output is not shown, for somebody whom it concerns.
     *
     * @param decided at least one case has decided so; else it is only held
     * @param toAnswer cases to which this person has not objected
     * @param objectedAt when they did last
     */
    record Down(boolean decided, List<TakedownCase> toAnswer, Optional<Instant> objectedAt) {}

    /** Empty where it is shown, as far as takedowns go. */
    @Transactional(readOnly = true)
    public Optional<Down> down(String outputId, PersonId person) {
        relation(outputId, person);
        List<TakedownCase> keeping = cases.keepingDown(outputId);
        if (keeping.isEmpty()) {
            return Optional.empty();
        }
        List<TakedownCase> toAnswer = new ArrayList<>();
        List<Instant> objected = new ArrayList<>();
        for (TakedownCase one : keeping) {
            objections.objectedAt(one.id(), outputId, person).ifPresentOrElse(objected::add, () -> toAnswer.add(one));
        }
        boolean decided = keeping.stream().anyMatch(one -> one.state().isDecided());
        return Optional.of(new Down(decided, toAnswer, objected.stream().max(Instant::compareTo)));
    }

    /** To every case that keeps it down and to which this person has not objected. */
    @Transactional(rollbackFor = IOException.class)
    public void object(String outputId, PersonId person, String text) throws IOException {
        Objection.By by = relation(outputId, person);
        boolean added = false;
        for (TakedownCase one : cases.keepingDown(outputId)) {
            var objection = new Objection(
                    UUID.randomUUID(), outputId, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (objections.insert(one.id(), objection, person)) {
                claims.object(one, objection.id(), text);
                events.publishEvent(TakedownRecord.objected(one.id(), objection, person));
                added = true;
            }
        }
        if (!added) {
            throw TakedownProblems.notDown();
        }
    }

    /** Oldest first. */
    List<ObjectionView> of(TakedownCase about) throws IOException {
        List<ObjectionView> read = new ArrayList<>();
        for (Objection one : objections.of(about.id())) {
            read.add(new ObjectionView(one.outputId(), one.by(), one.receivedAt(), claims.objection(about, one.id())));
        }
        return read;
    }

    private Objection.By relation(String outputId, PersonId person) {
        OutputTakedowns.Concerned concerned =
                outputs.concerned(outputId).orElseThrow(TakedownProblems::noOutputOfTheirs);
        if (register.ownerOf(concerned.likeness()).filter(person::equals).isPresent()) {
            return Objection.By.PERSON_SHOWN;
        }
        if (concerned.requester().equals(person)) {
            return Objection.By.MAKER;
        }
        throw TakedownProblems.noOutputOfTheirs();
    }
}
