package studio.selfsame.enrolment;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import studio.selfsame.enrolment.Coverage.Measure;
import studio.selfsame.enrolment.Coverage.Part;
import studio.selfsame.enrolment.Coverage.Unit;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;

/** Kinds of mouths in speech: sounds that look alike. */
enum MouthShape {
    CLOSED("Lips closed, as in p, b, m", 12, "Say \"Maybe Bob may bring my plum jam\" twice.", "p", "b", "m"),
    TEETH("Lip on teeth, as in f, v", 6, "Say \"Five vans over a very fine field\" twice.", "f", "v"),
    PURSED(
            "Lips pursed, as in sh, ch, j",
            5,
            "Say \"She shall choose much fish, George\" twice.",
            "sh",
            "zh",
            "ch",
            "jh"),
    ROUNDED(
            "Lips rounded, as in oo, w, oh",
            10,
            "Say \"Who would go to the blue moon, too\" twice.",
            "uw",
            "uh",
            "w",
            "ow",
            "ao",
            "oy"),
    SPREAD(
            "Lips spread, as in ee, s",
            15,
            "Say \"These teams see three green seas\" twice, with a smile.",
            "iy",
            "ey",
            "ih",
            "s",
            "z",
            "y"),
    OPEN(
            "Mouth wide open, as in ah, ow",
            8,
            "Say \"Far apart, how loud the cat sat\" twice, clearly.",
            "aa",
            "ae",
            "aw",
            "ay"),
    HALF(
            "Mouth half open, as in e, uh",
            12,
            "Read a paragraph more, as you would to a friend.",
            "eh",
            "ah",
            "ax",
            "er",
            "hh");

    static final String CODE = "mouth-shapes";
    private static final String TITLE = "Mouth shapes";

    /** Those that lips alone can be told by: {@link #TEETH} looks nearly closed, {@link #PURSED} rounded. */
    private static final List<MouthShape> BY_LIPS = List.of(CLOSED, ROUNDED, SPREAD, OPEN, HALF);

    private final String label;
    private final int enough;
    private final String remedy;
    private final Set<String> phones;

    MouthShape(String label, int enough, String remedy, String... phones) {
        this.label = label;
        this.enough = enough;
        this.remedy = remedy;
        this.phones = Set.of(phones);
    }

    /** @param times how often each showed, by the lips */
    static Part seen(Map<MouthShape, Integer> times) {
        return new Part(
                CODE,
                TITLE,
                BY_LIPS.stream()
                        .map(shape -> shape.measure(times.getOrDefault(shape, 0)))
                        .toList());
    }

    /** @param seen whether the mouth can be seen at this time, microseconds */
    static Part spoken(PhonemeTimeline timeline, LongPredicate seen) {
        Map<MouthShape, Integer> times = new EnumMap<>(MouthShape.class);
        for (Phone phone : timeline.phones()) {
            if (seen.test((phone.startUs() + phone.endUs()) / 2)) {
                Arrays.stream(values())
                        .filter(shape -> shape.phones.contains(phone.symbol()))
                        .forEach(shape -> times.merge(shape, 1, Integer::sum));
            }
        }
        return new Part(
                CODE,
                TITLE,
                Arrays.stream(values())
                        .map(shape -> shape.measure(times.getOrDefault(shape, 0)))
                        .toList());
    }

    private Measure measure(int times) {
        return Measure.of(name().toLowerCase(java.util.Locale.ROOT), label, times, enough, Unit.TIMES, remedy);
    }
}
