import type { ClaimedTakedown, Takedown } from '../../api/types';

type Match = Takedown['matches'][number];

export const KINDS: [Takedown['kind'], string][] = [
  ['without-consent', 'It shows somebody who did not agree'],
  ['intimate', 'It shows somebody naked or in a sexual situation'],
  ['minor', 'It shows a child'],
  ['copyright', 'It uses a work without permission'],
  ['other', 'Something else'],
];

export const CLAIMANTS: readonly (readonly [Takedown['claimant'], string])[] = [
  ['person-shown', 'I am the person shown'],
  ['for-person-shown', 'I may act for the person shown, as a parent or a lawyer may'],
  ['somebody-else', 'I am somebody else'],
];

export const STATES: Record<Takedown['state'], string> = {
  open: 'Waiting for a decision',
  held: 'Held: not shown until it is decided',
  granted: 'Taken down',
  refused: 'Not taken down',
};

export const SEARCHES: Record<Takedown['search'], string> = {
  none: 'Somebody reads your claim and looks for it.',
  searching: 'We are looking for it among everything that was made here…',
  done: 'We looked for it among everything that was made here.',
  failed: 'The file could not be examined. Somebody reads your claim all the same.',
};

export const FOUND_BY: Record<Match['foundBy'], string> = {
  mark: 'found by its invisible mark',
  credentials: 'found by its Content Credentials',
  fingerprint: 'found because it shows and says the same',
  named: 'named by its id',
  likeness: 'shows the same person',
};

export const OBJECTORS: Record<ClaimedTakedown['objections'][number]['by'], string> = {
  'person-shown': 'The person shown',
  maker: 'Whoever had it made',
};

export const kindText = (kind: Takedown['kind']) => KINDS.find(([code]) => code === kind)![1];

export const claimantText = (claimant: Takedown['claimant']) =>
  CLAIMANTS.find(([code]) => code === claimant)![1];
