import type { Inspection } from '../api/types';
import { polyline } from '../likeness/polyline';

type Signal = NonNullable<Inspection['report']>['signals'][number];

const WIDTH = 560;
const HEIGHT = 80;

/** One figure of a face, its course along the video as a line and, for who does not see it, as a table. */
export function SignalChart({ signal }: { signal: Signal }) {
  const points = signal.series;
  const told = `${signal.figure} ${signal.unit}`.trim();
  return (
    <figure className="curve signal" data-signal={signal.kind}>
      <figcaption>
        <strong>{signal.title}</strong>
        <span>{signal.figure == null ? 'not measurable' : told}</span>
      </figcaption>
      <p>{signal.words}</p>
      {points.length > 1 && (
        <>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={course(signal)}>
            <polyline
              className="quality"
              points={polyline(
                points.map((p) => ({ x: p.seconds, y: p.value })),
                WIDTH,
                HEIGHT,
              )}
            />
          </svg>
          <details>
            <summary>Course in numbers</summary>
            <table>
              <caption>
                {signal.title}
                {signal.unit && `, ${signal.unit}`}
              </caption>
              <thead>
                <tr>
                  <th scope="col">Second</th>
                  <th scope="col">Figure</th>
                </tr>
              </thead>
              <tbody>
                {points.map((p, i) => (
                  <tr key={i}>
                    <th scope="row">{p.seconds}</th>
                    <td>{p.value}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </figure>
  );
}

function course({ title, series }: Signal): string {
  const values = series.map((p) => p.value);
  const [first, last] = [series[0]!, series[series.length - 1]!];
  return (
    `${title}, second ${first.seconds} to ${last.seconds}: ` +
    `between ${Math.min(...values)} and ${Math.max(...values)}`
  );
}
