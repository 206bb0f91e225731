package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another implementation of C2PA (c2pa-rs, native and WASM), run by node. Its packages are fetched once, at the versions of
 * {@code src/test/c2pa/package-lock.json}; where that or node is impossible the test fails.
 */
public final class Witness {
    private static final Path SOURCE = Path.of("src/test/c2pa");
    private static final Path HOME = Path.of("target/c2pa-witness");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "witness.mjs", "sign.mjs");

    private Witness() {}

    /** @param state {@code Trusted}, {@code Valid}, {@code Invalid}, {@code Unreadable} or {@code Absent} */
    public record Verdict(String file, String build, String state, List<String> failures, List<String> successes) {}

    /** Two verdicts for each file: of the native and of the WASM build. */
    public static List<Verdict> judge(X509Certificate root, List<Path> files) throws Exception {
        return judge(List.of(root), files);
    }

    /** The same with several roots. */
    static List<Verdict> judge(List<X509Certificate> roots, List<Path> files) throws Exception {
        install();
        Path pem = HOME.resolve("root-" + ProcessHandle.current().pid() + ".pem");
        StringBuilder anchors = new StringBuilder();
        for (X509Certificate root : roots) {
            anchors.append(pem("CERTIFICATE", root.getEncoded()));
        }
        Files.writeString(pem, anchors);
        List<String> command = new ArrayList<>(
                List.of("node", "witness.mjs", pem.toAbsolutePath().toString()));
        files.forEach(file -> command.add(file.toAbsolutePath().toString()));
        return verdicts(command);
    }

    /** Runs {@code sign.mjs}: one verdict for each file that it signed. */
    static List<Verdict> sign(String jobs) throws Exception {
        install();
        Path file = HOME.resolve("jobs-" + ProcessHandle.current().pid() + ".json");
        Files.writeString(file, jobs);
        try {
            return verdicts(List.of("node", "sign.mjs", file.toAbsolutePath().toString()));
        } finally {
            Files.delete(file);
        }
    }

    static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {10}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }

    private static List<Verdict> verdicts(List<String> command) throws Exception {
        JsonMapper json = new JsonMapper();
        return run(command)
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> json.readValue(line, Verdict.class))
                .toList();
    }

    private static void install() throws Exception {
        Files.createDirectories(HOME);
        try (FileChannel lock =
                        FileChannel.open(HOME.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            assertThat(held.isValid()).isTrue();
            boolean current = upToDate();
            for (String file : FILES) {
                Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!current) {
                run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
                Files.writeString(HOME.resolve(".installed"), "");
            }
        }
    }

    private static boolean upToDate() throws IOException {
        Path lockFile = HOME.resolve("package-lock.json");
        return Files.exists(HOME.resolve(".installed"))
                && Files.exists(lockFile)
                && Arrays.equals(Files.readAllBytes(lockFile), Files.readAllBytes(SOURCE.resolve("package-lock.json")));
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
