package studio.selfsame.release.document;

import java.util.List;
import java.util.Optional;

/** The templates that this studio offers. */
public final class Templates {
    private Templates() {}

    /** The newest version of each. */
    public static List<Template> all() {
        throw new UnsupportedOperationException();
    }

    /** The newest version. */
    public static Optional<Template> find(String id) {
        return all().stream().filter(template -> template.id().equals(id)).findFirst();
    }

    /** That very version, as long as this studio still has the same text. */
    public static Optional<Template> find(Contract.TemplateReference reference) {
        return all().stream()
                .filter(template -> template.reference().equals(reference))
                .findFirst();
    }
}
