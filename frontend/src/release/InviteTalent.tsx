import { useState } from 'react';
import { Button } from 'react-aria-components';
import { post } from '../api/client';
import type { ReleaseInvitation } from '../api/types';
import { OnceLink } from '../app/OnceLink';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';

/** The link by which the person shown comes to their release. */
export function InviteTalent({ release }: { release: string }) {
  const { busy, problem, run } = useAction();
  const [invitation, setInvitation] = useState<ReleaseInvitation | null>(null);
  const invite = () =>
    run(async () => setInvitation(await post<ReleaseInvitation>(`/api/releases/${release}/invitations`, {})));
  return (
    <>
      {invitation ? (
        <OnceLink
          label="Link for the person shown"
          link={location.origin + invitation.link}
          expiresAt={invitation.expiresAt}
        />
      ) : (
        <>
          <p>
            Give the person shown a link. They open it in their own account, and nobody can do it for them.
          </p>
          <Button isDisabled={busy} onPress={invite}>
            Make the invitation link
          </Button>
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
