package studio.selfsame.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.identity.Organisations.Organisation;
import studio.selfsame.policy.OrganisationRole;

/** The rows of {@code organisation} and {@code organisation_member}. */
@Repository
class OrganisationTable {
    private static final String STANDING = "select * from organisation_member where ended_at is null ";

    private final JdbcClient jdbc;

    OrganisationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param since of the membership, not of the roles */
    record Member(PersonId person, Set<OrganisationRole> roles, Instant since) {}

    void insert(Organisation organisation, PersonId by, Instant at) {
        jdbc.sql("insert into organisation (id, name, created_at, created_by) values (?, ?, ?, ?)")
                .params(organisation.id().value(), organisation.name(), Timestamp.from(at), by.value())
                .update();
    }

    Optional<Organisation> find(OrganisationId id) {
        return jdbc.sql("select id, name from organisation where id = ?")
                .param(id.value())
                .query((row, number) -> new Organisation(id, row.getString("name")))
                .optional();
    }

    /** Until the transaction ends nobody else changes who is in it; many may still be told. */
    void lock(OrganisationId id) {
        jdbc.sql("select id from organisation where id = ? for no key update")
                .param(id.value())
                .query(UUID.class)
                .single();
    }

    Optional<Membership> membership(PersonId person, OrganisationId organisation) {
        return jdbc.sql(STANDING + "and person = ? and organisation = ?")
                .params(person.value(), organisation.value())
                .query(OrganisationTable::membership)
                .optional();
    }

    /** Oldest first. */
    List<Membership> memberships(PersonId person) {
        return jdbc.sql(STANDING + "and person = ? order by since, id")
                .param(person.value())
                .query(OrganisationTable::membership)
                .list();
    }

    /** Oldest first. */
    List<Member> members(OrganisationId organisation) {
        return jdbc.sql(STANDING + "and organisation = ? order by since, id")
                .param(organisation.value())
                .query((row, number) -> {
                    var membership = membership(row, number);
                    return new Member(
                            membership.person(),
                            membership.roles(),
                            row.getTimestamp("since").toInstant());
                })
                .list();
    }

    void join(Membership membership, Instant at) {
        jdbc.sql("insert into organisation_member (id, organisation, person, roles, since) values (?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        membership.organisation().value(),
                        membership.person().value(),
                        array(membership.roles()),
                        Timestamp.from(at))
                .update();
    }

    void setRoles(Membership membership) {
        jdbc.sql("update organisation_member set roles = ? where organisation = ? and person = ? and ended_at is null")
                .params(
                        array(membership.roles()),
                        membership.organisation().value(),
                        membership.person().value())
                .update();
    }

    void end(Membership membership, Instant at) {
        jdbc.sql(
                        "update organisation_member set ended_at = ? where organisation = ? and person = ? and ended_at is null")
                .params(
                        Timestamp.from(at),
                        membership.organisation().value(),
                        membership.person().value())
                .update();
    }

    static String[] array(Set<OrganisationRole> roles) {
        return OrganisationRoles.texts(roles).toArray(String[]::new);
    }

    static Set<OrganisationRole> roles(ResultSet row) throws SQLException {
        return OrganisationRoles.ofRow((String[]) row.getArray("roles").getArray());
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                roles(row));
    }
}
