package studio.selfsame.release;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import studio.selfsame.SignedIn;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.identity.Person.Role;
import studio.selfsame.identity.PersonId;
import studio.selfsame.identity.SoftPasskey;

/** Two organisations and the people in and around them, each with an account, a passkey and a fresh verification. */
class Cast {
    private final MockMvc http;
    private final JdbcClient jdbc;
    private final LikenessRegister likenesses;

    UUID organisation;
    Actor rightsManager;
    Actor producer;
    Actor reviewer;
    Actor talent;
    /** Rights manager, producer and reviewer of another organisation. */
    Actor outsider;

    LikenessId likeness;

    Cast(MockMvc http, JdbcClient jdbc, LikenessRegister likenesses) {
        this.http = http;
        this.jdbc = jdbc;
        this.likenesses = likenesses;
    }

    /** Assembles everybody, once. */
    void assemble() throws Exception {
        if (organisation != null) {
            return;
        }
        rightsManager = verified();
        producer = verified();
        reviewer = verified();
        talent = verified();
        outsider = verified();
        likeness = likenesses.open(talent.id());
        organisation = organisation("Nordlicht Pictures", rightsManager, "rights-manager");
        join(organisation, rightsManager, producer, "producer");
        join(organisation, rightsManager, reviewer, "reviewer");
        organisation("Südwind Film", outsider, "rights-manager", "producer", "reviewer");
    }

    /** Somebody new whom a referee has just seen to be of age, and known to few. */
    Actor verified() throws Exception {
        var actor = actor();
        verify(actor, "adult", Instant.now());
        return actor;
    }

    /** Somebody new of whom nothing is known. */
    Actor actor() throws Exception {
        var signIn = SignedIn.creator(UUID.randomUUID().toString());
        return new Actor(person(signIn), signIn, SoftPasskey.register(http, signIn));
    }

    void verify(Actor actor, String age, Instant at) {
        jdbc.sql("""
                insert into identity_verification (id, person, state, data_key, media_type, portrait_sha256, submitted_at,
                    referee, decided_at, age, public_figure)
                values (:id, :person, 'approved', :id, 'image/png', 'unused', :at, :person, :at, :age, 'no')
                """)
                .param("id", UUID.randomUUID())
                .param("person", actor.uuid())
                .param("at", time(at))
                .param("age", age)
                .update();
    }

    LikenessId likenessOf(Actor owner) {
        return likenesses.open(owner.id());
    }

    void join(UUID organisation, Actor operator, Actor newcomer, String... roles) throws Exception {
        var invitation = http.perform(post("/api/organisations/{id}/invitations", organisation)
                        .with(operator.signIn())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"roles\": [\"" + String.join("\", \"", roles) + "\"]}"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        accept(newcomer, JsonPath.read(invitation, "$.token"));
    }

    private UUID organisation(String name, Actor first, String... roles) throws Exception {
        var operator = SignedIn.as(UUID.randomUUID().toString(), Role.OPERATOR);
        var created = http.perform(post("/api/organisations")
                        .with(operator)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"" + name + "\"}"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var id = UUID.fromString(JsonPath.read(created, "$.id"));
        accept(first, JsonPath.read(created, "$.invitation.token"));
        join(id, first, first, roles);
        return id;
    }

    private void accept(Actor newcomer, String token) throws Exception {
        http.perform(post("/api/organisation-invitations/acceptance")
                        .with(newcomer.signIn())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"token\": \"" + token + "\"}"))
                .andExpect(status().isOk());
    }

    private PersonId person(RequestPostProcessor signIn) throws Exception {
        var me = http.perform(get("/api/me").with(signIn))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return new PersonId(UUID.fromString(JsonPath.read(me, "$.personId")));
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
