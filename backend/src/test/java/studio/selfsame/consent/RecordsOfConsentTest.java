package studio.selfsame.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.identity.Person;

/** What the trail is told of a consent, from its beginning to its end: ids, codes and hashes. */
@ConsentTest
class RecordsOfConsentTest {
    @Autowired
    LikenessRegister register;

    @Autowired
    Consents consents;

    @Autowired
    Authorizer authorizer;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    KnownPeople people;

    @Autowired
    HeardRecords heard;

    @Autowired
    JdbcClient jdbc;

    @Test
    void open_likeness_isRecordedWithItsOwner() {
        var owner = people.verified().id();
        var likeness = register.open(owner);
        assertThat(register.ownerOf(likeness)).contains(owner);
        assertThat(heard.of(LikenessOpened.class, likeness.value()))
                .extracting(LikenessOpened::facts)
                .containsExactly(Map.of("owner", owner.value().toString()));
    }

    @Test
    void grant_boxes_areRecordedAsTheyWereTicked() {
        var owner = people.verified().id();
        var likeness = register.open(owner);
        var text = ConsentTexts.current().getFirst().sha256();
        var given = consents.grant(owner, new GrantForm(likeness.value(), true, false, true, true, true, text));
        assertThat(heard.of(ConsentGranted.class, likeness.value()))
                .extracting(ConsentGranted::facts)
                .containsExactly(Map.of(
                        "person", owner.value().toString(),
                        "grant", given.getFirst().id().toString(),
                        "kind", "create",
                        "face", "true",
                        "voice", "true",
                        "training", "true",
                        "textSha256", text));
    }

    @Test
    void authorize_anybody_keepsTheirRolesAmongTheFacts() {
        var operator = people.unverified(Person.Role.OPERATOR, Person.Role.REFEREE, Person.Role.CREATOR);
        var likeness = register.open(people.verified().id());
        var subject = UUID.randomUUID();
        authorizer.authorize(operator, new Use(likeness, Use.Purpose.CREATE_LIKENESS, subject));
        List<String> facts = jdbc.sql("select facts from consent_decision where subject = ?")
                .param(subject)
                .query(String.class)
                .list();
        assertThat(facts).singleElement().asString().contains("roles=creator,operator,referee");
    }

    @Test
    void withdraw_consent_isRecordedWithWhoAndWhy() {
        var owner = people.verified().id();
        var likeness = register.open(owner);
        withdrawals.withdraw(owner, likeness);
        assertThat(heard.of(ConsentWithdrawn.class, likeness.value()))
                .extracting(ConsentWithdrawn::facts)
                .containsExactly(Map.of("person", owner.value().toString(), "cause", "owner"));
    }
}
