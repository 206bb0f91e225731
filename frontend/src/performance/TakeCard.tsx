import { useState } from 'react';
import type { Recording, Render } from '../api/types';
import { useWatched } from '../api/useWatched';
import { ProblemNote } from '../app/ProblemNote';
import { Progress } from '../app/Progress';
import { stageText } from '../app/stageText';
import { RenderStep } from '../rendering/RenderStep';
import { DeleteTake } from './DeleteTake';
import { STATE, takeName } from './takeWords';

interface Props {
  take: Recording;
  running: Render | undefined;
  onDeleted: () => Promise<unknown>;
}

/** One take: what was found, what it is good for, and its end. */
export function TakeCard({ take, running, onDeleted }: Props) {
  const title = `take-${take.id}`;
  return (
    <article className="card body flush" aria-labelledby={title} data-take={take.id} data-state={take.state}>
      <div className="row wide-row">
        <h3 id={title}>{takeName(take)}</h3>
        <span className="said">
          {STATE[take.state]}
          {take.state === 'ready' && `, ${take.durationSeconds.toFixed(1)} seconds`}
        </span>
      </div>
      {take.state === 'preparing' && <Progress label={stageText(take.stage)} fraction={take.fraction} />}
      {take.state === 'ready' && <Uses take={take} running={running} />}
      {take.state === 'refused' && <Reasons take={take} />}
      {take.state === 'failed' && take.problem && <ProblemNote problem={take.problem} />}
      <DeleteTake take={take} onDeleted={onDeleted} />
    </article>
  );
}

function Uses({ take, running }: Omit<Props, 'onDeleted'>) {
  const [asked, setAsked] = useState<string | null>(null);
  const renderId = asked ?? running?.id ?? null;
  const render = useWatched<Render>(
    renderId && `/api/renders/${renderId}`,
    ({ state }) => state !== 'rendering' && state !== 'sealing',
    renderId,
  );
  return (
    <>
      <p>
        <strong>To make a video from:</strong> your likeness does and says what you do and say here.
      </p>
      <RenderStep performance={take} render={render.value} onAsked={setAsked} onChange={render.refresh} />
      {render.value?.state === 'sealed' && (
        <a className="button quiet" href="/">
          See it in your studio
        </a>
      )}
      <p>
        <strong>To learn a second look from:</strong> choose it in <a href="/">the settings of a training</a>{' '}
        with the renderer “autoencoder”. It then also teaches your model how you look here. It is used for
        that only if you choose it.
      </p>
    </>
  );
}

/** All of them, so that the next take need not fail for the second. */
function Reasons({ take }: { take: Recording }) {
  return (
    <div className="problem">
      <p>
        <strong>It cannot be used, and nothing of it was kept.</strong>
      </p>
      <ul>
        {take.reasons.map(({ code, text, remedy, frame }, i) => (
          <li key={i} data-reason={code} data-frame={frame}>
            {text} <span className="remedy">{remedy}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
