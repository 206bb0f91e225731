import { count, list } from '../app/words';

interface Limits {
  seconds?: number | null;
  renders?: number | null;
}

/** What may still be made, in a sentence; each video counts with whole seconds begun, as the studio counts them. */
export function leftOf(limits: Limits | null | undefined, delivered: { seconds: number }[]): string {
  const spent = delivered.reduce((sum, { seconds }) => sum + Math.ceil(seconds), 0);
  const left = [
    limits?.renders ? count(Math.max(0, limits.renders - delivered.length), 'video', 'videos') : '',
    limits?.seconds ? count(Math.max(0, limits.seconds - spent), 'second', 'seconds') : '',
  ].filter(Boolean);
  return left.length === 0 ? 'The release sets no limit.' : `Left: ${list(left, '')}.`;
}
