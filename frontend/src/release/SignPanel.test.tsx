import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me, Release } from '../api/types';
import { SignPanel } from './SignPanel';

const ME = { personId: 'p', roles: [], verification: { id: null, state: 'approved', problem: null } } as Me;
const RELEASE = { id: 'r' } as Release;
const CEREMONY = {
  id: 'c',
  relyingParty: 'localhost',
  challenge: 'AQ',
  credentialIds: ['Ag'],
  expiresAt: '2099-01-01',
};
const TICK = 'I have read the contract, and I agree to it';
const SIGN = 'Sign with my passkey';

describe('SignPanel', () => {
  let passkeys: unknown[];
  let side: string;
  let asked: string[];
  let sent: unknown[];

  beforeEach(() => {
    passkeys = [{ id: 'k', label: 'phone' }];
    side = 'talent';
    asked = [];
    sent = [];
    vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
      asked.push(path);
      if (path === '/api/passkeys') return new Response(JSON.stringify(passkeys));
      if (path.endsWith('/signing')) {
        return new Response(JSON.stringify({ version: 1, side, digest: 'd1', ceremony: CEREMONY }));
      }
      sent.push(JSON.parse(request.body as string));
      return new Response('{}');
    });
    const bytes = (n: number) => Uint8Array.of(n).buffer;
    const response = { authenticatorData: bytes(1), clientDataJSON: bytes(2), signature: bytes(3) };
    const credentials = { get: async () => ({ rawId: bytes(2), response }) };
    Object.defineProperty(navigator, 'credentials', { value: credentials, configurable: true });
  });

  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  async function show(me: Me, read: string | null) {
    const signed = vi.fn(async () => undefined);
    render(<SignPanel me={me} release={RELEASE} read={read} onSigned={signed} />);
    return signed;
  }

  function disabled() {
    return (screen.getByText(SIGN) as HTMLButtonElement).disabled;
  }

  it('signs what was shown, and says that it was read', async () => {
    const signed = await show(ME, 'd1');
    await screen.findByText(SIGN);
    expect(disabled()).toBe(true);
    fireEvent.click(screen.getByLabelText(TICK));
    fireEvent.click(screen.getByText(SIGN));
    await waitFor(() => expect(signed).toHaveBeenCalledOnce());
    expect(asked.at(-1)).toBe('/api/releases/r/countersignature');
    expect(sent).toEqual([
      {
        read: true,
        assertion: {
          ceremony: 'c',
          credentialId: 'Ag',
          authenticatorData: 'AQ',
          clientDataJson: 'Ag',
          signature: 'Aw',
        },
      },
    ]);
  });

  it('signs for the organisation where that is its turn', async () => {
    side = 'studio';
    const signed = await show(ME, 'd1');
    fireEvent.click(await screen.findByLabelText(TICK));
    fireEvent.click(screen.getByText(SIGN));
    await waitFor(() => expect(signed).toHaveBeenCalledOnce());
    expect(asked.at(-1)).toBe('/api/releases/r/studio-signature');
  });

  it('signs nothing but the contract that was shown', async () => {
    const signed = await show(ME, 'another digest');
    fireEvent.click(await screen.findByLabelText(TICK));
    fireEvent.click(screen.getByText(SIGN));
    await screen.findByText('What would be signed is not the contract that you were shown.');
    expect(sent).toEqual([]);
    expect(signed).not.toHaveBeenCalled();
  });

  it('signs nothing while the contract is not there', async () => {
    await show(ME, null);
    fireEvent.click(await screen.findByLabelText(TICK));
    expect(disabled()).toBe(true);
  });

  it('offers a passkey to who has none', async () => {
    passkeys = [];
    await show(ME, 'd1');
    await screen.findByText('Register a passkey on this device');
    expect(screen.queryByText(SIGN)).toBeNull();
  });

  it('leads who was not seen by a referee to where that is done', async () => {
    await show({ ...ME, verification: { ...ME.verification, state: 'none' } }, 'd1');
    expect(screen.getByText('Hand in your portrait').getAttribute('href')).toBe('/');
    expect(screen.queryByText(SIGN)).toBeNull();
  });
});
