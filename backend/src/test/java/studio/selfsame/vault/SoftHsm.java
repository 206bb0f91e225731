package studio.selfsame.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** A PKCS#11 token in software, new with each JVM; whoever uses it takes a key label of its own. */
public final class SoftHsm {
    public static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    public static final String PIN = "4711-0815";
    public static final long SLOT = initialised();

    private SoftHsm() {}

    static Pkcs11Properties settings(String keyLabel, Path folder) throws IOException {
        return new Pkcs11Properties(LIBRARY, SLOT, keyLabel, pinFile(folder), null);
    }

    static String freshLabel() {
        return "k" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** A file that holds the PIN. */
    public static Path pinFile(Path folder) throws IOException {
        return Files.writeString(folder.resolve("pin"), PIN + "\n");
    }

    private static long initialised() {
        try {
            var configuration = Path.of(Objects.requireNonNull(System.getenv("SOFTHSM2_CONF"), "set by the build"));
            var tokens = configuration.resolveSibling("softhsm2-tokens");
            FileSystemUtils.deleteRecursively(tokens);
            Files.createDirectories(tokens);
            Files.writeString(
                    configuration,
                    "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
            var process = new ProcessBuilder(
                            "softhsm2-util",
                            "--init-token",
                            "--free",
                            "--label",
                            "selfsame",
                            "--so-pin",
                            PIN,
                            "--pin",
                            PIN)
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var assigned = Pattern.compile("slot (\\d+)").matcher(said);
            if (!assigned.find()) {
                throw new IOException("no token: " + said);
            }
            return Long.parseLong(assigned.group(1));
        } catch (IOException e) {
            throw new IllegalStateException("SoftHSM does not work: Debian package softhsm2", e);
        }
    }
}
