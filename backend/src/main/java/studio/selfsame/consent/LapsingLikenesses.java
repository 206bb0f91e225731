package studio.selfsame.consent;

import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;

/** Likenesses that end because nobody agreed to them, or nobody uses them: in the same way as by withdrawal. */
@Configuration(proxyBeanMethods = false)
class LapsingLikenesses {
    @Bean
    Retained ungrantedLikenesses(IdleLikenesses idle, Withdrawals withdrawals) {
        return new Lapsing(
                RetentionClock.UNGRANTED_LIKENESSES,
                ConsentWithdrawn.Cause.UNGRANTED,
                IdleLikenesses.Kind.UNGRANTED,
                idle,
                withdrawals);
    }

    @Bean
    Retained unusedLikenesses(IdleLikenesses idle, Withdrawals withdrawals) {
        return new Lapsing(
                RetentionClock.UNUSED_LIKENESSES,
                ConsentWithdrawn.Cause.UNUSED,
                IdleLikenesses.Kind.UNUSED,
                idle,
                withdrawals);
    }

    private record Lapsing(
            RetentionClock clock,
            ConsentWithdrawn.Cause cause,
            IdleLikenesses.Kind kind,
            IdleLikenesses idle,
            Withdrawals withdrawals)
            implements Retained {
        @Override
        public int due(Instant upTo) {
            return idle.count(kind, upTo);
        }

        /** One at a time, so that a sweep never holds what many people work with. */
        @Override
        public int sweep(Instant upTo) {
            return (int) idle.some(kind, upTo, 1).stream()
                    .filter(id -> withdrawals.lapse(id, cause, still -> idle.is(kind, upTo, still)))
                    .count();
        }
    }
}
