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

/**
 * In two presses; of a refused take only the report is left to go. The focus is never lost with a button: it goes to the way
 * back, and back.
 */
export function DeleteTake({ take, onDeleted }: Props) {
  const [sure, setSure] = useState(false);
  const [kept, setKept] = useState(false);
  const { busy, problem, run } = useAction();
  const stored = take.state === 'ready' || take.state === 'preparing';
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
          aria-label={`${stored ? 'Delete' : 'Remove from this list'}: ${name}`}
          autoFocus={kept}
          isDisabled={busy}
          onPress={stored ? () => setSure(true) : remove}
        >
          {stored ? 'Delete' : 'Remove from this list'}
        </Button>
      )}
      {sure && (
        <>
          <p>
            Delete this take? Videos that were made from it stay. What your model has learnt from it stays,
            until you train it anew without it or withdraw; a training that still needs it ends.
          </p>
          <div className="row start">
            <Button className="danger" isDisabled={busy} onPress={remove}>
              Yes, delete it
            </Button>
            <Button
              className="quiet"
              autoFocus
              isDisabled={busy}
              onPress={() => {
                setSure(false);
                setKept(true);
              }}
            >
              Keep it
            </Button>
          </div>
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
