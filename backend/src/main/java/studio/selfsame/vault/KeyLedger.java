package studio.selfsame.vault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When data keys were made and destroyed, kept in the database. */
@Component
class KeyLedger {
    private final JdbcClient jdbc;

    KeyLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void created(DataKeyId id) {
        jdbc.sql("insert into data_key (id) values (?)").param(id.value()).update();
    }

    void destroyed(DataKeyId id) {
        jdbc.sql("""
                insert into data_key (id, destroyed_at) values (?, now())
                on conflict (id) do update set destroyed_at = coalesce(data_key.destroyed_at, excluded.destroyed_at)
                """).param(id.value()).update();
    }

    boolean isDestroyed(DataKeyId id) {
        return jdbc.sql("select exists (select from data_key where id = ? and destroyed_at is not null)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }
}
