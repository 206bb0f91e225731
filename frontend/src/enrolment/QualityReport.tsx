import type { Enrolment, Finding } from '../api/types';
import { CoverageChart } from './CoverageChart';
import { Spans } from './Spans';

const MARK: Record<Finding['severity'], string> = { info: 'ℹ', warning: '⚠', refused: '✕' };

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

/** What was seen in the footage and what could be better. */
export function QualityReport({ report }: { report: NonNullable<Enrolment['report']> }) {
  const share = report.frames ? Math.round((100 * report.usableFrames) / report.frames) : 0;
  const matched = report.shots.filter((shot) => shot.matched).length;
  return (
    <div className="report">
      <dl>
        <div>
          <dt>Length</dt>
          <dd>{clock(report.durationSeconds)}</dd>
        </div>
        <div>
          <dt>Picture</dt>
          <dd>
            {report.widthPx} × {report.heightPx}
          </dd>
        </div>
        <div>
          <dt>Frames a second</dt>
          <dd>{report.framesPerSecond.toFixed(0)}</dd>
        </div>
        <div>
          <dt>Usable frames</dt>
          <dd>
            {share} % of {report.frames}
          </dd>
        </div>
        <div>
          <dt>Shots of you</dt>
          <dd>
            {matched} of {report.shots.length}
          </dd>
        </div>
      </dl>
      {report.findings.length === 0 && <p>Every check was passed.</p>}
      {report.findings.length > 0 && (
        <ul className="findings">
          {report.findings.map((finding, i) => (
            <li key={i} className={finding.severity}>
              <span aria-hidden="true">{MARK[finding.severity]}</span> {finding.text}
            </li>
          ))}
        </ul>
      )}
      <Spans spans={report.spans} />
      {report.coverage && <CoverageChart coverage={report.coverage} />}
    </div>
  );
}
