import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { post } from '../api/client';
import type { Me, Verification } from '../api/types';
import { useWatched } from '../api/useWatched';
import { DeskLinks } from '../app/DeskLinks';
import { ProblemNote } from '../app/ProblemNote';
import { Shell } from '../app/Shell';
import { SignIn, SignOut } from '../app/SignInOut';
import { useAction } from '../app/useAction';
import { TakedownDesk } from '../inspection/takedown/TakedownDesk';
import { Choice } from './Choice';

const AGES = [
  ['unsaid', 'I did not look'],
  ['adult', 'Of age, by their document'],
  ['minor', 'A minor, by their document'],
] as const;

const FIGURES = [
  ['unsaid', 'I did not look'],
  ['no', 'No'],
  ['confirmed', 'Yes, and I made sure that it is they'],
  ['unconfirmed', 'Yes, but whether it is they stays open'],
] as const;

type Age = (typeof AGES)[number][0];
type Figure = (typeof FIGURES)[number][0];

const always = () => true;

/** Where a trusted referee compares portraits with people, and where they and the operator decide on claims. */
export function RefereePage() {
  const me = useWatched<Me>('/api/me', always);
  const referee = me.value?.roles.includes('referee') ?? false;
  const operator = me.value?.roles.includes('operator') ?? false;
  return (
    <Shell
      title={operator && !referee ? 'Takedown desk' : 'Referee’s desk'}
      nav={
        me.value && (
          <>
            <a href="/">Studio</a>
            <DeskLinks me={me.value} />
            <SignOut />
          </>
        )
      }
    >
      {me.error?.status === 401 && <SignIn />}
      {me.error && me.error.status !== 401 && <ProblemNote problem={me.error.problem} />}
      {me.value && (referee || !operator) && <Portraits />}
      {(referee || operator) && <TakedownDesk />}
    </Shell>
  );
}

function Portraits() {
  const waiting = useWatched<Verification[]>('/api/verifications?state=awaiting-referee', () => false);
  if (waiting.error) return <ProblemNote problem={waiting.error.problem} />;
  if (!waiting.value) return null;
  return (
    <>
      <p className="lead">
        Compare each portrait with the person, or with their document. What you decide is recorded.
      </p>
      {waiting.value.length === 0 && <p>Nobody is waiting.</p>}
      {waiting.value.map((verification) => (
        <Decision key={verification.id} id={verification.id} onDecided={waiting.refresh} />
      ))}
    </>
  );
}

function Decision({ id, onDecided }: { id: string; onDecided: () => void }) {
  const { busy, problem, run } = useAction();
  const [evidence, setEvidence] = useState('');
  const [age, setAge] = useState<Age>('unsaid');
  const [figure, setFigure] = useState<Figure>('unsaid');
  const decide = (approved: boolean) =>
    run(async () => {
      await post(`/api/verifications/${id}/decision`, {
        approved,
        evidence,
        note: '',
        adult: age === 'unsaid' ? null : age === 'adult',
        publicFigure: figure === 'unsaid' ? null : figure,
      });
      onDecided();
    });
  return (
    <section className="card decision" data-verification={id} aria-label="Somebody who waits for you">
      <img src={`/api/verifications/${id}/portrait`} alt="Portrait handed in for this verification" />
      <div>
        <TextField value={evidence} onChange={setEvidence} isRequired>
          <Label>What did you see that proves it is them?</Label>
          <Input placeholder="passport, in person" />
        </TextField>
        <Choice question="Are they of age?" answers={AGES} chosen={age} onChoose={setAge} />
        <Choice question="Do many people know them?" answers={FIGURES} chosen={figure} onChoose={setFigure} />
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
