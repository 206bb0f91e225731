import { describe, expect, it } from 'vitest';
import { caseHash, caseOf } from './caseLink';
import { EMPTY, faultsOf, partsOf } from './claimForm';
import { timeLeft } from './timeLeft';

const WHOLE = {
  ...EMPTY,
  name: 'Ada Example',
  contact: 'ada@example.org',
  statement: 'It shows me saying what I never said.',
  outputId: '0123456789ABCDEF',
  goodFaith: true,
};

describe('case link', () => {
  it('keeps the key behind the hash and is read back', () => {
    const link = { id: '7b1c0000-0000-4000-8000-000000000001', key: 'a_b-C' };
    expect(caseHash(link)).toMatch(/^#/);
    expect(caseOf(caseHash(link))).toEqual(link);
  });

  it('names no case where a part is missing or strange', () => {
    for (const hash of ['', '#', '#case=7b1c&key=x', '#key=x', '#case=7b1c0000-0000-4000-8000-000000000001'])
      expect(caseOf(hash)).toBeNull();
  });
});

describe('claim', () => {
  it('lacks nothing when it is whole', () => {
    expect(faultsOf(WHOLE)).toEqual({});
  });

  it('says what is missing', () => {
    expect(Object.keys(faultsOf(EMPTY)).sort()).toEqual([
      'contact',
      'file',
      'goodFaith',
      'name',
      'statement',
    ]);
    expect(faultsOf({ ...WHOLE, outputId: '12' }).outputId).toBeTruthy();
    expect(faultsOf({ ...WHOLE, claimant: 'for-person-shown' }).personShown).toBeTruthy();
    expect(faultsOf({ ...WHOLE, outputId: '', url: 'https://example.org/a' })).toEqual({});
  });

  it('is sent without what was left empty, and with the file last', async () => {
    const file = new File(['x'], 'a.mp4');
    const parts = partsOf({ ...WHOLE, file });
    expect(parts.map(([name]) => name)).toEqual([
      'kind',
      'claimant',
      'name',
      'contact',
      'statement',
      'outputId',
      'goodFaith',
      'file',
    ]);
    expect(parts.at(-1)![1]).toBe(file);
  });
});

describe('time left', () => {
  const due = '2026-11-25T12:00:00Z';
  it('is told to the minute, before and after', () => {
    expect(timeLeft(due, Date.parse('2026-11-23T12:00:30Z'))).toBe('47 h 59 min left');
    expect(timeLeft(due, Date.parse(due))).toBe('0 h 0 min left');
    expect(timeLeft(due, Date.parse('2026-11-25T13:30:00Z'))).toBe('overdue for 1 h 30 min');
  });
});
