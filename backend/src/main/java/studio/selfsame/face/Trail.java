package studio.selfsame.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.selfsame.media.VideoFrame;

/** One face being followed through a shot. */
final class Trail {
    private static final long SAMPLE_EVERY_US = 1_000_000;
    private static final double FRONTAL_DEG = 20;
    private static final int RECENT_FRAMES = 50;
    private static final int USUAL_OVER_FRAMES = 25;

    /** Share of the new region: the crop moves calmly, the points themselves are not smoothed here and do not lag. */
    private static final double FOLLOW = 0.7;

    private final HeadPoseFit heads;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<FaceEmbedding> samples = new ArrayList<>();
    private Closeup closeup;
    private Region region;
    private boolean onlyFirstSample;
    private long sampledAtUs;
    private int sampledSightings;
    private @Nullable FaceEmbedding stranger;

    Trail(HeadPoseFit heads, VideoFrame frame, Sighting first, FaceEmbedding embedding) {
        this.heads = heads;
        region = Region.of(first.landmarks()).withMargin();
        closeup = Closeup.of(frame, first.landmarks());
        sightings.add(first);
        samples.add(embedding);
        sampledSightings = 1;
        onlyFirstSample = !isGoodSample(frame, first);
        sampledAtUs = first.presentationTimeUs();
    }

    /** With margin. */
    Region region() {
        return region;
    }

    /** Goes on without a look at who it is. */
    void add(VideoFrame frame, Sighting seen) {
        Region now = Region.of(seen.landmarks()).withMargin();
        double overlap = now.overlap(region);
        boolean isJump = overlap < 0.8;
        region = isJump
                ? now
                : new Region(
                        mix(region.centreX(), now.centreX()),
                        mix(region.centreY(), now.centreY()),
                        mix(region.side(), now.side()),
                        mix(region.angleRad(), now.angleRad()));
        boolean isNext = seen.frameIndex() == last().frameIndex() + 1;
        if (overlap < Claim.STEADY || !isNext) {
            sampledAtUs = Long.MIN_VALUE; // it leapt or came back: who is it?
        }
        Closeup before = closeup;
        closeup = Closeup.of(frame, seen.landmarks());
        sightings.add(
                isNext
                        ? seen.after(PixelMotion.between(before, last().landmarks(), closeup, seen.landmarks())
                                .orElse(null))
                        : seen);
    }

    /**
     * Takes a sample of the face last added if one is due and can be had.
     *
     * @return the sample where it is another person's, and the one before was, too: then nothing is left here of what was
     *     seen since the last that was this person's
     */
    Optional<FaceEmbedding> sample(VideoFrame frame, FaceEmbedder embedder) {
        Sighting seen = last();
        boolean due = onlyFirstSample || seen.presentationTimeUs() - SAMPLE_EVERY_US >= sampledAtUs;
        if (!due || !isGoodSample(frame, seen)) {
            return Optional.empty();
        }
        FaceEmbedding sample = embedder.embed(frame, seen.landmarks());
        if (!onlyFirstSample && likeness(sample) < Likeness.ANOTHER) {
            boolean isSure = stranger != null && Likeness.of(stranger, sample) >= Likeness.ANOTHER;
            stranger = isSure ? null : sample;
            if (isSure) {
                sightings.subList(sampledSightings, sightings.size()).clear();
            }
            return isSure ? Optional.of(sample) : Optional.empty();
        }
        stranger = null;
        if (onlyFirstSample) {
            samples.clear();
            onlyFirstSample = false;
        }
        samples.add(sample);
        sampledAtUs = seen.presentationTimeUs();
        sampledSightings = sightings.size();
        return Optional.empty();
    }

    /** How like this face's samples a face is, −1..1. */
    double likeness(FaceEmbedding embedding) {
        return samples.stream()
                .mapToDouble(sample -> Likeness.of(sample, embedding))
                .max()
                .orElse(-1);
    }

    private static double mix(double old, double now) {
        return old + FOLLOW * (now - old);
    }

    private boolean isGoodSample(VideoFrame frame, Sighting seen) {
        double usual = sightings.subList(Math.max(0, sightings.size() - USUAL_OVER_FRAMES), sightings.size()).stream()
                .mapToDouble(Sighting::sharpness)
                .average()
                .orElse(0);
        HeadPose pose = heads.fit(seen.landmarks()).pose();
        FaceObservation.Box box = FaceGeometry.box(seen.landmarks());
        return box.x() >= 0
                && box.y() >= 0
                && box.x() + box.widthPx() <= frame.widthPx()
                && box.y() + box.heightPx() <= frame.heightPx()
                && Math.abs(pose.yawDeg()) < FRONTAL_DEG
                && Math.abs(pose.pitchDeg()) < FRONTAL_DEG
                && seen.sharpness() >= 0.8 * usual;
    }

    boolean wasSeenIn(int frameIndex) {
        return last().frameIndex() == frameIndex;
    }

    /** Whether it was lost so lately that it is looked for in every frame, and known again by its place. */
    boolean isRecent(int frameIndex) {
        return frameIndex - last().frameIndex() <= RECENT_FRAMES;
    }

    private Sighting last() {
        return sightings.getLast();
    }

    List<Sighting> sightings() {
        return sightings;
    }

    List<FaceEmbedding> samples() {
        return List.copyOf(samples);
    }
}
