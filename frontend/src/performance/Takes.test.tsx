import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TakesPage } from './TakesPage';

const LIKENESS = { id: 'aaaaaaaa-1', state: 'ready' };
const TAKE = {
  id: 't1',
  likenessId: LIKENESS.id,
  kind: 'take',
  state: 'ready',
  stage: '',
  fraction: 1,
  durationSeconds: 11.26,
  sentAt: '2026-11-23T12:00:00Z',
  reasons: [],
  problem: null,
};
const REFUSED = {
  ...TAKE,
  id: 't2',
  state: 'refused',
  reasons: [
    { code: 'another-person', text: 'A stranger is seen.', remedy: 'Film yourself.', frame: 100 },
    { code: 'no-sound', text: 'It has no sound.', remedy: 'Film with sound.', frame: 0 },
  ],
};

function textOf(file: Blob): Promise<string> {
  return new Promise((on) => {
    const reader = new FileReader();
    reader.onload = () => on(String(reader.result));
    reader.readAsText(file);
  });
}

let likenesses: unknown[];
let recordings: unknown[];
let deleted: string[];
let asked: unknown[];

beforeEach(() => {
  likenesses = [LIKENESS];
  recordings = [TAKE, REFUSED, { ...TAKE, id: 's1', kind: 'sound' }];
  deleted = [];
  asked = [];
  vi.stubGlobal('fetch', async (path: string, request?: RequestInit) => {
    if (request?.method === 'DELETE') {
      deleted.push(path);
      recordings = recordings.filter((one) => !path.endsWith((one as { id: string }).id));
      return new Response(null, { status: 204 });
    }
    if (request?.method === 'POST') asked.push(JSON.parse(String(request.body)));
    const answers: Record<string, unknown> = {
      '/api/me': { personId: 'p', roles: [] },
      '/api/likenesses': likenesses,
      '/api/performances/recorded': recordings,
      '/api/renders': request?.method === 'POST' ? { id: 'r1' } : [],
      '/api/renders/r1': { id: 'r1', state: 'sealed', permittedBy: [], segments: { done: 0, total: 0 } },
    };
    return new Response(JSON.stringify(answers[path]));
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('lists takes alone, and tells every reason with its remedy', async () => {
  render(<TakesPage />);
  const cards = await screen.findAllByRole('article');
  expect(cards.map((card) => card.dataset.state)).toEqual(['ready', 'refused']);
  expect(cards[0]!.textContent).toContain('ready, 11.3 seconds');
  expect([...cards[1]!.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
    'A stranger is seen. Film yourself.',
    'It has no sound. Film with sound.',
  ]);
});

it('deletes in two presses, says so and puts the focus back into the list', async () => {
  render(<TakesPage />);
  const card = (await screen.findAllByRole('article'))[0]!;
  fireEvent.click(card.querySelector('button.danger')!);
  expect(deleted).toEqual([]);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Keep it'));
  fireEvent.click(screen.getByRole('button', { name: 'Keep it' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Delete'));
  fireEvent.click(card.querySelector('button.danger')!);
  fireEvent.click(screen.getByRole('button', { name: 'Yes, delete it' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('What you sent'));
  expect(deleted).toEqual(['/api/performances/recorded/t1']);
  expect(screen.getAllByRole('status').map((one) => one.textContent)).toContainEqual(
    expect.stringMatching(/^The take of 23 November 2026 at .* is deleted\.$/),
  );
});

it('has a video made from a take and leads to it', async () => {
  const Silent = class {
    addEventListener() {}
    close() {}
  };
  vi.stubGlobal('EventSource', Silent);
  render(<TakesPage />);
  fireEvent.click(await screen.findByRole('button', { name: 'Render the video' }));
  expect((await screen.findByText('See it in your studio')).getAttribute('href')).toBe('/');
  expect(asked).toEqual([{ performanceId: 't1' }]);
});

it('sends the request before the file, shows how far it is, and stops where it is told to', async () => {
  const sent: { name: string; value: FormDataEntryValue }[] = [];
  let progress: (event: { loaded: number; total: number }) => void = () => {};
  let arrive: () => void = () => {};
  vi.stubGlobal(
    'XMLHttpRequest',
    class {
      upload = {
        set onprogress(told: typeof progress) {
          progress = told;
        },
      };
      onload = () => {};
      onabort = () => {};
      abort() {
        this.onabort();
      }
      status = 202;
      responseText = '{"id":"t3","state":"preparing"}';
      open() {}
      setRequestHeader() {}
      send(form: FormData) {
        form.forEach((value, name) => sent.push({ name, value }));
        arrive = () => this.onload();
      }
    },
  );
  render(<TakesPage />);
  await screen.findByText('Choose a video');
  const file = new File(['film'], 'sofa.mov', { type: 'video/quicktime' });
  fireEvent.change(document.querySelector('input[type=file]')!, {
    target: { files: { length: 1, item: () => file } },
  });
  await waitFor(() => expect(sent.map(({ name }) => name)).toEqual(['performance', 'take']));
  const told = JSON.parse(await textOf(sent[0]!.value as File));
  expect(told).toEqual({ likenessId: LIKENESS.id, kind: 'take', language: 'en-US' });
  progress({ loaded: 1, total: 4 });
  await waitFor(() => expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25'));
  arrive();
  await screen.findByText('sofa.mov has arrived.');
  expect(screen.queryByRole('button', { name: 'Stop sending' })).toBeNull();
  fireEvent.change(document.querySelector('input[type=file]')!, {
    target: { files: { length: 1, item: () => file } },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Stop sending' }));
  await screen.findByText('You stopped the upload.');
});

it('leads to the studio where no likeness is trained', async () => {
  likenesses = [{ ...LIKENESS, state: 'failed' }];
  render(<TakesPage />);
  expect((await screen.findByText('Go to your studio')).getAttribute('href')).toBe('/');
  expect(screen.queryByText('Choose a video')).toBeNull();
  expect(await screen.findAllByRole('article')).toHaveLength(2);
});
