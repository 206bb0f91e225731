import type { Coverage } from '../api/types';
import { amount, posesInWords } from './coverage';

const CELL = { width: 64, height: 44 };
const GAP = 4;

type Cell = Coverage['poses']['cells'][number];

function standing(cell: Cell): string {
  if (cell.enough === 0) return cell.seconds > 0 ? 'spare some' : 'spare';
  return cell.seconds >= cell.enough ? 'enough' : 'lacking';
}

/** Directions of the head as a grid, as one sees oneself in the picture. */
export function PoseChart({ poses }: { poses: Coverage['poses'] }) {
  const columns = poses.yawEdgesDeg.length + 1;
  const rows = poses.pitchEdgesDeg.length + 1;
  return (
    <figure>
      <figcaption>Where your head pointed</figcaption>
      <svg
        className="poses"
        role="img"
        aria-label={posesInWords(poses)}
        viewBox={`0 0 ${columns * CELL.width} ${rows * CELL.height}`}
      >
        {poses.cells.map((cell) => (
          <g
            key={`${cell.row}-${cell.column}`}
            className={standing(cell)}
            transform={`translate(${cell.column * CELL.width + GAP / 2} ${cell.row * CELL.height + GAP / 2})`}
          >
            <rect width={CELL.width - GAP} height={CELL.height - GAP} rx="6" />
            <text x={(CELL.width - GAP) / 2} y={cell.enough > 0 ? 18 : 25}>
              {amount(cell.seconds, 'seconds')}
            </text>
            {cell.enough > 0 && (
              <text className="of" x={(CELL.width - GAP) / 2} y="33">
                {cell.seconds >= cell.enough ? '✓' : `of ${amount(cell.enough, 'seconds')}`}
              </text>
            )}
          </g>
        ))}
      </svg>
      <p className="soft">
        As in the picture: left is your right. Cells with a broken edge are good to have, not needed.
      </p>
    </figure>
  );
}
