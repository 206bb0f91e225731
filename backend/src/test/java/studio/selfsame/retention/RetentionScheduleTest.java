package studio.selfsame.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import studio.selfsame.problem.ProblemException;

class RetentionScheduleTest {
    @ParameterizedTest
    @EnumSource
    void clock_unconfigured_hasAPeriodThatIsAllowed(RetentionClock clock) {
        assertThat(clock.allows(RetentionSchedule.usual().period(clock))).isTrue();
        assertThat(RetentionSchedule.of(binder(Map.of())).period(clock))
                .isEqualTo(RetentionSchedule.usual().period(clock));
    }

    @ParameterizedTest
    @CsvSource({
        "selfsame.retention.records, 1y, RECORDS, P1Y",
        "selfsame.retention.records, 365d, RECORDS, P365D",
        "selfsame.retention.records, 12m, RECORDS, P12M",
        "selfsame.retention.withdrawn-outputs, 0d, WITHDRAWN_OUTPUTS, P0D",
        "selfsame.retention.unused-likenesses, 1095d, UNUSED_LIKENESSES, P1095D",
        "selfsame.retention.workevents, 1d, WORK_EVENTS, P1D"
    })
    void clock_configuredWithinItsBounds_isObeyed(String key, String value, RetentionClock clock, Period period) {
        assertThat(RetentionSchedule.of(binder(Map.of(key, value))).period(clock))
                .isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({
        "records, 364d, 1y to 10y",
        "records, 11m, 1y to 10y",
        "records, 3653d, 1y to 10y",
        "unused-likenesses, 1096d, 30d to 3y",
        "ungranted-likenesses, 31d, 1d to 30d",
        "withdrawn-outputs, 29d, 0d to 28d",
        "leftovers, 0d, 1d to 28d",
        "run-logs, -1d, 1d to 1y",
        "run-logs, PT720H, 1d to 1y",
        "run-logs, for ever, 1d to 1y",
        "run-logs, 99999999d, 1d to 1y"
    })
    void clock_beyondItsBounds_stopsTheStartByItsKey(String code, String value, String allowed) {
        assertThatThrownBy(() -> RetentionSchedule.of(binder(Map.of("selfsame.retention." + code, value))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(
                        "`selfsame.retention." + code + "` is `" + value + "`; allowed is " + allowed + ".");
    }

    @Test
    void faults_many_areToldAtOnce() {
        var given = Map.of(
                "selfsame.retention.records", "1d",
                "selfsame.retention.leftovers", "1y",
                "selfsame.retention.audit", "1y");

        assertThatThrownBy(() -> RetentionSchedule.of(binder(given)))
                .hasMessageContaining("`selfsame.retention.audit` is no clock; there are superseded-verifications, ")
                .hasMessageContaining("`selfsame.retention.records`")
                .hasMessageContaining("`selfsame.retention.leftovers`");
    }

    @ParameterizedTest
    @CsvSource({
        // an hour is an hour, a day has 24 of them, wherever the studio stands
        "RUN_LOGS, 2026-03-31T01:30:00Z, 2026-03-01T01:30:00Z",
        "UNUSED_LIKENESSES, 2027-02-28T12:00:00Z, 2024-02-28T12:00:00Z",
        // what began on a leap day ends on the first of March
        "UNUSED_LIKENESSES, 2027-03-01T12:00:00Z, 2024-03-01T12:00:00Z",
        "RECORDS, 2034-02-28T00:00:00Z, 2024-02-28T00:00:00Z"
    })
    void upTo_givenNow_isAsLongAgoAsTheClockSays(RetentionClock clock, Instant now, Instant upTo) {
        assertThat(RetentionSchedule.usual().upTo(clock, now)).isEqualTo(upTo);
    }

    @Test
    void ends_givenTheStart_isWhenTheClockHasRunOut() {
        var start = Instant.parse("2026-11-23T10:00:00Z");
        assertThat(RetentionSchedule.usual().ends(RetentionClock.WITHDRAWN_OUTPUTS, start))
                .isEqualTo("2026-12-21T10:00:00Z");
    }

    private static Binder binder(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties));
    }
}
