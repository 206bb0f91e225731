package studio.selfsame.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.media.FrameRate;

/**
 * A render as a value, complete and checked before a frame is drawn.
 *
 * @param frames total, at least 1
 * @param segments contiguous from 0 to {@code frames}, drawn apart and in any order
 * @param samples a few frames with the plate each is drawn into, for whoever wants to compare
 */
public record RenderPlan(
        RenderId render,
        int widthPx,
        int heightPx,
        FrameRate frameRate,
        int frames,
        List<Segment> segments,
        List<Sample> samples) {
    /** Long enough that opening the model is a small part, short enough to lose little to a crash. */
    static final double SEGMENT_SECONDS = 2;

    private static final int SAMPLES = 12;

    public RenderPlan {
        if (frames < 1 || widthPx % 2 != 0 || heightPx % 2 != 0) {
            throw new IllegalArgumentException("a render has at least one frame of even size");
        }
        int next = 0;
        for (Segment segment : segments) {
            if (segment.first() != next || segment.end() <= segment.first()) {
                throw new IllegalArgumentException("segments must be contiguous");
            }
            next = segment.end();
        }
        if (next != frames) {
            throw new IllegalArgumentException("segments must cover every frame");
        }
        segments = List.copyOf(segments);
        samples = List.copyOf(samples);
    }

    /** Frames {@code first} (inclusive) to {@code end} (exclusive). */
    public record Segment(int index, int first, int end) {}

    /** Output frame and the footage frame that is its plate. */
    public record Sample(int frame, int plateFrame) {}

    static RenderPlan cut(RenderId render, int widthPx, int heightPx, MotionPlan motion) {
        FrameRate frameRate = motion.frameRate();
        int frames = motion.length();
        int length = Math.max(1, (int) Math.round(SEGMENT_SECONDS * frameRate.perSecond()));
        List<Segment> segments = new ArrayList<>();
        for (int p = 0; p < motion.pieces().size(); p++) {
            int end = p + 1 < motion.pieces().size() ? motion.pieces().get(p + 1) : frames;
            for (int first = motion.pieces().get(p); first < end; first += length) {
                segments.add(new Segment(segments.size(), first, Math.min(end, first + length)));
            }
        }
        return new RenderPlan(render, widthPx, heightPx, frameRate, frames, segments, samples(motion));
    }

    private static List<Sample> samples(MotionPlan motion) {
        return IntStream.range(0, SAMPLES)
                .map(i -> (2 * i + 1) * motion.length() / (2 * SAMPLES))
                .distinct()
                .mapToObj(frame -> new Sample(frame, motion.frames().get(frame).plateFrame()))
                .toList();
    }
}
