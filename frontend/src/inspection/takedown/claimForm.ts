import type { Takedown } from '../../api/types';

export interface ClaimFields {
  kind: Takedown['kind'];
  claimant: Takedown['claimant'];
  name: string;
  contact: string;
  personShown: string;
  statement: string;
  outputId: string;
  url: string;
  goodFaith: boolean;
  file: File | null;
}

export const EMPTY: ClaimFields = {
  kind: 'without-consent',
  claimant: 'person-shown',
  name: '',
  contact: '',
  personShown: '',
  statement: '',
  outputId: '',
  url: '',
  goodFaith: false,
  file: null,
};

/** What is missing, by field, in the claimant's words. */
export function faultsOf(claim: ClaimFields): Partial<Record<keyof ClaimFields, string>> {
  const faults: Partial<Record<keyof ClaimFields, string>> = {};
  if (!claim.file && !claim.outputId.trim() && !claim.url.trim())
    faults.file = 'Say what it is about: add the file, or give its output id, or say where it is shown.';
  if (claim.outputId.trim() && !/^[0-9a-f]{16}$/i.test(claim.outputId.trim()))
    faults.outputId = 'It has 16 digits from 0 to 9 and a to f.';
  if (claim.statement.trim().length < 20) faults.statement = 'Say it in a sentence or two.';
  if (claim.name.trim().length < 2) faults.name = 'Your name is missing.';
  if (claim.contact.trim().length < 2) faults.contact = 'Say where you can be reached.';
  if (claim.claimant === 'for-person-shown' && !claim.personShown.trim())
    faults.personShown = 'Say for whom you act.';
  if (!claim.goodFaith) faults.goodFaith = 'Without this the claim cannot be filed.';
  return faults;
}

/** As the studio takes it, the file last: what is wrong with the rest is known before it is sent. */
export function partsOf(claim: ClaimFields): [name: string, content: Blob][] {
  const { file, goodFaith, ...text } = claim;
  const parts = Object.entries(text)
    .filter(([, value]) => value.trim())
    .map(([name, value]): [string, Blob] => [name, new Blob([value.trim()])]);
  parts.push(['goodFaith', new Blob([String(goodFaith)])]);
  if (file) parts.push(['file', file]);
  return parts;
}
