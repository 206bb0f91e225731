import { useState } from 'react';
import { Button } from 'react-aria-components';
import { post } from '../api/client';
import type { ReleaseUseWithScript } from '../api/types';
import { useWatched } from '../api/useWatched';
import { Field } from '../app/fields';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { day } from '../app/words';
import { hrefOf } from './place';
import { ProjectTitle } from './ProjectTitle';
import { Script } from './Script';

/** Uses that wait for one's own word; nothing where none does. */
export function ApprovalQueue() {
  const queue = useWatched<ReleaseUseWithScript[]>('/api/approvals', () => true);
  if (!queue.error && !queue.value?.length) return null;
  return (
    <section className="card body" aria-labelledby="queue-title">
      <h2 id="queue-title">Waiting for your word</h2>
      {queue.error && <ProblemNote problem={queue.error.problem} />}
      {queue.value?.map((waiting) => (
        <Waiting key={waiting.use.id} waiting={waiting} onDecided={queue.refresh} />
      ))}
    </section>
  );
}

interface Props {
  waiting: ReleaseUseWithScript;
  onDecided: () => Promise<unknown>;
}

function Waiting({ waiting: { use, script }, onDecided }: Props) {
  const { busy, problem, run } = useAction();
  const [note, setNote] = useState('');
  const decide = (approved: boolean) =>
    run(async () => {
      await post(`/api/releases/${use.release}/uses/${use.id}/decision`, { approved, note });
      await onDecided();
    });
  return (
    <article className="output" data-waiting={use.id} aria-label={`A use for ${use.project}`}>
      <p>
        For{' '}
        <a href={hrefOf({ at: 'release', id: use.release })}>
          <ProjectTitle release={{ id: use.release, project: use.project }} />
        </a>
        , asked on {day(use.askedAt)}.
      </p>
      <Script use={use} script={script} />
      <Field label="Note, if you like" hint="Both sides read it." lines={2} value={note} onChange={setNote} />
      <div className="row start">
        <Button isDisabled={busy} onPress={() => decide(true)}>
          Approve
        </Button>
        <Button className="quiet danger" isDisabled={busy} onPress={() => decide(false)}>
          Refuse
        </Button>
      </div>
      {problem && <ProblemNote problem={problem} />}
    </article>
  );
}
