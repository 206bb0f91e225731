package studio.selfsame.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Now, in microseconds as the database keeps them: what was signed must read back the same. */
@Component
class ConsentClock {
    private final Clock clock;

    ConsentClock(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
