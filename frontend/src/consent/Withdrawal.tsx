import { useState } from 'react';
import { Button } from 'react-aria-components';
import { post } from '../api/client';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';

/** Ends it all in two presses: one to ask, one to mean it. */
export function Withdrawal({ likenessId, onWithdrawn }: { likenessId: string; onWithdrawn: () => void }) {
  const [sure, setSure] = useState(false);
  const { busy, problem, run } = useAction();
  const withdraw = () =>
    run(async () => {
      await post(`/api/likenesses/${likenessId}/withdrawal`, {});
      onWithdrawn();
    });
  return (
    <section className="card withdraw" aria-labelledby="withdraw-title">
      <h2 id="withdraw-title">Withdraw</h2>
      <p>
        Destroys the key of your likeness and footage at once, stops what is being made, and shows every video
        made so far as withdrawn. It cannot be undone.
      </p>
      {sure ? (
        <div className="row">
          <Button className="danger" isDisabled={busy} onPress={withdraw}>
            Yes, destroy it now
          </Button>
          <Button className="quiet" onPress={() => setSure(false)}>
            Keep it
          </Button>
        </div>
      ) : (
        <Button className="quiet danger" onPress={() => setSure(true)}>
          Withdraw my consent
        </Button>
      )}
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}
