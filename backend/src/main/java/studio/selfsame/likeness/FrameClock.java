package studio.selfsame.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.FrameRate;

/**
 * Which frame is on show when, at an even rate, whatever the frames' own times: the one that is seen in the middle of a step.
 *
 * @param unevenTimesUs of all frames, ascending; empty where they lie on the grid of the rate already
 */
record FrameClock(FrameRate rate, long[] unevenTimesUs) {
    /** Index of the frame that is on show at step {@code i}. */
    int frameAt(int step) {
        return unevenTimesUs.length == 0 ? step : onShow(unevenTimesUs, 0, step);
    }

    /**
     * The faces as they are seen step by step: each once where they lie on the grid, else some twice and hardly any left out.
     * Where frames without a face lie between, counting begins anew.
     *
     * @param faces in frame order
     */
    List<StabilisedFace> inStep(List<StabilisedFace> faces) {
        List<StabilisedFace> shown = new ArrayList<>(faces.size());
        int end;
        for (int first = 0; first < faces.size(); first = end) {
            end = first + 1;
            while (end < faces.size()
                    && faces.get(end).frameIndex() == faces.get(end - 1).frameIndex() + 1) {
                end++;
            }
            add(faces.subList(first, end), shown);
        }
        return shown;
    }

    private void add(List<StabilisedFace> unbroken, List<StabilisedFace> shown) {
        long[] times =
                unbroken.stream().mapToLong(StabilisedFace::presentationTimeUs).toArray();
        long lengthUs = times[times.length - 1] - times[0];
        long steps = Math.round(lengthUs * rate.perSecond() / 1e6) + 1;
        for (int step = 0; step < steps; step++) {
            shown.add(unbroken.get(onShow(times, times[0], step)));
        }
    }

    private int onShow(long[] times, long fromUs, int step) {
        long middle = fromUs + (rate.timeUs(step) + rate.timeUs(step + 1)) / 2;
        int found = Arrays.binarySearch(times, middle);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }
}
