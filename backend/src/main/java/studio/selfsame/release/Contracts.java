package studio.selfsame.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.Organisations;
import studio.selfsame.identity.PersonId;
import studio.selfsame.release.document.Contract;
import studio.selfsame.release.document.Fault;
import studio.selfsame.release.document.InvalidContractException;
import studio.selfsame.release.document.Template;
import studio.selfsame.release.document.Templates;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Makes contracts of what rights managers write. */
@Component
class Contracts {
    /** Stands for whoever is not known yet, in a draft that is only read, never signed. */
    static final UUID NOBODY = new UUID(0, 0);

    private static final String NOTHING_STORED = "Nothing was stored.";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json;

    Contracts(JsonMapper json) {
        this.json = json.rebuild()
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    /**
     * Everything that a contract says beside the draft.
     *
     * @param supersedes digest of the version before
     * @param studioSigner who is to sign for the organisation
     */
    record Frame(
            ReleaseId release,
            int version,
            Optional<String> supersedes,
            Organisations.Organisation organisation,
            PersonId studioSigner,
            Binding binding) {}

    /** @param template that it is one of */
    record Made(Contract contract, Template template) {}

    /** @throws InvalidDraftException with everything at once */
    Made make(DraftForm form, Frame frame, List<Fault> knownFaults) {
        var faults = new ArrayList<>(knownFaults);
        var template = Optional.ofNullable(form.template()).flatMap(Templates::find);
        if (template.isEmpty()) {
            faults.add(new Fault("template", "There is no such template; `GET /api/release-templates` lists them."));
        }
        Optional<Contract> contract = Optional.empty();
        try {
            contract = Optional.of(Contract.read(json.writeValueAsString(object(form, frame, template))));
        } catch (InvalidContractException e) {
            faults.addAll(e.faults());
        }
        if (template.isPresent() && contract.isPresent()) {
            faults.addAll(template.get().faults(contract.get()));
        }
        if (!faults.isEmpty() || template.isEmpty() || contract.isEmpty()) {
            throw new InvalidDraftException(faults, NOTHING_STORED);
        }
        return new Made(contract.get(), template.get());
    }

    /** The draft as it is kept, to be read again with {@link #draft}. */
    String text(DraftForm form) {
        return json.writeValueAsString(form);
    }

    DraftForm draft(String text) {
        return json.readValue(text, DraftForm.class);
    }

    private Map<String, Object> object(DraftForm form, Frame frame, Optional<Template> template) {
        var object = json.convertValue(form, OBJECT);
        object.remove("likeness");
        object.put("format", Contract.FORMAT);
        object.put("release", frame.release().value());
        object.put("version", frame.version());
        frame.supersedes().ifPresent(digest -> object.put("supersedes", digest));
        object.put("template", reference(template));
        var studio = member(object, "studio");
        studio.put("organisation", frame.organisation().id().value());
        studio.put("name", frame.organisation().name());
        member(studio, "signatory").put("person", frame.studioSigner().value());
        var talent = member(object, "talent");
        talent.put("person", frame.binding().signatory().map(PersonId::value).orElse(NOBODY));
        talent.put(
                "likeness",
                frame.binding().likeness().map(known -> known.value()).orElse(NOBODY));
        return object;
    }

    /** Any reference that can be read, where there is none: so that what else is wrong is told too. */
    private static Map<String, Object> reference(Optional<Template> template) {
        var reference = template.map(Template::reference)
                .orElseGet(() -> new Contract.TemplateReference("none", 1, "en", "0".repeat(64)));
        return Map.of(
                "id", reference.id(),
                "version", reference.version(),
                "language", reference.language(),
                "sha256", reference.sha256());
    }

    private static Map<String, Object> member(Map<String, Object> object, String name) {
        var member = new HashMap<String, Object>();
        if (object.get(name) instanceof Map<?, ?> given) {
            given.forEach((key, value) -> member.put((String) key, value));
        }
        object.put(name, member);
        return member;
    }
}
