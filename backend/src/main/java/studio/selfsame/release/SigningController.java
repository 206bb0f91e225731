package studio.selfsame.release;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.Passkeys;
import studio.selfsame.identity.People;
import studio.selfsame.release.document.Codes;

/** Signing with a passkey: begin a ceremony, let the browser answer it, send the answer. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/releases/{id}")
class SigningController {
    private final Signing signing;
    private final ReleaseViews views;
    private final People people;

    SigningController(Signing signing, ReleaseViews views, People people) {
        this.signing = signing;
        this.views = views;
        this.people = people;
    }

    /** @param digest SHA-256 of the contract's JSON and PDF, which the signature is over, 64 hex digits */
    @Schema(name = "ReleaseSigning")
    record SigningView(
            int version,
            @Schema(allowableValues = {"studio", "talent"}) String side,
            String digest,
            Passkeys.Ceremony ceremony) {}

    @Schema(name = "StudioSignature")
    record StudioSignature(@NotNull Passkeys.Assertion assertion) {}

    /** @param read that the person says they have read the contract */
    @Schema(name = "Countersignature")
    record Countersignature(@NotNull Passkeys.Assertion assertion, boolean read) {}

    @PostMapping("/signing")
    SigningView beginReleaseSigning(@PathVariable UUID id) {
        var begun = signing.begin(people.current(), new ReleaseId(id));
        return new SigningView(begun.version(), Codes.of(begun.side()), begun.digest(), begun.ceremony());
    }

    @PostMapping("/studio-signature")
    ReleaseView signReleaseForStudio(@PathVariable UUID id, @Valid @RequestBody StudioSignature signature) {
        var person = people.current();
        return views.of(signing.signForStudio(person, new ReleaseId(id), signature.assertion()), person.id());
    }

    @PostMapping("/countersignature")
    ReleaseView countersignRelease(@PathVariable UUID id, @Valid @RequestBody Countersignature signature) {
        var person = people.current();
        return views.of(
                signing.countersign(person, new ReleaseId(id), signature.assertion(), signature.read()), person.id());
    }
}
