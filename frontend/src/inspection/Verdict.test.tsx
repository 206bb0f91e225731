import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Verdict } from './Verdict';

describe('Verdict', () => {
  it('never calls a file genuine for want of a mark', () => {
    render(
      <Verdict
        report={{
          verdict: 'not-ours',
          watermark: { found: false, outputId: null, picture: false, sound: false },
          credentials: { state: 'absent', failures: [] },
          record: { state: 'unknown', outputId: null, foundBy: null },
          fingerprint: 'unknown',
          findings: ['No Content Credentials.'],
          changes: [],
          signals: [],
        }}
      />,
    );
    expect(screen.getByText(/does not make it genuine/)).toBeTruthy();
  });

  it('names the output and both carriers of the mark', () => {
    render(
      <Verdict
        report={{
          verdict: 'withdrawn',
          watermark: { found: true, outputId: '0123456789abcdef', picture: true, sound: false },
          credentials: { state: 'valid', failures: [] },
          record: { state: 'withdrawn', outputId: '0123456789abcdef', foundBy: 'mark' },
          fingerprint: 'same',
          findings: [],
          changes: ['The picture was mirrored.'],
          signals: [],
        }}
      />,
    );
    expect(screen.getByText('Made here, but the person shown has withdrawn.')).toBeTruthy();
    expect(screen.getByText('0123456789abcdef')).toBeTruthy();
    expect(screen.getByText('in the picture alone')).toBeTruthy();
    expect(screen.getByText('The picture was mirrored.')).toBeTruthy();
  });

  it('says that something was taken down', () => {
    render(
      <Verdict
        report={{
          verdict: 'withdrawn',
          watermark: { found: true, outputId: '0123456789abcdef', picture: true, sound: true },
          credentials: { state: 'absent', failures: [] },
          record: { state: 'taken-down', outputId: '0123456789abcdef', foundBy: 'mark' },
          fingerprint: 'same',
          findings: [],
          changes: [],
          signals: [],
        }}
      />,
    );
    expect(screen.getByText('Made here, and taken down: it must not be shown.')).toBeTruthy();
  });

  it('shows figures of the face after everything else', () => {
    const { container } = render(
      <Verdict
        report={{
          verdict: 'not-ours',
          watermark: { found: false, outputId: null, picture: false, sound: false },
          credentials: { state: 'absent', failures: [] },
          record: { state: 'unknown', outputId: null, foundBy: null },
          fingerprint: 'unknown',
          findings: ['No Content Credentials.'],
          changes: [],
          signals: [
            {
              kind: 'blink-rate',
              title: 'Blinks',
              figure: 15,
              unit: 'per minute',
              series: [],
              words: 'A hint.',
            },
          ],
        }}
      />,
    );
    expect(container.querySelector('.verdict')!.lastElementChild!.className).toBe('signals');
    expect(screen.getByText('15 per minute')).toBeTruthy();
  });
});
