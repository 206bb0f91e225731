/**
 * SVG points that fit a series into a box, first step at the left, largest value at the top.
 *
 * @param floor a value that the bottom lies at or below, for a series whose zero means something
 */
export function polyline(
  series: { x: number; y: number }[],
  width: number,
  height: number,
  floor = Infinity,
): string {
  if (series.length === 0) return '';
  const xs = series.map((p) => p.x);
  const ys = series.map((p) => p.y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(floor, ...ys), Math.max(...ys)];
  const margin = 6;
  return series
    .map((p) => {
      const x = margin + ((p.x - x0) / (x1 - x0 || 1)) * (width - 2 * margin);
      const y = height - margin - ((p.y - y0) / (y1 - y0 || 1)) * (height - 2 * margin);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}
