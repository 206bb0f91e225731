import { useState } from 'react';
import { ProblemError, type Problem } from '../api/client';

/** Runs one call at a time and keeps the problem it ended with. */
export function useAction() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (action: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await action();
    } catch (e) {
      setProblem(
        e instanceof ProblemError
          ? e.problem
          : { stage: 'studio', cause: String(e), consequence: 'Nothing was changed.', remedy: 'Try again.' },
      );
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
