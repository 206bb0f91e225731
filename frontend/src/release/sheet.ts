import type { ReleaseDraft, ReleaseTerms } from '../api/types';
import { minor, typed } from './money';
import { known } from './terms';

/** A draft as it is typed: texts as they stand in their fields, codes as they are ticked. */
export interface Sheet {
  template: string;
  address: string;
  signatoryName: string;
  signatoryTitle: string;
  talentName: string;
  stageName: string;
  title: string;
  description: string;
  character: string;
  purposes: string[];
  media: string[];
  territories: string;
  languages: string;
  firstDay: string;
  lastDay: string;
  zone: string;
  exclusions: string;
  sensitive: string[];
  training: boolean;
  seconds: string;
  renders: string;
  approval: string;
  reference: string;
  currency: string;
  perRender: string;
  perMinute: string;
  flat: string;
  counsel: string;
  union: string;
  agreement: string;
  strikeHold: boolean;
  noticeDays: string;
  revocationTerms: string;
}

/** What stands in the fields at first, and again whenever another template is chosen. */
export function sheetOf(draft: ReleaseDraft): Sheet {
  const { studio, talent } = draft;
  const terms = draft.terms ?? {};
  const pay = terms.compensation;
  return {
    template: text(draft.template),
    address: text(studio?.address),
    signatoryName: text(studio?.signatory?.name),
    signatoryTitle: text(studio?.signatory?.title),
    talentName: text(talent?.name),
    stageName: text(talent?.stageName),
    title: text(terms.project?.title),
    description: text(terms.project?.description),
    character: text(terms.project?.character),
    purposes: known(terms.purposes),
    media: known(terms.media),
    territories: known(terms.territories).join(', '),
    languages: known(terms.languages).join(', '),
    firstDay: text(terms.period?.firstDay),
    lastDay: text(terms.period?.lastDay),
    zone: terms.period?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    exclusions: known(terms.exclusions).join('\n'),
    sensitive: known(terms.sensitive),
    training: terms.training ?? false,
    seconds: text(terms.limits?.seconds),
    renders: text(terms.limits?.renders),
    approval: terms.approval ?? 'talent',
    reference: text(pay?.reference),
    currency: text(pay?.currency),
    perRender: typed(pay?.perRenderMinor, pay?.currency),
    perMinute: typed(pay?.perMinuteMinor, pay?.currency),
    flat: typed(pay?.flatMinor, pay?.currency),
    counsel: text(terms.representation?.counsel),
    union: text(terms.representation?.union),
    agreement: text(terms.representation?.agreement),
    strikeHold: terms.strikeHold ?? false,
    noticeDays: text(terms.revocation?.noticeDays),
    revocationTerms: text(terms.revocation?.terms),
  };
}

/**
 * The draft that the fields say. Empty fields are left out, so that the studio says what is missing.
 *
 * @param before what the draft said that no field shows: likeness, capacity, who signs
 */
export function draftOf(sheet: Sheet, before: ReleaseDraft): ReleaseDraft {
  return {
    template: sheet.template,
    likeness: before.likeness ?? undefined,
    capacity: before.capacity ?? 'self',
    studio: {
      address: given(sheet.address),
      signatory: {
        person: before.studio?.signatory?.person ?? undefined,
        name: given(sheet.signatoryName),
        title: given(sheet.signatoryTitle),
      },
    },
    talent: {
      name: given(sheet.talentName),
      stageName: given(sheet.stageName),
      signatoryName: before.talent?.signatoryName ?? undefined,
    },
    terms: termsOf(sheet),
  };
}

function termsOf(sheet: Sheet): ReleaseTerms {
  const money = (typedAmount: string) => minor(typedAmount, sheet.currency.trim()) ?? undefined;
  return {
    project: {
      title: given(sheet.title),
      description: given(sheet.description),
      character: given(sheet.character),
    },
    purposes: sheet.purposes,
    media: sheet.media,
    territories: codes(sheet.territories),
    languages: codes(sheet.languages),
    period: { firstDay: given(sheet.firstDay), lastDay: given(sheet.lastDay), zone: given(sheet.zone) },
    exclusions: sheet.exclusions.split('\n').map(trimmed).filter(Boolean),
    sensitive: sheet.sensitive,
    training: sheet.training,
    limits: { seconds: whole(sheet.seconds), renders: whole(sheet.renders) },
    approval: sheet.approval as ReleaseTerms['approval'],
    compensation: {
      reference: given(sheet.reference),
      currency: given(sheet.currency)?.toUpperCase(),
      perRenderMinor: money(sheet.perRender),
      perMinuteMinor: money(sheet.perMinute),
      flatMinor: money(sheet.flat),
    },
    representation: {
      counsel: given(sheet.counsel),
      union: given(sheet.union),
      agreement: given(sheet.agreement),
    },
    strikeHold: sheet.strikeHold,
    revocation: { noticeDays: whole(sheet.noticeDays), terms: given(sheet.revocationTerms) },
  };
}

/** Codes separated by commas, spaces or lines. */
export function codes(typedCodes: string): string[] {
  return typedCodes.split(/[\s,;]+/).filter(Boolean);
}

function text(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function given(value: string): string | undefined {
  return trimmed(value) || undefined;
}

/** NaN, which the form does not send, for what is no whole number. */
export function whole(value: string): number | undefined {
  if (!trimmed(value)) return undefined;
  return /^\d{1,9}$/.test(trimmed(value)) ? Number(value) : NaN;
}

function trimmed(value: string): string {
  return value.trim();
}
