import { useCallback, useEffect, useRef, useState } from 'react';
import { get, type ProblemError } from './client';

const EVERY_MS = 700;

interface Held<T> {
  path: string;
  value: T | null;
  error: ProblemError | null;
}

/**
 * Reads a resource and, while it is not settled, reads it again: at once on each progress event of its work where the
 * caller is signed in, and every so often in any case. What was read of another path is never shown for this one.
 */
export function useWatched<T>(
  path: string | null,
  settled: (value: T) => boolean,
  workSubject?: string | null,
) {
  const [held, setHeld] = useState<Held<T> | null>(null);
  const settledNow = useRef(settled);
  settledNow.current = settled;
  const pathNow = useRef(path);
  pathNow.current = path;

  const refresh = useCallback(async () => {
    if (!path) return null;
    const keep = (found: (before: T | null) => Held<T>) => {
      if (pathNow.current === path) setHeld((before) => found(before?.path === path ? before.value : null));
    };
    try {
      const now = await get<T>(path);
      keep(() => ({ path, value: now, error: null }));
      return now;
    } catch (e) {
      keep((value) => ({ path, value, error: e as ProblemError }));
      return null;
    }
  }, [path]);

  const value = held?.path === path ? held.value : null;
  const error = held?.path === path ? held.error : null;
  const isSettled = value !== null && settled(value);
  useEffect(() => {
    if (!path) return;
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
