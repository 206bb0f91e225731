package studio.selfsame.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.selfsame.retention.RetentionClock;
import studio.selfsame.retention.RetentionSweeper.Swept;

class RetentionCommandTest {
    private static final Instant UP_TO = Instant.parse("2026-10-24T03:00:00Z");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Retention command = new Retention(new PrintStream(said, true, StandardCharsets.UTF_8));

    @Test
    void dryRun_told_saysWhatWouldGo() {
        assertThat(Retention.dry(List.of("--dry-run"))).isTrue();
        assertThat(command.tell(List.of(new Swept(RetentionClock.RUN_LOGS, UP_TO, 3, true)), true))
                .isEqualTo(Retention.DONE);
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        run-logs                   up to 2026-10-24T03:00:00Z: 3 would go
                        Nothing was erased.
                        """);
    }

    @Test
    void sweep_notWhole_saysSoWithOne() {
        assertThat(Retention.dry(List.of())).isFalse();
        assertThat(command.tell(List.of(new Swept(RetentionClock.LEFTOVERS, UP_TO, 0, false)), false))
                .isEqualTo(Retention.NOT_WHOLLY);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("0 erased, not all: see the log");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dry", "now", "--dry-run --dry-run"})
    void arguments_ofNoForm_eraseNothing(String line) throws Exception {
        assertThat(command.run(List.of(line.split(" ")))).isEqualTo(Retention.FAILED);
    }
}
