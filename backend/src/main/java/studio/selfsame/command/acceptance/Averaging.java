package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.PictureDetector;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.WatermarkDetector;

/** S1: estimates the mark by averaging and subtracts it, stronger and stronger, until it cannot be read any more. */
final class Averaging {
    private static final List<Double> STRENGTHS = List.of(1.0, 2.0, 4.0, 8.0);

    private final Map<String, Object> details;

    Averaging(Map<String, Object> details) {
        this.details = details;
    }

    /** @return luma PSNR of the best picture that the mark could not be read from; 0 where it always could */
    double attack(Marked marked, boolean quick) throws IOException {
        Map<String, Residuals> estimates = new LinkedHashMap<>();
        estimates.put("clip average", Residuals.of(marked.file(), false));
        if (!quick) {
            estimates.put("average of each half second", Residuals.of(marked.file(), true));
            estimates.put("clip average, folded", estimates.get("clip average").folded());
        }
        double best = 0;
        for (var estimate : estimates.entrySet()) {
            for (double strength : quick ? STRENGTHS.subList(1, 2) : STRENGTHS) {
                Quality cost = new Quality();
                boolean read = readable(marked, estimate.getValue(), strength, cost);
                details.put(
                        "S1 " + marked.name() + ", " + estimate.getKey() + " × " + strength,
                        String.format(Locale.ROOT, "%s at %.1f dB", read ? "read" : "not read", cost.psnrDb()));
                if (!read) {
                    best = Math.max(best, cost.psnrDb());
                    break;
                }
            }
        }
        return best;
    }

    private static boolean readable(Marked marked, Residuals estimate, double strength, Quality cost)
            throws IOException {
        try (GrayFrames frames = new GrayFrames(marked.file())) {
            PictureDetector detector = WatermarkDetector.create(List.of(BenchKeys.right()), Search.COMMON)
                    .picture(PictureFormat.of(frames.widthPx(), frames.heightPx()));
            byte[] luma = new byte[frames.widthPx() * frames.heightPx()];
            while (frames.next(luma)) {
                byte[] before = luma.clone();
                estimate.subtract(luma, frames.timeUs(), strength);
                cost.add(before, luma, frames.widthPx());
                detector.accept(luma, frames.timeUs());
            }
            return detector.result() instanceof Detection.Found found
                    && found.payload().equals(marked.id());
        }
    }
}
