package studio.selfsame.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.QuietMonitor;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.enrolment.FootageScreen;
import studio.selfsame.identity.Person;
import studio.selfsame.inspection.InspectionReport.Verdict;
import studio.selfsame.inspection.child.Children;
import studio.selfsame.media.Media;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.rendering.PlayedRenders;
import studio.selfsame.sealing.SealingRoom;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkMonitor;

/** Files whose readers are killed, while another file is read and a render is sealed by the same worker. */
@StudioTest
@Import(SealingRoom.class)
class DyingChildTest {
    @Autowired
    List<WorkHandler> handlers;

    @Autowired
    InspectionWork work;

    @Autowired
    InspectionDesk desk;

    @Autowired
    FileInspector inspector;

    @Autowired
    FootageScreen screen;

    @Autowired
    SealingRoom.Station station;

    @Autowired
    PlayedRenders renders;

    @Autowired
    ObjectStore store;

    @Autowired
    Media media;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc http;

    @TempDir
    Path folder;

    private final Set<Long> spared = ConcurrentHashMap.newKeySet();
    private final CountDownLatch begun = new CountDownLatch(2);
    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void fileThatKillsItsReaders_isAProblem_andEverythingElseGoesOn() throws Exception {
        Path hum = Reencoding.hum(media, folder.resolve("hum.m4a"));
        Person person = SealingRoom.SignedIn.fresh();
        LikenessId likeness = station.likenessOf(person);
        UUID render = station.render(person, likeness, PlayedRenders.WIDTH, this::waits);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<InspectionReport> read =
                    others.submit(() -> inspector.inspect(() -> Files.newByteChannel(hum), new Spared()));
            Future<?> sealed = others.submit(() -> {
                SealingRoom.work(sealing(), render);
                return null;
            });
            try {
                assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
                inspectionFails(hum);
                assertThatThrownBy(() ->
                                screen.screen(() -> Files.newByteChannel(hum), Duration.ofMinutes(1), new Killing()))
                        .isInstanceOfSatisfying(ProblemException.class, died -> {
                            assertThat(died.kind()).isEqualTo(ProblemException.Kind.UNUSABLE);
                            assertThat(died.problem().stage()).isEqualTo("enrolment");
                            assertThat(died.problem().cause()).contains("died of it");
                        });
                assertThat(read.isDone() || sealed.isDone()).isFalse();
            } finally {
                over.countDown();
            }
            assertThat(read.get(2, TimeUnit.MINUTES).verdict()).isEqualTo(Verdict.NOT_OURS);
            sealed.get(2, TimeUnit.MINUTES);
        }
        assertThat(renders.outputOf(render)).isPresent();
        assertThat(Children.alive()).isEmpty();
        assertThatThrownBy(
                        () -> screen.screen(() -> Files.newByteChannel(hum), Duration.ofMinutes(1), new QuietMonitor()))
                .hasMessageContaining("no moving picture");
    }

    private void inspectionFails(Path file) throws Exception {
        UUID id;
        try (var bytes = Files.newInputStream(file)) {
            id = desk.take(bytes);
        }
        var order = SealingRoom.order(work, id);
        assertThatThrownBy(() -> work.handle(order, new Killing()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        died -> transaction.executeWithoutResult(status -> work.failed(order, died.problem())));
        http.perform(get("/api/inspections/" + id))
                .andExpect(jsonPath("$.state").value("failed"))
                .andExpect(jsonPath("$.problem.cause").value("The process that reads the file died of it."))
                .andExpect(jsonPath("$.problem.remedy").isNotEmpty());
        assertThat(store.exists(new ObjectKey("inspection/" + id))).isFalse();
    }

    private WorkHandler sealing() {
        return handlers.stream()
                .filter(handler -> handler.kind().equals("sealing.seal"))
                .findFirst()
                .orElseThrow();
    }

    private void waits() {
        begun.countDown();
        try {
            assertThat(over.await(5, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Its child is the only one so far, and waits until the others are dead. */
    private final class Spared implements WorkMonitor {
        @Override
        public void progress(String stage, double fraction, Map<String, Double> figures) {
            if (spared.isEmpty()) {
                Children.alive().forEach(child -> spared.add(child.pid()));
                waits();
            }
        }

        @Override
        public void checkCancelled() {}
    }

    /** As soon as a child has opened the file, the kernel ends it. */
    private final class Killing implements WorkMonitor {
        private boolean first = true;

        @Override
        public void progress(String stage, double fraction, Map<String, Double> figures) {
            if (!first) {
                Children.alive().stream()
                        .filter(child -> !spared.contains(child.pid()))
                        .forEach(ProcessHandle::destroyForcibly);
            }
            first = false;
        }

        @Override
        public void checkCancelled() {}
    }
}
