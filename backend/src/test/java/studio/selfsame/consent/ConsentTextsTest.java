package studio.selfsame.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import studio.selfsame.identity.Person;

@ConsentTest
class ConsentTextsTest {
    private static final Pattern BOLD = Pattern.compile("\\*\\*[^*]+\\*\\*");

    @Autowired
    MockMvc http;

    @Autowired
    LikenessRegister register;

    @Autowired
    KnownPeople people;

    @Autowired
    Authorizer authorizer;

    @Autowired
    GrantTable grants;

    @Autowired
    ConsentClock clock;

    /** What people agreed to is never edited. */
    @ParameterizedTest
    @CsvSource({"1, en, 806c33529281277597c3dfe27361625ed91db511340a3251a95ae08caefe9b53"})
    void text_agreedTo_isWhatItWas(int version, String language, String sha256) {
        assertThat(ConsentTexts.find(version, language).orElseThrow().sha256()).isEqualTo(sha256);
    }

    static List<ConsentText> translations() {
        return ConsentTexts.current();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void translation_ofTheCurrentText_leavesNothingOut(ConsentText text) {
        var english = ConsentTexts.current().getFirst();
        assertThat(shape(text)).isEqualTo(shape(english));
        assertThat(bolds(text)).isEqualTo(bolds(english));
        // the deadline for what is left, the one for agreeing, and the one for videos
        assertThat(Pattern.compile("(?<!\\d)30(?!\\d)").matcher(text.text()).results())
                .hasSize(3);
        assertThat(text.text()).contains("Selfsame", "Withdraw");
    }

    /** Headings by level, bullets and paragraphs, in their order. */
    private static List<String> shape(ConsentText text) {
        return text.text()
                .strip()
                .lines()
                .filter(line -> !line.startsWith("  "))
                .map(line -> line.startsWith("#") ? line.replaceFirst(" .*", "") : line.startsWith("- ") ? "-" : "")
                .collect(
                        java.util.ArrayList::new,
                        (shape, kind) -> {
                            if (shape.isEmpty()
                                    || !kind.isEmpty()
                                    || !shape.getLast().isEmpty()) {
                                shape.add(kind);
                            }
                        },
                        java.util.ArrayList::addAll);
    }

    private static List<Integer> bolds(ConsentText text) {
        return text.text()
                .lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> (int) BOLD.matcher(line).results().count())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-AT, fr;q=0.5 | de",
                "pt | pt-BR",
                "nl, ar;q=0.8, en;q=0.7 | ar",
                "nl | en",
                "*, de;q=0.1 | en",
                "de;q=0 | en",
                "-- | en",
                "JA | ja"
            })
    void current_asked_isInTheLanguageThatSuits(String ranges, String language) throws Exception {
        http.perform(get("/api/consent-texts/current").header("Accept-Language", ranges))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Language", language))
                .andExpect(jsonPath("$.language").value(language));
        http.perform(get("/api/consent-texts/current")
                        .queryParam("language", ranges)
                        .header("Accept-Language", "it"))
                .andExpect(jsonPath("$.language").value(language));
    }

    @Test
    void list_asked_namesEveryTextAndWhichAreCurrent() throws Exception {
        http.perform(get("/api/consent-texts"))
                .andExpect(jsonPath("$.length()").value(9))
                .andExpect(jsonPath("$[0].version").value(1))
                .andExpect(jsonPath("$[0].current").value(false))
                .andExpect(jsonPath("$[1].language").value("en"))
                .andExpect(jsonPath("$[1].current").value(true));
        assertThat(ConsentTexts.all().stream().map(ConsentText::sha256)).doesNotHaveDuplicates();
    }

    @Test
    void text_ofAnyVersion_canBeRead() throws Exception {
        http.perform(get("/api/consent-texts/1/en"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1));
        http.perform(get("/api/consent-texts/1/de")).andExpect(status().isNotFound());
        http.perform(get("/api/consent-texts/3/en")).andExpect(status().isNotFound());
    }

    @Test
    void grants_givenUnderAnEarlierVersion_areInForce() {
        var person = people.verified(Person.Role.CREATOR);
        var likeness = register.open(person.id());
        var text = ConsentTexts.find(1, "en").orElseThrow();
        new GrantForm(likeness.value(), true, true, true, false, true, text.sha256())
                .grants(likeness, text, clock.now())
                .forEach(grants::insert);

        var use = new Use(likeness, Use.Purpose.CREATE_LIKENESS, UUID.randomUUID());
        assertThat(authorizer.authorize(person, use)).isInstanceOf(AuthorizationDecision.Permitted.class);
        assertThat(Set.copyOf(grants.of(likeness)))
                .extracting(Grant::textVersion)
                .containsOnly(1);
    }
}
