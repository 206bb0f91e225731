package studio.selfsame.inspection.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.Person;
import studio.selfsame.retention.Retained;
import studio.selfsame.sealing.SealingRoom;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whom an output concerns says once to each claim that it should be shown; that changes nothing but what is read. */
@StudioTest
@Import({SealingRoom.class, TakedownRoom.class})
class ObjectionTest {
    private static final String WHY = "This is my own video, and I agreed to every second of it.";
    private static int networks;

    @Autowired
    TakedownRoom.Stage stage;

    @Autowired
    Rulings rulings;

    @Autowired
    @Qualifier("decidedTakedowns") Retained clock;

    @Autowired
    SealingRoom.SignedIn signedIn;

    @Autowired
    SealingRoom.Heard heard;

    @Autowired
    ObjectStore store;

    @Autowired
    ObjectionRows rows;

    @Autowired
    MockMvc http;

    private final Person shown = TakedownRoom.somebody(Person.Role.CREATOR);
    private final Person maker = TakedownRoom.somebody(Person.Role.CREATOR);
    private final Person referee = TakedownRoom.somebody(Person.Role.REFEREE);
    private String output;

    @BeforeEach
    void anOutput() {
        LikenessId likeness = stage.likenessOf(shown);
        output = stage.output(likeness, maker);
    }

    @Test
    void objection_ofThoseItConcerns_isReadAtTheDeskRecordedAndLiftsNothing() throws Exception {
        UUID id = held();
        for (Person one : List.of(shown, maker)) {
            ask(one).andExpect(jsonPath("$.state").value("held"))
                    .andExpect(jsonPath("$.mayObject").value(true))
                    .andExpect(jsonPath("$.objectedAt").isEmpty());
            object(one, WHY)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.mayObject").value(false))
                    .andExpect(jsonPath("$.objectedAt").isNotEmpty());
            object(one, WHY).andExpect(status().isConflict());
        }

        assertThat(stage.state(output)).isEqualTo("TAKEN_DOWN");
        assertThat(stage.find(id).state()).isEqualTo(TakedownCase.State.HELD);
        signedIn.as(referee);
        http.perform(get("/api/takedown-desk/" + id).with(jwt()))
                .andExpect(jsonPath("$.objections.length()").value(2))
                .andExpect(jsonPath("$.objections[0].by").value("person-shown"))
                .andExpect(jsonPath("$.objections[0].text").value(WHY))
                .andExpect(jsonPath("$.objections[0].outputId").value(output))
                .andExpect(jsonPath("$.objections[1].by").value("maker"));
        assertThat(heard.about(id.toString()))
                .containsExactly(
                        "TakedownAsked", "TakedownMatched", "TakedownHeld", "TakedownObjected", "TakedownObjected");
    }

    @Test
    void objection_withoutAHold_orByAStranger_orWithoutAReason_isRefused() throws Exception {
        ask(shown)
                .andExpect(jsonPath("$.state").value("shown"))
                .andExpect(jsonPath("$.mayObject").value(false));
        object(shown, WHY).andExpect(status().isConflict());
        UUID id = held();

        Person stranger = TakedownRoom.somebody(Person.Role.OPERATOR, Person.Role.REFEREE);
        ask(stranger).andExpect(status().isNotFound());
        object(stranger, WHY).andExpect(status().isNotFound());
        object(shown, "No.").andExpect(status().is4xxClientError());
        object(shown, "x".repeat(5_001)).andExpect(status().is4xxClientError());
        http.perform(get("/api/outputs/" + output + "/takedown")).andExpect(status().isUnauthorized());

        assertThat(rows.of(id)).isEmpty();
        rulings.refuse(id, "It is somebody else.", referee.id());
        ask(shown).andExpect(jsonPath("$.state").value("shown"));
    }

    @Test
    void objection_toASecondClaim_goesToThatOneAlone() throws Exception {
        UUID first = held();
        object(shown, WHY).andExpect(status().isOk());
        UUID second = filed();
        rulings.grant(second, Set.of(output), false, "You are right.", referee.id());

        ask(shown)
                .andExpect(jsonPath("$.state").value("taken-down"))
                .andExpect(jsonPath("$.mayObject").value(true));
        object(shown, WHY + " Again.").andExpect(status().isOk());

        assertThat(Stream.of(first, second).map(id -> rows.of(id).size())).containsExactly(1, 1);
    }

    @Test
    void objection_goesWithItsCase_whateverWasDecided() throws Exception {
        for (boolean granted : new boolean[] {true, false}) {
            anOutput();
            UUID id = held();
            object(maker, WHY).andExpect(status().isOk());
            var text = new ObjectKey(
                    "takedown/" + id + "/objection-" + rows.of(id).getFirst().id());
            assertThat(store.exists(text)).isTrue();
            if (granted) {
                rulings.grant(id, Set.of(output), false, "You are right.", referee.id());
            } else {
                rulings.refuse(id, "It is somebody else.", referee.id());
            }

            Instant later = Instant.now().plus(Duration.ofSeconds(5));
            while (clock.sweep(later) > 0) {}

            assertThat(store.exists(text)).isFalse();
            assertThat(rows.of(id)).isEmpty();
        }
    }

    private UUID held() throws Exception {
        UUID id = filed();
        rulings.hold(id, referee.id());
        return id;
    }

    private UUID filed() throws Exception {
        Map<String, String> fields = TakedownRoom.form();
        fields.put("outputId", output);
        String address = "2001:db8:0:%x::1".formatted(++networks);
        String answer = http.perform(post("/api/takedowns")
                        .contentType("multipart/form-data; boundary=parts")
                        .content(TakedownRoom.multipart(fields, new byte[0]))
                        .with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        }))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getContentAsString();
        JsonNode filed = new JsonMapper().readTree(answer);
        return UUID.fromString(filed.path("id").asString());
    }

    private ResultActions ask(Person person) throws Exception {
        signedIn.as(person);
        return http.perform(get("/api/outputs/" + output + "/takedown").with(jwt()));
    }

    private ResultActions object(Person person, String why) throws Exception {
        signedIn.as(person);
        return http.perform(post("/api/outputs/" + output + "/objection")
                .contentType(MediaType.APPLICATION_JSON)
                .content(new JsonMapper().writeValueAsString(Map.of("text", why)))
                .with(jwt())
                .with(csrf()));
    }
}
