package studio.selfsame.rendering;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;

/**
 * Drawn segments by their address, kept for a while after their last use, so that nothing is drawn twice. They belong to the
 * likeness, not to the render that had them drawn: several renders may use one.
 */
@Repository
class DrawnSegments {
    /** What no render needs that still runs. */
    private static final String UNUSED_SINCE = """
            from drawn_segment d where d.used_at <= ? and not d.withdrawn and not exists (
                select 1 from render_segment s join render r on r.id = s.render_id
                where s.object_key = d.object_key and r.state in ('RENDERING', 'SEALING'))
            """;

    private final JdbcClient jdbc;
    private final ObjectStore objects;
    private final Clock clock;

    DrawnSegments(JdbcClient jdbc, ObjectStore objects, Clock clock) {
        this.jdbc = jdbc;
        this.objects = objects;
        this.clock = clock;
    }

    /** Where everything drawn of a likeness lies. */
    static ObjectKey folder(LikenessId likeness) {
        return new ObjectKey("drawn/" + likeness.value());
    }

    /** An object to be drawn into, its own for every attempt, so that two attempts never write the same one. */
    ObjectKey begin(LikenessId likeness) {
        ObjectKey object = new ObjectKey(folder(likeness).value() + "/" + UUID.randomUUID());
        jdbc.sql("insert into drawn_segment (object_key, likeness_id, used_at) values (?, ?, ?)")
                .params(object.value(), likeness.value(), now())
                .update();
        return object;
    }

    /** What came of nothing. */
    void discard(ObjectKey object) throws IOException {
        objects.delete(object);
        jdbc.sql("delete from drawn_segment where object_key = ? and address is null")
                .param(object.value())
                .update();
    }

    /**
     * Gives a drawn object its address, unless there is one at that address: then that one is to be used. Joins the
     * caller's transaction.
     *
     * @return the object at that address
     */
    ObjectKey keep(LikenessId likeness, String address, ObjectKey object) {
        Optional<ObjectKey> before = use(likeness, address);
        if (before.isPresent()) {
            return before.get();
        }
        jdbc.sql("delete from drawn_segment where object_key = ? and address is null")
                .param(object.value())
                .update();
        int kept = jdbc.sql("""
                        insert into drawn_segment (object_key, likeness_id, address, used_at) values (?, ?, ?, ?)
                        on conflict (likeness_id, address) do nothing
                        """)
                .params(object.value(), likeness.value(), address, now())
                .update();
        return kept == 1 ? object : use(likeness, address).orElseThrow();
    }

    /** The object at this address, if there is one. */
    Optional<ObjectKey> at(LikenessId likeness, String address) {
        return jdbc.sql("select object_key from drawn_segment where likeness_id = ? and address = ? and not withdrawn")
                .params(likeness.value(), address)
                .query((row, n) -> new ObjectKey(row.getString(1)))
                .optional();
    }

    /** Its object is not where it should be: it has to be drawn again. */
    void lost(ObjectKey object) {
        jdbc.sql("delete from drawn_segment where object_key = ?")
                .param(object.value())
                .update();
    }

    /** The object at this address, if there is one; then it counts as used now. Joins the caller's transaction. */
    Optional<ObjectKey> use(LikenessId likeness, String address) {
        return jdbc.sql("""
                        update drawn_segment set used_at = ? where likeness_id = ? and address = ? and not withdrawn
                        returning object_key
                        """)
                .params(now(), likeness.value(), address)
                .query((row, n) -> new ObjectKey(row.getString(1)))
                .optional();
    }

    /** Those of these that are there. */
    List<String> known(LikenessId likeness, Collection<String> addresses) {
        return jdbc.sql(
                        "select address from drawn_segment where likeness_id = ? and not withdrawn and address = any (?)")
                .params(likeness.value(), addresses.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    int countUnused(Instant upTo) {
        return jdbc.sql("select count(*) " + UNUSED_SINCE)
                .param(Timestamp.from(upTo))
                .query(Integer.class)
                .single();
    }

    /** Forgets some that nobody has used since then; their objects are the caller's to erase. */
    List<ObjectKey> forgetUnused(Instant upTo) {
        return jdbc.sql("delete from drawn_segment where object_key in (select d.object_key " + UNUSED_SINCE
                        + " limit 100) and used_at <= ? returning object_key")
                .params(Timestamp.from(upTo), Timestamp.from(upTo))
                .query((row, n) -> new ObjectKey(row.getString(1)))
                .list();
    }

    /** None of the likeness is used again; what was counted stays counted. */
    void withdraw(LikenessId likeness) {
        jdbc.sql("update drawn_segment set withdrawn = true where likeness_id = ?")
                .param(likeness.value())
                .update();
    }

    int count(LikenessId likeness) {
        return jdbc.sql("select count(*) from drawn_segment where likeness_id = ?")
                .param(likeness.value())
                .query(Integer.class)
                .single();
    }

    void eraseAll(LikenessId likeness) throws IOException {
        objects.deleteAll(folder(likeness));
    }

    boolean isErased(LikenessId likeness) throws IOException {
        return objects.isEmpty(folder(likeness));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
