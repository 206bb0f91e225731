import type { Coverage } from '../api/types';

type Measure = Coverage['parts'][number]['measures'][number];

/** How far along the bar what is enough lies: there may be more than enough. */
export const ENOUGH_AT = 2 / 3;

/** 0..1 of the bar's length. */
export function filled(have: number, enough: number): number {
  return enough > 0 ? Math.min(1, (have / enough) * ENOUGH_AT) : 1;
}

export function amount(value: number, unit: Measure['unit']): string {
  const rounded = String(Number(value.toFixed(value < 10 && unit === 'seconds' ? 1 : 0)));
  return unit === 'seconds' ? `${rounded} s` : unit === 'percent' ? `${rounded} %` : rounded;
}

/** As one would say it: `4 of 10 times`; where there is enough, only how much. */
export function share({ have, enough, unit }: Measure): string {
  const times = unit === 'times' ? ' times' : '';
  return have >= enough
    ? `${amount(have, unit)}${times}`
    : `${amount(have, unit)} of ${amount(enough, unit)}${times}`;
}

/** What to do about all that is missing, each advice once, what the mouth lacks first. */
export function remedies(coverage: Coverage): string[] {
  const all = [
    ...coverage.parts.flatMap((part) => part.measures.map((measure) => measure.remedy)),
    ...coverage.poses.cells.map((cell) => cell.remedy),
  ];
  return [...new Set(all.filter((remedy) => remedy !== ''))];
}

/** The head's directions that are needed, in words. */
export function posesInWords(poses: Coverage['poses']): string {
  const needed = poses.cells
    .filter((cell) => cell.enough > 0)
    .map((cell) => `${cell.label} ${amount(cell.seconds, 'seconds')} of ${amount(cell.enough, 'seconds')}`);
  return `Where your head pointed, and for how long: ${needed.join('; ')}.`;
}
