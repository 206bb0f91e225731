import type { Enrolment } from '../api/types';

type Span = NonNullable<Enrolment['report']>['spans'][number];

/** Where frames are of no use, stretch by stretch. */
export function Spans({ spans }: { spans: Span[] }) {
  if (spans.length === 0) return null;
  return (
    <details>
      <summary>
        {spans.length === 1 ? 'One stretch' : `${spans.length} stretches`} that nothing can be learnt from
      </summary>
      <ul className="spans">
        {spans.map((span) => (
          <li key={`${span.reason}-${span.startSeconds}`}>
            {span.text}. <span className="soft">{span.remedy}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
