import type { Coverage } from '../api/types';
import { ENOUGH_AT, filled, share } from './coverage';

/** A bar for each figure of one part; what a bar shows its words say too. */
export function CoverageBars({ part }: { part: Coverage['parts'][number] }) {
  return (
    <figure>
      <figcaption>{part.title}</figcaption>
      <ul className="bars">
        {part.measures.map((measure) => {
          const enough = measure.have >= measure.enough;
          return (
            <li key={measure.code} className={enough ? 'enough' : 'lacking'}>
              <span className="what">{measure.label}</span>
              <span className="much">
                {share(measure)}
                {enough && <span className="unseen">, enough</span>}{' '}
                <span aria-hidden="true">{enough ? '✓' : '⚠'}</span>
              </span>
              <svg aria-hidden="true" width="100%" height="14">
                <rect className="ground" width="100%" height="8" y="3" rx="4" />
                <rect
                  className="have"
                  width={`${(100 * filled(measure.have, measure.enough)).toFixed(1)}%`}
                  height="8"
                  y="3"
                  rx="4"
                />
                <line className="mark" x1={`${100 * ENOUGH_AT}%`} x2={`${100 * ENOUGH_AT}%`} y1="0" y2="14" />
              </svg>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
