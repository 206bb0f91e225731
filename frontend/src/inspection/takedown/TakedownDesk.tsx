import { useState } from 'react';
import { Button } from 'react-aria-components';
import { get } from '../../api/client';
import type { ClaimedTakedown, Takedown } from '../../api/types';
import { useWatched } from '../../api/useWatched';
import { ProblemNote } from '../../app/ProblemNote';
import { useAction } from '../../app/useAction';
import { timeLeft } from './timeLeft';
import { DeskCase } from './DeskCase';
import { kindText, STATES } from './takedownWords';

/** Claims that something must go, by the time that is left; for referees and the operator. */
export function TakedownDesk() {
  const all = useWatched<Takedown[]>('/api/takedown-desk', () => true);
  if (!all.value) return null;
  const decided = all.value.filter((one) => one.decidedAt);
  const waiting = all.value.filter((one) => !one.decidedAt);
  return (
    <section aria-labelledby="takedowns-title">
      <h2 id="takedowns-title" className="list-title">
        Claims that something must go
      </h2>
      <p className="soft">
        Each is decided within 48 hours. What is not, and was found by its file, is held by itself then, where
        the claim speaks for the person shown.
      </p>
      {waiting.length === 0 && <p>No claim is waiting.</p>}
      {waiting.map((one) => (
        <Row key={one.id} takedown={one} onChanged={all.refresh} />
      ))}
      {decided.length > 0 && (
        <details>
          <summary>Decided</summary>
          {decided.map((one) => (
            <Row key={one.id} takedown={one} onChanged={all.refresh} />
          ))}
        </details>
      )}
    </section>
  );
}

function Row({ takedown, onChanged }: { takedown: Takedown; onChanged: () => void }) {
  const { busy, problem, run } = useAction();
  const [read, setRead] = useState<ClaimedTakedown | null>(null);
  const open = () =>
    run(async () => setRead(await get<ClaimedTakedown>(`/api/takedown-desk/${takedown.id}`)));
  const changed = (now: ClaimedTakedown) => {
    setRead(now);
    onChanged();
  };
  return (
    <article className="card body" data-takedown={takedown.id} data-state={takedown.state}>
      <h3>{kindText(takedown.kind)}</h3>
      <p>
        {STATES[takedown.state]}
        {!takedown.decidedAt && <> · {timeLeft(takedown.dueAt, Date.now())}</>}
      </p>
      {read ? (
        <DeskCase claimed={read} onChanged={changed} />
      ) : (
        <Button className="quiet" isDisabled={busy} onPress={open}>
          Read the claim
        </Button>
      )}
      {problem && <ProblemNote problem={problem} />}
    </article>
  );
}
