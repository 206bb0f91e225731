import { afterEach, expect, it, vi } from 'vitest';
import { get, ProblemError } from './client';

afterEach(() => vi.unstubAllGlobals());

it('tells a studio that does not answer as a problem', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  const error = await get('/api/me').catch((e: unknown) => e);
  expect(error).toBeInstanceOf(ProblemError);
  expect((error as ProblemError).problem.cause).toBe('The connection to the studio failed.');
});

it('keeps the reasons of a refusal', async () => {
  const problem = {
    stage: 'rendering',
    cause: 'No consent.',
    consequence: 'Nothing was rendered.',
    remedy: 'Ask.',
    reasons: [{ policyId: 'own-likeness', text: 'Only your own.' }],
  };
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(problem), { status: 403 })));
  await expect(get('/api/me')).rejects.toMatchObject({ status: 403, problem });
});
