package studio.selfsame.likeness.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import studio.selfsame.media.FrameRate;
import studio.selfsame.speech.Phone;

/**
 * From phone times to wanted mouth poses, frame by frame, with coarticulation: every phone pulls at the mouth with a
 * dominance that fades with distance, and the pose is the dominance-weighted mean.
 *
 * <p>Source: M. M. Cohen and D. W. Massaro, Modeling coarticulation in synthetic visual speech, in Models and
 * Techniques in Computer Animation, 1993. Closures of p, b, m and the teeth of f, v are then enforced, whatever the
 * neighbours do, and silence is rest.
 */
public final class MouthTrajectory {
    private static final double REACH_US = 350_000;
    /** The lips settle after the last phone and start before the first. */
    private static final long SETTLE_US = 140_000;

    private static final long ANTICIPATE_US = 120_000;

    /** A mean of aims opens less than any mouth that reaches them one after the other: gives back what it took. */
    private static final double RESTORED = 1.25;

    private record Pull(double coreStartUs, double coreEndUs, double fadeUs, Viseme viseme) {
        double dominance(double t) {
            double away = Math.max(0, Math.max(coreStartUs - t, t - coreEndUs));
            return away > REACH_US ? 0 : viseme.dominance() * Math.exp(-away / fadeUs);
        }
    }

    private MouthTrajectory() {}

    /** One target for each frame that starts before {@code durationUs}; without phones everything is silence. */
    public static List<MouthTarget> of(List<Phone> phones, FrameRate rate, long durationUs) {
        int frames = (int) Math.ceil(durationUs * rate.perSecond() / 1e6 - 1e-6);
        List<Phone> speech = phones.stream().filter(p -> !isPause(p)).toList();
        List<Pull> pulls = pulls(phones);
        boolean[] closed = marked(speech, Viseme.CLOSING, rate, frames);
        boolean[] labiodental = marked(speech, Viseme.LABIODENTAL, rate, frames);
        boolean[] silent = silent(speech, rate, frames);
        List<MouthTarget> targets = new ArrayList<>(frames);
        for (int i = 0; i < frames; i++) {
            if (silent[i]) {
                targets.add(new MouthTarget(MouthPose.REST, true, false, true));
                continue;
            }
            MouthPose p = mean(pulls, middleUs(rate, i));
            if (closed[i]) {
                p = new MouthPose(0, p.width(), Math.min(p.jaw(), 0.25), 0);
            } else if (labiodental[i]) {
                p = new MouthPose(Math.min(p.open(), 0.12), p.width(), Math.min(p.jaw(), 0.3), -1);
            }
            targets.add(new MouthTarget(p, closed[i], labiodental[i], false));
        }
        return targets;
    }

    private static List<Pull> pulls(List<Phone> phones) {
        List<Pull> pulls = new ArrayList<>();
        for (Phone phone : phones) {
            double length = phone.endUs() - phone.startUs();
            if (isPause(phone)) {
                pulls.add(new Pull(
                        phone.startUs() + 60_000, phone.endUs() - 60_000, 45_000, new Viseme(MouthPose.REST, 1)));
                continue;
            }
            List<Viseme> aims = Viseme.of(phone.symbol());
            double share = length / aims.size();
            for (int k = 0; k < aims.size(); k++) {
                double middle = phone.startUs() + (k + 0.5) * share;
                double core = 0.15 * share;
                pulls.add(new Pull(middle - core, middle + core, 0.28 * share + 18_000, aims.get(k)));
            }
        }
        return pulls;
    }

    private static MouthPose mean(List<Pull> pulls, double t) {
        double sum = 1e-9;
        double open = 0;
        double width = 0;
        double jaw = 0;
        double lowerLip = 0;
        for (Pull pull : pulls) {
            double d = pull.dominance(t);
            MouthPose p = pull.viseme().pose();
            sum += d;
            open += d * p.open();
            width += d * p.width();
            jaw += d * p.jaw();
            lowerLip += d * p.lowerLip();
        }
        return new MouthPose(
                Math.min(1, RESTORED * open / sum), width / sum, Math.min(1, RESTORED * jaw / sum), lowerLip / sum);
    }

    /** Frames in the middle part of such phones; the nearest frame where a phone is too short to hold one. */
    private static boolean[] marked(List<Phone> speech, Set<String> which, FrameRate rate, int frames) {
        boolean[] out = new boolean[frames];
        for (Phone phone : speech) {
            if (!which.contains(phone.symbol())) {
                continue;
            }
            double length = phone.endUs() - phone.startUs();
            double from = phone.startUs() + 0.15 * length;
            double to = phone.endUs() - 0.2 * length;
            boolean any = false;
            for (int i = 0; i < frames; i++) {
                double t = middleUs(rate, i);
                if (t >= from && t <= to) {
                    out[i] = true;
                    any = true;
                }
            }
            int nearest = (int) Math.floor((from + to) / 2 * rate.perSecond() / 1e6);
            if (!any && nearest >= 0 && nearest < frames) {
                out[nearest] = true;
            }
        }
        return out;
    }

    private static boolean[] silent(List<Phone> speech, FrameRate rate, int frames) {
        boolean[] out = new boolean[frames];
        Arrays.fill(out, true);
        for (int i = 0; i < frames; i++) {
            double t = middleUs(rate, i);
            for (Phone phone : speech) {
                if (t >= phone.startUs() - ANTICIPATE_US && t <= phone.endUs() + SETTLE_US) {
                    out[i] = false;
                    break;
                }
            }
        }
        return out;
    }

    private static boolean isPause(Phone phone) {
        return Viseme.SILENT.contains(phone.symbol());
    }

    private static double middleUs(FrameRate rate, int frame) {
        return (rate.timeUs(frame) + rate.timeUs(frame + 1)) / 2.0;
    }
}
