import { useState } from 'react';
import { Button } from 'react-aria-components';
import { post } from '../api/client';
import type { Membership } from '../api/types';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { list, word } from '../app/words';

/** The holder of a link says whether they come in. */
export function JoinOrganisation({ token, onUsed }: { token: string; onUsed: () => void }) {
  const { busy, problem, run } = useAction();
  const [joined, setJoined] = useState<Membership | null>(null);
  const join = () =>
    run(async () => setJoined(await post<Membership>('/api/organisation-invitations/acceptance', { token })));
  return (
    <section className="card body" aria-labelledby="join-title">
      <h2 id="join-title">{joined ? `You are in: ${joined.name}` : 'Work for an organisation here'}</h2>
      {joined ? (
        <>
          <p>You are {list(joined.roles.map(word), 'nothing')} there.</p>
          <Button onPress={onUsed}>Go on</Button>
        </>
      ) : (
        <>
          <p>
            Its people will see that this account is one of them. You can leave at any time. The link is good
            for one person, once.
          </p>
          <div className="row start">
            <Button isDisabled={busy} onPress={join}>
              Come in
            </Button>
            <Button className="quiet" onPress={onUsed}>
              Not now
            </Button>
          </div>
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}
