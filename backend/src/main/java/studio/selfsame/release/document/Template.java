package studio.selfsame.release.document;

import java.util.List;

/** The clauses of one kind of release, and what its terms must be. */
public final class Template {
    public String id() {
        throw new UnsupportedOperationException();
    }

    /** For people, such as {@code Advertising}. */
    public String title() {
        throw new UnsupportedOperationException();
    }

    /** What it is for, one or two sentences. */
    public String summary() {
        throw new UnsupportedOperationException();
    }

    public Contract.TemplateReference reference() {
        throw new UnsupportedOperationException();
    }

    /** What a new draft begins with: a JSON object with some of the members of {@link Terms}. */
    public String defaults() {
        throw new UnsupportedOperationException();
    }

    /** What this template asks for beyond what every release does; empty: it can be used. Paths as in {@link Terms}. */
    public List<Fault> faults(Terms terms) {
        throw new UnsupportedOperationException();
    }

    /** The same for the whole contract, with paths as there; and that it names this template. */
    public List<Fault> faults(Contract contract) {
        throw new UnsupportedOperationException();
    }
}
