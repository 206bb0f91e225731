import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { post } from '../api/client';
import type { Verification } from '../api/types';
import { useWatched } from '../api/useWatched';
import { Pick, Tick } from '../app/fields';
import { ProblemNote } from '../app/ProblemNote';
import { Shell } from '../app/Shell';
import { SignIn, SignOut } from '../app/SignInOut';
import { useAction } from '../app/useAction';

/** Where a trusted referee compares portraits with people and records the decision. */
export function RefereePage() {
  const waiting = useWatched<Verification[]>('/api/verifications?state=awaiting-referee', () => false);
  const status = waiting.error?.status;
  return (
    <Shell title="Referee’s desk" nav={waiting.value && <SignOut />}>
      {status === 401 && <SignIn />}
      {waiting.error && status !== 401 && <ProblemNote problem={waiting.error.problem} />}
      {waiting.value && (
        <p className="lead">
          Compare each portrait with the person, or with their document. What you decide is recorded.
        </p>
      )}
      {waiting.value?.length === 0 && <p>Nobody is waiting.</p>}
      {waiting.value?.map((verification) => (
        <Decision key={verification.id} id={verification.id} onDecided={waiting.refresh} />
      ))}
    </Shell>
  );
}

/** What many people know about somebody cannot be taken back by them, so a release asks that a referee has looked. */
const FIGURE: [string, string][] = [
  ['', 'I did not look'],
  ['no', 'No, few people know them'],
  ['confirmed', 'Yes, and it is confirmed that it is they'],
  ['unconfirmed', 'Yes, and that it is they is not confirmed'],
];

function Decision({ id, onDecided }: { id: string; onDecided: () => void }) {
  const { busy, problem, run } = useAction();
  const [evidence, setEvidence] = useState('');
  const [adult, setAdult] = useState(false);
  const [figure, setFigure] = useState('');
  const decide = (approved: boolean) =>
    run(async () => {
      await post(`/api/verifications/${id}/decision`, {
        approved,
        evidence,
        note: '',
        adult: adult || undefined,
        publicFigure: figure || undefined,
      });
      onDecided();
    });
  return (
    <section className="card decision" data-verification={id} aria-label="Somebody who waits for you">
      <img src={`/api/verifications/${id}/portrait`} alt="Portrait handed in for this verification" />
      <div className="body flush">
        <TextField value={evidence} onChange={setEvidence} isRequired>
          <Label>What did you see that proves it is them?</Label>
          <Input placeholder="passport, in person" />
        </TextField>
        <p>For a release both of these are needed; for one’s own videos neither is.</p>
        <Tick value={adult} onChange={setAdult}>
          Their document shows that they are of age
        </Tick>
        <Pick label="Do many people know them?" options={FIGURE} value={figure} onChange={setFigure} />
        <div className="row">
          <Button isDisabled={busy || !evidence.trim()} onPress={() => decide(true)}>
            It is them
          </Button>
          <Button className="quiet" isDisabled={busy || !evidence.trim()} onPress={() => decide(false)}>
            Not confirmed
          </Button>
        </div>
        {problem && <ProblemNote problem={problem} />}
      </div>
    </section>
  );
}
