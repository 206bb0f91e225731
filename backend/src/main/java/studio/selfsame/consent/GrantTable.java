package studio.selfsame.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Grants as rows that are only ever added. */
@Component
class GrantTable {
    private final JdbcClient jdbc;

    GrantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Grant grant) {
        jdbc.sql("""
                insert into consent_grant (id, likeness_id, kind, face, voice, training,
                    text_version, text_language, text_sha256, granted_at)
                values (:id, :likeness, :kind, :face, :voice, :training, :version, :language, :sha256, :at)
                """)
                .param("id", grant.id())
                .param("likeness", grant.likeness().value())
                .param("kind", grant.kind().code())
                .param("face", grant.face())
                .param("voice", grant.voice())
                .param("training", grant.training())
                .param("version", grant.textVersion())
                .param("language", grant.textLanguage())
                .param("sha256", grant.textSha256())
                .param("at", grant.grantedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Oldest first. */
    List<Grant> of(LikenessId likeness) {
        return jdbc.sql("select * from consent_grant where likeness_id = :likeness order by granted_at, kind, id")
                .param("likeness", likeness.value())
                .query(GrantTable::read)
                .list();
    }

    private static Grant read(ResultSet row, int number) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                new LikenessId(row.getObject("likeness_id", UUID.class)),
                Grant.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getBoolean("face"),
                row.getBoolean("voice"),
                row.getBoolean("training"),
                row.getInt("text_version"),
                row.getString("text_language"),
                row.getString("text_sha256"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant());
    }
}
