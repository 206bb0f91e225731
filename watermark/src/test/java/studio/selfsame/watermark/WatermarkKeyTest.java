package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatermarkKeyTest {
    private static final byte[] SECRET = "a secret of exactly 32 characters".getBytes(StandardCharsets.UTF_8);

    @Test
    void toString_ofKey_showsTheKeyIdAlone() {
        assertThat(WatermarkKey.of("studio-1", SECRET)).hasToString("WatermarkKey[studio-1]");
    }

    @Test
    void of_shortSecret_isRefusedWithoutShowingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatermarkKey.of("k", "only a few bytes".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("16 bytes")
                .withMessageNotContaining("only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "ü"})
    void of_keyIdWithOtherCharacters_isRefused(String keyId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatermarkKey.of(keyId, SECRET))
                .withMessageContaining("key id");
    }

    @Test
    void of_secretChangedAfterwards_keepsItsOwnCopy() {
        byte[] secret = SECRET.clone();
        WatermarkKey key = WatermarkKey.of("k", secret);
        secret[0]++;
        assertThat(key).isEqualTo(WatermarkKey.of("k", SECRET));
    }

    @Test
    void equals_otherSecretOrId_isDifferentAndTheHashTellsOnlyTheId() {
        byte[] other = SECRET.clone();
        other[5]++;
        WatermarkKey key = WatermarkKey.of("k", SECRET);
        assertThat(key).isNotEqualTo(WatermarkKey.of("k", other)).isNotEqualTo(WatermarkKey.of("l", SECRET));
        assertThat(key).hasSameHashCodeAs(WatermarkKey.of("k", other));
    }

    @Test
    void generate_twice_givesDifferentSecrets() {
        assertThat(WatermarkKey.generate("k")).isNotEqualTo(WatermarkKey.generate("k"));
    }

    @Test
    void derive_otherPurposeOrKeyId_givesAnotherKey() {
        byte[] derived = WatermarkKey.of("k", SECRET).derive("a");
        assertThat(derived)
                .hasSize(32)
                .isEqualTo(WatermarkKey.of("k", SECRET).derive("a"))
                .isNotEqualTo(WatermarkKey.of("k", SECRET).derive("b"))
                .isNotEqualTo(WatermarkKey.of("l", SECRET).derive("a"));
    }
}
