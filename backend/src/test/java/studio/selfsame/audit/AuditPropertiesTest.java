package studio.selfsame.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AuditPropertiesTest {
    private static final String KEY =
            new VerifierKey("witness.example/w1", VerifierKey.Kind.WITNESS, new byte[32]).toString();
    private static final String LOG_KEY =
            new VerifierKey("example.org/log", VerifierKey.Kind.LOG, new byte[32]).toString();

    @Test
    void witnesses_given_areUnderstood() {
        var properties = bind("https://witness.example/prefix", KEY);

        assertThat(properties.checkpointEvery()).hasMinutes(1);
        assertThat(properties.witnessesKnown()).singleElement().satisfies(witness -> {
            assertThat(witness.addCheckpoint()).hasToString("https://witness.example/prefix/add-checkpoint");
            assertThat(witness.key()).hasToString(KEY);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://witness.example/, KEY, selfsame.audit.witnesses[].url",
        "witness.example, KEY, selfsame.audit.witnesses[].url",
        "https://witness.example/?a=b, KEY, selfsame.audit.witnesses[].url",
        "https://me@witness.example/, KEY, selfsame.audit.witnesses[].url",
        "https://witness.example/, LOG, selfsame.audit.witnesses[].key",
        "https://witness.example/, witness+00000000+AAAA, selfsame.audit.witnesses[].key",
        "https://witness.example/, nothing, selfsame.audit.witnesses[].key"
    })
    void witness_thatIsNone_isRefusedByTheKeysName(String url, String key, String named) {
        var given = key.replace("KEY", KEY).replace("LOG", LOG_KEY);

        assertThatThrownBy(() -> bind(url, given)).hasStackTraceContaining(named);
    }

    private static AuditProperties bind(String url, String key) {
        return new Binder(new MapConfigurationPropertySource(
                        Map.of("selfsame.audit.witnesses[0].url", url, "selfsame.audit.witnesses[0].key", key)))
                .bind("selfsame.audit", AuditProperties.class)
                .get();
    }
}
