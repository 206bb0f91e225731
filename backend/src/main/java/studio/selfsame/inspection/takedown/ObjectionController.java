package studio.selfsame.inspection.takedown;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.People;
import studio.selfsame.identity.PersonId;

/** For whoever had an output made, and whom it shows: why it is not shown, and what they have to say against it. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/outputs/{outputId}")
class ObjectionController {
    private final Objections objections;
    private final People people;

    ObjectionController(Objections objections, People people) {
        this.objections = objections;
        this.people = people;
    }

    /**
     * Nothing that says who asked for it.
     *
     * @param state {@code shown} as far as takedowns go
     * @param mayObject there is a case that keeps it down, to which this person has not objected
     * @param objectedAt when they did last
     */
    @Schema(name = "OutputTakedown")
    record View(
            @Schema(allowableValues = {"shown", "held", "taken-down"})
            String state,

            boolean mayObject,
            @Nullable Instant objectedAt) {}

    @Schema(name = "ObjectionText")
    record Text(@NotNull @Size(min = 20, max = 5_000) String text) {}

    @GetMapping("/takedown")
    View read(@PathVariable String outputId) {
        return view(outputId, people.current().id());
    }

    @PostMapping("/objection")
    View object(@PathVariable String outputId, @Valid @RequestBody Text objection) throws IOException {
        PersonId person = people.current().id();
        objections.object(outputId, person, objection.text().strip());
        return view(outputId, person);
    }

    private View view(String outputId, PersonId person) {
        return objections
                .down(outputId, person)
                .map(down -> new View(
                        down.decided() ? "taken-down" : "held",
                        !down.toAnswer().isEmpty(),
                        down.objectedAt().orElse(null)))
                .orElse(new View("shown", false, null));
    }
}
