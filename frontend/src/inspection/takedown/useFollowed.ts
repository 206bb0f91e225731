import { useEffect, useState } from 'react';
import { get, type ProblemError } from '../../api/client';
import type { FollowedTakedown } from '../../api/types';
import type { CaseLink } from './caseLink';

const EVERY_MS = 3_000;

/** A case as it stands; read again and again while its outputs are being looked for. */
export function useFollowed({ id, key }: CaseLink) {
  const [value, setValue] = useState<FollowedTakedown | null>(null);
  const [error, setError] = useState<ProblemError | null>(null);
  useEffect(() => {
    let over = false;
    let timer = 0;
    const look = async () => {
      try {
        const now = await get<FollowedTakedown>(`/api/takedowns/${id}`, { 'X-Takedown-Key': key });
        if (over) return;
        setValue(now);
        if (now.takedown.search === 'searching') timer = window.setTimeout(look, EVERY_MS);
      } catch (e) {
        if (!over) setError(e as ProblemError);
      }
    };
    void look();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [id, key]);
  return { value, error };
}
