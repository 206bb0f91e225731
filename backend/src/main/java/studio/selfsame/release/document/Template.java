package studio.selfsame.release.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The clauses of one kind of release, and what its terms must be. */
public final class Template {
    private final String title;
    private final String summary;
    private final String notice;
    private final List<Clause> clauses;
    private final Contract.TemplateReference reference;
    private final String defaults;
    private final TemplateRules rules;

    /** @param paragraphs with {@code {placeholders}}, see {@link Phrases} */
    record Clause(String heading, List<String> paragraphs) {}

    private Template(String id, int version, String text, String defaults) {
        var blocks = List.of(text.strip().split("\n\n"));
        var head = blocks.getFirst().split("\n");
        this.title = head[0].substring("title: ".length());
        this.summary = head[1].substring("summary: ".length());
        this.notice = blocks.get(1).substring("> ".length());
        this.clauses = clauses(blocks.subList(2, blocks.size()));
        this.reference = new Contract.TemplateReference(id, version, "en", Hex.sha256(text));
        this.defaults = defaults;
        this.rules = TemplateRules.of(id);
    }

    /** As it stands in this studio's resources. */
    static Template load(String id, int version) {
        var folder = "/release-templates/" + id + "/" + version + "/";
        return new Template(id, version, resource(folder + "en.md"), resource(folder + "defaults.json"));
    }

    public String id() {
        return reference.id();
    }

    /** For people, such as {@code Advertising}. */
    public String title() {
        return title;
    }

    /** What it is for, one sentence. */
    public String summary() {
        return summary;
    }

    public Contract.TemplateReference reference() {
        return reference;
    }

    /** What a new draft begins with: a JSON object with some of the members of {@link Terms}. */
    public String defaults() {
        return defaults;
    }

    /** What this template asks for beyond what every release does; empty: it can be used. Paths as in {@link Terms}. */
    public List<Fault> faults(Terms terms) {
        return rules.faults(terms);
    }

    /** The same for the whole contract, with paths as there; and that it names this template. */
    public List<Fault> faults(Contract contract) {
        var faults = new Faults();
        faults.when(
                !contract.template().equals(reference),
                "template",
                "The contract names another template, or another wording of it.");
        faults.addAll("terms", faults(contract.terms()));
        return faults.all();
    }

    /** What it says about itself before the clauses. */
    String notice() {
        return notice;
    }

    /** In this contract's words. */
    List<Clause> clauses(Contract contract) {
        var phrases = new Phrases(contract);
        return clauses.stream()
                .map(clause -> new Clause(
                        clause.heading(),
                        clause.paragraphs().stream().map(phrases::fill).toList()))
                .toList();
    }

    private static List<Clause> clauses(List<String> blocks) {
        var clauses = new ArrayList<Clause>();
        for (var block : blocks) {
            if (block.startsWith("## ")) {
                clauses.add(new Clause(block.substring("## ".length()), new ArrayList<>()));
            } else {
                clauses.getLast().paragraphs().add(block);
            }
        }
        return clauses;
    }

    private static String resource(String path) {
        try (var in = Template.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
