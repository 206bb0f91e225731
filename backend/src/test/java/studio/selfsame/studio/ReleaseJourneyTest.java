package studio.selfsame.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.command.Journey;
import studio.selfsame.host.EmbeddedStudio;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A talent release from an organisation that nobody knows yet to a statement and its end, as five people see it. */
class ReleaseJourneyTest {
    private static final int EXCERPT_SECONDS = 9;
    private static final double LONG_MS = 90_000;
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private EmbeddedStudio studio;
    private Party operator;
    private Party referee;
    private Party manager;
    private Party producer;
    private Party talent;
    private Party outsider;
    private JsonNode studioSignature;

    @Test
    void release_draftToStatement_bindsEverybodyToWhatWasSigned() throws Exception {
        studio = WholeStudio.get();
        people();
        try (Chromium chromium = Chromium.launch();
                Visitor operators =
                        chromium.visitor("release-operator", studio.baseUrl().toString());
                Visitor managers =
                        chromium.visitor("release-manager", studio.baseUrl().toString());
                Visitor producers =
                        chromium.visitor("release-producer", studio.baseUrl().toString());
                Visitor talents =
                        chromium.visitor("release-talent", studio.baseUrl().toString())) {
            ReleaseDesk office = new ReleaseDesk(managers);
            ReleaseDesk shown = new ReleaseDesk(talents);
            ReleaseDesk maker = new ReleaseDesk(producers);
            CompletableFuture<Void> likeness = CompletableFuture.runAsync(this::becomesALikeness);

            String joining = office(new ReleaseDesk(operators), office, managers);
            String link = drafted(office);
            String release = office.release();
            likeness.join();
            binds(shown, talents, link);
            studioSigns(office, managers);
            talentSigns(shown, talents, release);
            sealed(shown);
            office.reaches("in-force");
            office.restsAndGoesOn();

            maker.arrives(joining, producer);
            maker.comesIn();
            String use = asks(maker, producers, release);
            approved(shown, talents, release, use);
            Path video = makes(maker, producers, release);
            accounts(release, use, video);
            ends(shown, talents, release, use);

            assertThat(Stream.of(operators, managers, producers, talents)
                            .flatMap(one -> one.complaints().stream())
                            .filter(complaint -> !complaint.contains("status of 422")))
                    .isEmpty();
        }
    }

    /** Everybody who signs or makes something has been seen by a referee. */
    private void people() throws IOException {
        operator = Party.first(studio, "operator");
        referee = Party.first(studio, "referee");
        manager = Party.made(studio, "manager");
        producer = Party.made(studio, "producer");
        talent = Party.made(studio, "talent");
        outsider = Party.made(studio, "outsider");
        for (Party party : List.of(talent, manager, producer)) {
            String verification = party.handsIn(Clips.adasPortrait());
            Strict.reached(party.client(), "/api/verifications/" + verification, "awaiting-referee", LONG);
            referee.client()
                    .post(
                            "/api/verifications/" + verification + "/decision",
                            Map.of("approved", true, "evidence", "passport", "adult", true, "publicFigure", "no"));
        }
    }

    /** The quickest there is: it draws from the footage alone. */
    private void becomesALikeness() {
        Journey journey = new Journey(talent.client(), referee.client());
        Journey.Enrolled enrolled = journey.enrol(Clips.ada(folder.resolve("footage.mp4"), EXCERPT_SECONDS));
        journey.consent(enrolled);
        journey.train(enrolled, Map.of("steps", 0));
    }

    /** An organisation, with its first member; and, elsewhere, another one. */
    private String office(ReleaseDesk operators, ReleaseDesk office, Visitor managers) throws IOException {
        operators.arrives("/release.html", operator);
        office.arrives(operators.letsIn("Nordlicht Pictures"), manager);
        managers.look("0-invited");
        office.comesIn();
        office.takes("rights manager");
        String joining = office.invites("producer");
        JsonNode other = operator.client().post("/api/organisations", Map.of("name", "Südwind Film"));
        outsider.joins(other.path("invitation").path("token").asString());
        outsider.client()
                .post(
                        "/api/organisations/" + other.path("id").asString() + "/members/" + outsider.id() + "/roles",
                        Map.of("roles", List.of("operator", "rights-manager", "producer")));
        return joining;
    }

    private String drafted(ReleaseDesk office) throws IOException {
        office.drafts(LocalDate.now().plusYears(1).toString());
        return office.invitesTalent();
    }

    private void binds(ReleaseDesk shown, Visitor talents, String link) throws IOException {
        shown.arrives(link, talent);
        talents.page().getByText("Go on with this release").waitFor();
        assertThat(talents.page().url()).doesNotContain("invitation");
        talents.look("1-invited");
        talents.button("Go on with this release").click();
        assertThat(talents.page().getByText("The organisation signs first")).isVisible();
        talents.look("2-bound");
        String token = link.substring(link.indexOf('=') + 1);
        Strict.refused(404, () -> outsider.client().post("/api/release-invitations/opening", Map.of("token", token)));
    }

