import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RefereePage } from './RefereePage';

const WAITING = { id: '7b1c', personId: 'p', state: 'awaiting-referee', submittedAt: '', problem: null };

describe('RefereePage', () => {
  let sent: unknown[];
  let roles: string[];

  beforeEach(() => {
    sent = [];
    roles = ['referee'];
    vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
      if (request.method === 'POST') {
        expect(path).toBe('/api/verifications/7b1c/decision');
        sent.push(JSON.parse(request.body as string));
        return new Response('{}');
      }
      if (path === '/api/me') return new Response(JSON.stringify({ personId: 'r', roles }));
      if (path === '/api/takedown-desk') return new Response('[]');
      return new Response(JSON.stringify(sent.length ? [] : [WAITING]));
    });
  });

  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  async function evidence() {
    const field = await screen.findByLabelText('What did you see that proves it is them?');
    fireEvent.change(field, { target: { value: 'passport' } });
  }

  const choose = (question: string, answer: string) =>
    fireEvent.click(within(screen.getByRole('radiogroup', { name: question })).getByLabelText(answer));

  it('sends what the referee says of age and public figure', async () => {
    render(<RefereePage />);
    await evidence();
    choose('Are they of age?', 'A minor, by their document');
    choose('Do many people know them?', 'Yes, and I made sure that it is they');
    fireEvent.click(screen.getByRole('button', { name: 'It is them' }));
    await screen.findByText('Nobody is waiting.');
    expect(sent).toEqual([
      { approved: true, evidence: 'passport', note: '', adult: false, publicFigure: 'confirmed' },
    ]);
  });

  it('claims nothing that the referee did not say', async () => {
    render(<RefereePage />);
    await evidence();
    for (const group of screen.getAllByRole('radiogroup')) {
      expect(within(group).getByLabelText<HTMLInputElement>('I did not look').checked).toBe(true);
    }
    fireEvent.click(screen.getByRole('button', { name: 'Not confirmed' }));
    await screen.findByText('Nobody is waiting.');
    expect(sent).toEqual([
      { approved: false, evidence: 'passport', note: '', adult: null, publicFigure: null },
    ]);
  });

  it('shows an operator the claims alone, and the way to the alerts', async () => {
    roles = ['operator'];
    render(<RefereePage />);
    await screen.findByText('No claim is waiting.');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Takedown desk');
    expect(screen.getByRole('link', { name: 'Alerts' }).getAttribute('href')).toBe('/alerts.html');
    expect(screen.queryByLabelText('What did you see that proves it is them?')).toBeNull();
  });

  it('tells a referee of no alerts', async () => {
    render(<RefereePage />);
    await evidence();
    expect(screen.queryByRole('link', { name: 'Alerts' })).toBeNull();
  });
});
