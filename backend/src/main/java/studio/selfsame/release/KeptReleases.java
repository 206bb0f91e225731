package studio.selfsame.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which releases may have been kept long enough, and what becomes of their rows then. */
@Component
class KeptReleases {
    /** A version is sealed exactly when both have signed it. */
    private static final String UNSIGNED = """
            select r.id from talent_release r
            where r.drafted_at <= :upTo
                and (r.revoked_at is null or r.revoked_at <= :upTo)
                and not exists (select from release_version v
                    where v.release = r.id and (v.sealed_sha256 is not null or v.written_at > :upTo))
                and not exists (select from release_signature s where s.release = r.id and s.signed_at > :upTo)
                and not exists (select from release_invitation i
                    where i.release = r.id and greatest(i.invited_at, i.used_at) > :upTo)
            """;

    private final JdbcClient jdbc;

    KeptReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Never signed by both, and not changed after that moment. */
    List<ReleaseId> unsigned(Instant upTo) {
        return ids(jdbc.sql(UNSIGNED + "order by r.drafted_at").param("upTo", Columns.time(upTo)));
    }

    boolean isUnsigned(ReleaseId id, Instant upTo) {
        return !ids(jdbc.sql(UNSIGNED + "and r.id = :id")
                        .param("upTo", Columns.time(upTo))
                        .param("id", id.value()))
                .isEmpty();
    }

    /** With papers, and over at that moment wherever on earth they count their days; the same day elsewhere, some more. */
    List<ReleaseId> perhapsOver(Instant upTo) {
        return ids(jdbc.sql("""
                select r.id from talent_release r
                cross join lateral (select (v.terms ->> 'lastDay')::date last_day from release_version v
                    where v.release = r.id and v.sealed_sha256 is not null order by v.version desc limit 1) agreed
                where r.papers_erased_at is null and least(agreed.last_day + 1, r.revoked_from) <= :day
                order by r.drafted_at
                """)
                .param("day", LocalDate.ofInstant(upTo, ZoneOffset.UTC).plusDays(1)));
    }

    /** Of a draft nothing stays. */
    void delete(ReleaseId id) {
        for (var table : List.of("release_signature", "release_invitation", "release_suspension", "release_version")) {
            jdbc.sql("delete from " + table + " where release = :id")
                    .param("id", id.value())
                    .update();
        }
        jdbc.sql("delete from talent_release where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Ids, codes, times and hashes stay; what anybody wrote in words goes, and what proved the signatures under it. */
    void forgetWords(ReleaseId id, Instant at) {
        jdbc.sql("""
                update release_version set terms =
                    terms || '{"exclusions": []}' || jsonb_build_object('project', jsonb_build_object('text', 'erased'))
                where release = :id
                """).param("id", id.value()).update();
        jdbc.sql("""
                update release_use set terms =
                    terms || '{"topics": []}' || jsonb_build_object('project', jsonb_build_object('text', 'erased'))
                where release = :id
                """).param("id", id.value()).update();
        jdbc.sql("""
                update release_signature set credential_id = '', public_key = '', authenticator_data = '',
                    client_data_json = '', signature = ''
                where release = :id
                """).param("id", id.value()).update();
        jdbc.sql("update talent_release set papers_erased_at = :at where id = :id")
                .param("at", Columns.time(at))
                .param("id", id.value())
                .update();
    }

    private static List<ReleaseId> ids(JdbcClient.StatementSpec query) {
        return query.query(UUID.class).list().stream().map(ReleaseId::new).toList();
    }
}
