package studio.selfsame.release.document;

import java.util.List;
import java.util.Optional;

/** The templates that this studio offers. A signed one is never changed: other words are another version. */
public final class Templates {
    private static final List<Template> ALL = List.of(
            Template.load("rider", 1),
            Template.load("advert", 1),
            Template.load("localisation", 1),
            Template.load("accessibility", 1));

    private Templates() {}

    /** The newest version of each. */
    public static List<Template> all() {
        return ALL;
    }

    /** The newest version. */
    public static Optional<Template> find(String id) {
        return ALL.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    /** That very wording, as long as this studio still has it. */
    public static Optional<Template> find(Contract.TemplateReference reference) {
        return ALL.stream()
                .filter(template -> template.reference().equals(reference))
                .findFirst();
    }
}
