package studio.selfsame.release;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A draft that could be saved, with what a test changes about it. */
final class Drafted {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Object> terms = new HashMap<>();
    private final Map<String, Object> draft = new HashMap<>();

    private Drafted() {
        var today = LocalDate.now(ZONE);
        terms.put(
                "project",
                Map.of(
                        "title", "The Lighthouse",
                        "description",
                                "The narrator's text of three short scenes at the beginning of episodes 1 to 6."));
        terms.put("purposes", List.of("entertainment"));
        terms.put("media", List.of("streaming", "television"));
        terms.put("territories", List.of("DE", "AT"));
        terms.put("languages", List.of("de", "en"));
        terms.put(
                "period",
                Map.of(
                        "firstDay", today.minusDays(1).toString(),
                        "lastDay", today.plusYears(1).toString(),
                        "zone", ZONE.getId()));
        terms.put("exclusions", List.of("Acme Cola"));
        terms.put("sensitive", List.of());
        terms.put("training", false);
        terms.put("limits", Map.of("seconds", 600, "renders", 3));
        terms.put("approval", "reviewer");
        terms.put("compensation", Map.of("reference", "Deal memo NL-118", "currency", "EUR", "perRenderMinor", 25000));
        terms.put("representation", Map.of());
        terms.put("strikeHold", false);
        terms.put(
                "revocation",
                Map.of("noticeDays", 14, "terms", "What was delivered may go on being shown; nothing new is made."));
        draft.put("template", "rider");
        draft.put("capacity", "self");
        draft.put(
                "studio",
                Map.of(
                        "address",
                        "Hafenstraße 12\n20457 Hamburg",
                        "signatory",
                        Map.of("name", "Anneliese Brøgger", "title", "Head of rights")));
        draft.put("talent", Map.of("name", "Zoë Nguyễn-Müller", "stageName", "Zoë N"));
    }

    static Drafted rider() {
        return new Drafted();
    }

    Drafted term(String name, Object value) {
        terms.put(name, value);
        return this;
    }

    Drafted with(String name, Object value) {
        draft.put(name, value);
        return this;
    }

    Drafted without(String name) {
        draft.remove(name);
        return this;
    }

    String json() {
        draft.put("terms", terms);
        return JSON.writeValueAsString(draft);
    }

    static String use(String script) {
        return JSON.writeValueAsString(useOf(script));
    }

    static Map<String, Object> useOf(String script) {
        var use = new HashMap<String, Object>();
        use.put("script", script);
        use.put("language", "de");
        use.put("purpose", "entertainment");
        use.put("medium", "streaming");
        use.put("territories", new ArrayList<>(List.of("DE")));
        use.put("topics", List.of("Lighthouses"));
        use.put("content", List.of());
        use.put("longestSeconds", 60);
        return use;
    }
}
