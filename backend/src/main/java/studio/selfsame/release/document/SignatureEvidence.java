package studio.selfsame.release.document;

import studio.selfsame.identity.Passkeys;

/**
 * Both signatures under a contract. Each is over a challenge that begins with the 32 bytes of {@link ContractDigest}.
 *
 * @param digest 64 hex digits
 */
public record SignatureEvidence(String digest, Passkeys.Signature studio, Passkeys.Signature talent) {}
