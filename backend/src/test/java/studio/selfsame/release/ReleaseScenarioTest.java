package studio.selfsame.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.hasToString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.consent.ReleasedUses;
import studio.selfsame.consent.UsageMeter;
import studio.selfsame.release.document.Contract;
import studio.selfsame.release.document.ContractDigest;
import studio.selfsame.release.document.DocumentSeal;

/** A release's whole life through the HTTP API: five accounts, each with a passkey of its own. */
@ReleaseTest
class ReleaseScenarioTest {
    private static final String SCRIPT = "Das Licht brennt. Wir warten auf die Nacht.";

    @Autowired
    Cast cast;

    @Autowired
    Play play;

    @Autowired
    ReleasedUses released;

    @Autowired
    UsageMeter meter;

    @Autowired
    DocumentSeal seal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Heard heard;

    @BeforeEach
    void assemble() throws Exception {
        cast.assemble();
    }

    @Test
    void release_fromDraftToStatement_runsOverHttp() throws Exception {
        var release = Play.id(play.draft(cast.rightsManager, Drafted.rider())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("draft"))
                .andExpect(
                        jsonPath("$.left").value(contains("talent-binding", "studio-signature", "countersignature"))));
        bind(release);
        sign(release);
        var use = approve(release);
        deliver(release, use);
        state(release);
        assertThat(kinds(release, use))
                .containsSubsequence(
                        "ReleaseDrafted",
                        "TalentInvited",
                        "TalentBound",
                        "ReleaseSignedByStudio",
                        "ReleaseCountersigned",
                        "UseAsked",
                        "UseApproved",
                        "UsageDelivered");
    }

    private void bind(UUID release) throws Exception {
        String link = JsonPath.read(
                Play.body(play.send(cast.rightsManager, "{}", "/api/releases/{id}/invitations", release)
                        .andExpect(status().isCreated())),
                "$.link");
        var token = link.substring("/release.html#invitation=".length());
        play.read(cast.talent, "/api/releases/{id}", release).andExpect(status().isNotFound());
        play.send(cast.talent, "{\"token\": \"" + token + "\"}", "/api/release-invitations/opening")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.draft.terms.project.title").value("The Lighthouse"));
        play.send(
                        cast.talent,
                        "{\"token\": \"" + token + "\", \"likenessId\": \"" + cast.likeness.value() + "\"}",
                        "/api/release-invitations/acceptance")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.signatory").value(cast.talent.uuid().toString()))
                .andExpect(jsonPath("$.sides").value(contains("talent")))
                .andExpect(jsonPath("$.left").value(contains("studio-signature", "countersignature")));
    }

    private void sign(UUID release) throws Exception {
        play.signForStudio(cast.rightsManager, release, play.answer(cast.rightsManager, release))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("offered"));
        var signed = Play.body(play.countersign(cast.talent, release, play.answer(cast.talent, release))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("in-force"))
                .andExpect(jsonPath("$.agreedVersion").value(1))
                .andExpect(jsonPath("$.hindrances").isEmpty()));
        var json = new String(paper(cast.talent, release, "contract.json"), StandardCharsets.UTF_8);
        assertThat(Contract.read(json).talent().name()).isEqualTo("Zoë Nguyễn-Müller");
        assertThat(ContractDigest.hex(json, paper(cast.producer, release, "contract.pdf")))
                .isEqualTo(JsonPath.read(signed, "$.versions[0].digest"));
        var sealed = paper(cast.talent, release, "sealed.pdf");
        assertThat(DigestUtils.sha256Hex(sealed)).isEqualTo(JsonPath.read(signed, "$.versions[0].sealedSha256"));
        var check = seal.verify(sealed);
        assertThat(check.faults()).isEmpty();
        assertThat(check.evidence().orElseThrow().talent().signer()).isEqualTo(cast.talent.id());
        play.read(cast.talent, "/api/trust/release-root.pem")
                .andExpect(content().string(pem(seal.root().getEncoded())));
        play.read(cast.talent, "/api/releases").andExpect(jsonPath("$[*].id").value(hasItem(release.toString())));
        play.read(cast.producer, "/api/organisations/{id}/releases", cast.organisation)
                .andExpect(jsonPath("$[*].id").value(hasItem(release.toString())));
    }

    private UUID approve(UUID release) throws Exception {
        var use = play.asked(release, SCRIPT);
        play.read(cast.producer, "/api/releases/{id}/uses/{use}/explanation", release, use)
                .andExpect(jsonPath("$.allowed").value(false))
                .andExpect(jsonPath("$.reasons[*].policyId").value(contains("approval-missing")));
        var queue = Play.body(play.read(cast.reviewer, "/api/approvals").andExpect(status().isOk()));
        assertThat(JsonPath.<List<String>>read(queue, "$[?(@.use.id == '" + use + "')].script"))
                .containsExactly(SCRIPT);
        play.decide(cast.reviewer, release, use, true)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("approved"));
        play.read(cast.producer, "/api/releases/{id}/uses/{use}/explanation", release, use)
                .andExpect(jsonPath("$.reasons").isEmpty())
                .andExpect(jsonPath("$.allowed").value(true));
        play.read(cast.producer, "/api/releases/{id}/uses/{use}", release, use)
                .andExpect(jsonPath("$.note").value("As in the script of 3 March."));
        return use;
    }

    private void deliver(UUID release, UUID use) {
        var render = UUID.randomUUID();
        var id = new ReleaseUseId(use);
        var length = Duration.ofMillis(42_300);
        transaction.executeWithoutResult(status -> {
            var found = released.find(id, length, render).orElseThrow();
            assertThat(found.terms().approvedBy()).contains(cast.reviewer.uuid());
            assertThat(found.scriptSha256()).isEqualTo(DigestUtils.sha256Hex(SCRIPT));
            assertThat(found.release().terms().rendersLeft()).contains(3);
            meter.reserve(id, render, length);
        });
        transaction.executeWithoutResult(status -> meter.delivered(render, "out-" + render, length));
        var left = released.read(id, length).orElseThrow().release().terms();
        assertThat(left.rendersLeft()).contains(2);
        assertThat(left.timeLeft()).isEqualTo(Optional.of(Duration.ofSeconds(600 - 43)));
    }

    private void state(UUID release) throws Exception {
        var today = LocalDate.now(Drafted.ZONE);
        var period = "?from=" + today.minusDays(1) + "&to=" + today.plusDays(1);
        play.read(cast.talent, "/api/releases/{id}/statement" + period, release)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lines").value(hasSize(1)))
                .andExpect(jsonPath("$.lines[0].seconds").value(42.3))
                .andExpect(jsonPath("$.lines[0].amountMinor").value(25000));
        play.read(cast.producer, "/api/releases/{id}/statement.csv" + period, release)
                .andExpect(content().contentTypeCompatibleWith("text/csv"))
                .andExpect(content().string(containsString("out-")));
        var pdf = play.read(cast.talent, "/api/releases/{id}/statement.pdf" + period, release)
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    }

    private static Matcher<String> pem(byte[] certificate) {
        var base64 = Base64.getEncoder().encodeToString(certificate);
        return hasToString("-----BEGIN CERTIFICATE-----\n" + base64.replaceAll("(.{64})(?=.)", "$1\n")
                + "\n-----END CERTIFICATE-----\n");
    }

    private byte[] paper(Actor who, UUID release, String name) throws Exception {
        return play.read(who, "/api/releases/{id}/versions/1/" + name, release)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private List<String> kinds(UUID... subjects) {
        return Arrays.stream(subjects)
                .flatMap(subject -> heard.about(subject).stream())
                .map(AuditRecord::kind)
                .toList();
    }
}
