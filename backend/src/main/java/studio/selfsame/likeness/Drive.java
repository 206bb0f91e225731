package studio.selfsame.likeness;

import java.util.List;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.speech.PhonemeTimeline;

/** What a performance asks of a face. Times are microseconds from its start. */
public sealed interface Drive {
    long durationUs();

    /**
     * Speech: the mouth follows its phones, and where it is the person's own recorded voice, its sound as well.
     *
     * @param sound mono; where it is the person's own voice, 16 kHz
     * @param ownVoice the person's own recording, not a synthesiser's or another speaker's
     * @param breaksUs moments of silence, ascending, at which the motion may be planned apart; each should lie on a frame's
     *     start, else the nearest frame is taken
     */
    record Speech(PhonemeTimeline timeline, AudioSamples sound, boolean ownVoice, List<Long> breaksUs)
            implements Drive {
        public Speech {
            breaksUs = List.copyOf(breaksUs);
        }

        @Override
        public long durationUs() {
            return sound.durationUs();
        }

        @Override
        public String toString() {
            return "Speech[" + durationUs() / 1000 + " ms]";
        }
    }

    /** What the same verified person does in another recording: mouth, eyes, brows and head from its landmarks. */
    record Take(VerifiedRecording recording, long durationUs) implements Drive {}
}
