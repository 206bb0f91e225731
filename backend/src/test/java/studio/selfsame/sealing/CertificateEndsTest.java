package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.StudioTest;
import studio.selfsame.identity.PersonId;
import studio.selfsame.sealing.c2pa.CertificateIssuer;
import studio.selfsame.sealing.c2pa.ClaimSigner;

/** Operators are told of certificates that end, thirty days before and when it has happened, once each. */
@StudioTest
class CertificateEndsTest {
    private static final Instant MADE = Instant.parse("2026-11-23T12:00:00Z");

    @Autowired
    OperatorAlerts operators;

    @Autowired
    AlertRows alerts;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path home;

    @Test
    void certificate_nearItsEndAndOver_alertsOnceEach() throws Exception {
        CertificateIssuer issuer = new CertificateIssuer(MADE);
        var root = issuer.root();
        X509Certificate leaf = issuer.claimSigner(root).certificate();
        var chain = new OperatorsCertificates(List.of(leaf, root.certificate()));
        Instant end = leaf.getNotAfter().toInstant();

        look(chain, end.minus(Duration.ofDays(30)).minusSeconds(1));
        assertThat(about(leaf)).isEmpty();
        look(chain, end.minus(Duration.ofDays(30)));
        look(chain, end);
        assertThat(about(leaf)).extracting(OperatorAlert::kind).containsExactly(AlertKind.CERTIFICATE_ENDING);
        assertThat(about(leaf).getFirst().details()).containsExactly(end.toString());

        alerts.acknowledge(about(leaf).getFirst().id(), new PersonId(UUID.randomUUID()), Instant.now());
        look(chain, end);
        assertThat(about(leaf)).hasSize(1);
        look(chain, end.plusSeconds(1));
        look(chain, end.plusSeconds(2));
        assertThat(about(leaf))
                .extracting(OperatorAlert::kind)
                .containsExactlyInAnyOrder(AlertKind.CERTIFICATE_ENDING, AlertKind.CERTIFICATE_OVER);
        assertThat(about(root.certificate())).isEmpty();
    }

    @Test
    void chain_ofTheOperator_isWatchedUpToItsRootAndTheStudiosOwnIsNot() throws Exception {
        CertificateIssuer issuer = new CertificateIssuer(MADE);
        var root = issuer.root();
        var leaf = issuer.claimSigner(root);
        var identity = new SigningIdentity(
                new ClaimSigner(leaf.key(), List.of(leaf.certificate()), Optional.empty()), root.certificate());
        var configuration = new SealingConfiguration(home.toString());
        var token = new SignerToken(home, 0, "claims", home);

        assertThat(configuration
                        .operatorsCertificates(settings(null, null), identity)
                        .chain())
                .isEmpty();
        for (SealingSettings operators : List.of(settings(home, null), settings(null, token))) {
            assertThat(configuration.operatorsCertificates(operators, identity).chain())
                    .containsExactly(leaf.certificate(), root.certificate());
        }
    }

    private static SealingSettings settings(Path signer, SignerToken token) {
        return new SealingSettings(signer, signer == null ? null : "hush", token, null, null, null, null, null, null);
    }

    private void look(OperatorsCertificates chain, Instant now) throws Exception {
        var clock = new StaticListableBeanFactory();
        clock.addBean("clock", Clock.fixed(now, ZoneOffset.UTC));
        var ends = new CertificateEnds(chain, operators, clock.getBeanProvider(Clock.class));
        transaction.execute(status -> {
            ends.look();
            return null;
        });
    }

    private List<OperatorAlert> about(X509Certificate certificate) throws Exception {
        String subject = DigestUtils.sha256Hex(certificate.getEncoded());
        return alerts.list(true).stream()
                .filter(alert -> alert.subject().equals(subject))
                .toList();
    }
}
