package studio.selfsame.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import studio.selfsame.StudioTest;
import studio.selfsame.policy.OrganisationRole;
import tools.jackson.databind.json.JsonMapper;

@StudioTest
class OrganisationTest {
    private static final String NAME = "Ünal & Söhne Film";

    @Autowired
    MockMvc http;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient jdbc;

    private Somebody studio;
    private Somebody boss;
    private String id;

    @BeforeEach
    void letIn() throws Exception {
        studio = Somebody.as(http, Person.Role.OPERATOR);
        boss = Somebody.creator(http);
        var created = studio.answer(create(NAME).andExpect(status().isCreated()));
        id = JsonPath.read(created, "$.id");
        accept(boss, JsonPath.read(created, "$.invitation.token")).andExpect(status().isOk());
    }

    @Test
    void organisation_letIn_belongsToItsFirstMember() throws Exception {
        boss.sees("/api/organisations")
                .andExpect(jsonPath("$[*]", hasSize(1)))
                .andExpect(jsonPath("$[0].id").value(id))
                .andExpect(jsonPath("$[0].name").value(NAME))
                .andExpect(jsonPath("$[0].roles[0]").value("operator"));
        studio.sees("/api/organisations").andExpect(jsonPath("$").isEmpty());
        assertThat(organisations.find(organisation()).orElseThrow().name()).isEqualTo(NAME);
        assertThat(organisations.membership(studio.id(), organisation())).isEmpty();
        assertThat(organisations.memberships(boss.id()))
                .containsExactly(new Membership(organisation(), boss.id(), Set.of(OrganisationRole.OPERATOR)));
    }

    @Test
    void organisation_askedForByACreator_isRefused() throws Exception {
        boss.sends("/api/organisations", "{\"name\": \"Mine\"}")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.stage").value("organisation"));
    }

