import type { ReactNode } from 'react';

export type StepState = 'waiting' | 'open' | 'done' | 'stopped';

const SAID: Record<StepState, string> = {
  waiting: 'not yet',
  open: 'now',
  done: 'done',
  stopped: 'stopped',
};

const MARK: Partial<Record<StepState, string>> = { done: '✓', stopped: '✕' };

/** One station of the journey. Stations that cannot be entered yet say so and show nothing. */
export function Step(props: { n: number; id: string; title: string; state: StepState; children: ReactNode }) {
  return (
    <section
      className={`step ${props.state}`}
      aria-labelledby={`${props.id}-title`}
      data-step={props.id}
      data-state={props.state}
    >
      <h2 id={`${props.id}-title`}>
        <span className="n" aria-hidden="true">
          {MARK[props.state] ?? props.n}
        </span>
        {props.title} <span className="said">{SAID[props.state]}</span>
      </h2>
      {props.state !== 'waiting' && <div className="body">{props.children}</div>}
    </section>
  );
}
