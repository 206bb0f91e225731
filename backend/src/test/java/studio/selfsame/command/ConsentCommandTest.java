package studio.selfsame.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.selfsame.audit.NoteKey;
import studio.selfsame.consent.DeletionCertificate;

class ConsentCommandTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Consent command = new Consent(new PrintStream(said, true, StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private NoteKey key;
    private Path file;

    @BeforeEach
    void issue() throws Exception {
        key = NoteKey.openOrGenerate("studio.example/deletion", folder.resolve("deletion.key"));
        file = folder.resolve("certificate.txt");
        Files.writeString(file, key.sign(DeletionCertificate.FIRST_LINE + "\n\nLikeness: 1\n"));
    }

    @Test
    void verify_asIssued_saysWhatItSaysWithZero() {
        assertThat(verify(key.verifierKey())).isEqualTo(Consent.VERIFIED);
        assertThat(said())
                .startsWith(DeletionCertificate.FIRST_LINE + "\n\nLikeness: 1\n")
                .contains("Signed by studio.example/deletion+");
    }

    @Test
    void verify_oneByteChanged_isNotVerifiedAndSaysNothingOfIt() throws Exception {
        Files.writeString(file, Files.readString(file).replace("Likeness: 1", "Likeness: 2"));

        assertThat(verify(key.verifierKey())).isEqualTo(Consent.NOT_VERIFIED);
        assertThat(said()).startsWith("NOT VERIFIED").doesNotContain("Likeness");
    }

    @Test
    void verify_byAnotherKeyOfTheSameName_isNotVerified() throws Exception {
        var other = NoteKey.openOrGenerate("studio.example/deletion", folder.resolve("other.key"));

        assertThat(verify(other.verifierKey())).isEqualTo(Consent.NOT_VERIFIED);
    }

    @Test
    void verify_whatTheKeySignedButIsNoCertificate_cannotBeRead() throws Exception {
        Files.writeString(file, key.sign("studio.example/deletion\n1\nAAAA\n"));

        assertThat(verify(key.verifierKey())).isEqualTo(Consent.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "verify", "verify a", "verify a --key", "verify a b c", "issue a --key b"})
    void arguments_ofNoForm_areAnErrorWithCodeTwo(String line) {
        assertThat(command.run(List.of(line.split(" ")))).isEqualTo(Consent.UNREADABLE);
    }

    @Test
    void verify_noFileOrNoKey_isAnErrorWithCodeTwo() throws Exception {
        assertThat(verify("no key")).isEqualTo(Consent.UNREADABLE);
        Files.delete(file);
        assertThat(verify(key.verifierKey())).isEqualTo(Consent.UNREADABLE);
    }

    private int verify(String with) {
        return command.run(List.of("verify", file.toString(), "--key", with));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
