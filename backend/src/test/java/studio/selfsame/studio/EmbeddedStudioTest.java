package studio.selfsame.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.Eventually;
import studio.selfsame.command.SignIn;
import studio.selfsame.host.EmbeddedStudio;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole embedded studio with its real Keycloak and a real worker. */
@Order(2)
class EmbeddedStudioTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path home;

    private static EmbeddedStudio studio;

    @BeforeAll
    static void start() {
        studio = EmbeddedStudio.start(
                home, Map.of("server.port", "0", "selfsame.host.keycloak-port", "0", "selfsame.host.workers", "1"));
    }

    @AfterAll
    static void stopsWithoutLeavingAProcess() throws Exception {
        var children = ProcessHandle.current()
                .descendants()
                .filter(EmbeddedStudioTest::isOfThisHome)
                .toList();
        assertThat(children).isNotEmpty();
        studio.close();
        for (var child : children) {
            child.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    /** Other tests of this JVM keep a Postgres of their own. */
    private static boolean isOfThisHome(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .contains(home.toString());
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void signIn_newAccountWithPkce_isACreatorWhomTheStudioKnows() throws Exception {
        var name = "ada-" + UUID.randomUUID();
        studio.admin().createAccount(name, "correct horse battery", Set.of());
        var signIn = SignIn.at(studio.issuer(), name, "correct horse battery");

        var me = get("/api/me", signIn.get());

        assertThat(me.path("roles").toString()).isEqualTo("[\"creator\"]");
        assertThat(UUID.fromString(me.path("personId").asString())).isNotNull();
        assertThat(get("/api/me", signIn.get()).path("personId")).isEqualTo(me.path("personId"));
    }

    @Test
    void signIn_wrongPassword_isRefused() {
        var name = "bob-" + UUID.randomUUID();
        studio.admin().createAccount(name, "correct horse battery", Set.of());

        assertThatThrownBy(() -> SignIn.at(studio.issuer(), name, "wrong horse battery"))
                .hasMessageContaining("did not accept the account");
    }

    @Test
    void signIn_firstReferee_isAReferee() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(studio.accounts())))
                .isEqualTo("rw-------");
        var password = Files.readAllLines(studio.accounts()).stream()
                .filter(line -> line.startsWith("referee "))
                .map(line -> line.substring("referee ".length()))
                .findFirst()
                .orElseThrow();

        var me = get("/api/me", SignIn.at(studio.issuer(), "referee", password).get());

        assertThat(me.path("roles").toString()).contains("referee");
    }

    @Test
    void api_tokenOfAnotherRealm_isRefused() throws Exception {
        var forged = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.";
        assertThat(send("/api/me", forged)).isEqualTo(401);
    }

    @Test
    void worker_killed_isStartedAgain() {
        Eventually.eventually(SOON, () -> assertThat(studio.workers()).hasSize(1));
        var first = studio.workers().getFirst();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        Eventually.eventually(SOON, () -> {
            assertThat(studio.workers()).hasSize(1);
            assertThat(studio.workers().getFirst()).isNotEqualTo(first);
        });
    }

    private static JsonNode get(String path, String token) throws Exception {
        var answer = HttpClient.newHttpClient().send(request(path, token), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private static int send(String path, String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(request(path, token), BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpRequest request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(studio.baseUrl() + path))
                .header("Authorization", "Bearer " + token)
                .build();
    }
}
