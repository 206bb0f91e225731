import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { LookChoice } from './LookChoice';

const TAKE = { id: '9b1d', seconds: 16.4, verifiedAt: '2026-11-23T12:00:00Z' };

function served(looks: object[]) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(looks))));
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('offers the takes there are and tells which was chosen', async () => {
  served([TAKE]);
  const onChange = vi.fn();
  render(<LookChoice likenessId="1" chosen={null} onChange={onChange} />);
  const select = (await screen.findByLabelText(/Your other look/)) as HTMLSelectElement;
  expect([...select.options].map((option) => option.text)[1]).toMatch(/^16 s, /);
  fireEvent.change(select, { target: { value: TAKE.id } });
  expect(onChange).toHaveBeenCalledWith(TAKE.id);
});

it('says what to do where there is none', async () => {
  served([]);
  render(<LookChoice likenessId="1" chosen={null} onChange={() => {}} />);
  expect(await screen.findByText(/no driving take of yours yet/)).toBeTruthy();
});
