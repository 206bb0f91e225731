import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Coverage } from '../api/types';
import { amount, filled, remedies, share } from './coverage';
import { CoverageChart } from './CoverageChart';

const LEFT = 'Read the second paragraph again, looking a little to your left.';

const COVERAGE: Coverage = {
  mouthShapesFrom: 'lips',
  parts: [
    {
      code: 'mouth-shapes',
      title: 'Mouth shapes',
      measures: [
        { code: 'closed', label: 'Lips closed', have: 20, enough: 12, unit: 'times', remedy: '' },
        { code: 'rounded', label: 'Lips rounded', have: 4, enough: 10, unit: 'times', remedy: 'Say "ooh".' },
      ],
    },
  ],
  poses: {
    yawEdgesDeg: [-18, -6, 6, 18],
    pitchEdgesDeg: [6, -6],
    cells: Array.from({ length: 15 }, (_, i) => ({
      row: Math.floor(i / 5),
      column: i % 5,
      label: i === 7 ? 'straight ahead' : i === 8 ? 'a little to your left' : `direction ${i}`,
      seconds: i === 7 ? 54 : i === 8 ? 0.4 : 0,
      enough: i === 7 ? 20 : i === 8 ? 2 : 0,
      remedy: i === 8 ? LEFT : '',
    })),
  },
};

afterEach(cleanup);

describe('CoverageChart', () => {
  it('says what to do about what is missing, and nothing about the rest', () => {
    render(<CoverageChart coverage={COVERAGE} />);
    expect(remedies(COVERAGE)).toEqual(['Say "ooh".', LEFT]);
    expect(screen.getByText(LEFT)).toBeTruthy();
    expect(screen.queryByText('There is enough of everything.')).toBeNull();
  });

  it('tells in words what its bars show', () => {
    render(<CoverageChart coverage={COVERAGE} />);
    const [closed, rounded] = screen.getAllByRole('listitem').slice(-2);
    expect(closed!.textContent).toContain('20 times, enough');
    expect(closed!.className).toBe('enough');
    expect(rounded!.textContent).toContain('4 of 10 times');
    expect(rounded!.className).toBe('lacking');
    expect(rounded!.querySelector('rect.have')!.getAttribute('width')).toBe('26.7%');
  });

  it('draws the head’s directions with a text of the same meaning', () => {
    render(<CoverageChart coverage={COVERAGE} />);
    const chart = screen.getByRole('img');
    expect(chart.getAttribute('aria-label')).toBe(
      'Where your head pointed, and for how long: straight ahead 54 s of 20 s; a little to your left 0.4 s of 2 s.',
    );
    expect(chart.querySelectorAll('rect')).toHaveLength(15);
    expect(chart.querySelectorAll('.lacking')).toHaveLength(1);
  });

  it('has every figure in a table', () => {
    const { container } = render(<CoverageChart coverage={COVERAGE} />);
    const rows = container.querySelectorAll('tbody tr');
    expect(rows).toHaveLength(17);
    expect([...rows[10]!.children].map((cell) => cell.textContent)).toEqual([
      'Head a little to your left',
      '0.4 s',
      '2 s',
    ]);
  });

  it('says by what mouth shapes were counted', () => {
    const { rerender } = render(<CoverageChart coverage={COVERAGE} />);
    expect(screen.getByText(/your voice was not listened to/)).toBeTruthy();
    rerender(<CoverageChart coverage={{ ...COVERAGE, mouthShapesFrom: 'voice' }} />);
    expect(screen.getByText(/by what you say/)).toBeTruthy();
  });
});

describe('coverage', () => {
  it('fills a bar to its mark when there is enough and never over its end', () => {
    expect(filled(10, 10)).toBeCloseTo(2 / 3);
    expect(filled(90, 10)).toBe(1);
    expect(filled(0, 10)).toBe(0);
    expect(filled(0, 0)).toBe(1);
  });

  it('rounds as far as it matters', () => {
    expect(amount(0.44, 'seconds')).toBe('0.4 s');
    expect(amount(54.2, 'seconds')).toBe('54 s');
    expect(amount(11.6, 'percent')).toBe('12 %');
    expect(share({ code: '', label: '', have: 1, enough: 6, unit: 'times', remedy: '' })).toBe(
      '1 of 6 times',
    );
  });
});
