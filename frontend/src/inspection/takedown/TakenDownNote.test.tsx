import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutputTakedown } from '../../api/types';
import { TakenDownNote } from './TakenDownNote';

describe('TakenDownNote', () => {
  let down: OutputTakedown;
  let sent: [string, unknown][];

  beforeEach(() => {
    down = { state: 'held', mayObject: true, objectedAt: null };
    sent = [];
    vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
      if (request.method === 'POST') {
        sent.push([path, JSON.parse(request.body as string)]);
        down = { ...down, mayObject: false, objectedAt: '2026-11-23T21:00:00Z' };
      } else {
        expect(path).toBe('/api/outputs/0123456789abcdef/takedown');
      }
      return new Response(JSON.stringify(down));
    });
  });

  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it('sends an objection once, with a reason', async () => {
    render(<TakenDownNote outputId="0123456789abcdef" />);
    fireEvent.click(await screen.findByRole('button', { name: 'I object' }));
    const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Send my objection' });
    fireEvent.change(screen.getByLabelText('Why should it be shown?'), { target: { value: 'It is mine.' } });
    expect(button().disabled).toBe(true);
    const why = 'It is mine, and I agreed to all of it.';
    fireEvent.change(screen.getByLabelText('Why should it be shown?'), { target: { value: ` ${why} ` } });
    fireEvent.click(button());
    expect(await screen.findByText(/You objected on 23 November 2026/)).toBeTruthy();
    expect(sent).toEqual([['/api/outputs/0123456789abcdef/objection', { text: why }]]);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('tells a decision from a hold', async () => {
    down = { state: 'taken-down', mayObject: false, objectedAt: null };
    render(<TakenDownNote outputId="0123456789abcdef" />);
    expect(await screen.findByText(/decided that they are right/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
