import type { components } from './schema';

type ProblemFields = components['schemas']['Problem'];

/** What went wrong, in the studio's words; every failed call ends as one of these. */
export interface Problem extends ProblemFields {
  reasons?: { policyId: string; text: string }[];
  faults?: Fault[];
}

/** Something in a form that cannot stand: where, as in `terms.exclusions[3]`, and why. */
export interface Fault {
  path: string;
  what: string;
}

export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.cause);
  }
}

function csrfToken(): string {
  const match = /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie);
  return match ? decodeURIComponent(match[1]!) : '';
}

async function answer<T>(response: Response): Promise<T> {
  const text = await response.text();
  let body: unknown = {};
  try {
    body = text ? JSON.parse(text) : {};
  } catch {
    // Not from the studio itself, e.g. a proxy's page: told below by its status.
  }
  if (response.ok) return body as T;
  const problem = body as Partial<Problem>;
  throw new ProblemError(response.status, {
    stage: problem.stage ?? 'studio',
    cause: problem.cause ?? `The studio answered ${response.status}.`,
    consequence: problem.consequence ?? 'Nothing was changed.',
    remedy: problem.remedy ?? 'Try again in a moment.',
    reasons: problem.reasons,
    faults: problem.faults,
  });
}

function unreachable(): ProblemError {
  return new ProblemError(0, {
    stage: 'studio',
    cause: 'The connection to the studio failed.',
    consequence: 'Nothing of this request was kept.',
    remedy: 'Check that the studio is running and that you are connected, then try again.',
  });
}

function stopped(): ProblemError {
  return new ProblemError(0, {
    stage: 'studio',
    cause: 'You stopped the upload.',
    consequence: 'Nothing of it was kept.',
    remedy: 'Choose the file again to send it.',
  });
}

async function ask(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request);
  } catch {
    throw unreachable();
  }
}

export async function get<T>(path: string, headers: Record<string, string> = {}): Promise<T> {
  return answer<T>(await ask(path, { headers: { Accept: 'application/json', ...headers } }));
}

export function post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  return send('POST', path, body, headers);
}

export function put<T>(path: string, body: unknown): Promise<T> {
  return send('PUT', path, body, {});
}

export function del(path: string): Promise<unknown> {
  return send('DELETE', path, undefined, {});
}

async function send<T>(
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<T> {
  return answer<T>(
    await ask(path, {
      method,
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        'X-XSRF-TOKEN': csrfToken(),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
  );
}

/** A file as it is, byte for byte. */
export async function bytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await ask(path, {});
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : answer(response);
}

/** Uploads the parts of a form, in this order; fetch cannot tell how far it is, so this is the older request object. */
export function upload<T>(
  path: string,
  parts: [name: string, content: Blob][],
  onFraction: (fraction: number) => void,
  stop?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, content] of parts) form.append(name, content);
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-XSRF-TOKEN', csrfToken());
    request.upload.onprogress = (event) => onFraction(event.total ? event.loaded / event.total : 0);
    request.onload = () =>
      answer<T>(new Response(request.responseText, { status: request.status })).then(resolve, reject);
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(stopped());
    stop?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
