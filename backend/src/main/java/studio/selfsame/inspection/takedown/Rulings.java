package studio.selfsame.inspection.takedown;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.consent.LikenessTakedowns;
import studio.selfsame.identity.PersonId;
import studio.selfsame.inspection.takedown.TakedownCase.State;
import studio.selfsame.sealing.OutputTakedowns;
import studio.selfsame.sealing.OutputTakedowns.Concerned;

/**
 * What becomes of claims. A decision can be replaced by another one, which undoes what the first one did. An output is shown
 * only where no case at all wants it down.
 */
@Service
class Rulings {
    private final CaseRows cases;
    private final MatchRows matches;
    private final ClaimVault claims;
    private final OutputTakedowns outputs;
    private final LikenessTakedowns likenesses;
    private final LikenessRegister register;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rulings(
            CaseRows cases,
            MatchRows matches,
            ClaimVault claims,
            OutputTakedowns outputs,
            LikenessTakedowns likenesses,
            LikenessRegister register,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.matches = matches;
        this.claims = claims;
        this.outputs = outputs;
        this.likenesses = likenesses;
        this.register = register;
        this.events = events;
        this.clock = clock;
    }

    /** Everything that the claim is about is not shown until it is decided. */
    @Transactional
    public void hold(UUID id, PersonId by) {
        TakedownCase one = cases.lock(id).orElseThrow(TakedownProblems::unknown);
        if (one.state().isDecided()) {
            throw TakedownProblems.decided();
        }
        List<String> all = matches.of(id).stream().map(Match::outputId).toList();
        if (all.isEmpty()) {
            throw TakedownProblems.nothingToHold();
        }
        hold(one, all);
        events.publishEvent(TakedownRecord.held(id, all, by));
    }

    /** When nobody has decided in time: holds what is surely meant, where the claim speaks for the person shown. */
    enum Lapse {
        HELD,
        /** Nothing could be held. */
        OVERDUE,
        /** It was decided or held, or told before. */
        NOTHING
    }

    @Transactional
    public Lapse lapse(UUID id) {
        TakedownCase one =
                cases.lock(id).filter(found -> found.state() == State.OPEN).orElse(null);
        if (one == null) {
            return Lapse.NOTHING;
        }
        List<String> sure =
                matches.of(id).stream().filter(Match::sure).map(Match::outputId).toList();
        if (one.claimant().speaksForPersonShown() && !sure.isEmpty()) {
            hold(one, sure);
            events.publishEvent(TakedownRecord.heldByClock(id, sure));
            return Lapse.HELD;
        }
        if (one.overdueAt() != null) {
            return Lapse.NOTHING;
        }
        cases.overdue(id, now());
        events.publishEvent(TakedownRecord.overdue(id));
        return Lapse.OVERDUE;
    }

    private void hold(TakedownCase one, Collection<String> which) {
        matches.putDown(one.id(), which);
        cases.hold(one.id());
        settle(one.id());
    }

    /**
     * Takes these outputs down and no others.
     *
     * @param wholeLikeness also everything else that shows the same people, and nothing new is made of them
     * @param reason for the claimant
     */
    @Transactional(rollbackFor = IOException.class)
    public void grant(UUID id, Set<String> which, boolean wholeLikeness, String reason, PersonId by)
            throws IOException {
        TakedownCase one = cases.lock(id).orElseThrow(TakedownProblems::unknown);
        if (which.isEmpty()) {
            throw TakedownProblems.undecidable("No output was named that is to be taken down.");
        }
        var shown = new TreeSet<>(Comparator.comparing(LikenessId::value));
        for (String output : which) {
            Concerned concerned = outputs.concerned(output)
                    .orElseThrow(() -> TakedownProblems.undecidable("There is no output `" + output + "`."));
            requireNoParty(concerned, by);
            shown.add(concerned.likeness());
            matches.add(id, Match.named(output));
        }
        Set<String> down = new TreeSet<>(which);
        takeLikenessesDown(id, wholeLikeness ? shown : Set.of());
        if (wholeLikeness) {
            for (LikenessId likeness : shown) {
                for (String output : outputs.of(likeness)) {
                    matches.add(id, new Match(output, FoundBy.LIKENESS, false, true));
                    down.add(output);
                }
            }
        }
        matches.putDown(id, down);
        decide(one, State.GRANTED, reason, by);
        events.publishEvent(TakedownRecord.granted(id, which, wholeLikeness, by));
    }

    /** What this claim held or took down is shown again, unless another one wants it down. */
    @Transactional(rollbackFor = IOException.class)
    public void refuse(UUID id, String reason, PersonId by) throws IOException {
        TakedownCase one = cases.lock(id).orElseThrow(TakedownProblems::unknown);
        for (Match match : matches.of(id)) {
            outputs.concerned(match.outputId()).ifPresent(concerned -> requireNoParty(concerned, by));
        }
        takeLikenessesDown(id, Set.of());
        matches.putDown(id, Set.of());
        decide(one, State.REFUSED, reason, by);
        events.publishEvent(TakedownRecord.refused(id, by));
    }

    private void decide(TakedownCase one, State state, String reason, PersonId by) throws IOException {
        cases.decide(one.id(), state, by, now());
        settle(one.id());
        claims.answer(one, reason);
    }

    private void requireNoParty(Concerned concerned, PersonId by) {
        boolean shown =
                register.ownerOf(concerned.likeness()).filter(by::equals).isPresent();
        if (shown || concerned.requester().equals(by)) {
            throw TakedownProblems.ownCase();
        }
    }

    /** First the likenesses, then the outputs: withdrawals and deliveries take their locks in the same order. */
    private void takeLikenessesDown(UUID id, Set<LikenessId> wanted) {
        Set<LikenessId> concerned = Stream.concat(matches.likenesses(id).stream(), wanted.stream())
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(LikenessId::value))));
        matches.setLikenesses(id, wanted);
        for (LikenessId likeness : concerned) {
            if (wanted.contains(likeness)) {
                likenesses.takeDown(likeness);
            } else if (!matches.isDown(likeness)) {
                likenesses.lift(likeness);
            }
        }
    }

    private void settle(UUID id) {
        for (Match match : matches.of(id)) {
            outputs.lock(match.outputId());
            outputs.stand(match.outputId(), matches.standing(match.outputId()), now());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
