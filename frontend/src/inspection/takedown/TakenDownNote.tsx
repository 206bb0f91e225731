import { useState } from 'react';
import { Button } from 'react-aria-components';
import { post } from '../../api/client';
import type { OutputTakedown } from '../../api/types';
import { useWatched } from '../../api/useWatched';
import { Field } from '../../app/fields';
import { ProblemNote } from '../../app/ProblemNote';
import { useAction } from '../../app/useAction';
import { moment } from '../../app/words';

const LEAST = 20;

const TEXT = {
  held: 'Somebody asked for this to be taken down. It is not shown until that is decided.',
  'taken-down': 'Somebody asked for this to be taken down, and it was decided that they are right.',
  shown: 'It is shown again.',
};

/** Why a video is not shown, and the place to say that this is wrong: once, and it is read by whoever decides. */
export function TakenDownNote({ outputId }: { outputId: string }) {
  const [writing, setWriting] = useState(false);
  const [text, setText] = useState('');
  const { busy, problem, run } = useAction();
  const down = useWatched<OutputTakedown>(`/api/outputs/${outputId}/takedown`, () => true);
  const send = () =>
    run(async () => {
      await post(`/api/outputs/${outputId}/objection`, { text: text.trim() });
      await down.refresh();
      setWriting(false);
    });
  if (down.error) return <ProblemNote problem={down.error.problem} />;
  if (!down.value) return null;
  const { state, mayObject, objectedAt } = down.value;
  return (
    <>
      <p>{TEXT[state]}</p>
      <p role="status" className={objectedAt ? undefined : 'unseen'}>
        {objectedAt && `You objected on ${moment(objectedAt)}. Whoever decides reads it.`}
      </p>
      {mayObject && !writing && (
        <Button className="quiet" onPress={() => setWriting(true)}>
          I object
        </Button>
      )}
      {mayObject && writing && (
        <>
          <Field
            label="Why should it be shown?"
            hint="You can say it once. It lifts nothing by itself; whoever decides reads it, and whoever asked does not."
            lines={4}
            value={text}
            onChange={setText}
          />
          <div className="row start">
            <Button isDisabled={busy || text.trim().length < LEAST} onPress={send}>
              Send my objection
            </Button>
            <Button className="quiet" isDisabled={busy} onPress={() => setWriting(false)}>
              Not now
            </Button>
          </div>
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
