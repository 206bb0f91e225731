import type { Assertion, Ceremony, PasskeyRegistrationCeremony } from '../api/types';
import { decode, encode } from './base64url';

type Asked = PasskeyRegistrationCeremony['options'];

/** What the browser is asked to make a passkey of. */
export function creationOptions(asked: Asked): PublicKeyCredentialCreationOptions {
  return {
    rp: asked.rp,
    user: { ...asked.user, id: decode(asked.user.id) },
    challenge: decode(asked.challenge),
    pubKeyCredParams: asked.pubKeyCredParams.map(({ alg }) => ({ type: 'public-key', alg })),
    timeout: asked.timeout,
    excludeCredentials: asked.excludeCredentials.map(({ id }) => ({ type: 'public-key', id: decode(id) })),
    authenticatorSelection: {
      residentKey: asked.authenticatorSelection.residentKey as ResidentKeyRequirement,
      userVerification: asked.authenticatorSelection.userVerification as UserVerificationRequirement,
    },
    attestation: asked.attestation as AttestationConveyancePreference,
  };
}

/** What the browser is asked to sign, with the device making sure that it is its owner. */
export function requestOptions(ceremony: Ceremony, now: number): PublicKeyCredentialRequestOptions {
  return {
    rpId: ceremony.relyingParty,
    challenge: decode(ceremony.challenge),
    allowCredentials: ceremony.credentialIds.map((id) => ({ type: 'public-key', id: decode(id) })),
    userVerification: 'required',
    timeout: Math.max(1, Date.parse(ceremony.expiresAt) - now),
  };
}

/** The browser's answer as the studio reads it. */
export function assertion(
  ceremony: string,
  answer: { rawId: ArrayBuffer; response: AuthenticatorResponse },
): Assertion {
  const response = answer.response as AuthenticatorAssertionResponse;
  return {
    ceremony,
    credentialId: encode(answer.rawId),
    authenticatorData: encode(response.authenticatorData),
    clientDataJson: encode(response.clientDataJSON),
    signature: encode(response.signature),
  };
}
