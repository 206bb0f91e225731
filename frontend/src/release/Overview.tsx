import type { Me, Membership, Release } from '../api/types';
import { useWatched } from '../api/useWatched';
import { NewOrganisation } from '../identity/NewOrganisation';
import { OrganisationPeople } from '../identity/OrganisationPeople';
import { PasskeyCard } from '../identity/PasskeyCard';
import { ProblemNote } from '../app/ProblemNote';
import { list, word } from '../app/words';
import { ApprovalQueue } from './ApprovalQueue';
import { hrefOf } from './place';
import { ReleaseList } from './ReleaseList';

const always = () => true;

/** All that somebody has to do with releases, in whatever part. */
export function Overview({ me }: { me: Me }) {
  const mine = useWatched<Release[]>('/api/releases', always);
  const memberships = useWatched<Membership[]>('/api/organisations', always);
  const error = mine.error ?? memberships.error;
  if (!mine.value || !memberships.value) return error && <ProblemNote problem={error.problem} />;
  const partless = mine.value.length === 0 && memberships.value.length === 0;
  // What is known stays while it cannot be read again: taken away, it would take along what is being filled in.
  return (
    <>
      {error && <ProblemNote problem={error.problem} />}
      {me.verification.state !== 'approved' && (
        <p className="card">
          Before you sign or make anything, a referee must have seen that it is you.{' '}
          <a href="/">Hand in your portrait</a>.
        </p>
      )}
      {partless && (
        <p className="lead">
          You have no release and belong to no organisation yet. Whoever wants to work with you sends you a
          link: open it here, signed in to this account.
        </p>
      )}
      {!partless && <ApprovalQueue />}
      {mine.value.length > 0 && (
        <section className="card body" aria-labelledby="mine-title">
          <h2 id="mine-title">You are shown</h2>
          <ReleaseList releases={mine.value} me={me.personId} />
        </section>
      )}
      {memberships.value.map((membership) => (
        <Organisation key={membership.id} membership={membership} me={me} onChange={memberships.refresh} />
      ))}
      {me.roles.includes('operator') && <NewOrganisation />}
      <PasskeyCard />
    </>
  );
}

interface Props {
  membership: Membership;
  me: Me;
  onChange: () => Promise<unknown>;
}

function Organisation({ membership, me, onChange }: Props) {
  const releases = useWatched<Release[]>(`/api/organisations/${membership.id}/releases`, always);
  const title = `organisation-${membership.id}`;
  return (
    <section className="card body" aria-labelledby={title} data-organisation={membership.id}>
      <h2 id={title}>{membership.name}</h2>
      <p>You are {list(membership.roles.map(word), 'nothing')} here.</p>
      {releases.error && <ProblemNote problem={releases.error.problem} />}
      {releases.value?.length === 0 && <p>There is no release yet.</p>}
      {releases.value && <ReleaseList releases={releases.value} me={me.personId} />}
      {membership.roles.includes('rights-manager') && (
        <a className="button" href={hrefOf({ at: 'draft', organisation: membership.id })}>
          Draft a release
        </a>
      )}
      <OrganisationPeople membership={membership} me={me.personId} onChange={onChange} />
    </section>
  );
}
