import { expect, it } from 'vitest';
import type { ReleaseTerms } from '../api/types';
import { termRows } from './terms';

const TERMS: ReleaseTerms = {
  project: { title: 'The Lighthouse', description: 'Three scenes.', character: null },
  purposes: ['entertainment', 'accessibility'],
  media: ['social-media'],
  territories: ['DE', 'world'],
  languages: ['pt-BR'],
  period: { firstDay: '2026-03-01', lastDay: '2027-02-28', zone: 'Europe/Berlin' },
  exclusions: [],
  sensitive: ['alcohol-and-tobacco'],
  training: false,
  limits: { seconds: 600, renders: 1 },
  approval: 'talent',
  compensation: { reference: 'NL-118', currency: 'EUR', perRenderMinor: 25_000 },
  representation: {},
  strikeHold: false,
  revocation: { noticeDays: 0, terms: 'Nothing new is made.' },
};

function told(terms: ReleaseTerms) {
  return Object.fromEntries(termRows(terms).map(({ label, text }) => [label, text]));
}

it('tells codes as words', () => {
  expect(told(TERMS)).toMatchObject({
    For: 'entertainment and accessibility',
    'Shown in': 'social media',
    Where: 'Germany and the whole world',
    Languages: 'Brazilian Portuguese',
    From: '1 March 2026',
    'To, this day included': '28 February 2027 (Europe/Berlin)',
    'Sensitive content': 'alcohol and tobacco',
    'At most': '1 video and 600 seconds together',
    'Paid per video': '€250.00',
    'Ending it early': 'at once',
  });
});

it('says what is not allowed, and leaves out only what nobody agreed', () => {
  const words = told({ ...TERMS, sensitive: [], limits: {}, revocation: { noticeDays: 1, terms: 'x' } });
  expect(words['Sensitive content']).toBe('none is allowed');
  expect(words['Never with']).toBe('nothing is excluded by name');
  expect(words['At most']).toBe('no limit beyond these terms');
  expect(words['Training a model for this']).toBe('not allowed');
  expect(words['Ending it early']).toBe('after a notice of 1 day');
  expect(Object.keys(words)).not.toContain('Paid once');
  expect(Object.keys(words)).not.toContain('Union');
});
