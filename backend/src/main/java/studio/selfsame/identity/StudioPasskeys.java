package studio.selfsame.identity;

import org.springframework.stereotype.Service;
import studio.selfsame.identity.CeremonyRow.Purpose;

/** Signatures for other rooms. */
@Service
class StudioPasskeys implements Passkeys {
    private final PasskeyTable table;
    private final Assertions assertions;

    StudioPasskeys(PasskeyTable table, Assertions assertions) {
        this.table = table;
        this.assertions = assertions;
    }

    @Override
    public boolean any(PersonId person) {
        return table.any(person);
    }

    @Override
    public Ceremony begin(PersonId signer, byte[] digest) {
        return assertions.begin(signer, Purpose.SIGNATURE, digest);
    }

    @Override
    public Signature verify(PersonId signer, byte[] digest, Assertion assertion) {
        var proven = assertions.verify(signer, Purpose.SIGNATURE, digest, assertion);
        return new Signature(
                signer,
                Base64Url.of(proven.passkey().credentialId()),
                Base64Url.of(proven.passkey().publicKey()),
                assertion.authenticatorData(),
                assertion.clientDataJson(),
                assertion.signature(),
                proven.at());
    }
}
