import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SignalChart } from './SignalChart';

const MEASURED = {
  kind: 'flicker',
  title: 'Flicker of the lower face',
  figure: 0.5,
  unit: 'doublings',
  series: [
    { seconds: 0, value: 0.25 },
    { seconds: 1, value: 0.75 },
    { seconds: 2, value: 0.5 },
  ],
  place: { filmedBelow: 60, drawnBelow: 30, telling: true },
  words: 'A hint and no more.',
};

describe('SignalChart', () => {
  it('says figure, unit and words, and its course as line and as table', () => {
    const { container } = render(<SignalChart signal={MEASURED} />);
    expect(screen.getByText('0.5 doublings')).toBeTruthy();
    expect(screen.getByText('A hint and no more.')).toBeTruthy();
    expect(
      screen.getByRole('img', { name: 'Flicker of the lower face, second 0 to 2: between 0.25 and 0.75' }),
    ).toBeTruthy();
    const rows = within(container.querySelector('table')!).getAllByRole('row', { hidden: true });
    expect(rows.map((row) => row.textContent)).toEqual(['SecondFigure', '00.25', '10.75', '20.5']);
    expect(container.innerHTML).not.toContain('style=');
    expect(container.innerHTML).not.toMatch(/genuine|fake/i);
  });

  it('draws nothing where nothing was measured', () => {
    const { container } = render(
      <SignalChart
        signal={{ ...MEASURED, figure: null, series: [], place: null, words: 'The face is too small.' }}
      />,
    );
    expect(within(container).getByText('not measurable')).toBeTruthy();
    expect(within(container).getByText('The face is too small.')).toBeTruthy();
    expect(container.querySelector('svg')).toBeNull();
  });
});
