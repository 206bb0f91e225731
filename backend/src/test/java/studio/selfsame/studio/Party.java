package studio.selfsame.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.selfsame.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.command.SignIn;
import studio.selfsame.command.StudioClient;
import studio.selfsame.host.EmbeddedStudio;

/** Somebody with a real account: what they type to sign in, and the same account over HTTP. */
record Party(String account, String password, StudioClient client, String id) {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String AUDITED = """
            select count(*) from audit_entry
            where kind in ('StepRefused', 'UseRefused') and entry like ? and entry like ?
            """;

    /** A new account. */
    static Party made(EmbeddedStudio studio, String part) {
        String account = part + "-" + UUID.randomUUID();
        String password = UUID.randomUUID().toString();
        studio.admin().createAccount(account, password, Set.of());
        return signedIn(studio, account, password);
    }

    /** One of those that the studio made on its first start. */
    static Party first(EmbeddedStudio studio, String account) throws IOException {
        String password = Files.readAllLines(studio.accounts()).stream()
                .filter(line -> line.startsWith(account + " "))
                .map(line -> line.substring(account.length() + 1))
                .findFirst()
                .orElseThrow();
        return signedIn(studio, account, password);
    }

    private static Party signedIn(EmbeddedStudio studio, String account, String password) {
        StudioClient client = new StudioClient(studio.baseUrl(), SignIn.at(studio.issuer(), account, password));
        return new Party(
                account,
                password,
                client,
                client.get("/api/me").path("personId").asString());
    }

    void signsInOn(Visitor visitor) {
        visitor.signIn(account, password);
    }

    /** Hands in a portrait and returns the verification's id. */
    String handsIn(Path portrait) {
        return client.upload("/api/verifications", "portrait", portrait)
                .path("id")
                .asString();
    }

    /** Comes into an organisation. */
    void joins(String token) {
        client.post("/api/organisation-invitations/acceptance", Map.of("token", token));
    }

    /** The call is answered with 403 and all those reasons, and the record says so of this person. */
    void refused(Runnable call, String... reasons) {
        told(call, reasons);
        for (String reason : reasons) {
            eventually(SOON, () -> assertThat(recorded(reason)).as(reason).isPositive());
        }
    }

    private static void told(Runnable call, String... reasons) {
        List<String> told = StreamSupport.stream(
                        Strict.refused(403, call).path("reasons").spliterator(), false)
                .map(reason -> reason.path("policyId").asString())
                .toList();
        assertThat(told).contains(reasons);
    }

    /** How many refusals of this person's for that reason stand on the audit trail, which takes them up in batches. */
    private int recorded(String reason) {
        return WholeStudio.get()
                .room(JdbcClient.class)
                .sql(AUDITED)
                .params("%" + id + "%", "%" + reason + "%")
                .query(Integer.class)
                .single();
    }

    @Override
    public String toString() {
        return "Party[" + account + "]";
    }
}
