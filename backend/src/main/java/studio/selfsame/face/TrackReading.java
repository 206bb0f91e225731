package studio.selfsame.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Makes observations of what was sighted along a track: all that needs more than one frame. */
final class TrackReading {
    private static final double POSE_HALF_S = 0.2;
    private static final double USUAL_FRAMES_PER_SECOND = 25;

    /** Of the interocular distance, beyond twice the speed before and after: no head leaps so from one frame to the next. */
    private static final double LEAP = 0.15;

    private final HeadPoseFit heads;

    TrackReading(HeadPoseFit heads) {
        this.heads = heads;
    }

    /** Short gaps filled, landmarks and pose smoothed. */
    List<FaceObservation> smoothed(List<Sighting> seen) {
        List<Sighting> all = Gaps.filled(seen);
        double rate = framesPerSecond(all);
        List<Landmarks> landmarks = new ArrayList<>();
        List<FaceFigures> figures = new ArrayList<>();
        for (List<Sighting> run : runs(all)) {
            Followed followed = new Followed(run);
            List<Landmarks> calm = TrackSmoothing.smooth(followed, rate);
            landmarks.addAll(calm);
            figures.addAll(calmFigures(followed, calm, rate));
        }
        return observe(all, landmarks, figures, rate);
    }

    /** As the nets saw it. */
    List<FaceObservation> raw(List<Sighting> seen) {
        List<Landmarks> landmarks = seen.stream().map(Sighting::landmarks).toList();
        return observe(seen, landmarks, figures(landmarks), framesPerSecond(seen));
    }

    /** Reads off the landmarks what observations of old did not say; those with fewer points than a mesh stay as they are. */
    List<FaceObservation> completed(List<FaceObservation> old) {
        if (old.isEmpty() || old.stream().anyMatch(o -> o.landmarks().size() < FaceMesh.POINTS)) {
            return old;
        }
        List<FaceFigures> figures =
                figures(old.stream().map(FaceObservation::landmarks).toList());
        double rate = framesPerSecond(
                old.size(), i -> old.get(i).frameIndex(), i -> old.get(i).presentationTimeUs());
        OwnRange.Relative relative = OwnRange.of(figures, rate);
        List<FaceObservation> complete = new ArrayList<>(old.size());
        for (int i = 0; i < old.size(); i++) {
            FaceObservation o = old.get(i);
            complete.add(new FaceObservation(
                    o.frameIndex(),
                    o.presentationTimeUs(),
                    o.box(),
                    o.landmarks(),
                    o.pose(),
                    figures.get(i).head().position(),
                    o.confidence(),
                    o.eyeOpenness(),
                    relative.eyes().get(i),
                    o.mouthOpenness(),
                    relative.brows()[i],
                    o.sharpness(),
                    o.brightness(),
                    o.pixels()));
        }
        return complete;
    }

    private List<FaceFigures> figures(List<Landmarks> landmarks) {
        return landmarks.stream().map(p -> FaceFigures.of(p, heads)).toList();
    }

    private static List<FaceObservation> observe(
            List<Sighting> seen, List<Landmarks> landmarks, List<FaceFigures> figures, double framesPerSecond) {
        OwnRange.Relative relative = OwnRange.of(figures, framesPerSecond);
        double[] confidence = TrackConfidence.of(seen, figures);
        List<FaceObservation.Pixels> pixels =
                LipColour.calm(seen.stream().map(Sighting::pixels).toList());
        List<FaceObservation> observations = new ArrayList<>(seen.size());
        for (int i = 0; i < seen.size(); i++) {
            Sighting sighting = seen.get(i);
            FaceFigures own = figures.get(i);
            observations.add(new FaceObservation(
                    sighting.frameIndex(),
                    sighting.presentationTimeUs(),
                    FaceGeometry.box(landmarks.get(i)),
                    landmarks.get(i),
                    own.head().pose(),
                    own.head().position(),
                    confidence[i],
                    (own.leftAspect() + own.rightAspect()) / 2,
                    relative.eyes().get(i),
                    own.mouthOpenness(),
                    relative.brows()[i],
                    sighting.sharpness(),
                    sighting.brightness(),
                    pixels.get(i)));
        }
        return observations;
    }

    private static double framesPerSecond(List<Sighting> seen) {
        return framesPerSecond(
                seen.size(), i -> seen.get(i).frameIndex(), i -> seen.get(i).presentationTimeUs());
    }

    private static double framesPerSecond(int count, IntToLongFunction frame, IntToLongFunction timeUs) {
        double[] intervals = new double[Math.max(0, count - 1)];
        Arrays.setAll(
                intervals,
                i -> (double) (timeUs.applyAsLong(i + 1) - timeUs.applyAsLong(i))
                        / (frame.applyAsLong(i + 1) - frame.applyAsLong(i)));
        return count < 2 ? USUAL_FRAMES_PER_SECOND : 1e6 / Math.max(1, Series.median(intervals));
    }

    /** Parts without a gap and without a cut between takes that look too much alike to be found as a cut. */
    private static List<List<Sighting>> runs(List<Sighting> all) {
        List<List<Sighting>> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= all.size(); i++) {
            if (i == all.size() || breaks(all, i)) {
                runs.add(all.subList(start, i));
                start = i;
            }
        }
        return runs;
    }

    private static boolean breaks(List<Sighting> all, int at) {
        if (all.get(at).frameIndex() != all.get(at - 1).frameIndex() + 1) {
            return true;
        }
        double before = at > 1 ? step(all, at - 1) : 0;
        double after = at + 1 < all.size() ? step(all, at + 1) : 0;
        double unit = FaceGeometry.interocular(all.get(at).landmarks());
        return step(all, at) > LEAP * unit + 2 * Math.max(before, after);
    }

    private static double step(List<Sighting> all, int at) {
        Region a = Region.of(all.get(at - 1).landmarks());
        Region b = Region.of(all.get(at).landmarks());
        return Math.hypot(a.centreX() - b.centreX(), a.centreY() - b.centreY());
    }

    private List<FaceFigures> calmFigures(Followed run, List<Landmarks> calm, double framesPerSecond) {
        List<double[][]> seen = calm.stream().map(p -> heads.fit(p).rotation()).toList();
        int half = TrackSmoothing.half(POSE_HALF_S, framesPerSecond);
        List<FaceFigures> figures = new ArrayList<>(calm.size());
        for (int i = 0; i < calm.size(); i++) {
            double[][] mean = new double[3][3];
            for (Followed.Neighbour near : run.around(i, half)) {
                double[][] turned = near.carry().turned(seen.get(near.index()));
                for (int row = 0; row < 3; row++) {
                    for (int column = 0; column < 3; column++) {
                        mean[row][column] += near.weight() * turned[row][column];
                    }
                }
            }
            HeadFit head = heads.fit(calm.get(i), HeadPoseFit.nearest(mean));
            figures.add(FaceFigures.of(calm.get(i), head, heads));
        }
        return figures;
    }
}
