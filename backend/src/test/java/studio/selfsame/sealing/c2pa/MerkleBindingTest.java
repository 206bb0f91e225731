package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files bound piece by piece. */
class MerkleBindingTest {
    private static final Instant NOW = Instant.now();

    @TempDir
    Path folder;

    @Test
    void media_boundInBlocksByAnotherImplementation_isValidUntilABlockChanges() throws Exception {
        ForeignWriter writer = new ForeignWriter(NOW);
        Path plain = SampleMp4.write(folder.resolve("plain.mp4"), false, true);
        for (int proofs : List.of(0, 1, 3, 10)) {
            writer.add(plain, folder.resolve(proofs + ".mp4"), 2)
                    .core(Map.of("merkle_tree_chunk_size_in_kb", 1, "merkle_tree_max_proofs", proofs));
        }
        var reader = new CredentialsReader(Trust.of(Set.of(writer.root())));

        assertThat(writer.sign()).hasSize(4).allSatisfy(verdict -> {
            assertThat(verdict.state()).as(verdict.toString()).isEqualTo("Trusted");
            byte[] file = Files.readAllBytes(Path.of(verdict.file()));
            CredentialsReport report = reader.read(file, NOW);
            assertThat(report.state()).as(report.toString()).isEqualTo(CredentialsReport.State.VALID);
            assertThat(report.assertions().get(BmffHash.LABEL).containsKey("merkle"))
                    .isTrue();
            int media = find(file, "mdat");
            for (int at : new int[] {media + 4, media + 12, media + 5000, media + 10_003}) {
                assertThat(reader.read(Tamper.flip(file.clone(), at), NOW).failures())
                        .as("byte " + (at - media))
                        .extracting(CredentialsReport.Status::code)
                        .containsExactly("assertion.bmffHash.mismatch");
            }
        });
    }

    @Test
    void fragments_boundByHand_areValidHereAndElsewhereUntilOneChangesOrIsGone() throws Exception {
        var credentials = new SampleCredentials(NOW, false);
        var reader = new CredentialsReader(Trust.of(Set.of(credentials.root())));
        List<Path> ofOneFile = new ArrayList<>();
        for (int count : List.of(1, 5, 8)) {
            for (int height : count == 1 ? List.of(0) : List.of(0, 1, 3)) {
                for (boolean joined : List.of(false, true)) {
                    MerkleSample sample = new MerkleSample(count, height, joined);
                    Path signed = sample.write(credentials, folder, count + "-" + height + "-" + joined + ".mp4");
                    CredentialsReport report = credentials.read(signed, NOW);
                    assertThat(report.state()).as(sample + " " + report).isEqualTo(CredentialsReport.State.VALID);
                    for (byte[] bad : tampered(Files.readAllBytes(signed), count)) {
                        assertThat(reader.read(bad, NOW).failures())
                                .as(sample.toString())
                                .extracting(CredentialsReport.Status::code)
                                .containsExactly("assertion.bmffHash.mismatch");
                    }
                    if (!joined) {
                        ofOneFile.add(signed);
                    }
                }
            }
        }

        assertThat(Witness.judge(credentials.root(), ofOneFile))
                .hasSize(2 * ofOneFile.size())
                .filteredOn(verdict -> !verdict.state().equals("Trusted"))
                .isEmpty();
    }

    /** A byte of the index, of the first and of the last fragment; the last fragment gone; the first two changed about. */
    private static List<byte[]> tampered(byte[] file, int count) {
        List<byte[]> bad = new ArrayList<>();
        bad.add(Tamper.flip(file.clone(), find(file, "mvhd") + 40));
        bad.add(Tamper.flip(file.clone(), find(file, "mdat") + 40));
        bad.add(Tamper.flip(file.clone(), file.length - 1));
        bad.add(Tamper.flip(file.clone(), find(file, "mfhd") + 11));
        List<Integer> starts = starts(file);
        if (count > 1) {
            bad.add(Arrays.copyOf(file, starts.getLast()));
            ByteArrayOutputStream swapped = new ByteArrayOutputStream();
            swapped.write(file, 0, starts.get(0));
            swapped.write(file, starts.get(1), starts.get(2) - starts.get(1));
            swapped.write(file, starts.get(0), starts.get(1) - starts.get(0));
            swapped.write(file, starts.get(2), file.length - starts.get(2));
            bad.add(swapped.toByteArray());
        }
        return bad;
    }

    private static List<Integer> starts(byte[] file) {
        List<Integer> starts = new ArrayList<>();
        boolean between = false;
        for (int at = 0; at < file.length; at += ByteBuffer.wrap(file).getInt(at)) {
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (between && (type.equals("uuid") || type.equals("styp"))) {
                starts.add(at);
                between = false;
            }
            between |= type.equals("moov") || type.equals("mdat");
        }
        return starts;
    }

    private static int find(byte[] file, String type) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.indexOf(type, text.indexOf("c2pa.signature"));
    }
}
