import { expect, it } from 'vitest';
import { decode, encode } from './base64url';

it('writes the test vectors of RFC 4648 without padding', () => {
  const text = new TextEncoder();
  expect(['', 'f', 'fo', 'foo', 'foobar'].map((word) => encode(text.encode(word)))).toEqual([
    '',
    'Zg',
    'Zm8',
    'Zm9v',
    'Zm9vYmFy',
  ]);
});

it('reads back every byte, also those that plain base64 writes otherwise', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, n) => n);
  expect(encode(bytes)).toMatch(/-/);
  expect(encode(bytes)).toMatch(/_/);
  expect(decode(encode(bytes))).toEqual(bytes);
});

it.each(['a', 'ab+/', 'Zg==', 'Z g'])('refuses %s', (text) => {
  expect(() => decode(text)).toThrow();
});
