package studio.selfsame.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import studio.selfsame.identity.Person.Role;
import studio.selfsame.identity.VerificationRow.State;
import studio.selfsame.policy.Age;
import studio.selfsame.policy.PublicFigure;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.Vault;

/** Who I am, portraits, and the referee's desk. */
@RestController
@ConditionalOnWebApplication
class IdentityController {
    private final People people;
    private final Verifications verifications;
    private final VerificationTable table;
    private final Vault vault;

    IdentityController(People people, Verifications verifications, VerificationTable table, Vault vault) {
        this.people = people;
        this.verifications = verifications;
        this.table = table;
        this.vault = vault;
    }

    @GetMapping("/api/me")
    Me me() {
        var person = people.current();
        var roles = person.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        var verification = table.newest(person.id())
                .map(row -> new Standing(row.id(), row.state().text(), row.problem()))
                .orElse(new Standing(null, "none", null));
        return new Me(person.id().value(), roles, verification);
    }

    @PostMapping(path = "/api/verifications", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Standing submit(@RequestPart("portrait") MultipartFile portrait) throws IOException {
        var person = people.current();
        if (portrait.getSize() > Portrait.MAX_BYTES) {
            throw Portrait.unusable("the picture is larger than 10 MB");
        }
        var row = verifications.submit(person.id(), Portrait.of(portrait.getBytes()));
        return new Standing(row.id(), row.state().text(), null);
    }

    @GetMapping("/api/verifications")
    List<Submission> inState(@RequestParam String state) {
        requireReferee();
        return table.inState(parse(state)).stream().map(Submission::of).toList();
    }

    @GetMapping("/api/verifications/{id}")
    Submission one(@PathVariable UUID id) {
        return Submission.of(verifications.visible(id, people.current()));
    }

    @GetMapping("/api/verifications/{id}/portrait")
    ResponseEntity<byte[]> portrait(@PathVariable UUID id) throws IOException {
        var row = verifications.visible(id, requireReferee());
        if (row.state() != State.AWAITING_REFEREE) {
            throw Verifications.refused("the portrait of a verification can be seen only while it awaits a referee");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(row.mediaType()))
                .cacheControl(CacheControl.noStore())
                .body(vault.read(row.dataKey(), row.portrait()));
    }

    @PostMapping("/api/verifications/{id}/decision")
    Standing decide(@PathVariable UUID id, @Valid @RequestBody DecisionRequest request) {
        var referee = requireReferee();
        var row = verifications.decide(id, referee, request.decision());
        return new Standing(row.id(), row.state().text(), row.problem());
    }

    private Person requireReferee() {
        var person = people.current();
        if (!person.roles().contains(Role.REFEREE)) {
            throw Verifications.refused("only a referee may look at the verifications of others");
        }
        return person;
    }

    private static State parse(String state) {
        return Arrays.stream(State.values())
                .filter(known -> known.text().equals(state))
                .findFirst()
                .orElseThrow(() -> ProblemException.unusable(
                        Verifications.STAGE,
                        "`" + state + "` is no state of a verification",
                        "Nothing was listed.",
                        "Use checking, awaiting-referee, approved, rejected or unusable."));
    }

    record Me(UUID personId, Set<String> roles, Standing verification) {}

    @Schema(name = "VerificationStanding")
    record Standing(
            @Nullable UUID id,

            @Schema(allowableValues = {"none", "checking", "awaiting-referee", "approved", "rejected", "unusable"})
            String state,

            @Nullable Problem problem) {}

    @Schema(name = "Verification")
    record Submission(
            UUID id,
            UUID personId,

            @Schema(allowableValues = {"checking", "awaiting-referee", "approved", "rejected", "unusable"})
            String state,

            Instant submittedAt,
            @Nullable Problem problem) {
        static Submission of(VerificationRow row) {
            return new Submission(row.id(), row.person().value(), row.state().text(), row.submittedAt(), row.problem());
        }
    }

    @Schema(name = "VerificationDecision")
    record DecisionRequest(
            @NotNull Boolean approved,
            @NotNull @Size(min = 3, max = 2000) String evidence,
            @Nullable @Size(max = 2000) String note,

            @Nullable @Schema(description = "The document shows that they are of age; left out: not looked at.")
            Boolean adult,

            @Nullable @Schema(
                    allowableValues = {"no", "confirmed", "unconfirmed"},
                    description =
                            "Many people know them, and it is confirmed that it is they; left out: not looked at.")
            String publicFigure) {
        private static final Set<PublicFigure> STATED =
                EnumSet.of(PublicFigure.NO, PublicFigure.CONFIRMED, PublicFigure.UNCONFIRMED);

        Verifications.Decision decision() {
            return new Verifications.Decision(approved, evidence, note == null ? "" : note, age(), statedFigure());
        }

        private Age age() {
            if (adult == null) {
                return Age.UNKNOWN;
            }
            return adult ? Age.ADULT : Age.MINOR;
        }

        private PublicFigure statedFigure() {
            return publicFigure == null
                    ? PublicFigure.UNKNOWN
                    : Codes.find(STATED, publicFigure)
                            .orElseThrow(() -> ProblemException.unusable(
                                    Verifications.STAGE,
                                    "`" + publicFigure + "` does not say whether somebody is a public figure",
                                    "Nothing was changed.",
                                    "Use no, confirmed or unconfirmed, or leave publicFigure out."));
        }
    }
}
