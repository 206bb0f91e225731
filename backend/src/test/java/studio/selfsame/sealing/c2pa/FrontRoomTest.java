package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;

class FrontRoomTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int PICTURES = 50;
    private static final int SOUND_HZ = 48_000;

    @TempDir
    Path folder;

    private SampleCredentials credentials;

    @BeforeEach
    void certify() throws Exception {
        credentials = new SampleCredentials(NOW, false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void file_withRoomInFront_isSignedWhereItIsAndNoMediaMove(boolean indexFirst) throws Exception {
        Path file = SampleMp4.write(folder.resolve("roomy.mp4"), false, indexFirst, 300_000);
        byte[] before = Files.readAllBytes(file);
        Object inode = Files.readAttributes(file, "unix:ino").get("ino");

        String sha256 = CredentialsWriter.sign(file, SampleCredentials.draft(), credentials.signer());

        byte[] after = Files.readAllBytes(file);
        assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isEqualTo(inode);
        int media = Tamper.find(before, "mdat");
        assertThat(tail(after, media)).isEqualTo(tail(before, media));
        assertThat(roots(file).subList(0, 3))
                .isEqualTo(indexFirst ? List.of("ftyp", "uuid", "moov") : List.of("ftyp", "uuid", "free"));
        assertThat(index(after)).isEqualTo(index(before));
        CredentialsReport report = credentials.read(file, NOW);
        assertThat(report.state()).isEqualTo(CredentialsReport.State.VALID);
        assertThat(report.manifestSha256()).contains(sha256);
    }

    @Test
    void file_whoseRoomIsJustEnoughOrAlmost_isValidHereAndTrustedElsewhere() throws Exception {
        int needed = ManifestBox.sizeFor(
                SampleCredentials.draft().sizeOfStore(HardBinding.ofBoxes(new byte[32]), credentials.signer()));
        List<Path> files = new ArrayList<>();
        for (int spare : new int[] {-1, 0, 1, 7, 8, 300_000}) {
            Path file = SampleMp4.write(folder.resolve(spare + ".mp4"), false, true, needed + spare);
            long bytes = Files.size(file);

            CredentialsWriter.sign(file, SampleCredentials.draft(), credentials.signer());

            assertThat(Files.size(file) == bytes).as(spare + " to spare").isEqualTo(spare == 0 || spare >= 8);
            assertThat(credentials.read(file, NOW).state()).isEqualTo(CredentialsReport.State.VALID);
            assertThat(folder.toFile().list()).hasSize(files.size() + 1);
            files.add(file);
        }
        assertThat(Witness.judge(credentials.root(), files))
                .hasSize(2 * files.size())
                .allSatisfy(verdict ->
                        assertThat(verdict.state()).as(verdict.toString()).isEqualTo("Trusted"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void film_ofTheStudiosEncoder_hasRoomBehindItsIndexAndPlaysTheSameWhenItIsTaken(boolean tagged) throws Exception {
        Map<String, String> tags = tagged ? Map.of("AIGC", "{}") : Map.of();
        Path film = film(tags, Optional.of(new Media.Room(PICTURES, 2 * SOUND_HZ, 65_536)));
        List<Long> pictures = pictures(film);
        assertThat(roots(film)).containsExactly("ftyp", "moov", "free", "free", "mdat");
        long bytes = Files.size(film);

        CredentialsWriter.sign(film, SampleCredentials.draft(), credentials.signer());

        assertThat(roots(film)).containsExactly("ftyp", "uuid", "moov", "free", "mdat");
        assertThat(Files.size(film)).isEqualTo(bytes);
        assertThat(pictures(film)).hasSize(PICTURES).isEqualTo(pictures);
        assertThat(credentials.read(film, NOW).state()).isEqualTo(CredentialsReport.State.VALID);
    }

    @Test
    void film_whoseOffsetsNoLongerFit_getsWideOnesAndPlaysTheSame() throws Exception {
        Path film = film(Map.of(), Optional.empty());
        List<Long> pictures = pictures(film);
        assertThat(new String(Files.readAllBytes(film), StandardCharsets.ISO_8859_1))
                .contains("stco")
                .doesNotContain("co64");
        Path copy = folder.resolve("copy.mp4");
        try (FileChannel in = FileChannel.open(film);
                FileChannel out = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            RoomyCopy.write(in, out, 100_000, Files.size(film) / 2);
        }

        CredentialsWriter.sign(copy, SampleCredentials.draft(), credentials.signer());

        assertThat(new String(Files.readAllBytes(copy), StandardCharsets.ISO_8859_1))
                .contains("co64")
                .doesNotContain("stco");
        assertThat(pictures(copy)).hasSize(PICTURES).isEqualTo(pictures);
        assertThat(credentials.read(copy, NOW).state()).isEqualTo(CredentialsReport.State.VALID);
        assertThat(Witness.judge(credentials.root(), List.of(copy)))
                .hasSize(2)
                .allSatisfy(verdict ->
                        assertThat(verdict.state()).as(verdict.toString()).isEqualTo("Trusted"));
    }

    /** The last offset is the last that 32 bits hold: one byte further, and it does not fit. */
    @Test
    void offset_beyondFourGigabytes_isWrittenInFull() throws Exception {
        Path file = SampleMp4.write(folder.resolve("large.mp4"), false, true);
        byte[] all = Files.readAllBytes(file);
        int table = Tamper.find(all, "stco") + 12;
        ByteBuffer.wrap(all).putInt(table, -1);
        Files.write(file, all);
        int second = ByteBuffer.wrap(all).getInt(table + 4);

        CredentialsWriter.sign(file, SampleCredentials.draft(), credentials.signer());

        byte[] signed = Files.readAllBytes(file);
        int wide = Tamper.find(signed, "co64") + 12;
        int moved = Tamper.find(signed, "mdat") - Tamper.find(all, "mdat");
        assertThat(ByteBuffer.wrap(signed).getLong(wide)).isEqualTo((1L << 32) - 1 + moved);
        assertThat(ByteBuffer.wrap(signed).getLong(wide + 8)).isEqualTo(second + moved);
        assertThat(credentials.read(file, NOW).state()).isEqualTo(CredentialsReport.State.VALID);
    }

    private Path film(Map<String, String> tags, Optional<Media.Room> room) {
        FrameRate rate = new FrameRate(25, 1);
        Path film = folder.resolve("film.mp4");
        try (MediaWriter writer = Media.alone()
                .createMp4(
                        film,
                        new Media.Picture(320, 240, rate, 0.8),
                        Optional.of(new Media.Sound(SOUND_HZ, 1, 96_000)),
                        tags,
                        room)) {
            for (int i = 0; i < PICTURES; i++) {
                byte[] luma = new byte[320 * 240];
                Arrays.fill(luma, i * 640, i * 640 + 10_000, (byte) (100 + i));
                byte[] grey = new byte[160 * 120];
                Arrays.fill(grey, (byte) 128);
                writer.write(new VideoFrame(320, 240, rate.timeUs(i), luma, grey, grey.clone()));
            }
            writer.write(new AudioSamples(SOUND_HZ, 1, new float[2 * SOUND_HZ]));
            writer.finish();
        }
        return film;
    }

    private static List<Long> pictures(Path film) throws Exception {
        List<Long> sums = new ArrayList<>();
        try (MediaReader reader = Media.alone().open(film)) {
            for (var next = reader.nextFrame(); next.isPresent(); next = reader.nextFrame()) {
                sums.add(next.get().presentationTimeUs() << 32
                        | Integer.toUnsignedLong(Arrays.hashCode(next.get().y())));
            }
            assertThat(reader.readAudio(SOUND_HZ, 1).orElseThrow().frames()).isGreaterThanOrEqualTo(2 * SOUND_HZ);
        }
        return sums;
    }

    private static List<String> roots(Path file) throws Exception {
        try (FileChannel channel = FileChannel.open(file)) {
            return BmffWalker.roots(channel).stream().map(BmffBox::type).toList();
        }
    }

    private static byte[] tail(byte[] file, int from) {
        return Arrays.copyOfRange(file, from, file.length);
    }

    private static byte[] index(byte[] file) {
        int at = Tamper.find(file, "moov") - 4;
        return Arrays.copyOfRange(file, at, at + ByteBuffer.wrap(file).getInt(at));
    }
}
