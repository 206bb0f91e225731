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
    @CsvSource({
        "1, en, 806c33529281277597c3dfe27361625ed91db511340a3251a95ae08caefe9b53",
        "2, en, d4af67157e1f78a37f2346237716e884e1e51a542083e5d136bfa825827d83e7",
        "2, de, 4a73cbc5c8feb50eca0c8add65914ee82d60b7422d76e3aad58ab2f25945f79f",
        "2, fr, 4103f383aa115c99383454bfc37dd031b9c39d19900a28bb7a390bdb2a4a76bd",
        "2, es, 029838a35c6e31133ae20ef6d0919fe84a77987d18d850b8b0232b5edcb0b455",
        "2, it, b7693ef2238adbb524c8cc2c194ab1a9f678b61eb2a7d140b73e667ace503295",
        "2, pt-BR, 4e592075860c6385cae63236824cb9ad751e970c2dda1f1c7c94c07370b6c623",
        "2, ja, 7f072d265b5e4239a752aaf02ad1976647c7780896d08fa99af4d6f66ebfed6e",
        "2, ar, 5b1f6fc3f39c875751ef56819ec78645b04f3e20a51a5428b6c10d0f6b64bd02"
    })
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
                .andExpect(jsonPath("$.length()").value(17))
                .andExpect(jsonPath("$[0].version").value(1))
                .andExpect(jsonPath("$[0].current").value(false))
                .andExpect(jsonPath("$[1].language").value("en"))
                .andExpect(jsonPath("$[1].current").value(false))
                .andExpect(jsonPath("$[9].version").value(3))
                .andExpect(jsonPath("$[9].current").value(true));
        assertThat(ConsentTexts.all().stream().map(ConsentText::sha256)).doesNotHaveDuplicates();
    }

    @Test
    void text_ofAnyVersion_canBeRead() throws Exception {
        http.perform(get("/api/consent-texts/1/en"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1));
        http.perform(get("/api/consent-texts/1/de")).andExpect(status().isNotFound());
        http.perform(get("/api/consent-texts/4/en")).andExpect(status().isNotFound());
    }

    @Test
    void grants_givenUnderAnEarlierVersion_areInForce() {
        var person = people.verified(Person.Role.CREATOR);
        var likeness = register.open(person.id());
        grant(likeness, 1, false);

        var use = new Use(likeness, Use.Purpose.CREATE_LIKENESS, UUID.randomUUID());
        assertThat(authorizer.authorize(person, use)).isInstanceOf(AuthorizationDecision.Permitted.class);
        assertThat(Set.copyOf(grants.of(likeness)))
                .extracting(Grant::textVersion)
                .containsOnly(1);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true"})
    void learning_beyondTheFootagesPictures_needsATextThatSaysSo(int version, boolean said) {
        var likeness = granted(version, true);
        assertThat(register.mayHear(likeness)).isEqualTo(said);
        assertThat(register.mayLearnLook(likeness)).isEqualTo(said);
        assertThat(register.hasVoiceUndecided(likeness)).isEqualTo(!said);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void voice_tickedBesideAnEarlierText_isDecidedAnewBesideALaterOne(boolean voice) {
        var likeness = granted(2, true);
        grant(likeness, 3, voice);
        assertThat(register.hasVoiceUndecided(likeness)).isFalse();
        assertThat(register.mayHear(likeness)).isEqualTo(voice);
        assertThat(register.mayLearnLook(likeness)).isTrue();
    }

    @Test
    void voice_notTickedBesideAnEarlierText_leavesNothingToAsk() {
        var likeness = granted(2, false);
        assertThat(register.hasVoiceUndecided(likeness)).isFalse();
        assertThat(register.mayHear(likeness)).isFalse();
    }

    private LikenessId granted(int version, boolean voice) {
        var likeness = register.open(people.verified(Person.Role.CREATOR).id());
        grant(likeness, version, voice);
        return likeness;
    }

    private void grant(LikenessId likeness, int version, boolean voice) {
        var text = ConsentTexts.find(version, "en").orElseThrow();
        new GrantForm(likeness.value(), true, true, true, voice, true, text.sha256())
                .grants(likeness, text, clock.now())
                .forEach(grants::insert);
    }
}
