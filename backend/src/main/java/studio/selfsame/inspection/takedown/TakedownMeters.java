package studio.selfsame.inspection.takedown;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Instant;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** Undecided claims by how much time they have, counted when somebody asks. */
@Component
class TakedownMeters implements MeterBinder {
    private final CaseRows cases;
    private final Clock clock;

    TakedownMeters(CaseRows cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "in-time", now -> cases.undecided(now.plus(TakedownCase.WARNING), now.plus(TakedownCase.TIME)));
        gauge(registry, "due-soon", now -> cases.undecided(now, now.plus(TakedownCase.WARNING)));
        gauge(registry, "overdue", now -> cases.undecided(Instant.EPOCH, now));
    }

    private void gauge(MeterRegistry registry, String due, ToLongFunction<Instant> count) {
        Gauge.builder("selfsame.takedowns.undecided", () -> count.applyAsLong(clock.instant()))
                .description("claims that something must go, on which nobody has decided")
                .tag("due", due)
                .register(registry);
    }
}
