package studio.selfsame.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.problem.ProblemException;

class EmbeddedPostgresTest {
    @TempDir
    Path home;

    @Test
    void postgres_startedAgain_keepsItsDataAndSecret() throws Exception {
        try (var first = EmbeddedPostgres.start(home, 0);
                var connection = connect(first, first.password())) {
            connection.createStatement().execute("create table kept as select 42 as answer");
            assertThatThrownBy(() -> connect(first, "wrong")).isInstanceOf(SQLException.class);
        }
        try (var second = EmbeddedPostgres.start(home, 0);
                var connection = connect(second, second.password());
                var rows = connection.createStatement().executeQuery("select answer from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys/postgres-password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void postgres_guardKilled_isStoppedBeforeTheNextStart() throws Exception {
        var first = EmbeddedPostgres.start(home, 0);
        var orphan = ProcessHandle.of(first.pid()).orElseThrow();
        var guard = orphan.parent().orElseThrow();
        guard.children().filter(child -> !child.equals(orphan)).forEach(ProcessHandle::destroyForcibly);
        guard.destroyForcibly();
        guard.onExit().get(10, TimeUnit.SECONDS);
        first.close();
        assertThat(orphan.isAlive()).isTrue();

        try (var second = EmbeddedPostgres.start(home, 0)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(second.pid()).isNotEqualTo(orphan.pid());
        }
    }

    @Test
    void postgres_parentGone_stopsByItself() throws Exception {
        var postgres = EmbeddedPostgres.start(home, 0);
        var server = ProcessHandle.of(postgres.pid()).orElseThrow();

        // what the guard sees when our JVM is killed: the end of its standard input
        postgres.process().askToStop();

        server.onExit().get(20, TimeUnit.SECONDS);
        assertThat(server.isAlive()).isFalse();
        postgres.close();
    }

    @Test
    void postgres_homeInUse_isRefusedAndTheOtherGoesOn() throws Exception {
        try (var first = EmbeddedPostgres.start(home, 0)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, 0))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> {
                        assertThat(refused.kind()).isEqualTo(ProblemException.Kind.CONFLICT);
                        assertThat(refused.problem().cause()).contains(home.toString());
                        assertThat(refused.problem().remedy()).contains("SELFSAME_HOME");
                    });
            connect(first, first.password()).close();
        }
    }

    @Test
    void postgres_portTaken_isRefusedWithTheKeyThatChangesIt() throws Exception {
        try (var holder = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, holder.getLocalPort()))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> {
                        assertThat(refused.problem().cause())
                                .contains("port " + holder.getLocalPort())
                                .contains("process " + ProcessHandle.current().pid());
                        assertThat(refused.problem().remedy()).contains("selfsame.host.postgres-port");
                    });
        }
    }

    private static Connection connect(EmbeddedPostgres postgres, String password) throws SQLException {
        return DriverManager.getConnection(postgres.url(EmbeddedPostgres.STUDIO), postgres.username(), password);
    }
}
