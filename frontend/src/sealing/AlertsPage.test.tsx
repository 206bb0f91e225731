import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OperatorAlert } from '../api/types';
import { AlertsPage } from './AlertsPage';

const STAMP: OperatorAlert = {
  id: '7b1c0000-0000-4000-8000-000000000001',
  kind: 'time-stamp-missing',
  subject: 'time-stamp',
  details: ['6f8d2c1e-0000-4000-8000-000000000000'],
  raisedAt: '2026-11-23T20:00:00Z',
  acknowledgedAt: null,
};
const CLAIM: OperatorAlert = {
  ...STAMP,
  id: '7b1c0000-0000-4000-8000-000000000002',
  kind: 'takedown-overdue',
  subject: '9a000000-0000-4000-8000-000000000000',
  details: [],
};

describe('AlertsPage', () => {
  let alerts: OperatorAlert[];
  let posted: string[];
  let forbidden: boolean;

  beforeEach(() => {
    alerts = [STAMP, CLAIM];
    posted = [];
    forbidden = false;
    vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
      if (path === '/api/me') return new Response(JSON.stringify({ personId: 'o', roles: ['operator'] }));
      if (forbidden) return new Response(JSON.stringify({ cause: 'Only operators.' }), { status: 403 });
      if (request.method === 'POST') {
        posted.push(path);
        const id = path.split('/')[4];
        alerts = alerts.map((one) =>
          one.id === id ? { ...one, acknowledgedAt: '2026-11-23T21:00:00Z' } : one,
        );
        return new Response('{}');
      }
      const all = path === '/api/operator/alerts?all=true';
      expect(all || path === '/api/operator/alerts').toBe(true);
      return new Response(JSON.stringify(alerts.filter((one) => all || !one.acknowledgedAt)));
    });
  });

  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  const card = async (text: string) => within((await screen.findByText(text)).closest('article')!);
  const NO_STAMP = 'The time stamping authority gave no time stamp';

  it('says what happened and where to see to it', async () => {
    render(<AlertsPage />);
    expect((await card(NO_STAMP)).getByText(STAMP.details[0]!)).toBeTruthy();
    const claim = await card('Nobody decided on a claim in 48 hours, and nothing could be held');
    expect(claim.getByRole('link').getAttribute('href')).toBe('/referee.html');
    expect(claim.getByText(CLAIM.subject)).toBeTruthy();
  });

  it('takes what is acknowledged off the list, keeps the focus, and shows it again on request', async () => {
    render(<AlertsPage />);
    fireEvent.click((await card(NO_STAMP)).getByRole('button', { name: `Acknowledge: ${NO_STAMP}` }));
    await vi.waitFor(() => expect(screen.queryByText(NO_STAMP)).toBeNull());
    expect(posted).toEqual([`/api/operator/alerts/${STAMP.id}/acknowledgement`]);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'To be looked after' }));
    expect(screen.getByRole('status').textContent).toContain(NO_STAMP);
    fireEvent.click(screen.getByLabelText('Show those that were acknowledged, too'));
    const again = await card(NO_STAMP);
    expect(again.getByText('Acknowledged')).toBeTruthy();
    expect(again.queryByRole('button')).toBeNull();
  });

  it('says so to whoever may not see them', async () => {
    forbidden = true;
    render(<AlertsPage />);
    expect(await screen.findByText('Only operators.')).toBeTruthy();
  });
});
