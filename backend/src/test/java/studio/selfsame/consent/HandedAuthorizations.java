package studio.selfsame.consent;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.identity.PersonId;

/** Authorizations as somebody else than the studio would write them into its database. */
public final class HandedAuthorizations {
    private final AuthorizationTable table;
    private final JdbcClient jdbc;

    public HandedAuthorizations(JdbcClient jdbc) {
        this.table = new AuthorizationTable(jdbc);
        this.jdbc = jdbc;
    }

    /** @param key file that it is signed with; made if it is not there */
    public UUID signed(Path key, Use use, PersonId requester, Duration validFor) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var issued = new AuthorizationSeal(AuthorizationKey.openOrGenerate(key))
                .issue(use, requester, now.minus(Duration.ofHours(7)), now.plus(validFor));
        table.insert(issued);
        return issued.id();
    }

    /** @param change of columns, as SQL */
    public void alter(UUID authorization, String change) {
        jdbc.sql("update consent_authorization set " + change + " where id = ?")
                .param(authorization)
                .update();
    }
}
