package studio.selfsame.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.OrganisationId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Signatory;
import studio.selfsame.vault.DataKeyId;

/** The releases themselves, without versions. */
@Component
class ReleaseRows {
    private final JdbcClient jdbc;

    ReleaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of the table. */
    record Row(
            ReleaseId id,
            OrganisationId organisation,
            Optional<LikenessId> likeness,
            Optional<PersonId> signatory,
            Signatory.Capacity capacity,
            DataKeyId dataKey,
            Instant draftedAt,
            Optional<Revocation> revocation) {}

    void insert(ReleaseId id, OrganisationId organisation, Binding binding, DataKeyId key, PersonId by, Instant at) {
        jdbc.sql("""
                insert into talent_release
                    (id, organisation, likeness, signatory, capacity, data_key, drafted_by, drafted_at)
                values (:id, :organisation, :likeness, :signatory, :capacity, :key, :by, :at)
                """)
                .param("id", id.value())
                .param("organisation", organisation.value())
                .params(binding.columns())
                .param("key", key.value())
                .param("by", by.value())
                .param("at", Columns.time(at))
                .update();
    }

    void bind(ReleaseId id, Binding binding) {
        jdbc.sql("""
                update talent_release set likeness = :likeness, signatory = :signatory, capacity = :capacity
                where id = :id
                """).params(binding.columns()).param("id", id.value()).update();
    }

    void revoke(ReleaseId id, Revocation revocation, Instant at) {
        jdbc.sql("update talent_release set revoked_from = :from, revoked_by = :by, revoked_at = :at where id = :id")
                .param("from", revocation.from())
                .param("by", revocation.by().name())
                .param("at", Columns.time(at))
                .param("id", id.value())
                .update();
    }

    Optional<Row> find(ReleaseId id) {
        return jdbc.sql("select * from talent_release where id = :id")
                .param("id", id.value())
                .query(ReleaseRows::read)
                .optional();
    }

    /** Until the transaction ends nobody else can take a step with it. */
    Optional<Row> lock(ReleaseId id) {
        return jdbc.sql("select * from talent_release where id = :id for update")
                .param("id", id.value())
                .query(ReleaseRows::read)
                .optional();
    }

    /** Newest first. */
    List<ReleaseId> of(OrganisationId organisation) {
        return ids("organisation = :of", organisation.value());
    }

    /** Newest first. */
    List<ReleaseId> ofSignatory(PersonId person) {
        return ids("signatory = :of", person.value());
    }

    List<ReleaseId> of(LikenessId likeness) {
        return ids("likeness = :of", likeness.value());
    }

    private List<ReleaseId> ids(String condition, UUID of) {
        return jdbc
                .sql("select id from talent_release where " + condition + " order by drafted_at desc, id")
                .param("of", of)
                .query(UUID.class)
                .list()
                .stream()
                .map(ReleaseId::new)
                .toList();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        var likeness = row.getObject("likeness", UUID.class);
        var signatory = row.getObject("signatory", UUID.class);
        return new Row(
                new ReleaseId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                Optional.ofNullable(likeness).map(LikenessId::new),
                Optional.ofNullable(signatory).map(PersonId::new),
                Signatory.Capacity.valueOf(row.getString("capacity")),
                new DataKeyId(row.getObject("data_key", UUID.class)),
                Columns.time(row, "drafted_at"),
                revocation(row.getObject("revoked_from", LocalDate.class), row.getString("revoked_by")));
    }

    private static Optional<Revocation> revocation(@Nullable LocalDate from, @Nullable String by) {
        return from == null || by == null
                ? Optional.empty()
                : Optional.of(new Revocation(from, Revocation.By.valueOf(by)));
    }
}
