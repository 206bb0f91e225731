package studio.selfsame.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When data keys were made and destroyed and which version of the master key wraps, kept in the database. */
@Component
class KeyLedger {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    KeyLedger(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
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

    Optional<Instant> destroyedAt(DataKeyId id) {
        return jdbc.sql("select destroyed_at from data_key where id = ? and destroyed_at is not null")
                .param(id.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    List<DataKeyId> destroyed() {
        return jdbc.sql("select id from data_key where destroyed_at is not null").query(UUID.class).list().stream()
                .map(DataKeyId::new)
                .toList();
    }

    /** Records a rotation if another version wraps than the last time; of two processes that see it one records it. */
    @Transactional
    public void wrapsNow(String version) {
        var before =
                jdbc.sql("select version from master_key").query(String.class).optional();
        if (before.isEmpty()) {
            jdbc.sql("insert into master_key (version) values (?) on conflict do nothing")
                    .param(version)
                    .update();
        } else if (!before.get().equals(version)
                && jdbc.sql("update master_key set version = ?, seen_at = now() where version = ?")
                                .params(version, before.get())
                                .update()
                        == 1) {
            events.publishEvent(new MasterKeyRotated(before.get(), version));
        }
    }
}
