package studio.selfsame.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be drafted, and by whom. */
@ReleaseTest
class DraftingTest {
    @Autowired
    Cast cast;

    @Autowired
    Play play;

    @Autowired
    Recorded recorded;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void assemble() throws Exception {
        cast.assemble();
    }

    @Test
    void templates_listed_haveDefaultsToBeginWith() throws Exception {
        play.read(cast.producer, "/api/release-templates")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].id").value(hasItems("rider", "advert", "localisation", "accessibility")))
                .andExpect(jsonPath("$[?(@.id == 'rider')].defaults.revocation.noticeDays")
                        .value(hasItem(30)));
    }

    @Test
    void draft_thatContradictsItself_tellsEverythingAtOnce() throws Exception {
        var draft = Drafted.rider()
                .with("template", "napkin")
                .with("likeness", UUID.randomUUID())
                .with("talent", Map.of("name", "Z\u200boë"))
                .term("territories", List.of("world", "UK"))
                .term("languages", List.of("klingon!"))
                .term("purposes", List.of())
                .term("sensitive", List.of("sexual"))
                .term("period", Map.of("firstDay", "2027-02-30", "lastDay", "2027-12-31", "zone", "Mars/Olympus"));
        var answer = play.draft(cast.rightsManager, draft).andExpect(status().is(422));
        List<String> paths = JsonPath.read(Play.body(answer), "$.faults[*].path");
        assertThat(paths)
                .contains("template", "likeness", "talent.name", "terms.purposes", "terms.period.firstDay")
                .anyMatch(path -> path.startsWith("terms.territories"))
                .anyMatch(path -> path.startsWith("terms.languages"))
                .anyMatch(path -> path.startsWith("terms.sensitive"))
                .contains("terms.period.zone");
    }

    @Test
    void draft_ofTenMillionCharacters_isTurnedDown() throws Exception {
        var many = IntStream.range(0, 200_000)
                .mapToObj(i -> "Something that is excluded, number " + i + " of very many")
                .toList();
        play.draft(cast.rightsManager, Drafted.rider().term("exclusions", many))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.faults[*].path").value(hasItem("terms.exclusions")));
        play.draft(cast.rightsManager, Drafted.rider().term("exclusions", List.of("x".repeat(10_000_000))))
                .andExpect(status().is(422));
    }

    @Test
    void draft_byAProducerOrAForeigner_isRefused() throws Exception {
        play.draft(cast.producer, Drafted.rider())
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.reasons[*].policyId").value(hasItem("rights-manager-may-draft")));
        play.draft(cast.outsider, Drafted.rider())
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.reasons[*].policyId").value(hasItem("release-of-another-organisation")));
        var release = play.drafted(Drafted.rider());
        recorded.refusal(
                release,
                play.redraft(cast.outsider, release, Drafted.rider()),
                "release-of-another-organisation",
                "rights-manager-may-draft");
    }

    @Test
    void draft_writtenAnew_isAnotherContract() throws Exception {
        var release = play.drafted(Drafted.rider());
        var before = digest(release);
        play.redraft(cast.rightsManager, release, Drafted.rider().term("training", true))
                .andExpect(status().isOk());
        assertThat(digest(release)).isNotEqualTo(before);
        play.read(cast.talent, "/api/releases/{id}/draft", release)
                .andExpect(jsonPath("$.terms.training").value(true));
        play.offer(release);
        play.redraft(cast.rightsManager, release, Drafted.rider()).andExpect(status().isConflict());
        play.send(
                        cast.rightsManager,
                        Drafted.rider()
                                .with("likeness", cast.likenessOf(cast.talent).value())
                                .with("capacity", "guardian")
                                .json(),
                        "/api/releases/{id}/amendments",
                        release)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.faults[*].path").value(hasItems("likeness", "capacity")));
    }

    @Test
    void amendment_ofWhatNobodySigned_isInConflict() throws Exception {
        var release = play.drafted(Drafted.rider());
        play.send(cast.rightsManager, Drafted.rider().json(), "/api/releases/{id}/amendments", release)
                .andExpect(status().isConflict());
    }

    @Test
    void contract_whileNobodyIsBound_isNone() throws Exception {
        var release = Play.id(play.draft(cast.rightsManager, Drafted.rider()));
        play.read(cast.rightsManager, "/api/releases/{id}/versions/1/contract.json", release)
                .andExpect(status().isConflict());
        play.begin(cast.rightsManager, release).andExpect(status().isConflict());
    }

    @Test
    void rows_ofARelease_holdNoNames() throws Exception {
        var release = play.drafted(Drafted.rider());
        var text = jdbc.sql("select r::text || v::text from talent_release r join release_version v on v.release = r.id"
                        + " where r.id = :id")
                .param("id", release)
                .query(String.class)
                .single();
        assertThat(text).doesNotContain("Zoë", "Nguy", "Anneliese", "Hafenstraße", "Nordlicht");
        assertThat(heard.about(release))
                .isNotEmpty()
                .allSatisfy(record ->
                        assertThat(record.facts().toString()).doesNotContain("Zoë", "Nguy", "Anneliese", "Lighthouse"));
    }

    @Test
    void guardian_signsOnlyForALikenessThatTheDraftNames() throws Exception {
        var draft = Drafted.rider()
                .with("capacity", "guardian")
                .with("talent", Map.of("name", "Zoë Nguyễn-Müller", "signatoryName", "Linh Nguyễn"));
        play.draft(cast.rightsManager, draft)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.faults[*].path").value(hasItem("likeness")));
    }

    private String digest(UUID release) throws Exception {
        return JsonPath.read(
                Play.body(play.read(cast.rightsManager, "/api/releases/{id}", release)), "$.versions[0].digest");
    }

    @Test
    void draft_anyPartOfIt_keepsNamesToItself() {
        var signatory = new DraftForm.Signatory(null, "Anneliese", "Head");
        var parts = List.of(
                signatory,
                new DraftForm.Studio("Hafenstr. of Anneliese", signatory),
                new DraftForm.Talent("Anneliese", "Anneliese", "Anneliese"),
                new DraftForm.Representation("Anneliese", null, null));
        assertThat(parts).allSatisfy(part -> assertThat(part.toString()).doesNotContain("Anneliese"));
    }
}
