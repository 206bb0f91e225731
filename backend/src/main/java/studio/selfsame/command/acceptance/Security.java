package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** S1 to S3: what is done to a mark by somebody who knows how it works but has no key. */
final class Security {
    private static final double MOST_AFTER_REMOVAL_DB = 38;

    private final Plan plan;
    private final List<Measure> measures;
    private final Map<String, Object> details;

    Security(Plan plan, List<Measure> measures, Map<String, Object> details) {
        this.plan = plan;
        this.measures = measures;
        this.details = details;
    }

    /** @param clips the originals of the marked ones, in their order */
    void attack(List<Clip> clips, List<Marked> marked, Path folder) throws IOException {
        if (marked.isEmpty()) {
            return;
        }
        if (plan.wants("S1")) {
            double best = 0;
            for (Marked one : marked.subList(0, Math.min(marked.size(), plan.quick() ? 1 : 3))) {
                best = Math.max(best, new Averaging(details).attack(one, plan.quick()));
            }
            measures.add(Measure.ceiling(
                    "S1: best picture left without its mark by averaging", best, "dB", MOST_AFTER_REMOVAL_DB));
        }
    }
}
