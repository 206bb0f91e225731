package studio.selfsame.likeness.motion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.speech.SpeechFeatures;
import studio.selfsame.speech.SpeechHearing;

/**
 * Measures how well lips are made from speech. Arguments: a clip, its times (JSON), the seconds at its end that are
 * held out of everything that is learnt (30 unless told), and the seed (1). Prints a row for every drive:
 *
 * <ul>
 *   <li>LMD: mean distance of the 40 predicted lip points to the tracked ones, in pixels of a face whose box is 256 px
 *       high; lips placed at this person's mean place (stabilised space), and with both sets' middles laid together;
 *   <li>closed: of all p, b, m the share in which the gap between the inner lips falls below what 95 % of
 *       the person's own reach before the held-out end;
 *   <li>motion: predicted over tracked, root mean square of what lip values change per frame, and spread of the gap;
 *   <li>velocity: correlation of those changes; silence: mean shift of lip points per frame while nobody speaks, px.
 * </ul>
 */
final class MotionBench {
    private final FilmedSpeaker speaker;
    private final LipSpace lips;
    private final SpokenClosures closures;
    private final LipMeasure measure;

    private MotionBench(FilmedSpeaker speaker, SpokenClosures closures, double cutS) {
        this.speaker = speaker;
        this.closures = closures;
        lips = speaker.lipSpace(cutS);
        measure = new LipMeasure(speaker, lips, closures, cutS);
    }

    public static void main(String[] args) throws IOException {
        FilmedSpeaker speaker = FilmedSpeaker.of(Path.of(args[0]));
        SpokenClosures closures = SpokenClosures.read(Path.of(args[1]));
        double cutS = speaker.lengthS() - (args.length > 2 ? Double.parseDouble(args[2]) : 30);
        long seed = args.length > 3 ? Long.parseLong(args[3]) : 1;
        new MotionBench(speaker, closures, cutS).run(cutS, seed);
    }

    private void run(double cutS, long seed) {
        SpeechHearing hearing = SpeechHearing.alone();
        double[] clock = {seconds()};
        AudioSamples known = FilmedSpeaker.first(speaker.sound(), cutS);
        SpeechFeatures learnt = hearing.hear(known);
        print("listening to %.0f s took %.1f s%n", cutS, lap(clock));
        List<LipMoment> moments = speaker.moments(lips, cutS);
        lap(clock);
        MouthMotion motion = MouthMotion.train(moments, lips, learnt, seed, (step, steps, error) -> {
                    if (step % 200 == 0 || step == steps) {
                        print("step %d of %d, held-out error %.3f%n", step, steps, error);
                    }
                })
                .orElseThrow();
        print("training on %d frames took %.1f s%n", moments.size(), lap(clock));
        SpeechFeatures heard = hearing.hear(speaker.sound());
        lap(clock);
        List<MouthTarget> voice = targets(motion, heard);
        print("motion of %.0f s took %.2f s%n", speaker.lengthS(), lap(clock));
        measure.reference();
        measure.row("voice", values(voice), voice);
        measure.row("voice, other sentence", measure.shifted(values(voice), 3), voice);
        List<MouthTarget> phones = targets(motion, heard.withoutSound());
        measure.row("recognised phones", values(phones), phones);
        if (!closures.phones().phones().isEmpty()) {
            List<MouthTarget> exact = targets(motion, SpeechFeatures.ofPhones(closures.phones()));
            measure.row("exact phones", values(exact), exact);
            rules("rules, exact phones", closures.phones());
        }
        rules("rules, recognised", heard.timeline());
        float[][] mean = new float[voice.size()][LipSpace.COMPONENTS];
        measure.row("mean mouth", mean, voice);
    }

    private void rules(String name, PhonemeTimeline timeline) {
        List<MouthTarget> rules = MouthTrajectory.of(timeline.phones(), speaker.rate(), speaker.endUs());
        measure.row(name, values(rules), rules);
    }

    private List<MouthTarget> targets(MouthMotion motion, SpeechFeatures speech) {
        return motion.targets(speech, speaker.rate(), speaker.endUs());
    }

    private float[][] values(List<MouthTarget> targets) {
        List<float[]> out = new ArrayList<>();
        targets.forEach(t -> out.add(t.values(lips)));
        return out.toArray(float[][]::new);
    }

    private static double seconds() {
        return System.nanoTime() / 1e9;
    }

    private static double lap(double[] clock) {
        double before = clock[0];
        clock[0] = seconds();
        return clock[0] - before;
    }

    static void print(String format, Object... args) {
        System.out.printf(Locale.ROOT, format, args);
    }
}
