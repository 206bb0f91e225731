package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import studio.selfsame.StudioTest;
import studio.selfsame.TestStudio;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.media.Media;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.rendering.PlayedRenders;
import studio.selfsame.rendering.RenderId;
import studio.selfsame.sealing.c2pa.CoseAlgorithm;
import studio.selfsame.work.WorkQueue;

/** What keeps every render from being sealed is told to the operators once, until they have looked after it. */
@StudioTest
@Import(SealingRoom.class)
class HindranceTest {
    private static final Set<AlertKind> KINDS =
            Set.of(AlertKind.TIME_STAMP_MISSING, AlertKind.DISK_FULL, AlertKind.SEALING_FAILED);

    @Autowired
    SealingWork work;

    @Autowired
    SealingRoom.Station station;

    @Autowired
    PlayedRenders renders;

    @Autowired
    AlertRows alerts;

    @Autowired
    MeterRegistry meters;

    private final Person person = SealingRoom.SignedIn.fresh();

    @BeforeEach
    void nobodyWaits() {
        untold().forEach(alert -> acknowledge(alert.id()));
    }

    @Test
    void authority_withoutAnAnswer_isTheOperatorsAffairAndToldSo(
            @Autowired Media media,
            @Autowired MarkKeys marks,
            @Autowired ContentCredentials credentials,
            @Autowired RenderGrounds grounds,
            @Autowired Authorizer authorizer,
            @Autowired Delivery delivery,
            @Autowired OutputRows outputs,
            @Autowired WorkQueue queue,
            @Autowired OperatorAlerts operators,
            @Autowired ApplicationEventPublisher events,
            @Autowired ObjectProvider<Clock> clock)
            throws Exception {
        HttpServer authority = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        authority.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        authority.start();
        var url = URI.create("http://127.0.0.1:" + authority.getAddress().getPort() + "/");
        var stamped = new SealingSettings(null, null, null, null, null, null, url, null, null).timeStamper();
        KeyFolder keys = new KeyFolder(TestStudio.home().resolve("keys/c2pa"));
        var asking = new OwnAuthority(keys, Clock.systemUTC(), stamped, CoseAlgorithm.ES256).openOrMake();
        var sealer = new Sealer(media, marks, asking, credentials, grounds, new ProducerSettings("Sample"), clock);
        var asker = new SealingWork(
                renders,
                authorizer,
                sealer,
                delivery,
                outputs,
                queue,
                operators,
                events,
                TestStudio.home().toString());
        UUID render = station.muteRender(person, station.likenessOf(person), () -> {});
        try {
            Throwable last = catchThrowable(() -> SealingRoom.work(asker, render));
            assertThat(last).isNotNull();
            Optional<Problem> told = asker.givenUp(SealingRoom.order(asker, render), last);

            assertThat(told.orElseThrow().cause()).contains("time stamping authority");
            assertThat(asker.givenUp(SealingRoom.order(asker, UUID.randomUUID()), last))
                    .isEqualTo(told);
        } finally {
            authority.stop(0);
        }
        assertThat(outputs.ofRender(new RenderId(render))).isEmpty();
        OperatorAlert alert = only(AlertKind.TIME_STAMP_MISSING);
        assertThat(alert.subject()).isEqualTo("time-stamp");
        assertThat(alert.details()).containsExactly(render.toString());
    }

    @Test
    void disk_withoutRoom_isTheOperatorsAffairAndToldSo() {
        UUID render = station.muteRender(person, station.likenessOf(person), () -> {
            try {
                Files.write(Path.of("/dev/full"), new byte[9_000]);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        });

        Throwable last = catchThrowable(() -> SealingRoom.work(work, render));

        assertThat(givenUp(render, last).orElseThrow().cause()).isEqualTo("The studio's disk is full.");
        assertThat(only(AlertKind.DISK_FULL).details()).containsExactly(render.toString());
    }

    @Test
    void encoder_withoutRoom_alertsThoughItsProblemIsFinal() {
        var problem = new ProblemException(
                ProblemException.Kind.UNAVAILABLE,
                new Problem("media", "The file could not be written.", "It was removed.", "Ask the operator."),
                new IllegalStateException("packet: No space left on device"));
        UUID render = failing(problem);

        assertThat(catchThrowable(() -> SealingRoom.work(work, render))).isSameAs(problem);

        assertThat(only(AlertKind.DISK_FULL).details()).containsExactly(render.toString());
    }

    @Test
    void problem_ofTheRendersOwn_alertsNobody() {
        var problem = ProblemException.unusable("media", "It is too wide.", "It was removed.", "Make it smaller.");
        UUID render = failing(problem);

        assertThat(catchThrowable(() -> SealingRoom.work(work, render))).isSameAs(problem);

        assertThat(untold()).isEmpty();
    }

    @Test
    void failure_thatNobodyForesaw_isToldOnceByWhatWasThrownAndAgainAfterItWasAcknowledged() {
        UUID render = UUID.randomUUID();

        assertThat(givenUp(render, new IllegalStateException("with a secret"))).isEmpty();
        assertThat(givenUp(UUID.randomUUID(), new IllegalStateException())).isEmpty();
        OperatorAlert alert = only(AlertKind.SEALING_FAILED);
        assertThat(alert.subject()).isEqualTo("IllegalStateException");
        assertThat(alert.details()).containsExactly(render.toString());
        assertThat(open(AlertKind.SEALING_FAILED)).isOne();

        givenUp(UUID.randomUUID(), null);
        assertThat(untold())
                .extracting(OperatorAlert::subject)
                .containsExactlyInAnyOrder("IllegalStateException", "worker-died");

        acknowledge(alert.id());
        assertThat(open(AlertKind.SEALING_FAILED)).isOne();
        givenUp(UUID.randomUUID(), new IllegalStateException());
        assertThat(open(AlertKind.SEALING_FAILED)).isEqualTo(2);
    }

    private UUID failing(ProblemException problem) {
        return station.muteRender(person, station.likenessOf(person), () -> {
            throw problem;
        });
    }

    private Optional<Problem> givenUp(UUID render, @Nullable Throwable last) {
        return work.givenUp(SealingRoom.order(work, render), last);
    }

    /** The one alert that nobody has acknowledged. */
    private OperatorAlert only(AlertKind kind) {
        List<OperatorAlert> open = untold();
        assertThat(open).extracting(OperatorAlert::kind).containsExactly(kind);
        return open.getFirst();
    }

    private List<OperatorAlert> untold() {
        return alerts.list(false).stream()
                .filter(alert -> KINDS.contains(alert.kind()))
                .toList();
    }

    private void acknowledge(UUID alert) {
        alerts.acknowledge(alert, new PersonId(UUID.randomUUID()), Instant.now());
    }

    private double open(AlertKind kind) {
        return meters.get("selfsame.alerts.open")
                .tag("kind", kind.code())
                .gauge()
                .value();
    }
}
