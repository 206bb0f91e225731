import type { Row } from './terms';

/** Terms, each with what it is. */
export function Rows({ rows, label }: { rows: Row[]; label: string }) {
  return (
    <dl className="terms" aria-label={label}>
      {rows.map(({ label: name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
