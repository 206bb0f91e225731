import { useState } from 'react';
import { Button } from 'react-aria-components';
import { ProblemNote } from '../../app/ProblemNote';
import { moment } from '../../app/words';
import type { CaseLink } from './caseLink';
import { Matches } from './Matches';
import { SEARCHES, STATES } from './takedownWords';
import { useFollowed } from './useFollowed';

/** What has become of a claim, for whoever has its link. */
export function FollowCase({ link }: { link: CaseLink }) {
  const { value, error } = useFollowed(link);
  const [copied, setCopied] = useState(false);
  if (error) return <ProblemNote problem={error.problem} />;
  if (!value) return <p>One moment…</p>;
  const { takedown, reason } = value;
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setCopied(true),
      // A browser that forbids it leaves the address bar to copy from.
      () => setCopied(false),
    );
  return (
    <>
      <section
        className="card body"
        data-takedown={takedown.id}
        data-state={takedown.state}
        aria-live="polite"
      >
        <h2>{STATES[takedown.state]}</h2>
        {reason && <blockquote>{reason}</blockquote>}
        <p>{SEARCHES[takedown.search]}</p>
        {takedown.searchProblem && <ProblemNote problem={takedown.searchProblem} />}
        <Matches matches={takedown.matches} />
        <dl>
          <div>
            <dt>Received</dt>
            <dd>{moment(takedown.receivedAt)}</dd>
          </div>
          <div>
            <dt>{takedown.decidedAt ? 'Decided' : 'To be decided by'}</dt>
            <dd>{moment(takedown.decidedAt ?? takedown.dueAt)}</dd>
          </div>
        </dl>
      </section>
      <section className="card body">
        <h2>Keep this link</h2>
        <p>
          The address of this page is the only way back to your claim, and whoever has it can read this page.
          It is shown to nobody else and cannot be made again.
        </p>
        <Button className="quiet" onPress={copy}>
          {copied ? 'Copied' : 'Copy the link'}
        </Button>
      </section>
    </>
  );
}
