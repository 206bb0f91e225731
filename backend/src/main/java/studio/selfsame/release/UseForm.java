package studio.selfsame.release;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a producer asks for.
 *
 * @param script what the likeness is to say, word for word
 * @param language BCP 47, what the script is written in
 * @param languages that will be spoken; the script's alone when missing
 * @param topics brands, products, topics that it is about
 * @param content kinds of content that it contains; an empty list: none of them
 * @param longestSeconds the longest that a result may be
 */
@Schema(name = "ReleaseUseRequest")
record UseForm(
        @Nullable String script,
        @Nullable String language,
        @Nullable String purpose,
        @Nullable String medium,
        @Nullable List<@Nullable String> territories,
        @Nullable List<@Nullable String> languages,
        @Nullable List<@Nullable String> topics,
        @Nullable List<@Nullable String> content,
        @Nullable Long longestSeconds) {
    /** Nobody's script stands in a log. */
    @Override
    public String toString() {
        return "UseForm[" + purpose + "]";
    }
}
