import type { Enrolment } from '../api/types';

/** How somebody knows their footage again; the newest first, as the studio lists it. */
export function footage({ report, likenessId }: Enrolment, n: number): string {
  const which = n === 0 ? 'my newest footage' : `footage ${n + 1}`;
  const what = report
    ? `, ${Math.round(report.durationSeconds)} seconds, ${report.widthPx} × ${report.heightPx}`
    : '';
  return `${which}${what} (${likenessId.slice(0, 8)})`;
}
