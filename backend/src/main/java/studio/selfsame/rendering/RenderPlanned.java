package studio.selfsame.rendering;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;

/**
 * It is decided what every frame of a render will show.
 *
 * @param untouched how many frames will show the plate as it is, by why
 */
public record RenderPlanned(
        RenderId render, LikenessId likeness, int frames, int drawnFrames, Map<String, Integer> untouched)
        implements AuditRecord {
    public RenderPlanned {
        untouched = Map.copyOf(untouched);
    }

    static RenderPlanned of(RenderJob job, PlannedMotion planned) {
        PreflightReport report = planned.report();
        return new RenderPlanned(job.id(), job.likeness(), report.frames(), report.drawnFrames(), untouched(report));
    }

    static Map<String, Integer> untouched(PreflightReport report) {
        return report.untouched().stream()
                .collect(Collectors.groupingBy(
                        PreflightReport.Passage::outcome, Collectors.summingInt(PreflightReport.Passage::frames)));
    }

    @Override
    public String subject() {
        return render.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "likeness", likeness.value().toString(),
                "frames", Integer.toString(frames),
                "drawnFrames", Integer.toString(drawnFrames),
                "untouched", new TreeMap<>(untouched).toString());
    }
}
