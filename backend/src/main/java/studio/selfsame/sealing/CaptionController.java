package studio.selfsame.sealing;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.identity.People;
import studio.selfsame.performance.Performances;
import studio.selfsame.performance.Performances.Said;
import studio.selfsame.rendering.Renders;

/** Captions of outputs, for whoever may fetch the file. Made when they are asked for: scripts leave the vault for no table. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/outputs")
class CaptionController {
    private final OutputRows outputs;
    private final DisclosureRecords disclosures;
    private final Renders renders;
    private final Performances performances;
    private final People people;

    CaptionController(
            OutputRows outputs,
            DisclosureRecords disclosures,
            Renders renders,
            Performances performances,
            People people) {
        this.outputs = outputs;
        this.disclosures = disclosures;
        this.renders = renders;
        this.performances = performances;
        this.people = people;
    }

    @GetMapping(path = "/{outputId}/captions.vtt", produces = "text/vtt;charset=UTF-8")
    ResponseEntity<String> webVtt(@PathVariable String outputId) {
        return answer(outputId, "text/vtt;charset=UTF-8", WebVtt::of);
    }

    @GetMapping(path = "/{outputId}/captions.ttml", produces = "application/ttml+xml;charset=UTF-8")
    ResponseEntity<String> ttml(@PathVariable String outputId) {
        return answer(outputId, "application/ttml+xml;charset=UTF-8", Ttml::of);
    }

    private ResponseEntity<String> answer(String outputId, String type, Function<CaptionTrack, String> form) {
        SealedOutput output = outputs.sealed(outputId, people.current().id()).orElseThrow(SealingProblems::unknown);
        DisclosureRecords.Told told = disclosures.told(outputId).orElseThrow(SealingProblems::unknown);
        Said said = renders.performanceOf(output.record().render())
                .flatMap(performances::said)
                .orElseGet(() -> new Said(0, List.of()));
        var track =
                CaptionTrack.of(told.label(), Locale.forLanguageTag(told.language()), said.durationUs(), said.lines());
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(type))
                .cacheControl(CacheControl.noStore())
                .body(form.apply(track));
    }
}
