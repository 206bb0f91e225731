package studio.selfsame.enrolment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import studio.selfsame.face.FaceEmbedding;
import studio.selfsame.face.FaceMatch;
import studio.selfsame.face.FaceMatcher;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.FaceTracking;

/** Compares every face of every shot with the verified portrait. One doubtful shot is enough to refuse the footage. */
final class ShotMatcher {
    /** Shorter appearances are detection noise, not a person. */
    private static final int LEAST_OBSERVATIONS = 5;
    /** Faces turned away match less well; this share of a track's samples must match. */
    private static final double LEAST_MATCHING = 0.75;
    /** Frames in which two faces are seen at once before they count as two people. */
    private static final int MOST_SHARED_FRAMES = 4;

    /** A passage without a face shorter than this, e.g. a dissolve, holds nobody to match: it is left out. */
    private static final double LEFT_OUT_SECONDS = 1;

    private final FaceMatcher matcher;
    private final FaceEmbedding portrait;
    private final Clip clip;

    ShotMatcher(FaceMatcher matcher, FaceEmbedding portrait, Clip clip) {
        this.matcher = matcher;
        this.portrait = portrait;
        this.clip = clip;
    }

    List<ShotMatch> match(FaceTracking tracking) {
        return tracking.shots().stream()
                .map(shot -> match(
                        shot,
                        tracking.tracks().stream()
                                .filter(track -> track.shot().index() == shot.index())
                                .filter(track -> track.observations().size() >= LEAST_OBSERVATIONS)
                                .sorted(Comparator.comparingInt((FaceTrack track) ->
                                                track.observations().size())
                                        .reversed())
                                .toList()))
                .toList();
    }

    /**
     * The person's own tracks, whoever else is in the picture; where two of one shot overlap, as with a mirror, the longer
     * one.
     */
    List<FaceTrack> find(FaceTracking tracking) {
        List<FaceTrack> found = new ArrayList<>();
        tracking.tracks().stream()
                .filter(track -> track.observations().size() >= LEAST_OBSERVATIONS && isPerson(track))
                .sorted(Comparator.comparingInt(
                                (FaceTrack track) -> track.observations().size())
                        .reversed())
                .forEach(track -> {
                    boolean overlaps = found.stream()
                            .anyMatch(other ->
                                    !sharedFrames(List.of(other, track)).isEmpty());
                    if (!overlaps) {
                        found.add(track);
                    }
                });
        found.sort(
                Comparator.comparingInt(track -> track.observations().getFirst().frameIndex()));
        return List.copyOf(found);
    }

    private ShotMatch match(FaceTrack.Shot shot, List<FaceTrack> tracks) {
        if (tracks.isEmpty() && clip.end(shot) - clip.start(shot) < LEFT_OUT_SECONDS) {
            return new ShotMatch(shot, List.of(), ShotMatch.Seen.NOBODY, 0, null);
        }
        if (tracks.isEmpty()) {
            return refused(
                    shot,
                    ShotMatch.Seen.NOBODY,
                    shot.firstFrame(),
                    0,
                    "no-face",
                    "No face can be seen",
                    "Film yourself from the front, or cut this out.");
        }
        double similarity = similarity(tracks.getFirst());
        Map<Boolean, List<FaceTrack>> same = tracks.stream().collect(Collectors.partitioningBy(this::isPerson));
        ShotMatch.Seen seen =
                new ShotMatch.Seen(Objects.requireNonNull(same.get(true)), Objects.requireNonNull(same.get(false)));
        List<Integer> shared = sharedFrames(tracks);
        if (shared.size() > MOST_SHARED_FRAMES) {
            return refused(
                    shot,
                    seen,
                    shared.stream().min(Integer::compare).orElseThrow(),
                    similarity,
                    "two-people",
                    "More than one face is in the picture",
                    "Film yourself alone, without pictures of faces behind you, or cut this out.");
        }
        OptionalInt stranger = seen.others().stream()
                .mapToInt(track -> track.observations().getFirst().frameIndex())
                .min();
        if (stranger.isPresent()) {
            return refused(
                    shot,
                    seen,
                    stranger.getAsInt(),
                    similarity,
                    "another-person",
                    "A face is seen that does not match your verified portrait",
                    "Only footage of yourself can be used. If it is you, film with more light and face the camera.");
        }
        return new ShotMatch(shot, tracks, seen, similarity, null);
    }

    private boolean isPerson(FaceTrack track) {
        long matching = track.samples().stream()
                .filter(sample -> matcher.match(portrait, sample).same())
                .count();
        return matching
                >= Math.max(1, Math.ceil(LEAST_MATCHING * track.samples().size()));
    }

    private double similarity(FaceTrack track) {
        double[] cosines = track.samples().stream()
                .map(sample -> matcher.match(portrait, sample))
                .mapToDouble(FaceMatch::primaryCosine)
                .sorted()
                .toArray();
        return cosines.length == 0 ? 0 : cosines[cosines.length / 2];
    }

    private static List<Integer> sharedFrames(List<FaceTrack> tracks) {
        Set<Integer> seen = new HashSet<>();
        List<Integer> shared = new ArrayList<>();
        for (FaceTrack track : tracks) {
            for (FaceObservation observation : track.observations()) {
                if (!seen.add(observation.frameIndex())) {
                    shared.add(observation.frameIndex());
                }
            }
        }
        return shared;
    }

    private ShotMatch refused(
            FaceTrack.Shot shot,
            ShotMatch.Seen seen,
            int frame,
            double similarity,
            String code,
            String what,
            String remedy) {
        double start = clip.start(shot);
        double end = clip.end(shot);
        String cause = "%s from %s to %s.".formatted(what, Clip.clock(start), Clip.clock(end));
        return new ShotMatch(shot, List.of(), seen, similarity, new Refusal(code, cause, remedy, start, end, frame));
    }
}
