package studio.selfsame.likeness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.likeness.motion.LipShape;
import studio.selfsame.likeness.picture.CanonicalCrop;
import studio.selfsame.likeness.picture.ColourMatch;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.problem.ProblemException;

/**
 * The person's casual look as training material, in the space and light of their studio look.
 *
 * @param crops of the model's {@code netRegion}, {@code 3×S×S}, 8 bits gamma-coded; side by side in number with
 * @param lips of each
 */
record LookCrops(List<byte[]> crops, List<LipShape> lips) {
    static final int MOST_FRAMES = 2000;

    /**
     * Reads the recording once from its start.
     *
     * @param tracks of this person in it
     * @param fraction told 0..1 now and then; may throw to stop
     */
    static LookCrops cut(Dataset studio, List<FaceTrack> tracks, MediaReader reader, DoubleConsumer fraction)
            throws IOException {
        LikenessModel model = studio.model();
        Map<Integer, StabilisedFace> wanted = wanted(model, tracks);
        Retrieval retrieval = new Retrieval(model.sources());
        LookLight light = new LookLight(model);
        int size = model.netShape().sizePx();
        int last = wanted.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
        List<byte[]> crops = new ArrayList<>();
        List<LipShape> lips = new ArrayList<>();
        for (int index = 0; index <= last; index++) {
            Optional<VideoFrame> frame = reader.nextFrame();
            if (frame.isEmpty()) {
                throw new IOException("the take ended at frame " + index + ", its tracking goes to " + last);
            }
            StabilisedFace face = wanted.get(index);
            if (face != null) {
                int like = retrieval.nearest(TakePlanner.wanted(face, model.lipSpace()), 1, index, -1)[0];
                crops.add(Dataset.bytes(light.matched(
                        CanonicalCrop.of(frame.get(), face.toFace(), model.netRegion(), size),
                        CanonicalCrop.of(frame.get(), face.toFace(), model.region(), ColourMatch.GRID),
                        face,
                        Dataset.floats(studio.smalls().get(like).grid()),
                        model.sources().get(like).face())));
                lips.add(face.lips());
            }
            if (index % 10 == 0) {
                fraction.accept((double) index / Math.max(1, last));
            }
        }
        return new LookCrops(crops, lips);
    }

    /** Mean of all, {@code 3×S×S}, 8 bits. */
    byte[] mean() {
        return mean(crops);
    }

    /** Mean of pictures of one size, 8 bits. */
    static byte[] mean(List<byte[]> pictures) {
        float[] sum = new float[pictures.getFirst().length];
        for (byte[] picture : pictures) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (picture[i] & 0xff) / 255f;
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= pictures.size();
        }
        return Dataset.bytes(sum);
    }

    /** Usable faces by frame, evenly thinned out where there are too many. */
    private static Map<Integer, StabilisedFace> wanted(LikenessModel model, List<FaceTrack> tracks) {
        List<StabilisedFace> usable = tracks.isEmpty()
                ? List.of()
                : model.stabiliser().stabilise(tracks).stream()
                        .filter(StabilisedFace::usable)
                        .toList();
        if (usable.size() < Dataset.LEAST_FRAMES) {
            throw ProblemException.unusable(
                    "training",
                    "Only " + usable.size() + " frames of the take show the face sharply and nearly from the front; at"
                            + " least " + Dataset.LEAST_FRAMES + " are needed.",
                    "No likeness was trained.",
                    "Name a take in which you look into the camera and speak for half a minute or more.");
        }
        int every = (usable.size() + MOST_FRAMES - 1) / MOST_FRAMES;
        return IntStream.range(0, usable.size())
                .filter(i -> i % every == 0)
                .mapToObj(usable::get)
                .collect(Collectors.toMap(StabilisedFace::frameIndex, face -> face, (a, b) -> a, HashMap::new));
    }
}
