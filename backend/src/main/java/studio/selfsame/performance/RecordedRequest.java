package studio.selfsame.performance;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part {@code performance} of an upload, which comes before its files.
 *
 * @param releaseUseId refused: a talent release binds the words of a script, not recordings
 * @param kind {@code sound}, {@code take} or {@code relip}
 * @param language of what is said, a BCP 47 tag
 * @param voice whose voice the part {@code sound} is: {@code own} or {@code other}
 * @param script the new words of a {@code relip}, instead of a part {@code sound}
 * @param rest of a {@code relip} whose video lasts longer than the words: {@code play-on} unless given, or {@code cut}
 */
record RecordedRequest(
        @Nullable UUID likenessId,
        @Nullable UUID releaseUseId,

        @Schema(allowableValues = {"sound", "take", "relip"}) @Nullable String kind,

        @Nullable String language,

        @Schema(allowableValues = {"own", "other"}) @Nullable String voice,

        @Nullable String script,

        @Schema(allowableValues = {"play-on", "cut"}) @Nullable String rest) {
    static final String SOUND = "sound";
    static final String TAKE = "take";
    static final String VIDEO = "video";

    @Override
    public String toString() {
        return "RecordedRequest[" + kind + "]";
    }
}
