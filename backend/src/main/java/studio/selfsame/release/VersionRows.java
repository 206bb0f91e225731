package studio.selfsame.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.Passkeys;
import studio.selfsame.identity.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** Versions and their signatures. */
@Component
class VersionRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    VersionRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What a version says, before anybody signs it. */
    record Written(VersionTerms terms, UUID folder, PersonId signer, Optional<String> digest) {}

    void insert(ReleaseId release, int number, Written written, PersonId by, Instant at) {
        jdbc.sql("""
                insert into release_version (release, version, terms, folder, signer, digest, written_by, written_at)
                values (:release, :version, :terms::jsonb, :folder, :signer, :digest, :by, :at)
                """)
                .params(columns(written))
                .param("release", release.value())
                .param("version", number)
                .param("by", by.value())
                .param("at", Columns.time(at))
                .update();
    }

    /** Of a version that nobody has signed. */
    void rewrite(ReleaseId release, int number, Written written, PersonId by, Instant at) {
        jdbc.sql("""
                update release_version set terms = :terms::jsonb, folder = :folder, signer = :signer, digest = :digest,
                    written_by = :by, written_at = :at
                where release = :release and version = :version
                """)
                .params(columns(written))
                .param("release", release.value())
                .param("version", number)
                .param("by", by.value())
                .param("at", Columns.time(at))
                .update();
    }

    void sign(ReleaseId release, int number, Side side, String digest, Passkeys.Signature signature) {
        jdbc.sql("""
                insert into release_signature (release, version, side, person, digest, credential_id, public_key,
                    authenticator_data, client_data_json, signature, signed_at)
                values (:release, :version, :side, :person, :digest, :credential, :key, :data, :client, :signature, :at)
                """)
                .param("release", release.value())
                .param("version", number)
                .param("side", side.name())
                .param("person", signature.signer().value())
                .param("digest", digest)
                .param("credential", signature.credentialId())
                .param("key", signature.publicKey())
                .param("data", signature.authenticatorData())
                .param("client", signature.clientDataJson())
                .param("signature", signature.signature())
                .param("at", Columns.time(signature.at()))
                .update();
    }

    void seal(ReleaseId release, int number, String sealedSha256) {
        jdbc.sql("update release_version set sealed_sha256 = :sealed where release = :release and version = :version")
                .param("sealed", sealedSha256)
                .param("release", release.value())
                .param("version", number)
                .update();
    }

    /** Oldest first. */
    List<Version> of(ReleaseId release) {
        return jdbc.sql("""
                select v.*, s.person s_person, s.signed_at s_at, t.person t_person, t.signed_at t_at
                from release_version v
                left join release_signature s
                    on s.release = v.release and s.version = v.version and s.side = 'STUDIO'
                left join release_signature t
                    on t.release = v.release and t.version = v.version and t.side = 'TALENT'
                where v.release = :release order by v.version
                """).param("release", release.value()).query(this::read).list();
    }

    Optional<Passkeys.Signature> signature(ReleaseId release, int number, Side side) {
        return jdbc.sql(
                        "select * from release_signature where release = :release and version = :version and side = :side")
                .param("release", release.value())
                .param("version", number)
                .param("side", side.name())
                .query((row, n) -> new Passkeys.Signature(
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getString("credential_id"),
                        row.getString("public_key"),
                        row.getString("authenticator_data"),
                        row.getString("client_data_json"),
                        row.getString("signature"),
                        Columns.time(row, "signed_at")))
                .optional();
    }

    private Map<String, @Nullable Object> columns(Written written) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("terms", json.writeValueAsString(written.terms()));
        columns.put("folder", written.folder());
        columns.put("signer", written.signer().value());
        columns.put("digest", written.digest().orElse(null));
        return columns;
    }

    private Version read(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getInt("version"),
                json.readValue(row.getString("terms"), VersionTerms.class),
                row.getObject("folder", UUID.class),
                new PersonId(row.getObject("signer", UUID.class)),
                Optional.ofNullable(row.getString("digest")),
                Optional.ofNullable(row.getString("sealed_sha256")),
                signed(row, "s_"),
                signed(row, "t_"));
    }

    private static Optional<Signed> signed(ResultSet row, String prefix) throws SQLException {
        var person = row.getObject(prefix + "person", UUID.class);
        return person == null
                ? Optional.empty()
                : Optional.of(new Signed(new PersonId(person), Columns.time(row, prefix + "at")));
    }
}
