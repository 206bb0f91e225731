/** How long something will still take, roughly, as one says it. */
export function remaining(seconds: number): string {
  if (seconds < 50) {
    return 'less than a minute left';
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) {
    return minutes === 1 ? 'about a minute left' : `about ${minutes} minutes left`;
  }
  return `about ${Math.round(seconds / 3600)} hours left`;
}
