import { Label, ProgressBar } from 'react-aria-components';

/** @param fraction 0..1 */
export function Progress({ label, fraction }: { label: string; fraction: number }) {
  const percent = Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <ProgressBar className="progress" value={percent}>
      <div className="row">
        <Label>{label}</Label>
        <span>{percent} %</span>
      </div>
      <div className="track">
        <div className="fill" style={{ width: `${percent}%` }} />
      </div>
    </ProgressBar>
  );
}
