import { useState } from 'react';
import { Button } from 'react-aria-components';
import { del } from '../api/client';
import type { Recording } from '../api/types';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { takeName } from './takeWords';

interface Props {
  take: Recording;
  onDeleted: () => Promise<unknown>;
}

/** In two presses; of a refused take only the report is left to go. */
export function DeleteTake({ take, onDeleted }: Props) {
  const [sure, setSure] = useState(false);
  const { busy, problem, run } = useAction();
  const kept = take.state === 'ready' || take.state === 'preparing';
  const remove = () =>
    run(async () => {
      await del(`/api/performances/recorded/${take.id}`);
      await onDeleted();
    });
  const name = takeName(take);
  return (
    <>
      {!sure && (
        <Button
          className="quiet danger"
          aria-label={`${kept ? 'Delete' : 'Remove from this list'}: ${name}`}
          isDisabled={busy}
          onPress={kept ? () => setSure(true) : remove}
        >
          {kept ? 'Delete' : 'Remove from this list'}
        </Button>
      )}
      {sure && (
        <>
          <p>
            Delete this take? Videos that were made from it stay. What your model has learnt from it stays,
            until you train it anew without it or withdraw; a training that still needs it ends.
          </p>
          <div className="row start">
            <Button className="danger" autoFocus isDisabled={busy} onPress={remove}>
              Yes, delete it
            </Button>
            <Button className="quiet" isDisabled={busy} onPress={() => setSure(false)}>
              Keep it
            </Button>
          </div>
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
