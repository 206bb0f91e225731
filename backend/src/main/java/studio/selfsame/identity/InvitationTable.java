package studio.selfsame.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code organisation_invitation}. */
@Repository
class InvitationTable {
    private final JdbcClient jdbc;

    InvitationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(OrganisationInvitation invitation, InvitationToken token) {
        jdbc.sql("""
                        insert into organisation_invitation
                            (id, organisation, token_sha256, roles, invited_by, first_member, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        invitation.id(),
                        invitation.organisation().value(),
                        token.sha256(),
                        OrganisationTable.array(invitation.roles()),
                        invitation.invitedBy().value(),
                        invitation.firstMember(),
                        Timestamp.from(invitation.expiresAt()))
                .update();
    }

    /** Until the transaction ends nobody else accepts it. */
    Optional<OrganisationInvitation> findToAccept(InvitationToken token) {
        return jdbc.sql("select * from organisation_invitation where token_sha256 = ? for update")
                .param(token.sha256())
                .query(InvitationTable::read)
                .optional();
    }

    void accept(UUID id, PersonId by, Instant at) {
        jdbc.sql("update organisation_invitation set accepted_by = ?, accepted_at = ? where id = ?")
                .params(by.value(), Timestamp.from(at), id)
                .update();
    }

    private static OrganisationInvitation read(ResultSet row, int number) throws SQLException {
        return new OrganisationInvitation(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                OrganisationTable.roles(row),
                new PersonId(row.getObject("invited_by", UUID.class)),
                row.getBoolean("first_member"),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("accepted_at") != null);
    }
}
