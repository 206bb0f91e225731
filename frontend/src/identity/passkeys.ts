import { post, ProblemError } from '../api/client';
import type { Assertion, Ceremony, PasskeyRegistrationCeremony } from '../api/types';
import { encode } from './base64url';
import { assertion, creationOptions, requestOptions } from './passkeyOptions';

/** Makes a passkey on this device and registers it under that name. */
export async function registerPasskey(label: string) {
  const asked = await post<PasskeyRegistrationCeremony>('/api/passkeys/registration', {});
  const made = await answered(
    () => navigator.credentials.create({ publicKey: creationOptions(asked.options) }),
    'No passkey was registered.',
  );
  const response = made.response as AuthenticatorAttestationResponse;
  await post('/api/passkeys', {
    ceremony: asked.ceremony,
    attestationObject: encode(response.attestationObject),
    clientDataJson: encode(response.clientDataJSON),
    label,
  });
}

/** Lets one of the person's passkeys answer. */
export async function answerCeremony(ceremony: Ceremony, consequence: string): Promise<Assertion> {
  const options = requestOptions(ceremony, Date.now());
  const answer = await answered(() => navigator.credentials.get({ publicKey: options }), consequence);
  return assertion(ceremony.id, answer);
}

/** From now on this sign-in counts, for a while, as one by passkey. */
export async function stepUp() {
  const ceremony = await post<Ceremony>('/api/step-up/challenge', {});
  await post('/api/step-up', await answerCeremony(ceremony, 'Nothing was confirmed.'));
}

async function answered(ask: () => Promise<Credential | null>, consequence: string) {
  try {
    const credential = await ask();
    if (credential) return credential as PublicKeyCredential;
  } catch (e) {
    throw problem(e instanceof DOMException ? e.name : '', consequence);
  }
  throw problem('', consequence);
}

function problem(name: string, consequence: string): ProblemError {
  const known = name === 'InvalidStateError';
  return new ProblemError(0, {
    stage: 'passkey',
    cause: known
      ? 'This device has a passkey of your account already.'
      : 'Your device did not confirm that it is you: it was cancelled, took too long, or has no passkey of this account.',
    consequence,
    remedy: known
      ? 'Use that one.'
      : 'Try again, and unlock with your fingerprint, face or PIN when the device asks. Use a device that has your passkey.',
  });
}
