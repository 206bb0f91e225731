package studio.selfsame.likeness;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.consent.LikenessId;

/**
 * What a likeness model was made from and how.
 *
 * @param look the take of their casual look that it was made from besides; null where there is none
 * @param technique e.g. {@code retrieval+residual}
 * @param settings all hyper-parameters by name
 * @param metrics held-out figures by name, e.g. {@code heldOutPsnrDb}, {@code retrievalPsnrDb}
 * @param training how it went; null of models from before this was written down
 */
public record ModelProvenance(
        LikenessId likeness,
        UUID enrolment,
        String footageSha256,
        UUID authorization,
        @Nullable Look look,
        String codeVersion,
        String technique,
        Map<String, String> settings,
        Map<String, Double> metrics,
        @Nullable Training training,
        Instant trainedAt) {
    /**
     * @param recording the take's id
     * @param sha256 of its file, 64 hex digits
     */
    public record Look(UUID recording, String sha256) {}

    /**
     * @param beganAt when the attempt that ended it began
     * @param seconds of the steps, those of earlier attempts included
     * @param steps that were trained
     * @param ended why no more were
     * @param machine that trained: system, architecture, cores, Java
     * @param device that computed: processor and engine
     */
    public record Training(Instant beganAt, double seconds, int steps, String ended, String machine, String device) {}
}
