import { describe, expect, it } from 'vitest';
import type { Release } from '../api/types';
import { turnOf, waitsForOthers } from './turn';

const MANAGER = 'manager';
const TALENT = 'talent';

function release(left: Release['left'], sides: Release['sides'], state: Release['state'] = 'draft') {
  const version = {
    version: 1,
    firstDay: '2026-01-01',
    lastDay: '2026-12-31',
    zone: 'UTC',
    approval: 'none' as const,
    studioSigner: MANAGER,
  };
  return { state, left, sides, signatory: TALENT, versions: [version] };
}

describe('turn', () => {
  it('goes from the invitation over the studio to the talent', () => {
    const all: Release['left'] = ['talent-binding', 'studio-signature', 'countersignature'];
    const turns = all.map((_, done) => [
      turnOf(release(all.slice(done), ['studio']), MANAGER),
      turnOf(release(all.slice(done), ['talent']), TALENT),
    ]);
    expect(turns).toEqual([
      ['invite', 'awaits-talent'],
      ['sign', 'awaits-studio'],
      ['awaits-countersignature', 'countersign'],
    ]);
    expect(turnOf(release([], ['studio'], 'in-force'), MANAGER)).toBe('settled');
  });

  it('lets nobody sign but whom the contract names', () => {
    expect(turnOf(release(['studio-signature', 'countersignature'], ['studio']), 'colleague')).toBe(
      'awaits-studio',
    );
    expect(turnOf(release(['countersignature'], ['studio']), MANAGER)).toBe('awaits-countersignature');
  });

  it('is waited for while it is somebody else’s', () => {
    const bound: Release['left'] = ['studio-signature', 'countersignature'];
    expect(waitsForOthers(release(['talent-binding', ...bound], ['studio']), MANAGER)).toBe(true);
    expect(waitsForOthers(release(bound, ['talent']), TALENT)).toBe(true);
    expect(waitsForOthers(release(bound, ['studio']), MANAGER)).toBe(false);
    expect(waitsForOthers(release([], ['studio'], 'in-force'), MANAGER)).toBe(false);
  });

  it('ends with the release', () => {
    expect(turnOf(release(['countersignature'], ['talent'], 'revoked'), TALENT)).toBe('over');
    expect(turnOf(release([], ['talent'], 'expired'), TALENT)).toBe('over');
  });
});
