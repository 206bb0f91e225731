package studio.selfsame.sealing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;

/** Outputs that are not to be shown any more, whatever consent says. All methods join the caller's transaction. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class OutputTakedowns {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    OutputTakedowns(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** How an output stands. */
    public enum Standing {
        /** As consent says. */
        SHOWN,
        /** Not to be shown until somebody has decided. */
        HELD,
        /** Not to be shown; its file goes in time. */
        TAKEN_DOWN
    }

    /** Whom an output concerns. */
    public record Concerned(LikenessId likeness, PersonId requester) {}

    public Optional<Concerned> concerned(String outputId) {
        return jdbc.sql("select likeness_id, requester_id from sealed_output where output_id = ?")
                .param(outputId)
                .query((row, number) -> new Concerned(
                        new LikenessId(row.getObject("likeness_id", UUID.class)),
                        new PersonId(row.getObject("requester_id", UUID.class))))
                .optional();
    }

    /** Until the transaction ends nobody else can change how it stands. Who locks several takes them by id. */
    public void lock(String outputId) {
        jdbc.sql("select 1 from sealed_output where output_id = ? for update")
                .param(outputId)
                .query(Integer.class)
                .list();
    }

    /** Everything that shows this likeness, by id. */
    public List<String> of(LikenessId likeness) {
        return jdbc.sql("select output_id from sealed_output where likeness_id = ? order by output_id")
                .param(likeness.value())
                .query(String.class)
                .list();
    }

    /** An output that was withdrawn meanwhile stays so. Repeating it changes nothing. */
    public void stand(String outputId, Standing standing, Instant at) {
        var asked = jdbc.sql(standing == Standing.SHOWN ? """
                update sealed_output set
                  state = case when withdrawn_at is null then 'IN_FORCE' else 'WITHDRAWN' end, taken_down_at = null
                where output_id = :id and state = 'TAKEN_DOWN'""" : """
                update sealed_output set
                  state = 'TAKEN_DOWN',
                  taken_down_at = case when :good then coalesce(taken_down_at, :at) end
                where output_id = :id and (state <> 'TAKEN_DOWN' or (taken_down_at is not null) <> :good)""").param("id", outputId);
        if (standing != Standing.SHOWN) {
            asked.param("good", standing == Standing.TAKEN_DOWN).param("at", at.atOffset(ZoneOffset.UTC));
        }
        if (asked.update() > 0) {
            events.publishEvent(new OutputStanding(outputId, standing));
        }
    }
}
