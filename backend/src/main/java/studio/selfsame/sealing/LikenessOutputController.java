package studio.selfsame.sealing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.identity.People;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/**
 * What shows a person, for that person, whoever had it made. The file stays with who had it made; that all of it is marked
 * as withdrawn is the person's to bring about, by withdrawing their consent.
 */
@RestController
@ConditionalOnWebApplication
class LikenessOutputController {
    private final LikenessRegister likenesses;
    private final OutputRows outputs;
    private final People people;

    LikenessOutputController(LikenessRegister likenesses, OutputRows outputs, People people) {
        this.likenesses = likenesses;
        this.outputs = outputs;
        this.people = people;
    }

    /** @param releaseUseId that it was made under; null: made by the person shown */
    @Schema(name = "LikenessOutput")
    record View(
            String outputId,

            @Schema(allowableValues = {"in-force", "withdrawn", "taken-down"})
            String state,

            Instant sealedAt,
            @Nullable UUID releaseUseId) {
        static View of(OutputRows.OutputOfLikeness output) {
            return new View(
                    output.record().outputId(),
                    OutputController.View.state(output.record()),
                    output.record().sealedAt(),
                    output.releaseUse().orElse(null));
        }
    }

    @GetMapping("/api/likenesses/{likenessId}/outputs")
    List<View> ofLikeness(@PathVariable UUID likenessId) {
        LikenessId likeness = new LikenessId(likenessId);
        if (!likenesses.ownerOf(likeness).equals(Optional.of(people.current().id()))) {
            throw new ProblemException(
                    ProblemException.Kind.UNKNOWN,
                    new Problem(
                            "output",
                            "There is no such likeness of yours.",
                            "Nothing was shown.",
                            "Choose one from your list of likenesses."));
        }
        return outputs.of(likeness).stream().map(View::of).toList();
    }
}
