import { useState } from 'react';
import { Button } from 'react-aria-components';
import { post } from '../../api/client';
import type { ClaimedTakedown } from '../../api/types';
import { Field, Tick } from '../../app/fields';
import { ProblemNote } from '../../app/ProblemNote';
import { useAction } from '../../app/useAction';
import { moment } from '../../app/words';
import { Matches } from './Matches';
import { claimantText, OBJECTORS, SEARCHES } from './takedownWords';

interface Props {
  claimed: ClaimedTakedown;
  onChanged: (now: ClaimedTakedown) => void;
}

/** One claim with what its claimant wrote, and what can be done about it. */
export function DeskCase({ claimed, onChanged }: Props) {
  const { takedown, claim } = claimed;
  const { busy, problem, run } = useAction();
  const [outputs, setOutputs] = useState(takedown.matches.map((match) => match.outputId).join(' '));
  const [wholeLikeness, setWholeLikeness] = useState(false);
  const [reason, setReason] = useState('');
  const path = `/api/takedown-desk/${takedown.id}`;
  const hold = () => run(async () => onChanged(await post<ClaimedTakedown>(`${path}/hold`, {})));
  const decide = (granted: boolean) =>
    run(async () => {
      const which = granted ? outputs.split(/[\s,]+/).filter(Boolean) : [];
      const decision = { granted, outputs: which, wholeLikeness: granted && wholeLikeness, reason };
      onChanged(await post<ClaimedTakedown>(`${path}/decision`, decision));
    });
  const sentence = reason.trim().length >= 3;
  return (
    <>
      <blockquote>{claim.statement}</blockquote>
      <dl>
        <div>
          <dt>Signed</dt>
          <dd>{claim.name}</dd>
        </div>
        <div>
          <dt>Who that is</dt>
          <dd>{claimantText(takedown.claimant)}</dd>
        </div>
        <div>
          <dt>To be reached</dt>
          <dd>{claim.contact}</dd>
        </div>
        <div>
          <dt>Person shown</dt>
          <dd>{claim.personShown || 'not said'}</dd>
        </div>
        {claim.url && (
          <div className="wide">
            <dt>Shown at</dt>
            <dd>{claim.url}</dd>
          </div>
        )}
      </dl>
      <p>{SEARCHES[takedown.search]}</p>
      <Matches matches={takedown.matches} />
      {claimed.objections.map((objection) => (
        <figure key={objection.outputId + objection.receivedAt} className="said-against">
          <figcaption>
            {OBJECTORS[objection.by]} objects, about <code>{objection.outputId}</code>,{' '}
            {moment(objection.receivedAt)}
          </figcaption>
          <blockquote>{objection.text}</blockquote>
        </figure>
      ))}
      {claimed.reason && (
        <p>
          Decided: <q>{claimed.reason}</q> You can decide anew.
        </p>
      )}
      {takedown.state === 'open' && takedown.matches.length > 0 && (
        <Button className="quiet" isDisabled={busy} onPress={hold}>
          Hold at once
        </Button>
      )}
      <Field
        label="Outputs to be taken down"
        hint="Their ids, with spaces between them. What is not named here stays, or is shown again."
        value={outputs}
        onChange={setOutputs}
      />
      <Tick value={wholeLikeness} onChange={setWholeLikeness}>
        Also everything else that shows the same person, and nothing new of them.
      </Tick>
      <Field label="Why, for the claimant" lines={3} value={reason} onChange={setReason} />
      <div className="row start">
        <Button
          className="danger"
          isDisabled={busy || !sentence || !outputs.trim()}
          onPress={() => decide(true)}
        >
          Take down
        </Button>
        <Button className="quiet" isDisabled={busy || !sentence} onPress={() => decide(false)}>
          Refuse the claim
        </Button>
      </div>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