    @Test
    void organisation_namedMisleadingly_isRefusedWithAllReasons() throws Exception {
        create("P\u0430ramount\u200B" + "x".repeat(120))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.cause")
                        .value("the name is longer than 120 characters; the name contains characters that cannot be"
                                + " seen; the name mixes alphabets whose letters look alike"));
    }

    @Test
    void member_invited_hasExactlyTheRolesOfTheInvitation() throws Exception {
        var member = Somebody.creator(http);
        accept(member, invite("rights-manager", "producer"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value(NAME))
                .andExpect(jsonPath("$.roles").value(is(List.of("producer", "rights-manager"))));

        member.sees("/api/organisations/" + id + "/members")
                .andExpect(jsonPath("$[*]", hasSize(2)))
                .andExpect(jsonPath("$[0].personId").value(boss.id().value().toString()))
                .andExpect(jsonPath("$[1].roles").value(is(List.of("producer", "rights-manager"))));
    }

    @Test
    void member_invitedAgain_getsTheRolesAdded() throws Exception {
        var member = member("producer");
        accept(member, invite("reviewer")).andExpect(jsonPath("$.roles").value(is(List.of("producer", "reviewer"))));

        assertThat(organisations.memberships(member.id())).hasSize(1);
    }

    @Test
    void invitation_usedTwice_isRefused() throws Exception {
        var token = invite("producer");
        accept(Somebody.creator(http), token).andExpect(status().isOk());

        accept(Somebody.creator(http), token)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.cause").value("this invitation was accepted already"));
    }

    @Test
    void invitation_usedExpiredAndFromNobodyInCharge_isRefusedWithAllReasons() throws Exception {
        var second = member("operator");
        String token = JsonPath.read(second.answer(invite(second, "producer")), "$.token");
        accept(Somebody.creator(http), token).andExpect(status().isOk());
        jdbc.sql("update organisation_invitation set expires_at = now() where invited_by = ?")
                .param(second.id().value())
                .update();
        end(boss, second).andExpect(status().isNoContent());

        accept(second, token)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.cause")
                        .value(allOf(
                                containsString("accepted already"),
                                containsString("expired"),
                                containsString("no longer an operator"))));
        assertThat(organisations.membership(second.id(), organisation())).isEmpty();
    }

    @Test
    void invitation_invented_isUnknown() throws Exception {
        accept(boss, "A".repeat(43)).andExpect(status().isNotFound());
    }

    @Test
    void invitation_kept_isNotTheToken() throws Exception {
        var token = invite("producer");
        var rows = jdbc.sql("select encode(token_sha256, 'hex') from organisation_invitation where organisation = ?")
                .param(UUID.fromString(id))
                .query(String.class)
                .list();
        assertThat(rows).contains(DigestUtils.sha256Hex(token)).doesNotContain(token);
    }

    @ParameterizedTest
    @CsvSource({
        "'[]', no role is named",
        "'[\"boss\"]', `boss` is no role",
        "'[\"boss\",\"chief\"]', `chief` is no role"
    })
    void roles_thatAreNone_areRefused(String roles, String cause) throws Exception {
        boss.sends("/api/organisations/" + id + "/invitations", "{\"roles\": " + roles + "}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.cause").value(containsString(cause)));
    }

    @Test
    void members_seenByAStranger_areUnknown() throws Exception {
        var stranger = Somebody.creator(http);
        stranger.sees("/api/organisations/" + id + "/members").andExpect(status().isNotFound());
        invite(stranger, "operator").andExpect(status().isNotFound());
        setRoles(stranger, boss, "reviewer").andExpect(status().isNotFound());
        end(stranger, boss).andExpect(status().isNotFound());
    }

    @Test
    void member_whoIsNoOperator_changesNobody() throws Exception {
        var member = member("producer", "rights-manager", "reviewer");
        invite(member, "operator").andExpect(status().isForbidden());
        setRoles(member, member, "operator").andExpect(status().isForbidden());
        end(member, boss).andExpect(status().isForbidden());
    }

    @Test
    void member_givenOtherRoles_hasThoseAlone() throws Exception {
        var member = member("producer");
        setRoles(boss, member, "reviewer").andExpect(jsonPath("$.roles").value(is(List.of("reviewer"))));

        assertThat(organisations
                        .membership(member.id(), organisation())
                        .orElseThrow()
                        .roles())
                .containsExactly(OrganisationRole.REVIEWER);
    }

    @Test
    void member_ended_isNoMemberAndMayComeBack() throws Exception {
        var member = member("producer");
        end(boss, member).andExpect(status().isNoContent());

        assertThat(organisations.membership(member.id(), organisation())).isEmpty();
        end(boss, member).andExpect(status().isNotFound());
        accept(member, invite("reviewer")).andExpect(jsonPath("$.roles").value(is(List.of("reviewer"))));
    }

    @Test
    void member_leaving_needsNobody() throws Exception {
        var member = member("producer");

        end(member, member).andExpect(status().isNoContent());
    }

    @Test
    void operator_last_staysUntilThereIsAnother() throws Exception {
        end(boss, boss).andExpect(status().isConflict());
        setRoles(boss, boss, "producer")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.remedy").value("Make somebody else an operator first."));

        member("operator");
        end(boss, boss).andExpect(status().isNoContent());
    }

    @Test
    void changes_all_areRecordedWithoutNames() throws Exception {
        var member = member("producer");
        setRoles(boss, member, "reviewer");
        end(boss, member);

        var records = Recorded.about(jdbc, id);
        assertThat(records).noneMatch(record -> record.entry().contains("Film"));
        assertThat(records).anyMatch(record -> record.entry().contains(DigestUtils.sha256Hex(NAME)));
        assertThat(records)
                .extracting(Recorded::kind)
                .containsExactlyInAnyOrder(
                        "OrganisationCreated",
                        "OrganisationInvited",
                        "MemberJoined",
                        "OrganisationInvited",
                        "MemberJoined",
                        "MemberRolesChanged",
                        "MembershipEnded");
    }

    private OrganisationId organisation() {
        return new OrganisationId(UUID.fromString(id));
    }

    private ResultActions create(String name) throws Exception {
        return studio.sends("/api/organisations", new JsonMapper().writeValueAsString(Map.of("name", name)));
    }

    private Somebody member(String... roles) throws Exception {
        var member = Somebody.creator(http);
        accept(member, invite(roles)).andExpect(status().isOk());
        return member;
    }

    private String invite(String... roles) throws Exception {
        return JsonPath.read(boss.answer(invite(boss, roles).andExpect(status().isCreated())), "$.token");
    }

    private ResultActions invite(Somebody who, String... roles) throws Exception {
        return who.sends("/api/organisations/" + id + "/invitations", body(roles));
    }

    private ResultActions setRoles(Somebody who, Somebody member, String... roles) throws Exception {
        return who.sends("/api/organisations/" + id + "/members/" + member.id().value() + "/roles", body(roles));
    }

    private ResultActions end(Somebody who, Somebody member) throws Exception {
        return http.perform(delete(
                        "/api/organisations/{id}/members/{person}",
                        id,
                        member.id().value())
                .with(who.who()));
    }

    private static String body(String... roles) {
        return "{\"roles\": [\"" + String.join("\", \"", roles) + "\"]}";
    }

    private static ResultActions accept(Somebody who, String token) throws Exception {
        return who.sends("/api/organisation-invitations/acceptance", "{\"token\": \"" + token + "\"}");
    }
}
