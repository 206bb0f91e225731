package studio.selfsame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StudioTest
class StudioTestTest {
    @Autowired
    JdbcClient jdbc;

    @Test
    void studioTest_started_hasDurablePostgres18OnLoopbackOnly() {
        assertThat(jdbc.sql("show server_version_num").query(Integer.class).single())
                .isBetween(180_000, 189_999);
        assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
        assertThat(jdbc.sql("show listen_addresses").query(String.class).single())
                .isEqualTo("127.0.0.1");
        assertThat(jdbc.sql("show unix_socket_directories").query(String.class).single())
                .isEmpty();
    }

    @Test
    void studioTest_started_asksForPasswordsByScram() {
        assertThat(jdbc.sql("select distinct auth_method from pg_hba_file_rules")
                        .query(String.class)
                        .list())
                .containsExactly("scram-sha-256");
    }
}
