package studio.selfsame.inspection.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.selfsame.problem.Problem;
import studio.selfsame.sealing.FileCredentials;
import studio.selfsame.watermark.Alteration;

/** A child that a file has got hold of may say anything. */
class ToldTest {
    @Test
    void whatAChildSays_comesAcross() throws IOException {
        Evidence evidence = Evidence.of(new FileCredentials(
                        FileCredentials.State.INVALID,
                        List.of(new FileCredentials.Failure("claim.malformed", "text")),
                        Optional.of("00112233aabbccdd"),
                        Optional.empty()))
                .and(Evidence.of(
                        new Evidence.Seen(
                                Optional.of("00112233aabbccdd"),
                                Optional.of(new Alteration.OfPicture(1, 0.5, 90, true, 2)),
                                Optional.of(new byte[] {1, 2})),
                        List.of("a remark")))
                .and(Evidence.unreadable(new Problem("a", "b", "c", "d")));

        assertThat(overTheWire(new Told.Found(evidence)))
                .usingRecursiveComparison()
                .isEqualTo(new Told.Found(evidence));
        for (Told told : List.of(new Told.At(Stage.SOUND, 0.5), new Told.Wanted(1L << 40, 7), new Told.Done())) {
            assertThat(overTheWire(told)).isEqualTo(told);
        }
    }

    @Test
    void nonsense_isRefused() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            byte[] noise = Bytes.noise(random, random.nextInt(1, 60));
            // not 'D', the one word of a single letter
            noise[0] = (byte) "RPEX".charAt(i % 4);
            if (noise[0] == 'P') {
                // no such stage
                noise = Bytes.joined(new byte[] {'P', (byte) Stage.values().length}, noise);
            }
            if (noise[0] == 'R') {
                // before the file
                noise = Bytes.joined(new byte[] {'R', -1}, noise);
            }
            byte[] said = noise;
            assertThatThrownBy(() -> Told.readFrom(new DataInputStream(new ByteArrayInputStream(said))))
                    .as(i + ": " + said[0])
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void lengths_thatNoFileHas_areRefusedBeforeTheyAreRead() {
        for (byte[] said : List.of(
                Bytes.joined(new byte[] {'E'}, Bytes.ints(Integer.MAX_VALUE)),
                Bytes.joined(new byte[] {'E'}, Bytes.ints(-1)),
                Bytes.joined(new byte[] {'R'}, Bytes.ints(0, 0, Integer.MAX_VALUE)),
                Bytes.joined(new byte[] {'R'}, Bytes.ints(0, 0, -1)))) {
            assertThatThrownBy(() -> Told.readFrom(new DataInputStream(new ByteArrayInputStream(said))))
                    .isInstanceOf(IOException.class);
        }
    }

    private static Told overTheWire(Told told) throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        told.writeTo(new DataOutputStream(wire));
        return Told.readFrom(new DataInputStream(new ByteArrayInputStream(wire.toByteArray())));
    }
}
