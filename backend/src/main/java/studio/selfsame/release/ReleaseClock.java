package studio.selfsame.release;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Now, in microseconds as the database keeps them. */
@Component
class ReleaseClock {
    private final Clock clock;

    ReleaseClock(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
