package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bindings that leave out nested boxes, parts of boxes, and boxes by what they hold. */
class BmffBindingTest {
    private static final Instant NOW = Instant.now();
    private static final Map<String, Object> FULL_BOX = Map.of("version", 0, "flags", new byte[3]);

    @TempDir
    Path folder;

    /**
     * @param around four letters of the box, whose bytes {@code from} up to {@code to} are left out
     * @param label of the binding
     */
    private record Case(String label, Map<String, Object> exclusion, String around, int from, int to) {}

    private static final List<Case> CASES = List.of(
            new Case("c2pa.hash.bmff.v3", of("/moov/mvhd", Map.of()), "mvhd", 0, 108),
            new Case("c2pa.hash.bmff.v3", of("/moov/mvhd", FULL_BOX), "mvhd", 0, 108),
            new Case("c2pa.hash.bmff.v3", of("/moov/mvhd", Map.of("version", 1)), "mvhd", 0, 0),
            new Case("c2pa.hash.bmff.v3", of("/moov/mvhd", Map.of("flags", new byte[] {0, 0, 1})), "mvhd", 0, 0),
            new Case(
                    "c2pa.hash.bmff.v3",
                    of("/moov/mvhd", Map.of("flags", new byte[3], "exact", false)),
                    "mvhd",
                    0,
                    108),
            new Case("c2pa.hash.bmff.v2", of("/moov/trak/mdia/minf/stbl/stco", Map.of("length", 56)), "stco", 0, 56),
            new Case("c2pa.hash.bmff.v2", of("/moov/trak/mdia/minf/stbl/stco", Map.of("length", 57)), "stco", 0, 0),
            new Case("c2pa.hash.bmff.v2", part("/moov/mvhd", 20, 30), "mvhd", 20, 50),
            new Case("c2pa.hash.bmff.v2", part("/mdat", 5000, 0), "mdat", 5000, 10_008),
            new Case("c2pa.hash.bmff.v2", of("/mdat", Map.of()), "mdat", 0, 10_008),
            new Case("c2pa.hash.bmff", part("/mdat", 100, 200), "mdat", 100, 300));

    @Test
    void file_boundWithoutSomeOfIt_isValidUntilTheRestIsChanged() throws Exception {
        var credentials = new SampleCredentials(NOW, false);
        Path plain = SampleMp4.write(folder.resolve("plain.mp4"), false, true);
        List<Path> files = new ArrayList<>();
        for (Case each : CASES) {
            Path file = new BoundMp4(credentials, each.label)
                    .write(plain, folder.resolve(files.size() + ".mp4"), List.of(each.exclusion), bytes -> {
                        int box = box(bytes, each.around);
                        return List.of(ByteRange.between(box + each.from, box + each.to));
                    });
            files.add(file);
            CredentialsReport report = credentials.read(file, NOW);
            assertThat(report.state()).as(each + " " + report).isEqualTo(CredentialsReport.State.VALID);
            assertThat(report.notes())
                    .extracting(CredentialsReport.Status::code)
                    .contains("assertion.bmffHash.additionalExclusionsPresent");
            byte[] bytes = Files.readAllBytes(file);
            int box = box(bytes, each.around);
            if (each.to > each.from) {
                assertThat(read(credentials, Tamper.flip(bytes.clone(), box + each.to - 1))
                                .state())
                        .as(each.toString())
                        .isEqualTo(CredentialsReport.State.VALID);
            }
            int seen = each.to == 10_008 ? box(bytes, "stbl") + 4 : box + each.to + 20;
            assertThat(read(credentials, Tamper.flip(bytes.clone(), seen)).failures())
                    .as(each.toString())
                    .extracting(CredentialsReport.Status::code)
                    .containsExactly("assertion.bmffHash.mismatch");
        }

        assertThat(Witness.judge(credentials.root(), files))
                .filteredOn(verdict -> !verdict.state().equals("Trusted"))
                .isEmpty();
    }

    @Test
    void exclusion_thatLeadsNowhere_isMalformed() throws Exception {
        var credentials = new SampleCredentials(NOW, false);
        Path plain = SampleMp4.write(folder.resolve("plain.mp4"), false, true);
        List<Map<String, Object>> bad = List.of(
                of("moov", Map.of()),
                of("/moov//trak", Map.of()),
                of("/moov/toolong", Map.of()),
                of("/moov".repeat(17), Map.of()),
                of("/mdat", Map.of("flags", new byte[2])),
                of("/mdat", Map.of("subset", List.of(Map.of("offset", -1, "length", 1)))));
        for (Map<String, Object> exclusion : bad) {
            Path file = new BoundMp4(credentials, "c2pa.hash.bmff.v3")
                    .write(plain, folder.resolve("bad.mp4"), List.of(exclusion), bytes -> List.of());
            assertThat(credentials.read(file, NOW).failures())
                    .as(exclusion.toString())
                    .extracting(CredentialsReport.Status::code)
                    .containsExactly("assertion.bmffHash.malformed");
        }
    }

    /** Of the last of that name: its path in the manifest comes before it. */
    private static int box(byte[] file, String type) {
        return new String(file, StandardCharsets.ISO_8859_1).lastIndexOf(type) - 4;
    }

    private CredentialsReport read(SampleCredentials credentials, byte[] file) throws Exception {
        return new CredentialsReader(Trust.of(Set.of(credentials.root()))).read(file, NOW);
    }

    private static Map<String, Object> of(String xpath, Map<String, Object> more) {
        Map<String, Object> exclusion = new HashMap<>(more);
        exclusion.put("xpath", xpath);
        return exclusion;
    }

    private static Map<String, Object> part(String xpath, int offset, int length) {
        return of(xpath, Map.of("subset", List.of(Map.of("offset", offset, "length", length))));
    }
}
