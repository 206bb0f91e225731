package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import studio.selfsame.StudioTest;
import studio.selfsame.TestStudio;
import studio.selfsame.host.EmbeddedPostgres;
import studio.selfsame.identity.Person;
import studio.selfsame.rendering.RenderId;
import studio.selfsame.vault.ObjectStore;

/** Sealing is killed twenty times, at moments that nobody chose. */
@StudioTest
@Import(SealingRoom.class)
class KilledSealingTest {
    private static final int KILLS = 20;
    private static final long SEED = 6;
    private static final String WRITTEN_FIRST = "sealing ";
    private static final String STORING = "storing ";

    @Autowired
    OutputRows outputs;

    @Autowired
    ObjectStore store;

    @Autowired
    ContentCredentials credentials;

    private final Person person = SealingRoom.SignedIn.fresh();
    private final Path scratch = TestStudio.home().resolve("scratch/sealing");

    @Test
    void sealing_killedAtTwentyMoments_leavesNothingPartialAndIsDoneByTheNextAttempt() throws Exception {
        List<UUID> renders = Stream.generate(UUID::randomUUID).limit(1L + KILLS).toList();
        long whole = sealed(renders.subList(0, 1));
        var moments = new Random(SEED);
        int interrupted = 0;
        int storing = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(renders);
            try (BufferedReader said = process.inputReader()) {
                assertThat(said.readLine()).startsWith(WRITTEN_FIRST);
                boolean ended = process.waitFor(moments.nextLong(whole), TimeUnit.NANOSECONDS);
                assertThat(ended).isFalse();
                // its handle leaves what it said to be read
                process.toHandle().destroyForcibly();
                process.waitFor();
                storing += said.lines()
                                .reduce(WRITTEN_FIRST, (earlier, last) -> last)
                                .startsWith(STORING)
                        ? 1
                        : 0;
            } finally {
                process.destroyForcibly();
            }
            interrupted += unfinished(renders) > 0 ? 1 : 0;
            everythingThatIsThereIsWhole(renders);
        }
        assertThat(interrupted).isPositive();
        assertThat(storing).isPositive();
        List<UUID> begun = renders.stream().filter(this::wasBegun).toList();

        sealed(begun);

        assertThat(begun).allSatisfy(render -> {
            assertThat(outputs.ofRender(new RenderId(render))).isPresent();
            assertThat(scratch.resolve(render.toString())).doesNotExist();
        });
        everythingThatIsThereIsWhole(renders);
    }

    private boolean wasBegun(UUID render) {
        return outputs.ofRender(new RenderId(render)).isPresent() || Files.exists(scratch.resolve(render.toString()));
    }

    /** Renders that were begun, and are not done. */
    private long unfinished(List<UUID> renders) {
        return renders.stream()
                .filter(render -> Files.exists(scratch.resolve(render.toString())))
                .count();
    }

    /** A record has its object; an object, with record or without, is all of a sealed file. */
    private void everythingThatIsThereIsWhole(List<UUID> renders) throws IOException {
        for (UUID render : renders) {
            var object = Delivery.objectOf(new RenderId(render));
            var record = outputs.ofRender(new RenderId(render));
            assertThat(record.isEmpty() || store.exists(object)).isTrue();
            if (store.exists(object)) {
                try (var channel = store.open(object)) {
                    assertThat(credentials.read(channel).state()).isEqualTo(FileCredentials.State.VALID);
                    String sha256 = DigestUtils.sha256Hex(Channels.newInputStream(channel.position(0)));
                    assertThat(record.map(OutputRecord::fileSha256).orElse(sha256))
                            .isEqualTo(sha256);
                }
            }
        }
        assertThat(outputs.of(person.id()))
                .allSatisfy(
                        output -> assertThat(renders).contains(output.render().value()));
    }

    /** Nanoseconds that sealing these takes a process that is left alone, from the first one's beginning. */
    private long sealed(List<UUID> renders) throws Exception {
        Process process = start(renders);
        try (BufferedReader said = process.inputReader()) {
            String first = said.readLine();
            long begun = System.nanoTime();
            assertThat(first == null || first.startsWith(WRITTEN_FIRST)).isTrue();
            assertThat(process.waitFor()).isZero();
            return System.nanoTime() - begun;
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(List<UUID> renders) throws IOException {
        var postgres = TestStudio.postgres();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                SealsUntilKilled.class.getName(),
                TestStudio.home().toString(),
                postgres.url(EmbeddedPostgres.STUDIO),
                postgres.username(),
                person.id().value().toString()));
        renders.forEach(render -> command.add(render.toString()));
        var builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("DATABASE_PASSWORD", postgres.password());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
