import type { Inspection } from '../api/types';
import { SignalChart } from './SignalChart';

type Report = NonNullable<Inspection['report']>;

const HEADLINE: Record<Report['verdict'], string> = {
  'in-force': 'Made here, and the person shown agrees.',
  withdrawn: 'Made here, but the person shown has withdrawn.',
  altered: 'Made here, but changed since.',
  mismatch: 'It carries a mark of ours, but its content does not match.',
  'not-ours': 'No sign that this was made here.',
};

const CREDENTIALS = { valid: 'valid', invalid: 'not valid', absent: 'absent' } as const;

const FINGERPRINT: Record<Report['fingerprint'], string> = {
  unknown: 'not compared',
  same: 'as it was sealed',
  different: 'not what was sealed',
};

const RECORD: Record<Report['record']['state'], string> = {
  'in-force': 'consent in force',
  withdrawn: 'withdrawn',
  'taken-down': 'taken down',
  unknown: 'none',
};

const CARRIERS = {
  'true-true': 'in picture and sound',
  'true-false': 'in the picture alone',
  'false-true': 'in the sound alone',
  'false-false': 'not found',
} as const;

const headline = (report: Report) =>
  report.verdict === 'withdrawn' && report.record.state === 'taken-down'
    ? 'Made here, and taken down: it must not be shown.'
    : HEADLINE[report.verdict];

/** The plain answer first, details on demand. */
export function Verdict({ report }: { report: Report }) {
  return (
    <section className={`card verdict ${report.verdict}`} data-verdict={report.verdict}>
      <h2>{headline(report)}</h2>
      {report.verdict === 'not-ours' && (
        <p>That does not make it genuine: it says only that neither our mark nor our signature was found.</p>
      )}
      <ul>
        {report.findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
      {report.changes.length > 0 && (
        <>
          <h3>What was changed since it was sealed</h3>
          <ul className="changes">
            {report.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>Details</summary>
        <dl>
          <div>
            <dt>Invisible mark</dt>
            <dd>{CARRIERS[`${report.watermark.picture}-${report.watermark.sound}`]}</dd>
          </div>
          {report.watermark.outputId && (
            <div>
              <dt>Output id</dt>
              <dd>
                <code>{report.watermark.outputId}</code>
              </dd>
            </div>
          )}
          <div>
            <dt>Content Credentials</dt>
            <dd>
              {CREDENTIALS[report.credentials.state]} {report.credentials.failures.join(', ')}
            </dd>
          </div>
          <div>
            <dt>Picture and sound</dt>
            <dd>{FINGERPRINT[report.fingerprint]}</dd>
          </div>
          <div>
            <dt>Record</dt>
            <dd>{RECORD[report.record.state]}</dd>
          </div>
        </dl>
      </details>
      {report.signals.length > 0 && (
        <details className="signals">
          <summary>Figures of the face</summary>
          <p>
            Measured on the face in the video. They are weak: each lies somewhere among the few filmed and
            drawn videos it was tried on, and that says little of other people, cameras or methods. None of
            them shows what this video is.
          </p>
          {report.signals.map((signal) => (
            <SignalChart key={signal.kind} signal={signal} />
          ))}
        </details>
      )}
    </section>
  );
}
