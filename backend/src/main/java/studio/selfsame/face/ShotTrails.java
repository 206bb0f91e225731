package studio.selfsame.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.selfsame.media.VideoFrame;

/**
 * All faces of one shot, kept apart. A face is known again by its place from one frame to the next; where faces touch, where
 * one leaps or comes back after it was lost, by its embedding.
 */
final class ShotTrails {
    /** Faces that touched may have slipped for so long after. */
    private static final int DOUBT_FRAMES = 5;

    /** What its own place adds to a face's likeness when faces are told apart. */
    private static final double PLACE = 0.1;

    private final FaceDetector detector;
    private final FaceReader faces;
    private final FaceEmbedder embedder;
    private final HeadPoseFit heads;
    private final List<Trail> trails = new ArrayList<>();
    private int doubtUntil = -1;

    ShotTrails(FaceDetector detector, FaceReader faces, FaceEmbedder embedder, HeadPoseFit heads) {
        this.detector = detector;
        this.faces = faces;
        this.embedder = embedder;
        this.heads = heads;
    }

    /** @param lookAround look for faces that came in, too */
    void see(VideoFrame frame, int index, boolean lookAround) {
        List<Claim> claims = follow(frame, index);
        boolean isLost = trails.stream()
                .anyMatch(t -> t.isRecent(index) && claims.stream().noneMatch(c -> c.by() == t));
        if (isLost || lookAround) {
            for (Region region : detector.detect(frame)) {
                if (isFree(claims, region)) {
                    faces.readAnew(frame, index, region)
                            .map(seen -> Claim.of(seen, null))
                            .filter(claim -> isFree(claims, claim.region()))
                            .ifPresent(claims::add);
                }
            }
        }
        settle(frame, index, claims);
    }

    /** Looks where each face was in the frame before; what two trails come upon is one face. */
    private List<Claim> follow(VideoFrame frame, int index) {
        List<Claim> claims = new ArrayList<>();
        for (Trail trail : trails) {
            Optional<Claim> seen = trail.wasSeenIn(index - 1)
                    ? faces.read(frame, index, trail.region()).map(s -> Claim.of(s, trail))
                    : Optional.empty();
            seen.ifPresent(claim -> {
                if (isFree(claims, claim.region())) {
                    claims.add(claim);
                } else {
                    claims.replaceAll(c -> c.isSameFace(claim.region()) ? c.inDoubt() : c);
                    doubtUntil = index + DOUBT_FRAMES;
                }
            });
        }
        return claims;
    }

    private static boolean isFree(List<Claim> claims, Region region) {
        return claims.stream().noneMatch(claim -> claim.isSameFace(region));
    }

    private void settle(VideoFrame frame, int index, List<Claim> claims) {
        if (claims.stream().anyMatch(a -> claims.stream().anyMatch(b -> a != b && a.touches(b)))) {
            doubtUntil = index + DOUBT_FRAMES;
        }
        boolean allInDoubt = index <= doubtUntil && trails.size() > 1;
        List<Claim> open = new ArrayList<>();
        for (Claim claim : claims) {
            Trail by = claim.by() == null ? lostThere(claim, index) : claim.by();
            boolean alone = trails.size() == 1 && claims.size() == 1;
            if (by != null && !allInDoubt && (alone || !claim.doubtful())) {
                by.add(frame, claim.seen());
                by.sample(frame, embedder).ifPresent(other -> takeIn(frame, index, claim, other));
            } else {
                open.add(claim);
            }
        }
        tellApart(frame, index, open, allInDoubt);
    }

    private @Nullable Trail lostThere(Claim claim, int index) {
        return trails.stream()
                .filter(trail -> trail.isRecent(index) && !trail.wasSeenIn(index) && claim.isPlaceOf(trail))
                .findFirst()
                .orElse(null);
    }

    /** Gives each face to the trail it is most like, the surest first. */
    private void tellApart(VideoFrame frame, int index, List<Claim> open, boolean touching) {
        List<Pair> pairs = new ArrayList<>();
        List<FaceEmbedding> embeddings = new ArrayList<>();
        for (Claim claim : open) {
            FaceEmbedding embedding = embedder.embed(frame, claim.seen().landmarks());
            embeddings.add(embedding);
            for (Trail trail : trails) {
                if (!trail.wasSeenIn(index)) {
                    boolean isPlace = claim.by() == trail || claim.isPlaceOf(trail);
                    pairs.add(new Pair(claim, trail, trail.likeness(embedding) + (isPlace ? PLACE : 0)));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
        List<Claim> settled = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.score() >= Likeness.ANOTHER
                    && !settled.contains(pair.claim())
                    && !pair.trail().wasSeenIn(index)) {
                pair.trail().add(frame, pair.claim().seen());
                settled.add(pair.claim());
            }
        }
        for (int i = 0; i < open.size(); i++) {
            // half a face behind another is nobody new
            if (!settled.contains(open.get(i)) && !touching) {
                trails.add(new Trail(heads, frame, open.get(i).seen(), embeddings.get(i)));
            }
        }
    }

    /** A face that took the place of another: known from before, or new. */
    private void takeIn(VideoFrame frame, int index, Claim claim, FaceEmbedding embedding) {
        trails.stream()
                .filter(trail -> !trail.wasSeenIn(index) && trail.likeness(embedding) >= Likeness.ANOTHER)
                .max(Comparator.comparingDouble(trail -> trail.likeness(embedding)))
                .ifPresentOrElse(
                        trail -> trail.add(frame, claim.seen()),
                        () -> trails.add(new Trail(heads, frame, claim.seen(), embedding)));
    }

    List<Trail> trails() {
        return trails;
    }

    private record Pair(Claim claim, Trail trail, double score) {}
}
