import { beforeEach, expect, it } from 'vitest';
import { rememberWhere, whereTo } from './comeBack';

beforeEach(() => sessionStorage.clear());

it('leads back once', () => {
  rememberWhere('/release.html');
  expect(whereTo()).toBe('/release.html');
  expect(whereTo()).toBeNull();
});

it('leads to no page that is not the studio’s', () => {
  rememberWhere('//elsewhere.example');
  expect(whereTo()).toBeNull();
  sessionStorage.setItem('selfsame.come-back', 'https://elsewhere.example');
  expect(whereTo()).toBeNull();
});

it('forgets an older wish when signing in from the start page', () => {
  rememberWhere('/release.html');
  rememberWhere('/');
  expect(whereTo()).toBeNull();
});
