package studio.selfsame.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import studio.selfsame.SignedIn;
import studio.selfsame.StudioTest;

@StudioTest
class PasskeyTest {
    @Autowired
    MockMvc http;

    @Autowired
    Passkeys passkeys;

    @Autowired
    JdbcClient jdbc;

    @Test
    void signature_ofARegisteredPasskey_holdsAndNamesWhatWasSigned() throws Exception {
        var subject = UUID.randomUUID().toString();
        var passkey = SoftPasskey.register(http, SignedIn.creator(subject));
        passkey.stepUp(http, SignedIn.creator(subject));
        var signer = new PersonId(jdbc.sql("select id from person where subject = ?")
                .param(subject)
                .query(UUID.class)
                .single());
        var digest = Sha256.of("a contract");
        var signature = passkeys.verify(signer, digest, passkey.sign(passkeys.begin(signer, digest)));
        assertThat(signature.credentialId()).isEqualTo(passkey.id());
    }
}
