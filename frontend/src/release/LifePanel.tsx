import { useState } from 'react';
import { Button } from 'react-aria-components';
import { post } from '../api/client';
import type { Release } from '../api/types';
import { Pick } from '../app/fields';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { day, word } from '../app/words';

interface Props {
  release: Release;
  onChange: (told: string) => Promise<unknown>;
}

const REASONS: [string, string][] = [
  ['dispute', 'We disagree about it'],
  ['strike', 'There is a strike'],
];

/** Letting it rest, taking it up again, ending it: the consequence is told before anything is done. */
export function LifePanel({ release, onChange }: Props) {
  const { busy, problem, run } = useAction();
  const [asked, setAsked] = useState<'rest' | 'end' | null>(null);
  const [reason, setReason] = useState('dispute');
  const mine = release.sides.includes('talent') ? 'talent' : 'studio';
  const resting = release.suspensions.find(({ side }) => side === mine);
  const agreed = release.agreedVersion !== undefined && release.agreedVersion !== null;
  const step = (path: string, body: object, told: string) =>
    run(async () => {
      await post<Release>(`/api/releases/${release.id}/${path}`, body);
      setAsked(null);
      await onChange(told);
    });
  if (release.state === 'expired' || release.state === 'revoked') {
    return <Over release={release} />;
  }
  return (
    <section className="card body" aria-labelledby="life-title">
      <h2 id="life-title">Stop it</h2>
      {release.suspensions.map(({ side, reason: why, since }) => (
        <p key={side}>
          {side === mine ? 'You let' : side === 'talent' ? 'The person shown lets' : 'The organisation lets'}{' '}
          it rest since {day(since)} because of a {word(why)}. Nothing new is made meanwhile.
        </p>
      ))}
      {asked === null && (
        <div className="row start">
          {resting && (
            <Button isDisabled={busy} onPress={() => step('resumption', {}, 'It goes on.')}>
              Let it go on
            </Button>
          )}
          {!resting && agreed && (
            <Button className="quiet" onPress={() => setAsked('rest')}>
              Let it rest
            </Button>
          )}
          {!release.revokedFrom && (
            <Button className="quiet danger" onPress={() => setAsked('end')}>
              {agreed ? 'End it for good' : 'Drop it for good'}
            </Button>
          )}
        </div>
      )}
      {release.revokedFrom && <p>It ends on {day(release.revokedFrom)}, when the notice has run.</p>}
      {asked === 'rest' && (
        <>
          <p>
            What is being made under it stops, and nothing new is made until you let it go on. What was
            delivered stays. The time is not added at the end.
          </p>
          <Pick label="Why?" options={REASONS} value={reason} onChange={setReason} />
          <div className="row start">
            <Button isDisabled={busy} onPress={() => step('suspension', { reason }, 'It rests.')}>
              Yes, let it rest
            </Button>
            <Button className="quiet" onPress={() => setAsked(null)}>
              No
            </Button>
          </div>
        </>
      )}
      {asked === 'end' && (
        <>
          <p>
            {agreed
              ? 'It ends for good after the notice that the contract names; from then on nothing is made under it. What becomes of what was made before stands in the contract. To start again, both sides sign a new one.'
              : 'Nobody can sign it any more. To start again, a new one is drafted.'}
          </p>
          <div className="row start">
            <Button
              className="danger"
              isDisabled={busy}
              onPress={() => step('revocation', {}, 'It is revoked.')}
            >
              Yes, end it for good
            </Button>
            <Button className="quiet" onPress={() => setAsked(null)}>
              No
            </Button>
          </div>
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}

function Over({ release }: { release: Release }) {
  const by =
    release.revokedBy === 'withdrawal'
      ? 'The person shown withdrew their consent.'
      : release.revokedBy === 'talent'
        ? 'The person shown ended it.'
        : 'The organisation ended it.';
  return (
    <section className="card body" aria-labelledby="life-title">
      <h2 id="life-title">It is over</h2>
      <p>
        {release.state === 'expired' ? 'Its last day has passed.' : by} Nothing is made under it any more. Its
        papers stay here as proof of what was agreed.
      </p>
    </section>
  );
}
