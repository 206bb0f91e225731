package studio.selfsame.rendering;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.performance.PerformanceId;

/** It is known what a render of a performance would show; nothing was drawn. */
public record PreflightDone(
        UUID preflight,
        LikenessId likeness,
        PerformanceId performance,
        int frames,
        int drawnFrames,
        Map<String, Integer> untouched)
        implements AuditRecord {
    public PreflightDone {
        untouched = Map.copyOf(untouched);
    }

    static PreflightDone of(PreflightJob job, PreflightReport report) {
        return new PreflightDone(
                job.id(),
                job.likeness(),
                job.performance(),
                report.frames(),
                report.drawnFrames(),
                RenderPlanned.untouched(report));
    }

    @Override
    public String subject() {
        return preflight.toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "likeness", likeness.value().toString(),
                "performance", performance.value().toString(),
                "frames", Integer.toString(frames),
                "drawnFrames", Integer.toString(drawnFrames),
                "untouched", new TreeMap<>(untouched).toString());
    }
}
