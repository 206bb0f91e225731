import { useState } from 'react';
import type { Release, ReleaseDraft, ReleaseStatement } from '../api/types';
import { useWatched } from '../api/useWatched';
import { Field } from '../app/fields';
import { ProblemNote } from '../app/ProblemNote';
import { count } from '../app/words';
import { leftOf } from './left';
import { paperPath } from './papers';

const always = () => true;

/** What was delivered, what is left, and the statement of a period for the books. */
export function StatementPanel({ release }: { release: Release }) {
  const agreed = release.versions.find(({ version }) => version === release.agreedVersion)!;
  const [from, setFrom] = useState(agreed.firstDay);
  const [to, setTo] = useState(agreed.lastDay);
  const path = `/api/releases/${release.id}/statement`;
  const first = release.versions.map(({ firstDay }) => firstDay).sort()[0]!;
  const all = useWatched<ReleaseStatement>(`${path}?from=${first}&to=${agreed.lastDay}`, always);
  const contract = useWatched<ReleaseDraft>(paperPath(release.id, agreed.version, 'contract.json'), always);
  const period = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
  const error = all.error ?? contract.error;
  return (
    <section className="card body" aria-labelledby="statement-title">
      <h2 id="statement-title">What was made</h2>
      {error && <ProblemNote problem={error.problem} />}
      {all.value && contract.value && (
        <p>
          {count(all.value.lines.length, 'video was', 'videos were')} delivered.{' '}
          {leftOf(contract.value.terms?.limits, all.value.lines)}
        </p>
      )}
      <div className="pair">
        <Field label="From" type="date" value={from} onChange={setFrom} />
        <Field label="To, this day included" type="date" value={to} onChange={setTo} />
      </div>
      {from && to && from <= to ? (
        <div className="row start">
          <a className="button quiet" href={`${path}.csv?${period}`} download>
            Statement as a table (CSV)
          </a>
          <a className="button quiet" href={`${path}.pdf?${period}`} download>
            Statement to print (PDF)
          </a>
        </div>
      ) : (
        <p>Choose a first and a last day, the last not before the first.</p>
      )}
    </section>
  );
}
