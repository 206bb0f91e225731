// @vitest-environment node
import { expect, it } from 'vitest';
import { digestOf } from './papers';

it('works out one digest over both papers', async () => {
  const text = new TextEncoder();
  // SHA-256 of "abc", FIPS 180-4's own example
  expect(await digestOf(text.encode('a'), text.encode('bc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
