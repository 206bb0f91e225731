package studio.selfsame.release;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.selfsame.policy.ContentFlag;
import studio.selfsame.policy.Language;
import studio.selfsame.policy.Medium;
import studio.selfsame.policy.Purpose;
import studio.selfsame.policy.Term;
import studio.selfsame.policy.Territory;
import studio.selfsame.release.document.Codes;
import studio.selfsame.release.document.Fault;

/** Reads what somebody asks for; tells everything at once that is wrong with it. */
final class UseReader {
    static final int LONGEST_SCRIPT = 20_000;
    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_ENTRIES = 500;

    private final List<Fault> faults = new ArrayList<>();

    private UseReader() {}

    /** What was asked for, apart from what only the release knows. */
    record Asked(String script, Language language, UseScope scope, int longestSeconds) {
        /** Nobody's script stands in a log. */
        @Override
        public String toString() {
            return "Asked[" + language.tag() + "]";
        }
    }

    /** @throws InvalidDraftException with everything at once */
    static Asked read(UseForm form, Term project) {
        return new UseReader().asked(form, project);
    }

    private Asked asked(UseForm form, Term project) {
        var script = script(form.script());
        var language = one("language", form.language(), Language::new);
        var purpose = code("purpose", form.purpose(), Purpose.class);
        var medium = code("medium", form.medium(), Medium.class);
        var territories = all("territories", form.territories(), Territory::new);
        var languages = form.languages() == null
                ? language.map(Set::of).orElseGet(Set::of)
                : all("languages", form.languages(), Language::new);
        var topics = all("topics", form.topics(), Term::new);
        var content = content(form.content());
        int longest = longest(form.longestSeconds());
        when(territories.isEmpty(), "territories", "A use names at least one territory.");
        when(form.languages() != null && languages.isEmpty(), "languages", "A use names at least one language.");
        when(
                !languages.isEmpty() && language.filter(languages::contains).isEmpty(),
                "languages",
                "The language of the script is among those that are spoken.");
        if (!faults.isEmpty() || language.isEmpty() || purpose.isEmpty() || medium.isEmpty()) {
            throw new InvalidDraftException(faults, "Nothing was asked for.");
        }
        return new Asked(
                script,
                language.get(),
                new UseScope(purpose.get(), medium.get(), territories, languages, project, topics, content),
                longest);
    }

    private String script(@Nullable String script) {
        if (script == null || script.isBlank()) {
            faults.add(new Fault("script", "A use is asked for with the script that is to be said."));
            return "";
        }
        when(script.length() > LONGEST_SCRIPT, "script", "A script has " + LONGEST_SCRIPT + " characters at most.");
        when(
                script.codePoints().anyMatch(UseReader::unseen),
                "script",
                "The script contains characters that cannot be seen; whoever approves it must see all of it.");
        return script;
    }

    /** Line ends and tabs are seen by what they do; joiners belong to several scripts' spelling and to emoji. */
    private static boolean unseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\r' && character != '\t';
            case Character.FORMAT -> character != 0x200C && character != 0x200D;
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private Set<ContentFlag> content(@Nullable List<@Nullable String> given) {
        when(given == null, "content", "Say what it contains; an empty list says that it is nothing of the kind.");
        return all("content", given, code -> find(ContentFlag.class, code));
    }

    private int longest(@Nullable Long seconds) {
        if (seconds == null || seconds < 1 || seconds > MOST_SECONDS) {
            faults.add(new Fault("longestSeconds", "A result is 1 to " + MOST_SECONDS + " seconds long at most."));
            return 1;
        }
        return seconds.intValue();
    }

    private <T extends Enum<T>> Optional<T> code(String path, @Nullable String code, Class<T> kind) {
        return one(path, code, given -> find(kind, given));
    }

    private static <T extends Enum<T>> T find(Class<T> kind, String code) {
        return Codes.find(kind, code)
                .orElseThrow(() -> new IllegalArgumentException("Give one of " + Codes.all(kind) + "."));
    }

    private <T> Set<T> all(String path, @Nullable List<@Nullable String> given, Function<String, T> reading) {
        var read = new LinkedHashSet<T>();
        var list = given == null ? List.<@Nullable String>of() : given;
        when(list.size() > MOST_ENTRIES, path, "There are " + MOST_ENTRIES + " entries at most.");
        for (int i = 0; i < Math.min(list.size(), MOST_ENTRIES); i++) {
            one(path + "[" + i + "]", list.get(i), reading).ifPresent(read::add);
        }
        return read;
    }

    private <T> Optional<T> one(String path, @Nullable String given, Function<String, T> reading) {
        if (given == null) {
            faults.add(new Fault(path, "It is missing."));
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(given));
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(path, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void when(boolean wrong, String path, String what) {
        if (wrong) {
            faults.add(new Fault(path, what));
        }
    }
}
