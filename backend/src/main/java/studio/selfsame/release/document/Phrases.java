package studio.selfsame.release.document;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands for the placeholders of a template's clauses. */
final class Phrases {
    /** More are in the table of terms, and named there alone. */
    private static final int MOST_INLINE = 12;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z.]+)}");

    private final Map<String, String> phrases;

    Phrases(Contract contract) {
        var terms = contract.terms();
        var project = terms.project();
        phrases = Map.ofEntries(
                Map.entry("studio.name", contract.studio().name()),
                Map.entry("talent.name", contract.talent().name()),
                Map.entry("project.title", project.title()),
                Map.entry("project.description", project.description()),
                Map.entry(
                        "project.character",
                        project.character()
                                .map(part -> "The part that is played is “" + part + "”.")
                                .orElse("")),
                Map.entry("purposes", Words.list(terms.purposes(), "none", Words::code)),
                Map.entry("media", Words.list(terms.media(), "none", Words::code)),
                Map.entry("territories", territories(terms)),
                Map.entry("languages", languages(terms)),
                Map.entry("exclusions", exclusions(terms)),
                Map.entry("sensitive", Words.list(terms.sensitive(), "nothing", Words::code)),
                Map.entry("period.firstDay", Words.day(terms.period().firstDay())),
                Map.entry("period.lastDay", Words.day(terms.period().lastDay())),
                Map.entry("period.zone", terms.period().zone().getId()),
                Map.entry("approval", approval(contract)),
                Map.entry("limits", limits(terms.limits())),
                Map.entry("compensation", PayPhrases.of(terms.compensation())),
                Map.entry("representation", representation(terms.representation())),
                Map.entry("strikeHold", strikeHold(terms)),
                Map.entry("training", training(terms)),
                Map.entry("revocation.end", revocationEnd(terms.revocation())),
                Map.entry("revocation.terms", terms.revocation().terms()));
    }

    /** @throws IllegalArgumentException for a placeholder that nothing stands for */
    String fill(String paragraph) {
        return PLACEHOLDER
                .matcher(paragraph)
                .replaceAll(found -> {
                    var phrase = phrases.get(found.group(1));
                    if (phrase == null) {
                        throw new IllegalArgumentException("Nothing stands for `" + found.group() + "`.");
                    }
                    return Matcher.quoteReplacement(phrase);
                })
                .strip();
    }

    private static String territories(Terms terms) {
        return terms.territories().size() > MOST_INLINE
                ? "the " + terms.territories().size() + " in the table of terms"
                : Words.list(terms.territories(), "none", Words::territory);
    }

    private static String languages(Terms terms) {
        return terms.languages().size() > MOST_INLINE
                ? "the " + terms.languages().size() + " in the table of terms"
                : Words.list(terms.languages(), "none", Words::language);
    }

    private static String exclusions(Terms terms) {
        return terms.exclusions().size() > MOST_INLINE
                ? "the " + terms.exclusions().size() + " matters that the annex lists"
                : Words.list(terms.exclusions(), "no matter that was named", exclusion -> "“" + exclusion + "”");
    }

    private static String approval(Contract contract) {
        return switch (contract.terms().approval()) {
            case NONE -> "Single uses within these terms need no further approval.";
            case REVIEWER ->
                "Each single use, with its script, needs the approval of a reviewer of the studio, who is not the one that asks"
                        + " for it, before anything is made.";
            case TALENT ->
                "Each single use, with its script, needs the approval of "
                        + contract.talent()
                                .signatoryName()
                                .orElse(contract.talent().name())
                        + ", given in their own account, before anything is made.";
        };
    }

    private static String limits(Terms.Limits limits) {
        var seconds = limits.seconds().map(most -> "no longer than " + Words.length(Duration.ofSeconds(most)));
        var renders = limits.renders().map(most -> "no more than " + most);
        if (seconds.isEmpty() && renders.isEmpty()) {
            return "How many results are made, and how long they are, is not limited beyond the terms above.";
        }
        var both = seconds.isPresent() && renders.isPresent() ? " and " : "";
        return "All results together are " + seconds.orElse("") + both + renders.orElse("") + ".";
    }

    private static String representation(Terms.Representation representation) {
        var all = representation
                        .counsel()
                        .map(name -> "Counsel: " + name + ". ")
                        .orElse("")
                + representation.union().map(name -> "Union: " + name + ". ").orElse("")
                + representation
                        .agreement()
                        .map(name -> "Collective agreement: " + name
                                + ". It applies wherever it is better for whom it protects. ")
                        .orElse("");
        return all.isEmpty()
                ? "Neither counsel nor a union is named. Either may be brought in at any time."
                : all.strip();
    }

    private static String strikeHold(Terms terms) {
        return terms.strikeHold()
                ? "While " + terms.representation().union().orElseThrow()
                        + " is on strike over this kind of work, this release rests: nothing new is made under it, what is being made"
                        + " stops, and the time of the rest is not added at the end."
                : "That this release rests during strikes was not agreed.";
    }

    private static String training(Terms terms) {
        return terms.training()
                ? "A model may be trained for this release, from recordings enrolled by the person shown, and only to do what this"
                        + " release describes."
                : "No model may be trained for this release: it allows the use of a likeness that exists already.";
    }

    private static String revocationEnd(Terms.Revocation revocation) {
        return switch (revocation.noticeDays()) {
            case 0 -> "It then ends at once.";
            case 1 -> "It then ends when a notice of 1 day has run.";
            default -> "It then ends when a notice of " + revocation.noticeDays() + " days has run.";
        };
    }
}
