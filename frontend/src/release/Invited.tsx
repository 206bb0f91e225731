import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { post } from '../api/client';
import type { Enrolment, InvitedRelease, Release } from '../api/types';
import { useWatched } from '../api/useWatched';
import { Pick } from '../app/fields';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { footage } from './footage';
import { Rows } from './Rows';
import { partyRows, termRows } from './terms';

interface Props {
  token: string;
  onBound: (release: string) => void;
  onLeft: () => void;
}

/** What the holder of a link is invited to, and which of their likenesses it is to be for. */
export function Invited({ token, onBound, onLeft }: Props) {
  const opening = useAction();
  const accepting = useAction();
  const [invited, setInvited] = useState<InvitedRelease | null>(null);
  const [chosen, setChosen] = useState('');
  const enrolments = useWatched<Enrolment[]>('/api/enrolments', () => true);
  const own = (enrolments.value ?? []).filter(({ state }) => state === 'accepted');
  const named = invited?.release.likenessId ?? null;
  const likeness = named ?? (chosen || own[0]?.likenessId);
  useEffect(() => {
    void opening.run(async () =>
      setInvited(await post<InvitedRelease>('/api/release-invitations/opening', { token })),
    );
    // Once for each link.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [token]);
  const accept = () =>
    accepting.run(async () => {
      const likenessId = named ? undefined : likeness;
      onBound((await post<Release>('/api/release-invitations/acceptance', { token, likenessId })).id);
    });
  return (
    <>
      {opening.busy && <p aria-live="polite">Opening your invitation…</p>}
      {opening.problem && (
        <>
          <ProblemNote problem={opening.problem} />
          <Button className="quiet" onPress={onLeft}>
            Go to my releases
          </Button>
        </>
      )}
      {invited && (
        <section className="card body" aria-labelledby="invited-title">
          <h2 id="invited-title">{invited.draft.terms?.project?.title}</h2>
          <p>
            This is what <strong>{invited.organisation}</strong> proposes. You sign nothing yet, and you can
            say no at any time.
          </p>
          <Rows label="Who" rows={partyRows(invited.draft)} />
          <Rows label="Terms" rows={termRows(invited.draft.terms ?? {})} />
          {named === null && enrolments.value && own.length === 0 && (
            <p>
              There is no footage of yours here yet, so there is nothing that this could be for.{' '}
              <a href="/">Hand in your portrait and your footage</a>, then open your link again.
            </p>
          )}
          {named === null && own.length > 0 && (
            <Pick
              label="For which of your likenesses?"
              options={own.map((enrolment, n) => [enrolment.likenessId, footage(enrolment, n)])}
              value={likeness ?? ''}
              onChange={setChosen}
            />
          )}
          <div className="row start">
            <Button isDisabled={accepting.busy || !likeness} onPress={accept}>
              Go on with this release
            </Button>
            <Button className="quiet" onPress={onLeft}>
              Not now
            </Button>
          </div>
          <p className="soft">
            Going on makes the contract out to your account. It holds nothing until you have signed.
          </p>
          {accepting.problem && <ProblemNote problem={accepting.problem} />}
        </section>
      )}
    </>
  );
}
