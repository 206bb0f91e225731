package studio.selfsame.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** The consent texts, for everybody to read. */
@RestController
@RequestMapping("/api/consent-texts")
class ConsentTextController {
    /** @param current whether a grant may be given beside it */
    record ConsentTextEntry(int version, String language, String sha256, boolean current) {
        static ConsentTextEntry of(ConsentText text) {
            return new ConsentTextEntry(
                    text.version(),
                    text.language(),
                    text.sha256(),
                    ConsentTexts.current().contains(text));
        }
    }

    @GetMapping
    List<ConsentTextEntry> all() {
        return ConsentTexts.all().stream().map(ConsentTextEntry::of).toList();
    }

    /** In the language asked for, else in the browser's, else in English; the answer says which it is. */
    @GetMapping("/current")
    ResponseEntity<ConsentText> current(
            @RequestParam(required = false) @Nullable String language,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        var text = ConsentTexts.currentFor(language == null ? accepted : language);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, text.language())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(text);
    }

    @GetMapping("/{version}/{language}")
    ConsentText one(@PathVariable int version, @PathVariable String language) {
        return ConsentTexts.find(version, language)
                .orElseThrow(() -> new ProblemException(
                        ProblemException.Kind.UNKNOWN,
                        new Problem(
                                "consent",
                                "There is no such consent text.",
                                "Nothing can be shown.",
                                "The list at /api/consent-texts names all of them.")));
    }
}
