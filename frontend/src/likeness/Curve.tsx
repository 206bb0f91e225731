import type { Likeness } from '../api/types';
import { polyline } from './polyline';

const WIDTH = 560;
const HEIGHT = 160;

/** Loss and held-out quality over training steps. */
export function Curve({ points }: { points: Likeness['curve'] }) {
  const last = points[points.length - 1]!;
  const quality = points.flatMap((p) => (p.heldOutPsnrDb == null ? [] : [{ x: p.step, y: p.heldOutPsnrDb }]));
  const best = quality.reduce((most, p) => Math.max(most, p.y), -Infinity);
  return (
    <figure className="curve">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Training curve, ${last.step} steps, loss ${last.loss.toFixed(3)}`}
      >
        <polyline
          className="loss"
          points={polyline(
            points.map((p) => ({ x: p.step, y: p.loss })),
            WIDTH,
            HEIGHT,
            0,
          )}
        />
        <polyline className="quality" points={polyline(quality, WIDTH, HEIGHT)} />
      </svg>
      <figcaption>
        <span className="loss">loss {last.loss.toFixed(4)}</span>
        {best > -Infinity && <span className="quality">held-out quality {best.toFixed(1)} dB</span>}
        <span>step {last.step}</span>
      </figcaption>
    </figure>
  );
}
