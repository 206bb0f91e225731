import type { Takedown } from '../../api/types';
import { FOUND_BY } from './takedownWords';

/** The outputs that a claim is about. */
export function Matches({ matches }: { matches: Takedown['matches'] }) {
  if (matches.length === 0) return null;
  return (
    <ul className="plain">
      {matches.map((match) => (
        <li key={match.outputId} data-output={match.outputId} data-down={match.down}>
          <code>{match.outputId}</code>, {FOUND_BY[match.foundBy]}
          {match.down ? ': not shown any more' : ''}
        </li>
      ))}
    </ul>
  );
}
