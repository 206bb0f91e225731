import type { Me } from '../api/types';
import { useWatched } from '../api/useWatched';
import { ProblemNote } from '../app/ProblemNote';
import { Shell } from '../app/Shell';
import { SignIn, SignOut } from '../app/SignInOut';
import { JoinOrganisation } from '../identity/JoinOrganisation';
import { NewDraft, Redraft } from './DraftPage';
import { Invited } from './Invited';
import { Overview } from './Overview';
import { hrefOf, type Invitation, type Place } from './place';
import { ReleaseView } from './ReleaseView';
import { usePlace } from './usePlace';

const TITLE = {
  invitation: 'You are invited to a release',
  organisation: 'You are invited into an organisation',
  none: 'Releases',
};

/** Contracts between those who are shown and those who show them: written, signed, used and ended here. */
export function ReleasePage() {
  const me = useWatched<Me>('/api/me', () => true);
  const { place, invitation, used } = usePlace();
  const title = TITLE[invitation?.kind ?? 'none'];
  if (me.error?.status === 401) {
    return (
      <Shell title={title}>
        <p className="lead">
          {invitation
            ? 'Sign in to your own account to read it. Your link is kept in this tab until then.'
            : 'A release says who may show you, in what, where and for how long. Nothing outside it is made.'}
        </p>
        <SignIn />
      </Shell>
    );
  }
  return (
    <Shell
      title={title}
      nav={
        me.value && (
          <>
            <a href={hrefOf({ at: 'overview' })}>Releases</a>
            <SignOut />
          </>
        )
      }
    >
      {me.error && <ProblemNote problem={me.error.problem} />}
      {me.value && <Inside me={me.value} place={place} invitation={invitation} onUsed={used} />}
    </Shell>
  );
}

interface InsideProps {
  me: Me;
  place: Place;
  invitation: Invitation | null;
  onUsed: (hash: string) => void;
}

function Inside({ me, place, invitation, onUsed }: InsideProps) {
  const overview = hrefOf({ at: 'overview' });
  if (invitation?.kind === 'organisation') {
    return <JoinOrganisation token={invitation.token} onUsed={() => onUsed(overview)} />;
  }
  if (invitation) {
    return (
      <Invited
        token={invitation.token}
        onBound={(id) => onUsed(hrefOf({ at: 'release', id }))}
        onLeft={() => onUsed(overview)}
      />
    );
  }
  switch (place.at) {
    case 'release':
      return <ReleaseView key={place.id} id={place.id} me={me} />;
    case 'draft':
      return <NewDraft key={place.organisation} organisation={place.organisation} />;
    case 'redraft':
      return <Redraft key={place.id} id={place.id} />;
    case 'overview':
      return <Overview me={me} />;
  }
}
