package studio.selfsame.consent;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.People;

/** Consent over HTTP, always the signed-in person's own. */
@RestController
@RequestMapping("/api")
class ConsentController {
    private final Consents consents;
    private final Withdrawals withdrawals;
    private final People people;

    ConsentController(Consents consents, Withdrawals withdrawals, People people) {
        this.consents = consents;
        this.withdrawals = withdrawals;
        this.people = people;
    }

    @Schema(name = "Grant")
    record GrantView(
            UUID id,
            @Schema(allowableValues = {"create", "use"}) String kind,
            boolean face,
            boolean voice,
            boolean training,
            int textVersion,
            String textLanguage,
            Instant grantedAt) {
        static GrantView of(Grant grant) {
            return new GrantView(
                    grant.id(),
                    grant.kind().code(),
                    grant.face(),
                    grant.voice(),
                    grant.training(),
                    grant.textVersion(),
                    grant.textLanguage(),
                    grant.grantedAt());
        }
    }

    @Schema(name = "Grants")
    record GrantsView(UUID likenessId, List<GrantView> grants) {}

    /** @param state none, granted or withdrawn */
    @Schema(name = "Consent")
    record ConsentView(
            UUID likenessId,

            @Schema(allowableValues = {"none", "granted", "withdrawn"})
            String state,

            List<GrantView> grants) {}

    @Schema(name = "Withdrawal")
    record WithdrawalView(UUID likenessId, Instant withdrawnAt) {}

    @PostMapping("/grants")
    @ResponseStatus(HttpStatus.CREATED)
    GrantsView grant(@RequestBody GrantForm form) {
        var given = consents.grant(people.current().id(), form);
        return new GrantsView(given.getFirst().likeness().value(), views(given));
    }

    @GetMapping("/likenesses/{likenessId}/consent")
    ConsentView consent(@PathVariable UUID likenessId) {
        var standing = consents.of(people.current().id(), new LikenessId(likenessId));
        var state = switch (standing.state()) {
            case OPEN -> "none";
            case GRANTED -> "granted";
            case WITHDRAWN -> "withdrawn";
        };
        return new ConsentView(likenessId, state, views(standing.grants()));
    }

    @PostMapping("/likenesses/{likenessId}/withdrawal")
    WithdrawalView withdraw(@PathVariable UUID likenessId) {
        return new WithdrawalView(
                likenessId, withdrawals.withdraw(people.current().id(), new LikenessId(likenessId)));
    }

    private static List<GrantView> views(List<Grant> grants) {
        return grants.stream().map(GrantView::of).toList();
    }
}
