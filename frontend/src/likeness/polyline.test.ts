import { describe, expect, it } from 'vitest';
import { polyline } from './polyline';

describe('polyline', () => {
  it('puts the largest value at the top and the last step at the right', () => {
    const points = polyline(
      [
        { x: 0, y: 2 },
        { x: 10, y: 1 },
      ],
      100,
      50,
    );
    expect(points).toBe('6.0,6.0 94.0,44.0');
  });

  it('draws a constant series without dividing by nothing', () => {
    expect(polyline([{ x: 3, y: 1 }], 100, 50)).toBe('6.0,44.0');
  });

  it('puts the floor at the bottom', () => {
    const points = polyline(
      [
        { x: 0, y: 2 },
        { x: 10, y: 1 },
      ],
      100,
      50,
      0,
    );
    expect(points).toBe('6.0,6.0 94.0,25.0');
  });

  it('draws nothing of nothing', () => {
    expect(polyline([], 100, 50)).toBe('');
  });
});
