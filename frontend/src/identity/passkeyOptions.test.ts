import { expect, it } from 'vitest';
import { assertion, creationOptions, requestOptions } from './passkeyOptions';

it('asks for a passkey of this person, and for none that they have already', () => {
  const options = creationOptions({
    rp: { id: 'localhost', name: 'Selfsame' },
    user: { id: 'AQI', name: 'Selfsame', displayName: 'Selfsame' },
    challenge: '_-8',
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    timeout: 300_000,
    excludeCredentials: [{ type: 'public-key', id: 'Aw' }],
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    attestation: 'none',
  });
  expect(options.user.id).toEqual(Uint8Array.of(1, 2));
  expect(options.challenge).toEqual(Uint8Array.of(255, 239));
  expect(options.pubKeyCredParams).toEqual([{ type: 'public-key', alg: -7 }]);
  expect(options.excludeCredentials).toEqual([{ type: 'public-key', id: Uint8Array.of(3) }]);
  expect(options.authenticatorSelection).toEqual({ residentKey: 'preferred', userVerification: 'required' });
});

const CEREMONY = {
  id: '00000000-0000-0000-0000-000000000001',
  relyingParty: 'studio.example',
  challenge: 'AQID',
  credentialIds: ['BA', 'BQ'],
  expiresAt: '2026-11-23T09:05:00Z',
};

it('asks the person’s own passkeys, with the owner verified, until the ceremony ends', () => {
  const options = requestOptions(CEREMONY, Date.parse('2026-11-23T09:04:00Z'));
  expect(options).toEqual({
    rpId: 'studio.example',
    challenge: Uint8Array.of(1, 2, 3),
    allowCredentials: [
      { type: 'public-key', id: Uint8Array.of(4) },
      { type: 'public-key', id: Uint8Array.of(5) },
    ],
    userVerification: 'required',
    timeout: 60_000,
  });
});

it('sends every part of the answer, and whose ceremony it was', () => {
  const buffer = (...bytes: number[]) => Uint8Array.from(bytes).buffer;
  const response = {
    authenticatorData: buffer(1),
    clientDataJSON: buffer(2),
    signature: buffer(255),
  } as unknown as AuthenticatorResponse;
  expect(assertion(CEREMONY.id, { rawId: buffer(4), response })).toEqual({
    ceremony: CEREMONY.id,
    credentialId: 'BA',
    authenticatorData: 'AQ',
    clientDataJson: 'Ag',
    signature: '_w',
  });
});
