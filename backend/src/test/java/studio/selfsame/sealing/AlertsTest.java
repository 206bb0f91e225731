package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.OutputMarks;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.rendering.PlayedRenders;
import studio.selfsame.rendering.RenderId;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.watermark.Payload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators are told of a file that did not bear what it must. */
@StudioTest
@Import(SealingRoom.class)
class AlertsTest {
    @Autowired
    Delivery delivery;

    @Autowired
    SealingRoom.Station station;

    @Autowired
    SealingRoom.SignedIn signedIn;

    @Autowired
    SealingRoom.Heard heard;

    @Autowired
    PlayedRenders renders;

    @Autowired
    ObjectStore store;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MockMvc http;

    @TempDir
    Path folder;

    private final Person operator =
            new Person(new PersonId(UUID.randomUUID()), Set.of(Person.Role.OPERATOR), 1, Instant.now(), false);
    private final JsonMapper json = new JsonMapper();

    @Test
    void file_thatFailsItsOwnVerification_isRecordedCountedAndAlertsTheOperatorOnce() throws Exception {
        UUID render = render();
        double before = counted("label");

        assertThatThrownBy(() -> deliverWithoutLabel(render)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> deliverWithoutLabel(render)).isInstanceOf(ProblemException.class);

        assertThat(store.exists(Delivery.objectOf(new RenderId(render)))).isFalse();
        assertThat(heard.about(render.toString())).contains("SelfVerificationFailed");
        assertThat(counted("label")).isEqualTo(before + 1);
        signedIn.as(operator);
        List<JsonNode> alerts = alertsAbout(render, "");
        assertThat(alerts).hasSize(1);
        assertThat(alerts.getFirst().path("kind").asString()).isEqualTo("self-verification-failed");
        assertThat(alerts.getFirst().path("details").toString()).isEqualTo("[\"label\"]");
    }

    @Test
    void alert_acknowledged_isOffTheListAndOnTheTrail() throws Exception {
        UUID render = render();
        assertThatThrownBy(() -> deliverWithoutLabel(render)).isInstanceOf(ProblemException.class);
        signedIn.as(operator);
        String alert = alertsAbout(render, "").getFirst().path("id").asString();
        String path = "/api/operator/alerts/" + alert + "/acknowledgement";

        http.perform(post(path).with(jwt()).with(csrf())).andExpect(status().isOk());

        assertThat(alertsAbout(render, "")).isEmpty();
        assertThat(alertsAbout(render, "?all=true"))
                .hasSize(1)
                .first()
                .satisfies(
                        of -> assertThat(of.path("acknowledgedAt").asString()).isNotEmpty());
        assertThat(heard.about(alert)).containsExactly("AlertAcknowledged");
        http.perform(post(path).with(jwt()).with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void alerts_askedForByAnybodyElse_areNotShown() throws Exception {
        signedIn.as(SealingRoom.SignedIn.fresh());
        http.perform(get("/api/operator/alerts").with(jwt())).andExpect(status().isForbidden());
        http.perform(post("/api/operator/alerts/" + UUID.randomUUID() + "/acknowledgement")
                        .with(jwt())
                        .with(csrf()))
                .andExpect(status().isForbidden());
        http.perform(get("/api/operator/alerts")).andExpect(status().isUnauthorized());
    }

    @Test
    void call_configured_postsTheAlertAndSurvivesWhateverComesOfIt() throws Exception {
        var alert = new OperatorAlert(
                UUID.randomUUID(),
                AlertKind.SELF_VERIFICATION_FAILED,
                "a-render",
                List.of("label"),
                Instant.now(),
                null);
        var heardThere = new CompletableFuture<String>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heardThere.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
        URI there = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/alerts");
        try {
            new AlertCall(new AlertSettings(there), json).send(alert);
            JsonNode told = json.readTree(heardThere.get(20, TimeUnit.SECONDS));
            assertThat(told.path("subject").asString()).isEqualTo("a-render");
        } finally {
            server.stop(0);
        }
        new AlertCall(new AlertSettings(there), json).send(alert);
        new AlertCall(new AlertSettings(null), json).send(alert);
    }

    @Test
    void settings_urlThatWouldTellTheWorld_areRefused() {
        for (String url : List.of("http://example.org/x", "ftp://127.0.0.1/x", "mailto:a@example.org")) {
            assertThatIllegalArgumentException()
                    .as(url)
                    .isThrownBy(() -> new AlertSettings(URI.create(url)))
                    .withMessageContaining("selfsame.alerts.url");
        }
        assertThat(new AlertSettings(URI.create("https://hooks.example.org/secret")).toString())
                .doesNotContain("secret");
    }

    private UUID render() {
        Person person = SealingRoom.SignedIn.fresh();
        LikenessId likeness = station.likenessOf(person);
        signedIn.as(person);
        return station.render(person, likeness, PlayedRenders.WIDTH, () -> {});
    }

    private void deliverWithoutLabel(UUID render) throws Exception {
        Path file = Files.write(folder.resolve("file.mp4"), new byte[] {1});
        String hash = "ab".repeat(32);
        var found = new SelfVerification.Found(
                new OutputMarks(true, false, true), List.of("The label cannot be read in picture 3."));
        delivery.deliver(
                new SealedFile(
                        new Payload(render.getLeastSignificantBits()).toHex(),
                        file,
                        1,
                        hash,
                        hash,
                        found,
                        Optional.empty()),
                renders.unsealed(new RenderId(render)).orElseThrow());
    }

    private List<JsonNode> alertsAbout(UUID render, String query) throws Exception {
        String body = http.perform(get("/api/operator/alerts" + query).with(jwt()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return json.readTree(body)
                .valueStream()
                .filter(alert -> alert.path("subject").asString().equals(render.toString()))
                .toList();
    }

    private double counted(String missing) {
        return meters.get("selfsame.sealing.failures")
                .tag("missing", missing)
                .functionCounter()
                .count();
    }
}
