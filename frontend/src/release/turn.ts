import type { Release } from '../api/types';

/**
 * What is to be done next with the newest version, seen by one person.
 *
 * invite, sign, countersign: theirs to do; awaits-…: somebody else's; settled: all have signed; over: it has ended
 */
export type Turn =
  | 'invite'
  | 'sign'
  | 'countersign'
  | 'awaits-talent'
  | 'awaits-studio'
  | 'awaits-countersignature'
  | 'settled'
  | 'over';

type Known = Pick<Release, 'state' | 'left' | 'sides' | 'signatory' | 'versions'>;

export function turnOf(release: Known, me: string): Turn {
  if (release.state === 'revoked' || release.state === 'expired') return 'over';
  const studio = release.sides.includes('studio');
  if (release.left.includes('talent-binding')) return studio ? 'invite' : 'awaits-talent';
  if (release.left.includes('studio-signature')) {
    return newest(release).studioSigner === me ? 'sign' : 'awaits-studio';
  }
  if (release.left.includes('countersignature')) {
    return release.signatory === me ? 'countersign' : 'awaits-countersignature';
  }
  return 'settled';
}

/** Whether what comes next is another person's to do, whoever gives them the link. */
export function waitsForOthers(release: Known, me: string): boolean {
  const turn = turnOf(release, me);
  return turn === 'invite' || turn.startsWith('awaits');
}

export function newest<T>(release: { versions: readonly T[] }): T {
  return release.versions[release.versions.length - 1]!;
}

export const STATE: Record<Release['state'], string> = {
  draft: 'draft, not signed',
  offered: 'signed by the organisation, not by the person shown',
  agreed: 'signed by both, its first day is to come',
  'in-force': 'in force',
  suspended: 'resting',
  expired: 'expired',
  revoked: 'revoked',
};
