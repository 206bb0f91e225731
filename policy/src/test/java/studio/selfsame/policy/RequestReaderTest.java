package studio.selfsame.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
    private static final Path EXAMPLES = Path.of("../docs/policy");
    private static final Instant NOW = Instant.parse("2027-05-20T12:00:00Z");

    private final RequestReader reader = new RequestReader(NOW);

    @ParameterizedTest
    @CsvSource({
        "own-render.json, permit own-likeness",
        "advert-abroad.json, deny release-exclusion release-expired release-languages release-territories",
        "countersign.json, permit signatory-may-countersign"
    })
    void read_exampleOfTheDocumentation_isDecidedAsItSays(String file, String answer) throws IOException {
        var request = reader.read(Files.readString(EXAMPLES.resolve(file)));
        assertThat(PolicyExamples.describe(new PolicyDecisionPoint().decide(request)))
                .containsExactly(answer.split(" "));
    }

    @Test
    void read_everyField_isTheSameRequestAsMadeByHand() {
        var draft = Draft.underRelease(PolicyAction.DELIVER_OUTPUT);
        draft.approvedBy = Draft.COLLEAGUE;
        draft.revokedFrom = java.time.LocalDate.of(2028, 2, 29);
        draft.content = new Content.Declared(java.util.Set.of(ContentFlag.HEALTH));
        assertThat(reader.read(EVERY_FIELD).snapshot())
                .isEqualTo(draft.request().snapshot());
    }

    @Test
    void read_manyFaults_tellsAllOfThemAndWhere() {
        var faults = faults(EVERY_FIELD
                .replace("\"DE\", \"AT\"", "\"UK\", \"de\", \"EU\"")
                .replace("[\"de\", \"en\"]", "[\"english\", \"xx\", \"de-QQ\"]")
                .replace("\"2029-12-31\"", "\"2029-02-29\"")
                .replace("\"Europe/Berlin\"", "\"Berlin\"")
                .replace("\"training\": true", "\"training\": \"yes\", \"trianing\": true")
                .replace("\"level\": 2", "\"level\": -1")
                .replace("\"advertising\", \"dubbing\"", "\"adverts\"")
                .replace("\"betting\"", "\"bet\\u202eting\", \"\", \"\u0410cme\""));
        assertThat(faults)
                .anyMatch(fault -> fault.startsWith("release.terms.territories[0]: `UK` is no territory"))
                .anyMatch(fault -> fault.startsWith("release.terms.territories[1]: `de` is no territory"))
                .anyMatch(fault -> fault.startsWith("release.terms.territories[2]: `EU` is no territory"))
                .anyMatch(fault -> fault.startsWith("release.terms.languages[0]: `english` is no language"))
                .anyMatch(fault -> fault.startsWith("release.terms.languages[1]: `xx` is no language"))
                .anyMatch(fault -> fault.startsWith("release.terms.languages[2]: `de-QQ` is no language"))
                .anyMatch(fault -> fault.startsWith("release.period.lastDay: `2029-02-29` cannot be read"))
                .anyMatch(fault -> fault.startsWith("release.period.zone: `Berlin` cannot be read"))
                .contains("release.terms.training must be true or false.")
                .contains("release.terms.trianing is not known here.")
                .contains("person.signIn.level must be a whole number from 0.")
                .anyMatch(fault -> fault.startsWith("release.terms.purposes[0]: `adverts` is none of advertising"))
                .contains("release.terms.exclusions[0]: `bet\ufffdting` contains characters that cannot be seen.")
                .contains("release.terms.exclusions[1]: `` is empty.")
                .contains("release.terms.exclusions[2]: `\u0410cme` mixes alphabets whose letters look alike.")
                .hasSize(15);
    }

    @Test
    void read_termsThatContradict_areTold() {
        assertThat(faults(EVERY_FIELD
                        .replace("\"DE\", \"AT\"", "\"DE\", \"world\"")
                        .replace("[\"health\"], \"training\"", "[\"sexual\", \"hate\"], \"training\"")
                        .replace("\"betting\"", "\"spring  2027\"")))
                .containsExactlyInAnyOrder(
                        "release.terms: `world` stands for every territory, so no other is named beside it.",
                        "release.terms: A release cannot exclude the project that it is made for.",
                        "release.terms: No release can allow `sexual`.",
                        "release.terms: No release can allow `hate`.");
        assertThat(faults(EVERY_FIELD.replace("\"2029-12-31\"", "\"2026-12-31\"")))
                .containsExactly("release.period: A release cannot end (2026-12-31) before it begins (2027-01-01).");
    }

    @Test
    void read_actionAndMatterThatDoNotGoTogether_areTold() {
        assertThat(faults(EVERY_FIELD.replace("DeliverOutput", "WithdrawConsent")))
                .containsExactlyInAnyOrder(
                        "WithdrawConsent cannot rely on a release.", "WithdrawConsent knows no output yet.");
        assertThat(faults(EVERY_FIELD.replace("DeliverOutput", "SignForStudio")))
                .containsExactly("use does not belong to SignForStudio.");
        assertThat(faults("{\"action\": \"ApproveUse\"}"))
                .containsExactly("person is missing.", "likeness is missing.");
    }

    @Test
    void read_tenMegabytesOfExclusions_areRefusedInOneSentence() {
        var many = "\"a brand\",".repeat(20_000) + "\"betting\"";
        assertThat(faults(EVERY_FIELD.replace("\"betting\"", many)))
                .containsExactly("release.terms.exclusions has 20002 entries; it can have 500.");
        assertThat(faults(" ".repeat(10_000_000))).containsExactly("A request has at most 1000000 characters.");
        assertThat(faults(EVERY_FIELD.replace("betting", "b".repeat(10_000))))
                .singleElement()
                .asString()
                .contains("is longer than 120 characters")
                .hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "nonsense", "{", "{} {}", "{\"action\": 1}", "{\"a\": 1, \"a\": 2}", "null"})
    void read_noRequest_isRefused(String json) {
        assertThatThrownBy(() -> reader.read(json)).isInstanceOf(InvalidFactsException.class);
    }

    private List<String> faults(String json) {
        return catchThrowableOfType(InvalidFactsException.class, () -> reader.read(json))
                .faults();
    }

    private static final String EVERY_FIELD = """
            {
              "action": "DeliverOutput",
              "at": "2027-05-20T12:00:00Z",
              "person": {
                "id": "00000000-0000-0001-0000-000000000002",
                "verifiedAt": "2027-05-17T12:00:00Z",
                "roles": ["creator"],
                "signIn": {"level": 2, "at": "2027-05-20T11:59:00Z", "canStepUp": true},
                "organisation": {
                  "id": "00000000-0000-0003-0000-000000000001",
                  "roles": ["producer", "rights-manager", "reviewer", "operator"]
                }
              },
              "likeness": {
                "id": "00000000-0000-0002-0000-000000000001",
                "owner": "00000000-0000-0001-0000-000000000001",
                "state": "granted",
                "grants": ["create", "use"],
                "age": "adult",
                "publicFigure": "no",
                "deceased": false,
                "onHold": false,
                "takenDown": false
              },
              "release": {
                "id": "00000000-0000-0004-0000-000000000001",
                "likeness": "00000000-0000-0002-0000-000000000001",
                "organisation": "00000000-0000-0003-0000-000000000001",
                "signatory": {"person": "00000000-0000-0001-0000-000000000001", "capacity": "self", "proven": false},
                "studioSigned": true,
                "talentSigned": true,
                "period": {
                  "firstDay": "2027-01-01", "lastDay": "2029-12-31", "revokedFrom": "2028-02-29", "zone": "Europe/Berlin"
                },
                "suspended": "no",
                "terms": {
                  "purposes": ["advertising", "dubbing"],
                  "media": ["streaming", "television"],
                  "territories": ["DE", "AT"],
                  "languages": ["de", "en"],
                  "project": "Spring 2027",
                  "exclusions": ["betting", "Acme Cola"],
                  "sensitive": ["health"], "training": true,
                  "timeLeft": "PT10M",
                  "rendersLeft": 3,
                  "approval": "none"
                }
              },
              "use": {
                "purpose": "advertising",
                "medium": "streaming",
                "territories": ["DE"],
                "languages": ["de"],
                "project": "SPRING 2027",
                "topics": ["gardening"],
                "length": "PT30S",
                "approvedBy": "00000000-0000-0001-0000-000000000004"
              },
              "content": ["health"],
              "output": {"watermarked": true, "labelled": true, "credentialed": true}
            }
            """;
}
