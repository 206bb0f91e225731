package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, 0x0123456789abcdefL})
    void hex_ofAnyId_isReadBack(long id) {
        assertThat(Payload.ofHex(new Payload(id).toHex())).isEqualTo(new Payload(id));
    }

    @Test
    void toHex_ofSmallId_hasSixteenDigits() {
        assertThat(new Payload(10).toHex()).isEqualTo("000000000000000a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "0123456789ABCDEF", "0123456789abcdef0", "0123456789abcdeg", "-123456789abcdef"})
    void ofHex_ofAnythingElse_isRefused(String hex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Payload.ofHex(hex))
                .withMessageContaining("16 lower-case hexadecimal digits");
    }
}
