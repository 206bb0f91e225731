import { useCallback, useEffect, useRef, useState } from 'react';
import { get, type ProblemError } from './client';

const EVERY_MS = 700;

/**
 * Reads a resource and, while it is not settled, reads it again: at once on each progress event of its work where the
 * caller is signed in, and every so often in any case.
 */
export function useWatched<T>(
  path: string | null,
  settled: (value: T) => boolean,
  workSubject?: string | null,
) {
  const [value, setValue] = useState<T | null>(null);
  const [error, setError] = useState<ProblemError | null>(null);
  const settledNow = useRef(settled);
  settledNow.current = settled;

  const refresh = useCallback(async () => {
    if (!path) return null;
    try {
      const now = await get<T>(path);
      setValue(now);
      setError(null);
      return now;
    } catch (e) {
      setError(e as ProblemError);
      return null;
    }
  }, [path]);

  const isSettled = value !== null && settled(value);
  useEffect(() => {
    if (!path) {
      setValue(null);
      return;
    }
    let over = false;
    let timer = 0;
    const again = async () => {
      const now = await refresh();
      if (!over && (now === null || !settledNow.current(now))) timer = window.setTimeout(again, EVERY_MS);
    };
    void again();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [path, refresh, isSettled]);

  useEffect(() => {
    if (!workSubject || isSettled) return;
    const events = new EventSource(`/api/work/${workSubject}/events`);
    events.addEventListener('progress', () => void refresh());
    events.onerror = () => events.close();
    return () => events.close();
  }, [workSubject, isSettled, refresh]);

  return { value, error, refresh };
}
