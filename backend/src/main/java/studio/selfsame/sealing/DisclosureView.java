package studio.selfsame.sealing;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an output was disclosed and what it rests on, for whoever had it made and whom it shows.
 *
 * @param label words of the visible label
 * @param language spoken in it, BCP 47
 * @param auditIndex place of the output's entry in the audit log; null when what the entry said was erased
 * @param releaseId that it was made under; null: by the person shown
 * @param training permission under which the model was trained
 * @param model how it was made; null where it is not this studio's
 */
@Schema(name = "OutputDisclosure")
record DisclosureView(
        String outputId,
        String label,
        String language,
        String manifestId,
        Mark mark,
        @Nullable Long auditIndex,
        Decision decision,
        @Nullable UUID releaseId,

        @ArraySchema(schema = @Schema(allowableValues = {"synthetic-performer", "aigc"}))
        List<String> notices,

        @Nullable UUID training,
        @Nullable OutputModel model) {
    /**
     * The invisible mark.
     *
     * @param id 16 hex digits
     * @param key public name of its key; null of outputs from before it was written down
     */
    @Schema(name = "OutputMark")
    record Mark(String scheme, String id, @Nullable String key) {}

    /**
     * The permission under which it was drawn.
     *
     * @param sha256 of salt and text of the audit log's entry, 64 hex digits; null of outputs from before it was written down
     * @param auditIndex of that entry
     */
    @Schema(name = "OutputDecision")
    record Decision(
            UUID authorization,
            @Nullable String sha256,
            @Nullable Long auditIndex) {}
}
