package studio.selfsame.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeySettingsTest {
    @ParameterizedTest
    @CsvSource({
        "localhost, http://localhost:8080",
        "localhost, https://localhost",
        "studio.example, https://studio.example",
        "studio.example, https://app.studio.example:8443",
        "xn--bcher-kva.example, https://xn--bcher-kva.example"
    })
    void settings_thatBrowsersAccept_areTaken(String relyingParty, String origin) {
        assertThat(new PasskeySettings(relyingParty, Set.of(origin)).anOrigin()).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "[::1]",
                "::1",
                "",
                "Studio.Example",
                "https://studio.example",
                "studio.example:443",
                "studio.example.",
                "-a.example",
                "bücher.example",
                "studio.1"
            })
    void relyingParty_thatIsNoDomain_isRefusedByTheKeysName(String relyingParty) {
        assertThatThrownBy(() -> new PasskeySettings(relyingParty, Set.of("https://studio.example")))
                .hasMessageContaining("selfsame.identity.passkeys.relying-party");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://studio.example",
                "https://studio.example/",
                "https://studio.example/page",
                "studio.example",
                "https://evil-studio.example",
                "https://studio.example.evil.example",
                "https://me@studio.example",
                "https://127.0.0.1",
                "ftp://studio.example",
                "https://studio.example:",
                "https://STUDIO.example",
                "https://",
                "no address at all",
                "null"
            })
    void origin_thatIsNoneOfTheRelyingParty_isRefusedByTheKeysName(String origin) {
        assertThatThrownBy(() -> new PasskeySettings("studio.example", Set.of(origin)))
                .hasMessageContaining("selfsame.identity.passkeys.origins");
    }
}
