package studio.selfsame.policy;

import com.cedarpolicy.model.exception.InternalException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules for people to read, made from the policy files. */
final class PolicyDocument {
    /** What stands before it in {@code docs/policy.md} is written by hand, what follows is made here. */
    static final String MARK =
            "<!-- From here on made from policy/src/main/resources; PolicyDocumentTest says how. -->\n";

    private final Map<String, PolicyText> policies = new LinkedHashMap<>();
    private final StringBuilder page = new StringBuilder(MARK);

    private PolicyDocument() {
        new ValidPolicies(PolicySource.bundled()).texts().forEach(text -> policies.put(text.id(), text));
    }

    static String made() {
        var document = new PolicyDocument();
        document.page.append("\n## The rules, topic by topic\n");
        PolicySource.FILES.forEach(file -> document.topic(file, PolicySource.read(file)));
        document.page.append("\n## What a decision may look at\n");
        document.text("schema.cedarschema", PolicySource.read("schema.cedarschema"));
        return document.page.toString();
    }

    private void topic(String file, String text) {
        var name = file.replace(".cedar", "").replace('-', ' ');
        page.append("\n### ")
                .append(Character.toUpperCase(name.charAt(0)))
                .append(name.substring(1))
                .append("\n\n");
        page.append(lead(text)).append("\n\n| policy | effect | applies to | in plain words |\n|---|---|---|---|\n");
        policies.values().stream()
                .filter(policy -> place(policy, text) >= 0)
                .sorted(Comparator.comparing(policy -> place(policy, text)))
                .forEach(this::row);
        text(file, text);
    }

    private static int place(PolicyText policy, String text) {
        return text.indexOf("@id(\"" + policy.id() + "\")");
    }

    /** The comment that a file begins with. */
    private static String lead(String text) {
        return text.lines()
                .takeWhile(line -> line.startsWith("//"))
                .map(line -> line.substring(2).strip())
                .collect(Collectors.joining("\n"));
    }

    private void row(PolicyText policy) {
        var actions = Arrays.stream(PolicyAction.values())
                .filter(policy::appliesTo)
                .map(PolicyAction::cedarId)
                .toList();
        page.append(cells(List.of(
                "`" + policy.id() + "`",
                policy.permits() ? "permit" : "forbid",
                String.join(", ", actions),
                words(policy))));
    }

    private static String words(PolicyText policy) {
        try {
            var reason = policy.policy().getAnnotation("reason");
            return policy.permits() ? reason + " *Otherwise:* " + policy.explanation() : reason;
        } catch (InternalException e) {
            throw new AssertionError(e);
        }
    }

    private static String cells(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private void text(String file, String text) {
        page.append("\n<details><summary>").append(file).append("</summary>\n\n```cedar\n");
        page.append(text).append("```\n\n</details>\n");
    }
}
