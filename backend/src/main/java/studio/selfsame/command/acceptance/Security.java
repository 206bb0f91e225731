package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** S1 to S3: what is done to a mark by somebody who knows how it works but has no key. */
final class Security {
    private static final double MOST_AFTER_REMOVAL_DB = 38;
    private static final int MOST_CLIPS = 3;

    private final Plan plan;
    private final List<Measure> measures;
    private final Map<String, Object> details;

    Security(Plan plan, List<Measure> measures, Map<String, Object> details) {
        this.plan = plan;
        this.measures = measures;
        this.details = details;
    }

    /** @param marked the clips with their marks, in their order */
    void pictures(List<Clip> clips, List<Marked> marked) throws IOException {
        int some = Math.min(marked.size(), plan.quick() ? 1 : MOST_CLIPS);
        if (some == 0) {
            return;
        }
        if (plan.wants("S1")) {
            double best = 0;
            for (Marked one : marked.subList(0, some)) {
                best = Math.max(best, new Averaging(details).attack(one, plan.quick()));
            }
            measures.add(Measure.ceiling(
                    "S1: best picture left without its mark by averaging", best, "dB", MOST_AFTER_REMOVAL_DB));
        }
        if (plan.wants("S2")) {
            List<Copying.Forgery> forgeries = new ArrayList<>();
            for (int i = 0; i < some; i++) {
                Clip onto = clips.get((i + 1) % clips.size());
                if (i + 1 < clips.size() && onto.widthPx() == clips.get(i).widthPx()) {
                    forgeries.add(Copying.picture(clips.get(i), marked.get(i), onto));
                }
            }
            tell("picture", forgeries);
        }
        if (plan.wants("S3")) {
            int remarked = 0;
            for (Marked one : marked.subList(0, some)) {
                remarked += Remarking.refused(one) ? 0 : 1;
            }
            measures.add(Measure.ceiling("S3: marked clips that were marked again", remarked, "", 0));
        }
    }

    /** @param marked the tracks with their marks, in their order */
    void sounds(List<Track> tracks, List<Marked> marked) throws IOException {
        if (plan.wants("S2") && tracks.size() > 1) {
            tell("sound", List.of(Copying.sound(tracks.get(0), marked.get(0), tracks.get(1))));
        }
    }

    private void tell(String what, List<Copying.Forgery> forgeries) {
        long taken = forgeries.stream().filter(forgery -> !forgery.unmasked()).count();
        long bearing = forgeries.stream().filter(Copying.Forgery::id).count();
        measures.add(
                Measure.ceiling("S2: copied marks, " + what + ", whose content is not told from it", taken, "", 0));
        details.put("S2: " + what + ", copied marks whose id is read", bearing + "/" + forgeries.size());
    }
}
