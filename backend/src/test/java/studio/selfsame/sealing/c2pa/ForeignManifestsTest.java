package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another implementation does with manifests beyond signing one: boxes, ingredients, updates, redactions, compression. */
class ForeignManifestsTest {
    private static final Instant NOW = Instant.now();

    @TempDir
    Path folder;

    @Test
    void manifests_ofEveryKind_areReadAsTheyWereSigned() throws Exception {
        ForeignWriter writer = new ForeignWriter(NOW);
        Path jpeg = SampleFiles.write(folder, "plain.jpg");
        Path png = SampleFiles.write(folder, "plain.png");
        Path first = folder.resolve("first.jpg");
        Path second = folder.resolve("second.png");
        writer.add(jpeg, first, 2);
        writer.add(png, second, 1);
        writer.add(jpeg, folder.resolve("boxes.jpg"), 2).boundByBoxes();
        writer.add(png, folder.resolve("boxes.png"), 2).boundByBoxes();
        writer.add(jpeg, folder.resolve("compressed.jpg"), 2).compressed();
        writer.add(jpeg, folder.resolve("made-of.jpg"), 2).using(first, second);
        writer.add(first, folder.resolve("edited.jpg"), 2).intent("edit");
        writer.add(folder.resolve("edited.jpg"), folder.resolve("twice.jpg"), 2).intent("edit");
        writer.add(first, folder.resolve("updated.jpg"), 2).intent("update");
        writer.add(folder.resolve("updated.jpg"), folder.resolve("again.jpg"), 2)
                .intent("update");
        writer.add(first, folder.resolve("redacted.jpg"), 2).intent("update").redacting("org.example.word");
        writer.add(first, folder.resolve("redacted-edit.jpg"), 2).intent("edit").redacting("org.example.word");

        assertThat(writer.sign()).hasSize(12).allSatisfy(verdict -> {
            assertThat(verdict.state()).as(verdict.toString()).isEqualTo("Trusted");
            CredentialsReport report = read(writer, Files.readAllBytes(Path.of(verdict.file())));
            if (verdict.file().endsWith("/compressed.jpg")) {
                assertThat(codes(report)).containsExactly("algorithm.unsupported");
            } else {
                assertThat(report.state()).as(verdict.file() + report).isEqualTo(CredentialsReport.State.VALID);
            }
        });
        assertThat(read(writer, bytes("boxes.jpg")).confirmed("assertion.boxesHash.match"))
                .isTrue();
        assertThat(read(writer, bytes("made-of.jpg")).successes())
                .filteredOn(status -> status.code().equals("ingredient.manifest.validated"))
                .hasSize(2);
        assertThat(read(writer, bytes("redacted.jpg")).confirmed("ingredient.claimSignature.validated"))
                .isTrue();
        assertThat(new String(bytes("redacted.jpg"), StandardCharsets.ISO_8859_1).split("unchanged", -1))
                .hasSize(2);
        changed(writer);
    }

    private void changed(ForeignWriter writer) throws Exception {
        byte[] boxes = bytes("boxes.jpg");
        assertThat(codes(read(writer, Tamper.flip(boxes.clone(), boxes.length - 10))))
                .containsExactly("assertion.boxesHash.mismatch");
        assertThat(codes(read(writer, Arrays.copyOf(boxes, boxes.length + 4))))
                .containsExactly("assertion.boxesHash.unknownBox");
        assertThat(codes(read(writer, withComment(boxes)))).containsExactly("assertion.boxesHash.unknownBox");
        byte[] chunks = bytes("boxes.png");
        assertThat(codes(read(writer, Tamper.flip(chunks.clone(), chunks.length - 20))))
                .containsExactly("assertion.boxesHash.mismatch");
        for (String name : List.of("made-of.jpg", "edited.jpg", "twice.jpg", "updated.jpg", "again.jpg")) {
            byte[] file = bytes(name);
            assertThat(codes(read(writer, Tamper.flip(file.clone(), file.length - 10))))
                    .as(name)
                    .containsExactly("assertion.dataHash.mismatch");
            // The first in the store is the oldest: an ingredient's.
            assertThat(codes(read(writer, Tamper.flip(file.clone(), Tamper.find(file, "unchanged")))))
                    .as(name)
                    .contains("ingredient.manifest.mismatch");
        }
        byte[] redacted = bytes("redacted.jpg");
        assertThat(codes(read(writer, Tamper.flip(redacted.clone(), Tamper.find(redacted, "of json")))))
                .containsExactly("assertion.hashedURI.mismatch");
        assertThat(codes(read(writer, Tamper.flip(redacted.clone(), redacted.length - 10))))
                .containsExactly("assertion.dataHash.mismatch");
    }

    /** A segment more, behind the first. */
    private static byte[] withComment(byte[] jpeg) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(jpeg, 0, 2);
        all.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 4, 'h', 'i'});
        all.write(jpeg, 2, jpeg.length - 2);
        return all.toByteArray();
    }

    private byte[] bytes(String name) throws Exception {
        return Files.readAllBytes(folder.resolve(name));
    }

    private static CredentialsReport read(ForeignWriter writer, byte[] file) throws Exception {
        return new CredentialsReader(Trust.of(Set.of(writer.root()))).read(file, NOW);
    }

    private static List<String> codes(CredentialsReport report) {
        return report.failures().stream()
                .map(CredentialsReport.Status::code)
                .distinct()
                .toList();
    }
}