    private void studioSigns(ReleaseDesk office, Visitor managers) throws IOException {
        String signing = "/api/releases/" + office.release() + "/signing";
        outsider.refused(
                () -> outsider.client().post(signing, Map.of()),
                "rights-manager-may-sign",
                "release-of-another-organisation");
        office.reads();
        office.registersPasskey("office");
        managers.button("Sign with my passkey").waitFor();
        managers.look("5-signs");
        Request signed = managers.page().waitForRequest("**/studio-signature", () -> office.signs());
        office.reaches("offered");
        studioSignature = JSON.readTree(signed.postData());
    }

    /** By nobody else, with no answer but their passkey's to this question, and once. */
    private void talentSigns(ReleaseDesk shown, Visitor talents, String release) throws IOException {
        String path = "/api/releases/" + release;
        shown.reads();
        talents.look("3-reads");
        shown.registersPasskey("my phone");
        talents.button("Sign with my passkey").waitFor();
        Map<String, Object> forged = forged(path);
        talent.refused(
                () -> talent.client().post(path + "/countersignature", forged), "challenge-differs", "signature-wrong");
        Request signed = talents.page().waitForRequest("**/countersignature", shown::signs);
        shown.reaches("in-force");
        talents.look("4-signed");
        Map<?, ?> again = JSON.readValue(signed.postData(), Map.class);
        talent.refused(() -> talent.client().post(path + "/countersignature", again), "ceremony-spent");
        Strict.refused(404, () -> outsider.client().get(path));
    }

    /** The rights manager's signature, as if it were the talent's. */
    private Map<String, Object> forged(String path) {
        JsonNode ceremony = talent.client().post(path + "/signing", Map.of()).path("ceremony");
        JsonNode stolen = studioSignature.path("assertion");
        return Map.of(
                "read",
                true,
                "assertion",
                Map.of(
                        "ceremony", ceremony.path("id").asString(),
                        "credentialId", ceremony.path("credentialIds").get(0).asString(),
                        "authenticatorData", stolen.path("authenticatorData").asString(),
                        "clientDataJson", stolen.path("clientDataJson").asString(),
                        "signature", stolen.path("signature").asString()));
    }

    private void sealed(ReleaseDesk shown) throws Exception {
        Path pdf = shown.downloads("Download the signed contract", folder.resolve("sealed.pdf"));
        Process pdfsig = new ProcessBuilder("pdfsig", pdf.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("Signature is Valid.", "Total document signed");
    }

    private String asks(ReleaseDesk maker, Visitor producers, String release) throws IOException {
        producers.page().navigate("/release.html#release=" + release);
        producers.settles();
        maker.asksFor();
        String use = maker.use();
        producers.look("2-asked");
        String path = "/api/releases/" + release + "/uses";
        producer.refused(
                () -> producer.client().post(path + "/" + use + "/decision", Map.of("approved", true)),
                "self-approval",
                "may-approve");
        producer.refused(() -> performs(producer, release, use, ReleaseDesk.SCRIPT), "approval-missing");
        outsider.refused(() -> performs(outsider, release, use, ReleaseDesk.SCRIPT), "release-holder");
        return use;
    }

    private JsonNode performs(Party who, String release, String use, String script) {
        return who.client()
                .post(
                        "/api/performances",
                        Map.of(
                                "likenessId",
                                likeness(release),
                                "releaseUseId",
                                use,
                                "script",
                                script,
                                "language",
                                "en-US"));
    }

    private void approved(ReleaseDesk shown, Visitor talents, String release, String use) throws IOException {
        talents.page().navigate("/release.html#");
        talents.settles();
        shown.approves(use);
        producer.refused(
                () -> performs(producer, release, use, "Drink Acme Cola, said the light."), "release-other-script");
    }

    private Path makes(ReleaseDesk maker, Visitor producers, String release) throws IOException {
        assertThat(producers.page().locator("[data-use]")).hasAttribute("data-state", "approved");
        return maker.makes(folder.resolve("video.mp4"), LONG_MS);
    }

    /** What was delivered stands in the statement of both sides. */
    private void accounts(String release, String use, Path video) throws IOException {
        assertThat(new String(Files.readAllBytes(video), 4, 4, StandardCharsets.US_ASCII))
                .isEqualTo("ftyp");
        String output = talent.client()
                .get("/api/likenesses/" + likeness(release) + "/outputs")
                .get(0)
                .path("outputId")
                .asString();
        Path csv = folder.resolve("statement.csv");
        String period = "?from=2026-01-01&to=" + LocalDate.now().plusDays(1);
        talent.client().download("/api/releases/" + release + "/statement.csv" + period, csv);
        assertThat(Files.readString(csv)).contains(output, use, "250.00,EUR");
    }

    private String likeness(String release) {
        return talent.client()
                .get("/api/releases/" + release)
                .path("likenessId")
                .asString();
    }

    /** With no notice agreed it ends at once, and the next render is refused. */
    private void ends(ReleaseDesk shown, Visitor talents, String release, String use) throws IOException {
        String performance =
                performs(producer, release, use, ReleaseDesk.SCRIPT).path("id").asString();
        Strict.reached(producer.client(), "/api/performances/" + performance, "ready", LONG);
        talents.page().navigate("/release.html#release=" + release);
        talents.settles();
        shown.endsIt();
        producer.refused(
                () -> producer.client()
                        .post(
                                "/api/renders",
                                Map.of("performanceId", performance),
                                UUID.randomUUID().toString()),
                "release-revoked");
        assertThat(shown.problems()).isEmpty();
    }
}
