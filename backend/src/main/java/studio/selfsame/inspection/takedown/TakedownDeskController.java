package studio.selfsame.inspection.takedown;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.People;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.Person.Role;

/** Where referees and the operator read claims and decide on them. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/takedown-desk")
class TakedownDeskController {
    private final CaseRows cases;
    private final MatchRows matches;
    private final ClaimVault claims;
    private final Objections objections;
    private final Rulings rulings;
    private final People people;

    TakedownDeskController(
            CaseRows cases,
            MatchRows matches,
            ClaimVault claims,
            Objections objections,
            Rulings rulings,
            People people) {
        this.cases = cases;
        this.matches = matches;
        this.claims = claims;
        this.objections = objections;
        this.rulings = rulings;
        this.people = people;
    }

    /**
     * @param reason of the decision
     * @param objections of those who had the outputs made or whom they show, oldest first
     */
    @Schema(name = "ClaimedTakedown")
    record Claimed(CaseView takedown, Claim claim, @Nullable String reason, List<ObjectionView> objections) {}

    /**
     * @param outputs that are to be taken down, where it is granted
     * @param wholeLikeness also everything else that shows the same people
     * @param reason for the claimant
     */
    @Schema(name = "TakedownDecision")
    record Decision(
            @NotNull Boolean granted,
            @Nullable @Size(max = 1_000) List<String> outputs,
            @Nullable Boolean wholeLikeness,
            @NotNull @Size(min = 3, max = 2000) String reason) {
        Set<String> which() {
            return outputs == null ? Set.of() : new TreeSet<>(outputs);
        }
    }

    /** Undecided ones first, by their time. */
    @GetMapping
    List<CaseView> all() {
        requireDesk();
        return cases.all().stream()
                .map(one -> CaseView.of(one, matches.of(one.id())))
                .toList();
    }

    @GetMapping("/{id}")
    ResponseEntity<Claimed> read(@PathVariable UUID id) throws IOException {
        requireDesk();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(claimed(id));
    }

    @PostMapping("/{id}/hold")
    Claimed hold(@PathVariable UUID id) throws IOException {
        rulings.hold(id, requireDesk().id());
        return claimed(id);
    }

    @PostMapping("/{id}/decision")
    Claimed decide(@PathVariable UUID id, @Valid @RequestBody Decision decision) throws IOException {
        Person by = requireDesk();
        if (decision.granted()) {
            rulings.grant(
                    id,
                    decision.which(),
                    Boolean.TRUE.equals(decision.wholeLikeness()),
                    decision.reason().strip(),
                    by.id());
        } else {
            rulings.refuse(id, decision.reason().strip(), by.id());
        }
        return claimed(id);
    }

    private Claimed claimed(UUID id) throws IOException {
        TakedownCase one = cases.find(id).orElseThrow(TakedownProblems::unknown);
        return new Claimed(
                CaseView.of(one, matches.of(id)),
                claims.claim(one),
                one.state().isDecided() ? claims.answer(one) : null,
                objections.of(one));
    }

    private Person requireDesk() {
        Person person = people.current();
        if (!person.roles().contains(Role.REFEREE) && !person.roles().contains(Role.OPERATOR)) {
            throw TakedownProblems.noDesk();
        }
        return person;
    }
}
