package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.speech.Utterance;

class UtteranceCodecTest {
    private static final Utterance UTTERANCE = new Utterance(
            new AudioSamples(48_000, 1, new float[] {0, 0.5f, -0.5f, 1, -1, 0.001f}),
            new PhonemeTimeline(
                    List.of(new Phone("pau", 0, 60), new Phone("ae", 60, 125)),
                    List.of(new PhonemeTimeline.Word("na\u00efve", 60, 125))));

    @Test
    void read_written_isTheSameToSixteenBits() throws IOException {
        PacedUtterance paced = UtteranceCodec.read(new ByteArrayInputStream(written()));
        assertThat(paced.breaksUs()).containsExactly(40_000L, 80_000L);
        Utterance read = paced.utterance();
        assertThat(read.timeline()).isEqualTo(UTTERANCE.timeline());
        assertThat(read.audio().sampleRateHz()).isEqualTo(48_000);
        assertThat(read.audio().interleaved()).hasSize(6);
        for (int i = 0; i < 6; i++) {
            assertThat(read.audio().interleaved()[i])
                    .isCloseTo(UTTERANCE.audio().interleaved()[i], within(1 / 65_000f));
        }
    }

    @Test
    void read_laterVersion_isRefused() throws IOException {
        byte[] bytes = written();
        bytes[3] = 9;
        assertThatThrownBy(() -> UtteranceCodec.read(new ByteArrayInputStream(bytes)))
                .hasMessage("utterance of version 9, only up to 2 is known");
    }

    @Test
    void read_firstVersion_hasNoBreaks() throws IOException {
        byte[] bytes = written();
        int breaksAt = bytes.length - UTTERANCE.audio().frames() * 2 - 12 - 20;
        byte[] first = new byte[bytes.length - 20];
        System.arraycopy(bytes, 0, first, 0, breaksAt);
        System.arraycopy(bytes, breaksAt + 20, first, breaksAt, first.length - breaksAt);
        first[3] = 1;
        PacedUtterance read = UtteranceCodec.read(new ByteArrayInputStream(first));
        assertThat(read.breaksUs()).isEmpty();
        assertThat(read.utterance().timeline()).isEqualTo(UTTERANCE.timeline());
        assertThat(read.utterance().audio().frames()).isEqualTo(6);
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        UtteranceCodec.write(new PacedUtterance(UTTERANCE, List.of(40_000L, 80_000L)), out);
        return out.toByteArray();
    }
}
