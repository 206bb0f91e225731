package studio.selfsame.sealing;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.selfsame.likeness.ModelProvenance;

/**
 * How the model that drew an output was made, for its record: nothing in it leads to what it was made from.
 *
 * @param technique e.g. {@code retrieval+residual}
 * @param version of the program that trained it
 * @param settings of the training by name
 * @param steps that were trained; null of models from before this was written down
 */
record OutputModel(
        String technique,
        String version,
        Map<String, String> settings,
        @Nullable Integer steps,
        Instant trainedAt) {
    static OutputModel of(ModelProvenance provenance) {
        ModelProvenance.Training training = provenance.training();
        return new OutputModel(
                provenance.technique(),
                provenance.codeVersion(),
                provenance.settings(),
                training == null ? null : training.steps(),
                provenance.trainedAt());
    }
}
