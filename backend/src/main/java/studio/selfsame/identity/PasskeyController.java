package studio.selfsame.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.Passkeys.Assertion;
import studio.selfsame.identity.Passkeys.Ceremony;

/** The signed-in person's passkeys over HTTP, and stepping up with one of them. */
@RestController
@ConditionalOnWebApplication
class PasskeyController {
    private final People people;
    private final PasskeySettings settings;
    private final PasskeyTable table;
    private final Registrations registrations;
    private final StepUps stepUps;

    PasskeyController(
            People people, PasskeySettings settings, PasskeyTable table, Registrations registrations, StepUps stepUps) {
        this.people = people;
        this.settings = settings;
        this.table = table;
        this.registrations = registrations;
        this.stepUps = stepUps;
    }

    @GetMapping("/api/passkeys")
    List<PasskeyView> passkeys() {
        return table.standing(people.current().id()).stream()
                .map(PasskeyView::of)
                .toList();
    }

    @PostMapping("/api/passkeys/registration")
    CreationOptions.Asked beginPasskey(HttpServletRequest request) {
        requireOurPage(request);
        return CreationOptions.of(registrations.begin(people.current()), settings);
    }

    @PostMapping("/api/passkeys")
    @ResponseStatus(HttpStatus.CREATED)
    PasskeyView registerPasskey(@Valid @RequestBody Answer answer) {
        return PasskeyView.of(registrations.complete(people.current(), answer));
    }

    @DeleteMapping("/api/passkeys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokePasskey(@PathVariable UUID id) {
        registrations.revoke(people.current(), id);
    }

    @PostMapping("/api/step-up/challenge")
    Ceremony beginStepUp(HttpServletRequest request) {
        requireOurPage(request);
        return stepUps.begin(people.current().id(), SignInSession.current());
    }

    @PostMapping("/api/step-up")
    SteppedUpView stepUp(@RequestBody Assertion assertion) {
        return new SteppedUpView(stepUps.confirm(people.current().id(), SignInSession.current(), assertion));
    }

    /** Browsers say where their page is from; programs say nothing, and cannot ask for a browser's passkeys. */
    private void requireOurPage(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        if (origin != null && !settings.origins().contains(origin)) {
            throw PasskeyProblems.elsewhere(origin, settings);
        }
    }

    /**
     * What the browser made of {@link CreationOptions}, in base64url.
     *
     * @param label by which the person will know the passkey again
     */
    @Schema(name = "PasskeyRegistration")
    record Answer(
            @NotNull UUID ceremony,
            @NotNull String attestationObject,
            @NotNull String clientDataJson,
            @NotNull String label) {
        @Override
        public String toString() {
            return "Answer[" + ceremony + "]";
        }
    }

    /** @param copied it may be copied to other devices of the person's */
    @Schema(name = "Passkey")
    record PasskeyView(
            UUID id,
            String label,
            boolean copied,
            Instant registeredAt,
            @Nullable Instant lastUsedAt) {
        static PasskeyView of(PasskeyRow row) {
            return new PasskeyView(row.id(), row.label(), row.backupEligible(), row.registeredAt(), row.lastUsedAt());
        }
    }

    @Schema(name = "StepUp")
    record SteppedUpView(Instant authenticatedAt) {}
}
