import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Consent } from '../api/types';
import { ConsentStep } from './ConsentStep';
import { explainedBoxes } from './consentBoxes';

const text = (words: string) =>
  `# ${words}\n\n## Boxes\n\n` +
  ['create', 'use', 'face', 'voice', 'training']
    .map((box) => `- **${words} ${box}.** Means\n  ${box}.`)
    .join('\n') +
  '\n';

const TEXTS = { en: text('English'), ar: text('عربي') };

const grants: unknown[] = [];

beforeEach(() => {
  grants.length = 0;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    if (init?.method === 'POST') grants.push(JSON.parse(String(init.body)));
    const language = path.includes('language=ar') ? 'ar' : 'en';
    const body = path.startsWith('/api/consent-texts/current')
      ? { version: 2, language, text: TEXTS[language], sha256: `hash of ${language}` }
      : [
          { version: 1, language: 'en', sha256: 'old', current: false },
          { version: 2, language: 'en', sha256: 'hash of en', current: true },
          { version: 2, language: 'ar', sha256: 'hash of ar', current: true },
        ];
    return Promise.resolve(new Response(JSON.stringify(body), { status: 200 }));
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('grants beside the text that was shown, in its language and direction', async () => {
  render(<ConsentStep likenessId="one" consent={null} onGranted={() => Promise.resolve()} />);
  await screen.findByLabelText(/English create/);
  fireEvent.click(screen.getByLabelText(/English create/));
  fireEvent.change(await screen.findByRole('combobox'), { target: { value: 'ar' } });
  await screen.findByLabelText(/عربي create/);
  const region = screen.getByRole('region');
  expect([region.lang, region.dir]).toEqual(['ar', 'rtl']);
  for (const box of ['use', 'face', 'training']) fireEvent.click(screen.getByLabelText(new RegExp(box)));
  const agree = screen.getByRole<HTMLButtonElement>('button', { name: 'I agree' });
  expect(agree.disabled).toBe(true);
  fireEvent.click(screen.getByLabelText(/عربي create/));
  expect(agree.disabled).toBe(false);
  fireEvent.click(agree);
  await waitFor(() =>
    expect(grants).toEqual([
      {
        likenessId: 'one',
        create: true,
        use: true,
        face: true,
        training: true,
        voice: false,
        textSha256: 'hash of ar',
      },
    ]),
  );
});

it('asks whoever agreed beside an earlier text to read the new one, and nobody else', async () => {
  const agreed = (textVersion: number) =>
    ({ likenessId: 'one', state: 'granted', grants: [{ textVersion }] }) as Consent;
  const step = (version: number) => (
    <ConsentStep likenessId="one" consent={agreed(version)} onGranted={() => Promise.resolve()} />
  );
  const { rerender } = render(step(1));
  await screen.findByRole('button', { name: 'Read the new text' });
  rerender(step(2));
  expect(screen.queryByRole('button')).toBeNull();
  rerender(step(1));
  fireEvent.click(await screen.findByRole('button', { name: 'Read the new text' }));
  expect(await screen.findByLabelText(/English voice/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'I agree' }).disabled).toBe(true);
});

it('offers each current language by its own name', async () => {
  render(<ConsentStep likenessId="one" consent={null} onGranted={() => Promise.resolve()} />);
  await screen.findByRole('combobox');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['English', 'العربية']);
});

it('lets nothing be ticked beside a text that does not explain every box', () => {
  expect(() => explainedBoxes('# Text\n\n- **One.** Box.\n')).toThrow('does not explain every box');
});
