const MINUTE_MS = 60_000;

/** How much of the 48 hours is left, or how long they are over. */
export function timeLeft(dueAt: string, nowMs: number): string {
  const minutes = Math.floor((Date.parse(dueAt) - nowMs) / MINUTE_MS);
  const much = Math.abs(minutes);
  const text = `${Math.floor(much / 60)} h ${much % 60} min`;
  return minutes < 0 ? `overdue for ${text}` : `${text} left`;
}
