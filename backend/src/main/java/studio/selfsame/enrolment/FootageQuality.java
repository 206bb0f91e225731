package studio.selfsame.enrolment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.selfsame.enrolment.EnrolmentReport.Finding;
import studio.selfsame.enrolment.EnrolmentReport.Severity;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;

/** How well the person's face is seen through the clip: usable frames, and findings they can act on. */
final class FootageQuality {
    private static final double LEAST_SECONDS_TOLD = 0.5;

    private final Clip clip;
    private final @Nullable Flaw[] flaws;

    private FootageQuality(Clip clip, @Nullable Flaw[] flaws) {
        this.clip = clip;
        this.flaws = flaws;
    }

    static FootageQuality of(Clip clip, int frames, List<FaceTrack> person, int minFacePx) {
        List<FaceObservation> faces =
                person.stream().flatMap(track -> track.observations().stream()).toList();
        double[] sharpness =
                faces.stream().mapToDouble(FaceObservation::sharpness).sorted().toArray();
        double median = sharpness.length == 0 ? 0 : sharpness[sharpness.length / 2];
        @Nullable Flaw[] flaws = new Flaw[frames];
        Arrays.fill(flaws, Flaw.MISSING);
        for (FaceObservation face : faces) {
            if (face.frameIndex() < frames) {
                flaws[face.frameIndex()] = Flaw.of(face, minFacePx, median).orElse(null);
            }
        }
        return new FootageQuality(clip, flaws);
    }

    int usableFrames() {
        return (int) Arrays.stream(flaws).filter(flaw -> flaw == null).count();
    }

    /** One sentence per kind of flaw: how much of it, from when, what to do. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Flaw flaw : Flaw.values()) {
            Finding finding = finding(flaw);
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private @Nullable Finding finding(Flaw flaw) {
        int count = 0;
        int places = 0;
        int first = -1;
        int last = -1;
        for (int i = 0; i < flaws.length; i++) {
            if (flaws[i] != flaw) {
                continue;
            }
            count++;
            first = first < 0 ? i : first;
            if (last != i - 1 || last < 0) {
                places++;
            }
            last = i;
        }
        if (clip.seconds(count) < LEAST_SECONDS_TOLD) {
            return null;
        }
        String where = places == 1
                ? "from " + Clip.clock(clip.seconds(first))
                : "in %d places, the first at %s".formatted(places, Clip.clock(clip.seconds(first)));
        String text = "%s %s %s: %s.".formatted(Clip.length(clip.seconds(count)), flaw.what(), where, flaw.advice());
        return new Finding(Severity.WARNING, text, clip.seconds(first), clip.seconds(last + 1));
    }
}
