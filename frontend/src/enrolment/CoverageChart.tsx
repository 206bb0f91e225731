import type { Coverage } from '../api/types';
import { amount, remedies } from './coverage';
import { CoverageBars } from './CoverageBars';
import { PoseChart } from './PoseChart';

const COUNTED = {
  voice: 'Mouth shapes were counted by what you say in the footage.',
  lips: 'Mouth shapes were counted by your lips alone: your voice was not listened to. Lip on teeth cannot be told that way, nor pursed from rounded.',
};

/** How much of what a likeness needs the footage shows, how much is enough, and what to do about the rest. */
export function CoverageChart({ coverage }: { coverage: Coverage }) {
  const missing = remedies(coverage);
  return (
    <section className="coverage" aria-label="How much there is to learn from">
      <h3>How much there is to learn from</h3>
      {missing.length === 0 && <p>There is enough of everything.</p>}
      {missing.length > 0 && (
        <>
          <p>More of this would make your likeness better:</p>
          <ul className="remedies">
            {missing.map((remedy) => (
              <li key={remedy}>{remedy}</li>
            ))}
          </ul>
        </>
      )}
      <div className="parts">
        {coverage.parts.map((part) => (
          <CoverageBars key={part.code} part={part} />
        ))}
        <PoseChart poses={coverage.poses} />
      </div>
      <p className="soft">
        {COUNTED[coverage.mouthShapesFrom]} The line across a bar says how much is enough.
      </p>
      <details>
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">How much</th>
              <th scope="col">Enough</th>
            </tr>
          </thead>
          <tbody>
            {coverage.parts.flatMap((part) =>
              part.measures.map((measure) => (
                <tr key={measure.code}>
                  <th scope="row">{measure.label}</th>
                  <td>{amount(measure.have, measure.unit)}</td>
                  <td>{amount(measure.enough, measure.unit)}</td>
                </tr>
              )),
            )}
            {coverage.poses.cells.map((cell) => (
              <tr key={`${cell.row}-${cell.column}`}>
                <th scope="row">Head {cell.label}</th>
                <td>{amount(cell.seconds, 'seconds')}</td>
                <td>{cell.enough > 0 ? amount(cell.enough, 'seconds') : 'not needed'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
