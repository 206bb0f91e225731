import { expect, it } from 'vitest';
import { remaining } from './remaining';

it('says how long it takes in round numbers', () => {
  expect(remaining(3)).toBe('less than a minute left');
  expect(remaining(61)).toBe('about a minute left');
  expect(remaining(400)).toBe('about 7 minutes left');
  expect(remaining(9000)).toBe('about 3 hours left');
});
