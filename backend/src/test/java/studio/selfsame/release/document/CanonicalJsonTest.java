package studio.selfsame.release.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    /** RFC 8785, section 3.2.2: the string of its example. */
    @Test
    void text_ofTheRfc_isEscapedAsThere() {
        var text = "\u20ac$\u000f\nA'B\"\\\\\"/";

        assertThat(CanonicalJson.of(Map.of("string", text)))
                .isEqualTo("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** RFC 8785, section 3.2.3: the sorting example. */
    @Test
    void members_ofTheRfc_areSortedByUtf16() {
        var object = Map.of(
                "\u20ac", "Euro Sign",
                "\r", "Carriage Return",
                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.of(object))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void values_ofEveryKind_haveOneForm() {
        assertThat(CanonicalJson.of(Map.of("a", List.of(true, false, 0, -7, 9007199254740991L, Map.of(), List.of()))))
                .isEqualTo("{\"a\":[true,false,0,-7,9007199254740991,{},[]]}");
    }

    @Test
    void values_withoutAForm_areRefused() {
        for (var value : List.of(0.5, 9007199254740992L, "\ud83d", 'c')) {
            assertThatThrownBy(() -> CanonicalJson.of(Map.of("a", value)))
                    .as(value.toString())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
