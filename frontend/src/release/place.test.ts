import { beforeEach, describe, expect, it } from 'vitest';
import { hrefOf, invitationOf, keepInvitation, keptInvitation, placeOf } from './place';

const ID = '0b4f2a3c-1111-4222-8333-444455556666';

beforeEach(() => sessionStorage.clear());

describe('place', () => {
  it.each(['release', 'draft', 'redraft'])('comes back from the address of %s', (name) => {
    expect(hrefOf(placeOf(`#${name}=${ID}`))).toBe(`#${name}=${ID}`);
  });

  it.each(['', '#', '#release', '#release=../me', `#elsewhere=${ID}`, '#invitation=abc'])(
    'takes %s for the overview',
    (hash) => expect(placeOf(hash)).toEqual({ at: 'overview' }),
  );
});

describe('invitation', () => {
  it('is kept over a sign-in until it is used', () => {
    const invitation = invitationOf('#invitation=abc_DEF-123');
    keepInvitation(invitation);
    expect(keptInvitation()).toEqual({ kind: 'invitation', token: 'abc_DEF-123' });
    keepInvitation(null);
    expect(keptInvitation()).toBeNull();
  });

  it.each([
    '',
    '#invitation',
    '#invitation=',
    '#invitation=a/b',
    `#invitation=${'a'.repeat(201)}`,
    '#release=abc',
  ])('is not in %s', (hash) => expect(invitationOf(hash)).toBeNull());
});
