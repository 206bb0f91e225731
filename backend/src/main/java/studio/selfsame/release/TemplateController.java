package studio.selfsame.release;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import studio.selfsame.release.document.Template;
import studio.selfsame.release.document.Templates;
import tools.jackson.databind.json.JsonMapper;

/** What a new release can begin with. */
@RestController
@ConditionalOnWebApplication
class TemplateController {
    private final JsonMapper json;

    TemplateController(JsonMapper json) {
        this.json = json;
    }

    /** @param defaults of the terms, as far as the template has any */
    @Schema(name = "ReleaseTemplate")
    record TemplateView(
            String id, int version, String language, String title, String summary, DraftForm.TermsForm defaults) {}

    @GetMapping("/api/release-templates")
    List<TemplateView> releaseTemplates() {
        return Templates.all().stream().map(this::view).toList();
    }

    private TemplateView view(Template template) {
        var reference = template.reference();
        return new TemplateView(
                template.id(),
                reference.version(),
                reference.language(),
                template.title(),
                template.summary(),
                json.readValue(template.defaults(), DraftForm.TermsForm.class));
    }
}
