import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TakedownDesk } from './TakedownDesk';
import { TakedownPage } from './TakedownPage';

const ID = '7b1c0000-0000-4000-8000-000000000001';
const CASE = {
  id: ID,
  kind: 'without-consent',
  claimant: 'person-shown',
  state: 'open',
  search: 'done',
  searchProblem: null,
  receivedAt: '2026-11-23T12:00:00Z',
  dueAt: '2026-11-25T12:00:00Z',
  decidedAt: null,
  matches: [{ outputId: '0123456789abcdef', foundBy: 'mark', sure: true, down: false }],
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  location.hash = '';
});

describe('TakedownPage', () => {
  it('tells what is missing and sends nothing', async () => {
    const request = vi.fn();
    vi.stubGlobal('XMLHttpRequest', request);
    render(<TakedownPage />);
    fireEvent.click(screen.getByRole('button', { name: 'Send the claim' }));
    expect(await screen.findByText('Your name is missing.')).toBeTruthy();
    expect(screen.getByText(/add the file/)).toBeTruthy();
    expect(request).not.toHaveBeenCalled();
  });

  it('asks for the case with the key of its address in a header', async () => {
    const asked: [string, RequestInit][] = [];
    vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
      asked.push([path, request]);
      const takedown = { ...CASE, state: 'granted', decidedAt: '2026-11-24T12:00:00Z' };
      return new Response(JSON.stringify({ takedown, reason: 'You are right.' }));
    });
    location.hash = `#case=${ID}&key=secret`;
    render(<TakedownPage />);
    expect(await screen.findByText('Taken down')).toBeTruthy();
    expect(screen.getByText('You are right.')).toBeTruthy();
    expect(asked).toHaveLength(1);
    expect(asked[0]![0]).toBe(`/api/takedowns/${ID}`);
    expect(asked[0]![1].headers).toMatchObject({ 'X-Takedown-Key': 'secret' });
  });
});

describe('TakedownDesk', () => {
  let sent: [string, unknown][];

  beforeEach(() => {
    sent = [];
    const objections = [
      {
        outputId: '0123456789abcdef',
        by: 'maker',
        receivedAt: '2026-11-24T12:00:00Z',
        text: 'It is a parody.',
      },
    ];
    const claim = {
      name: 'Ada',
      contact: 'ada@example.org',
      personShown: 'Ada',
      statement: 'Mine.',
      url: null,
    };
    vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
      if (request.method === 'POST') sent.push([path, JSON.parse(request.body as string)]);
      return new Response(
        JSON.stringify(
          path === '/api/takedown-desk' ? [CASE] : { takedown: CASE, claim, reason: null, objections },
        ),
      );
    });
  });

  it('shows the clock, and decides on what was found with a reason', async () => {
    render(<TakedownDesk />);
    const row = within((await screen.findByText(/overdue for|left/)).closest('article')!);
    fireEvent.click(row.getByRole('button', { name: 'Read the claim' }));
    expect(await row.findByText('Mine.')).toBeTruthy();
    const objection = row.getByText('It is a parody.').closest('figure')!;
    expect(objection.textContent).toContain('Whoever had it made objects');
    expect(row.getByRole<HTMLButtonElement>('button', { name: 'Take down' }).disabled).toBe(true);
    fireEvent.change(row.getByLabelText('Why, for the claimant'), { target: { value: 'You are right.' } });
    fireEvent.click(row.getByRole('button', { name: 'Take down' }));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual([
      `/api/takedown-desk/${ID}/decision`,
      { granted: true, outputs: ['0123456789abcdef'], wholeLikeness: false, reason: 'You are right.' },
    ]);
  });
});
