package studio.selfsame.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import studio.selfsame.media.AudioSamples;

/**
 * A loop over the sounds of CMU Sphinx's US English model, pure Java, offline; other languages come out in the English
 * sounds nearest to theirs. The same sound gives the same phones. One sound is heard at a time.
 */
@Component
final class SphinxPhoneRecognizer implements PhoneRecognizer {
    /** Pieces are long enough for a mean of the channel and short enough for Viterbi's table. */
    private static final int PIECE = 20 * SAMPLE_RATE_HZ;

    private static final int SEARCH = 5 * SAMPLE_RATE_HZ;
    private static final int QUIET = SAMPLE_RATE_HZ / 20;

    private @Nullable SphinxAcoustics acoustics;
    private @Nullable PhoneLoop loop;

    @Override
    public String name() {
        return "sphinx4-phone-loop";
    }

    @Override
    public synchronized PhonemeTimeline recognise(AudioSamples sound) {
        float[] mono = SpeechSound.mono(sound);
        SphinxAcoustics model = acoustics;
        PhoneLoop search = loop;
        if (model == null || search == null) {
            model = new SphinxAcoustics();
            search = PhoneLoop.of(model, Phonotactics.between(model.names()));
            acoustics = model;
            loop = search;
        }
        List<Phone> phones = new ArrayList<>();
        for (int from = 0; from < mono.length; ) {
            int to = pieceEnd(mono, from);
            hear(model, search, mono, from, to, phones);
            from = to;
        }
        return new PhonemeTimeline(joined(phones), List.of());
    }

    private static void hear(
            SphinxAcoustics model, PhoneLoop search, float[] mono, int from, int to, List<Phone> phones) {
        List<String> names = model.names();
        long start = timeUs(from);
        long end = timeUs(to);
        List<PhoneLoop.Stretch> stretches = search.best(model.scores(Arrays.copyOfRange(mono, from, to)));
        long before = start;
        for (int i = 0; i < stretches.size(); i++) {
            PhoneLoop.Stretch s = stretches.get(i);
            long next = i == stretches.size() - 1
                    ? end
                    : start
                            + SphinxAcoustics.FIRST_US
                            - SphinxAcoustics.STEP_US / 2
                            + (long) s.to() * SphinxAcoustics.STEP_US;
            phones.add(new Phone(names.get(s.unit()), before, next));
            before = next;
        }
        if (stretches.isEmpty()) {
            phones.add(new Phone("pau", start, end));
        }
    }

    /** The quietest place in the last seconds of a piece. */
    private static int pieceEnd(float[] mono, int from) {
        if (mono.length - from <= PIECE) {
            return mono.length;
        }
        int best = from + PIECE;
        double least = Double.POSITIVE_INFINITY;
        for (int at = from + PIECE - SEARCH; at + QUIET <= from + PIECE; at += QUIET / 5) {
            double power = 0;
            for (int i = at; i < at + QUIET; i++) {
                power += mono[i] * mono[i];
            }
            if (power < least) {
                least = power;
                best = at + QUIET / 2;
            }
        }
        return best;
    }

    /** Neighbouring pauses are one. */
    private static List<Phone> joined(List<Phone> phones) {
        List<Phone> out = new ArrayList<>();
        for (Phone phone : phones) {
            boolean goesOn = !out.isEmpty()
                    && phone.symbol().equals("pau")
                    && out.getLast().symbol().equals("pau");
            out.add(goesOn ? new Phone("pau", out.removeLast().startUs(), phone.endUs()) : phone);
        }
        return List.copyOf(out);
    }

    private static long timeUs(int sample) {
        return sample * 1_000_000L / SAMPLE_RATE_HZ;
    }
}
