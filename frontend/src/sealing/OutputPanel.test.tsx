import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Output } from '../api/types';
import { OutputPanel } from './OutputPanel';

const OUTPUT: Output = {
  outputId: '0123456789abcdef',
  state: 'in-force',
  sealedAt: '2026-11-23T20:00:00Z',
  fileSha256: 'ab',
  manifestSha256: 'cd',
  renderId: '6f8d2c1e-0000-4000-8000-000000000000',
  label: 'MIT KI ERZEUGT',
  language: 'de-DE',
  notices: ['synthetic-performer'],
};

function panel(output: Output) {
  return render(<OutputPanel newest={null} outputs={[output]} onSealed={() => {}} />);
}

afterEach(cleanup);

describe('OutputPanel', () => {
  it('tells the label to whoever cannot see it, in its language', () => {
    const { container } = panel(OUTPUT);
    const video = container.querySelector('video')!;
    const track = container.querySelector('track')!;
    const described = document.getElementById(video.getAttribute('aria-describedby')!)!;
    expect(video.getAttribute('aria-label')).toMatch(/^MIT KI ERZEUGT/);
    expect(described.textContent).toContain('MIT KI ERZEUGT');
    expect(described.querySelector('q')!.lang).toBe('de-DE');
    expect(track.getAttribute('src')).toBe('/api/outputs/0123456789abcdef/captions.vtt');
    expect(track.kind).toBe('captions');
    expect(track.srclang).toBe('de-DE');
    expect(screen.getByText(/performer is synthetic/)).toBeTruthy();
  });

  it('says of an old output that it was made with AI, and promises no captions', () => {
    const { container } = panel({ ...OUTPUT, label: null, language: null, notices: [] });
    expect(container.querySelector('track')).toBeNull();
    expect(container.querySelector('video')!.getAttribute('aria-label')).toMatch(/^AI-generated video/);
    expect(screen.getByText(/^Made with AI/)).toBeTruthy();
    expect(screen.queryByText(/Captions/)).toBeNull();
  });
});
