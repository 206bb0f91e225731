package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.identity.PersonId;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.policy.LikenessFacts;
import studio.selfsame.speech.SpeechHearing;

/** Behind the question whether a voice may be heard there is nothing in these tests: whoever listens all the same falls. */
class LikenessVoiceTest {
    private final LikenessId likeness = new LikenessId(UUID.randomUUID());

    @Test
    void hear_boxForTheVoiceNotTicked_hearsNothing() throws IOException {
        EnrolledVoice voice = new EnrolledVoice(new Register(false), null, null, null);
        assertThat(voice.hear(likeness, null)).isEmpty();
    }

    @Test
    void hear_boxForTheVoiceTicked_listens() throws IOException {
        EnrolledVoice voice = new EnrolledVoice(new Register(true), null, null, null);
        assertThatThrownBy(() -> voice.hear(likeness, null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void hear_digitalSilenceOrNoSoundAtAll_hearsNobody() {
        for (int seconds : new int[] {0, 14}) {
            AudioSamples silence = new AudioSamples(16_000, 1, new float[seconds * 16_000]);
            assertThat(EnrolledVoice.hear(silence, SpeechHearing.alone())).isEmpty();
        }
    }

    /** Knows one thing of every likeness. */
    private record Register(boolean mayHear) implements LikenessRegister {
        @Override
        public LikenessId open(PersonId owner) {
            return new LikenessId(UUID.randomUUID());
        }

        @Override
        public Optional<PersonId> ownerOf(LikenessId likeness) {
            return Optional.empty();
        }

        @Override
        public boolean isWithdrawn(LikenessId likeness) {
            return false;
        }

        @Override
        public Optional<LikenessFacts> facts(LikenessId likeness) {
            return Optional.empty();
        }

        @Override
        public boolean mayHear(LikenessId likeness) {
            return mayHear;
        }

        @Override
        public boolean mayLearnLook(LikenessId likeness) {
            return false;
        }

        @Override
        public boolean hasVoiceUndecided(LikenessId likeness) {
            return false;
        }
    }
}
