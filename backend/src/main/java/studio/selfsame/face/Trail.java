package studio.selfsame.face;

import java.util.ArrayList;
import java.util.List;
import studio.selfsame.media.VideoFrame;

/** One face being followed through a shot. */
final class Trail {
    private static final long SAMPLE_EVERY_US = 1_000_000;
    private static final double FRONTAL_DEG = 20;
    private static final int FORGET_AFTER_FRAMES = 50;

    /** Share of the new region: the crop moves calmly, the points themselves are not smoothed and do not lag. */
    private static final double FOLLOW = 0.7;

    private final List<FaceObservation> observations = new ArrayList<>();
    private final List<FaceEmbedding> samples = new ArrayList<>();
    private Region region;
    private boolean onlyFirstSample;
    private long sampledAtUs;

    Trail(VideoFrame frame, FaceObservation first, FaceEmbedder embedder) {
        region = Region.of(first.landmarks()).withMargin();
        observations.add(first);
        samples.add(embedder.embed(frame, first.landmarks()));
        onlyFirstSample = !isGoodSample(first);
        sampledAtUs = first.presentationTimeUs();
    }

    /** With margin. */
    Region region() {
        return region;
    }

    void add(VideoFrame frame, FaceObservation seen, FaceEmbedder embedder) {
        Region now = Region.of(seen.landmarks()).withMargin();
        boolean isJump = now.overlap(region) < 0.8;
        region = isJump
                ? now
                : new Region(
                        mix(region.centreX(), now.centreX()),
                        mix(region.centreY(), now.centreY()),
                        mix(region.side(), now.side()),
                        mix(region.angleRad(), now.angleRad()));
        observations.add(seen);
        boolean due = onlyFirstSample || seen.presentationTimeUs() - sampledAtUs >= SAMPLE_EVERY_US;
        if (due && isGoodSample(seen)) {
            if (onlyFirstSample) {
                samples.clear();
                onlyFirstSample = false;
            }
            samples.add(embedder.embed(frame, seen.landmarks()));
            sampledAtUs = seen.presentationTimeUs();
        }
    }

    private static double mix(double old, double now) {
        return old + FOLLOW * (now - old);
    }

    private boolean isGoodSample(FaceObservation seen) {
        double usual = observations.stream()
                .skip(Math.max(0, observations.size() - 25))
                .mapToDouble(FaceObservation::sharpness)
                .average()
                .orElse(0);
        return Math.abs(seen.pose().yawDeg()) < FRONTAL_DEG
                && Math.abs(seen.pose().pitchDeg()) < FRONTAL_DEG
                && seen.sharpness() >= 0.8 * usual;
    }

    boolean wasSeenIn(int frameIndex) {
        return last().frameIndex() == frameIndex;
    }

    boolean isForgotten(int frameIndex) {
        return frameIndex - last().frameIndex() > FORGET_AFTER_FRAMES;
    }

    private FaceObservation last() {
        return observations.getLast();
    }

    FaceTrack track(FaceTrack.Shot shot) {
        return new FaceTrack(shot, List.copyOf(observations), List.copyOf(samples));
    }
}
