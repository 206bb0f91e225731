package studio.selfsame.host;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** The Keycloak that the build unpacked beside our classes. */
record KeycloakDistribution(Path folder) {
    private static final String AUGMENTED = ".augmented";

    /** Prepared for Postgres: once per distribution, about half a minute. */
    static KeycloakDistribution prepared() throws IOException {
        var distribution = new KeycloakDistribution(unpacked());
        if (!distribution.isAugmented()) {
            distribution.augmentOnce();
        }
        return distribution;
    }

    /** Starts Java itself: {@code kc.sh} leaves an orphan when it is killed. */
    List<String> startLine(StudioHome home, int port) {
        var line = new ArrayList<>(List.of(
                java().toString(),
                "-Xms64m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=64m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dselfsame.home=" + home.path(),
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                "-cp",
                folder.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        line.addAll(List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://localhost:" + port,
                // without it JGroups listens on every address
                "--cache=local",
                "--db-pool-initial-size=2",
                "--db-pool-max-size=15",
                "--log-level=warn"));
        return line;
    }

    private void augmentOnce() throws IOException {
        try (var channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (held.isValid() && !isAugmented()) {
                augment();
                Files.write(folder.resolve(AUGMENTED), application());
            }
        }
    }

    /** The build unpacks Keycloak anew at times, over what was made here: then it must be made again. */
    private boolean isAugmented() throws IOException {
        var stamp = folder.resolve(AUGMENTED);
        return Files.exists(stamp) && Arrays.equals(Files.readAllBytes(stamp), application());
    }

    /** SHA-256 of what {@code kc.sh build} makes. */
    private byte[] application() throws IOException {
        return DigestUtils.sha256(Files.readAllBytes(folder.resolve("lib/quarkus/quarkus-application.dat")));
    }

    private void augment() throws IOException {
        var builder = new ProcessBuilder(
                "bash",
                folder.resolve("bin/kc.sh").toString(),
                "build",
                "--db=postgres",
                "--health-enabled=false",
                "--metrics-enabled=false",
                "--features-disabled=kerberos,ciba,device-flow");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("Keycloak could not be prepared: " + said.strip());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static Path unpacked() throws IOException {
        try {
            var classes = Path.of(KeycloakDistribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var parent = classes.resolveSibling("keycloak");
            if (Files.isDirectory(parent)) {
                try (var found = Files.list(parent)) {
                    var folder = found.filter(path -> Files.exists(path.resolve("lib/quarkus-run.jar")))
                            .findFirst();
                    if (folder.isPresent()) {
                        return folder.get();
                    }
                }
            }
            throw new ProblemException(
                    ProblemException.Kind.UNAVAILABLE,
                    new Problem(
                            "start",
                            "Keycloak is not unpacked in `" + parent + "`",
                            "The studio was not started.",
                            "Build with `./selfsame` or `mvn process-classes`, or name your own with"
                                    + " selfsame.keycloak.issuer."));
        } catch (URISyntaxException e) {
            throw new IOException("cannot tell where the studio's classes lie", e);
        }
    }
}
