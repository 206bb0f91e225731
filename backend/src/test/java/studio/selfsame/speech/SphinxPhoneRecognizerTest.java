package studio.selfsame.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.problem.ProblemException;

class SphinxPhoneRecognizerTest {
    private static final String KINDS =
            "p b m|f v|th dh|t d n l s z|k g ng hh|ch jh sh zh|r er|aa ah ax ay aw ae|eh ey ih iy y|ao ow oy uh uw w|pau";
    private static final Utterance SAID =
            SpokenSound.speak("She had your dark suit in greasy wash water all year. Bob paid for the map.");
    private static final SphinxPhoneRecognizer EAR = new SphinxPhoneRecognizer();

    @Test
    void recognise_speech_coversAllOfItWithoutGaps() {
        List<Phone> phones = EAR.recognise(SAID.audio()).phones();
        assertThat(phones.getFirst().startUs()).isZero();
        assertThat(phones.getLast().endUs()).isEqualTo(SAID.audio().durationUs());
        for (int i = 1; i < phones.size(); i++) {
            assertThat(phones.get(i).startUs()).isEqualTo(phones.get(i - 1).endUs());
        }
        assertThat(phones).allSatisfy(p -> {
            assertThat(p.endUs()).isGreaterThan(p.startUs());
            assertThat(kind(p.symbol())).as(p.symbol()).isNotNegative();
        });
    }

    @Test
    void recognise_speech_hearsTheRightKindOfSoundMostOfTheTime() {
        assertThat(agreement(EAR.recognise(SAID.audio()).phones(), 0)).isGreaterThan(0.6);
        assertThat(agreement(EAR.recognise(SAID.audio()).phones(), 700_000)).isLessThan(0.4);
    }

    @Test
    void recognise_longerThanOnePiece_goesOnWhereThePieceEnded() {
        AudioSamples four = SpokenSound.twice(SpokenSound.twice(SAID.audio()));
        assertThat(four.durationUs()).isGreaterThan(20_000_000);
        List<Phone> phones = EAR.recognise(four).phones();
        assertThat(phones.getLast().endUs()).isEqualTo(four.durationUs());
        long last = 3 * SAID.audio().durationUs();
        List<Phone> end = phones.stream()
                .filter(p -> p.startUs() >= last)
                .map(p -> new Phone(p.symbol(), p.startUs() - last, p.endUs() - last))
                .toList();
        assertThat(agreement(end, 0)).isGreaterThan(0.6);
    }

    @Test
    void recognise_noiseAlone_isMostlyNoPhone() {
        long pauses = EAR.recognise(SpokenSound.noise(2, 0.01)).phones().stream()
                .filter(p -> p.symbol().equals("pau"))
                .mapToLong(p -> p.endUs() - p.startUs())
                .sum();
        assertThat(pauses).isGreaterThan(1_000_000);
    }

    @Test
    void recognise_emptySound_isRefused() {
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> EAR.recognise(SpokenSound.silence(0)));
        assertThat(problem.problem().cause()).isEqualTo("The sound is only 0 ms long.");
    }

    /** Share of the time in which sounds of the same kind are heard as were made {@code laterUs} after. */
    private static double agreement(List<Phone> heard, long laterUs) {
        int same = 0;
        int all = 0;
        for (long t = 5_000; t + laterUs < SAID.audio().durationUs(); t += 10_000) {
            all++;
            same += kind(at(heard, t)) == kind(at(SAID.timeline().phones(), t + laterUs)) ? 1 : 0;
        }
        return (double) same / all;
    }

    private static String at(List<Phone> phones, long timeUs) {
        return phones.stream()
                .filter(p -> p.startUs() <= timeUs && timeUs < p.endUs())
                .findFirst()
                .map(Phone::symbol)
                .orElse("pau");
    }

    private static int kind(String symbol) {
        String[] kinds = KINDS.split("\\|");
        for (int k = 0; k < kinds.length; k++) {
            if (Arrays.asList(kinds[k].split(" ")).contains(symbol)) {
                return k;
            }
        }
        return -1;
    }
}
