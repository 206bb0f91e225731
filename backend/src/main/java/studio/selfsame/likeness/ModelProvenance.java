package studio.selfsame.likeness;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import studio.selfsame.consent.LikenessId;

/**
 * What a likeness model was made from and how.
 *
 * @param technique e.g. {@code retrieval+residual}
 * @param settings hyper-parameters by name
 * @param metrics held-out figures by name, e.g. {@code heldOutPsnrDb}, {@code retrievalPsnrDb}
 */
public record ModelProvenance(
        LikenessId likeness,
        UUID enrolment,
        String footageSha256,
        UUID authorization,
        String codeVersion,
        String technique,
        Map<String, String> settings,
        Map<String, Double> metrics,
        Instant trainedAt) {}
