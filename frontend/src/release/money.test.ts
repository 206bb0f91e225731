import { expect, it } from 'vitest';
import { amount, minor, typed } from './money';

it.each([
  ['12.50', 'EUR', 1250],
  ['12,5', 'EUR', 1250],
  ['12', 'EUR', 1200],
  ['12', 'JPY', 12],
  ['1.234', 'KWD', 1234],
  ['0.07', 'USD', 7],
])('reads %s %s', (text, currency, expected) => {
  expect(minor(text, currency)).toBe(expected);
  expect(minor(typed(expected, currency), currency)).toBe(expected);
});

it.each(['12.345', '-1', '1e3', 'twelve', '1 000'])('takes %s for no amount of euros', (text) => {
  expect(minor(text, 'EUR')).toBeNaN();
});

it('takes an empty field for nothing agreed', () => {
  expect(minor('  ', 'EUR')).toBeNull();
  expect(typed(null, 'EUR')).toBe('');
  expect(amount(null, 'EUR')).toBeUndefined();
});

it('tells amounts with their currency', () => {
  expect(amount(1250, 'EUR')).toBe('€12.50');
  expect(amount(12, 'JPY')).toContain('12');
});
