import { describe, expect, it } from 'vitest';
import type { ReleaseDraft } from '../api/types';
import { codes, draftOf, sheetOf } from './sheet';
import { faultsAt, numberFaults, otherFaults, PATHS } from './sheetFaults';

const DRAFT: ReleaseDraft = {
  template: 'rider',
  likeness: '0b4f2a3c-1111-4222-8333-444455556666',
  capacity: 'guardian',
  studio: {
    address: 'Quay 1\nHamburg',
    signatory: { person: 'p', name: 'Anneliese Brøgger', title: 'Rights' },
  },
  talent: { name: 'Zoë Nguyễn', stageName: 'Zoë', signatoryName: 'Minh Nguyễn' },
  terms: {
    project: { title: 'The Lighthouse', description: 'Three scenes.', character: 'the keeper' },
    purposes: ['entertainment'],
    media: ['streaming'],
    territories: ['DE', 'AT'],
    languages: ['de', 'en-GB'],
    period: { firstDay: '2026-03-01', lastDay: '2027-02-28', zone: 'Europe/Berlin' },
    exclusions: ['Acme Cola', 'Tobacco, of any kind'],
    sensitive: ['health'],
    training: true,
    limits: { seconds: 600, renders: 3 },
    approval: 'reviewer',
    compensation: {
      reference: 'NL-118',
      currency: 'EUR',
      perRenderMinor: 25_050,
      perMinuteMinor: 1,
      flatMinor: 0,
    },
    representation: { counsel: 'Lee', union: 'Guild', agreement: '2024' },
    strikeHold: true,
    revocation: { noticeDays: 14, terms: 'Nothing new is made.' },
  },
};

describe('sheet', () => {
  it('says again what it was filled with', () => {
    expect(draftOf(sheetOf(DRAFT), DRAFT)).toEqual(DRAFT);
  });

  it('leaves out what nobody typed', () => {
    const draft = draftOf(sheetOf({ template: 'advert' }), {});
    expect(draft.terms?.limits).toEqual({ seconds: undefined, renders: undefined });
    expect(draft.talent?.stageName).toBeUndefined();
    expect(JSON.parse(JSON.stringify(draft.terms?.compensation))).toEqual({});
  });

  it('takes codes however they are separated', () => {
    expect(codes(' DE, AT;CH\nFR ')).toEqual(['DE', 'AT', 'CH', 'FR']);
  });
});

describe('faults', () => {
  const faults = [
    { path: 'terms.exclusions[3]', what: 'It is empty.' },
    { path: 'terms.exclusions', what: 'Too many.' },
    { path: 'terms.exclusionsElse', what: 'Another.' },
    { path: 'likeness', what: 'Unknown.' },
  ];

  it('stand beside their field with everything below it', () => {
    expect(faultsAt(PATHS.exclusions, faults)).toBe('It is empty. Too many.');
    expect(faultsAt(PATHS.title, faults)).toBe('');
  });

  it('are told elsewhere where no field is theirs', () => {
    expect(otherFaults(Object.values(PATHS), faults).map(({ path }) => path)).toEqual([
      'terms.exclusionsElse',
      'likeness',
    ]);
  });

  it('name what is no number before it is sent', () => {
    const sheet = { ...sheetOf(DRAFT), seconds: 'ten', perRender: '1.234', noticeDays: '-1' };
    expect(numberFaults(sheet).map(({ path }) => path)).toEqual([
      PATHS.seconds,
      PATHS.noticeDays,
      PATHS.perRender,
    ]);
    expect(numberFaults(sheetOf(DRAFT))).toEqual([]);
  });
});
