package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileBoxesTest {
    private static final byte[] TYPE = SampleMp4.box("ftyp", "isom\0\0\0\1".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    Path folder;

    @Test
    void file_ofNoise_carriesNoCredentials() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(5000)];
            random.nextBytes(noise);
            assertThat(read(noise).state()).isEqualTo(CredentialsReport.State.ABSENT);
        }
    }

    @Test
    void manifest_ofNoise_isInvalid() throws IOException {
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            byte[] store = new byte[1 + random.nextInt(3000)];
            random.nextBytes(store);
            assertThat(read(TYPE, ManifestBox.write(store)).state()).isEqualTo(CredentialsReport.State.INVALID);
        }
    }

    @Test
    void box_claimingMoreThanThereIs_endsTheWalk() throws IOException {
        byte[] giant = ByteBuffer.allocate(16)
                .putInt(1)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .putLong(Long.MAX_VALUE)
                .array();

        assertThat(read(TYPE, giant).state()).isEqualTo(CredentialsReport.State.ABSENT);
        assertThat(read(TYPE, ManifestBox.write(new byte[10]), giant).state())
                .isEqualTo(CredentialsReport.State.INVALID);
    }

    @Test
    void boxes_aMillion_areNotWalkedToTheEnd() throws IOException {
        byte[] many = new byte[8_000_000];
        byte[] one = SampleMp4.box("free", new byte[0]);
        for (int at = 0; at < many.length; at += one.length) {
            System.arraycopy(one, 0, many, at, one.length);
        }

        assertThat(read(TYPE, many).state()).isEqualTo(CredentialsReport.State.ABSENT);
    }

    @Test
    void jumbf_nestedWithoutEnd_isMalformed() {
        byte[] box = JumbfWriter.superbox(JumbfType.MANIFEST, "m", List.of());
        for (int i = 0; i < 1000; i++) {
            box = JumbfWriter.superbox(JumbfType.MANIFEST, "m", List.of(box));
        }
        byte[] deep = box;

        assertThatThrownBy(() -> JumbfReader.readStore(deep)).isInstanceOf(MalformedCredentialsException.class);
    }

    @Test
    void cbor_nestedOrLongerThanItsBytes_isMalformed() {
        byte[] lists = new byte[100_000];
        Arrays.fill(lists, (byte) 0x81);
        byte[] endless = new byte[100_000];
        Arrays.fill(endless, (byte) 0x9f);
        byte[] giant = {(byte) 0x9b, 0x7f, -1, -1, -1, -1, -1, -1, -1};

        for (byte[] hostile : List.of(lists, endless, giant)) {
            assertThatThrownBy(() -> CborDecoder.decode(hostile)).isInstanceOf(MalformedCredentialsException.class);
        }
    }

    @Test
    void cbor_writtenAndRead_isTheSameAndSorted() throws IOException {
        Map<String, Object> map = Map.of("b", 1L, "a", -70_000L, "long", "ü", "c", List.of(true, 1L << 40));

        byte[] bytes = CborEncoder.encode(map);

        assertThat(CborDecoder.decode(bytes)).isEqualTo(map);
        assertThat(bytes).startsWith(0xa4, 0x61, 'a', 0x3a, 0x00, 0x01, 0x11, 0x6f, 0x61, 'b', 0x01);
    }

    private CredentialsReport read(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        Path file = Files.write(folder.resolve("hostile.mp4"), all.toByteArray());
        return SampleCredentials.read(file, Set.of(), Instant.EPOCH);
    }
}
