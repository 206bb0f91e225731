package studio.selfsame.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.selfsame.host.EmbeddedStudio;

/** What a browser that nobody here wrote makes of our questions. */
class BrowserPasskeyTest {
    private static final String REGISTER_AND_STEP_UP = """
            async () => {
                const post = async (path, body) => {
                    const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1]);
                    const headers = {'Content-Type': 'application/json', 'X-XSRF-TOKEN': token};
                    const answer = await fetch(path, {method: 'POST', headers, body: JSON.stringify(body)});
                    return {status: answer.status, body: await answer.json()};
                };
                const asked = (await post('/api/passkeys/registration', {})).body;
                const made = (await navigator.credentials.create({
                    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked.options),
                })).toJSON().response;
                const registered = await post('/api/passkeys', {
                    ceremony: asked.ceremony,
                    attestationObject: made.attestationObject,
                    clientDataJson: made.clientDataJSON,
                    label: 'My browser',
                });
                const question = (await post('/api/step-up/challenge', {})).body;
                const given = (await navigator.credentials.get({
                    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON({
                        challenge: question.challenge,
                        rpId: question.relyingParty,
                        userVerification: 'required',
                        allowCredentials: question.credentialIds.map(id => ({type: 'public-key', id})),
                    }),
                })).toJSON();
                const answer = {
                    ceremony: question.id,
                    credentialId: given.id,
                    authenticatorData: given.response.authenticatorData,
                    clientDataJson: given.response.clientDataJSON,
                    signature: given.response.signature,
                };
                const steppedUp = await post('/api/step-up', answer);
                const again = await post('/api/step-up', answer);
                const another = await post('/api/passkeys/registration', {});
                return {
                    registered: registered.status,
                    label: registered.body.label,
                    steppedUp: steppedUp.status,
                    again: again.body.reasons?.map(reason => reason.policyId),
                    excluded: another.body.options?.excludeCredentials?.[0]?.id === given.id,
                };
            }
            """;

    @Test
    void passkey_ofARealBrowser_registersAndStepsUpOnce() throws Exception {
        EmbeddedStudio studio = WholeStudio.get();
        String account = "creator-" + UUID.randomUUID();
        String password = UUID.randomUUID().toString();
        studio.admin().createAccount(account, password, Set.of());
        try (Chromium chromium = Chromium.launch();
                Visitor creator = chromium.visitor("passkey", studio.baseUrl().toString())) {
            creator.page().navigate("/");
            creator.signIn(account, password);
            creator.plugInAuthenticator();

            assertThat(creator.page().evaluate(REGISTER_AND_STEP_UP))
                    .isEqualTo(Map.of(
                            "registered",
                            201,
                            "label",
                            "My browser",
                            "steppedUp",
                            200,
                            "again",
                            List.of("ceremony-spent"),
                            "excluded",
                            true));
        }
    }
}
