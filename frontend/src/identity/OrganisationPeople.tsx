import { useState } from 'react';
import { Button } from 'react-aria-components';
import { del, post } from '../api/client';
import type { Member, Membership, OrganisationInvitation } from '../api/types';
import { useWatched } from '../api/useWatched';
import { Ticks } from '../app/fields';
import { OnceLink } from '../app/OnceLink';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { day, list, word } from '../app/words';

const ROLES = ['rights-manager', 'producer', 'reviewer', 'operator'];

interface Props {
  membership: Membership;
  me: string;
  onChange: () => Promise<unknown>;
}

/** Who is in an organisation. Its operators invite, and say who is what. */
export function OrganisationPeople({ membership, me, onChange }: Props) {
  const members = useWatched<Member[]>(`/api/organisations/${membership.id}/members`, () => true);
  const operator = membership.roles.includes('operator');
  const changed = () => Promise.all([members.refresh(), onChange()]);
  return (
    <details>
      <summary>People of {membership.name}</summary>
      <div className="body">
        {members.error && <ProblemNote problem={members.error.problem} />}
        <ul className="plain">
          {members.value?.map((member) => (
            <li key={member.personId}>
              {member.personId === me ? <strong>You</strong> : <code>{member.personId.slice(0, 8)}</code>},{' '}
              {list(member.roles.map(word), 'nothing')}, since {day(member.since)}
              {member.personId === me && <Leave membership={membership} me={me} onLeft={onChange} />}
              {operator && <Roles member={member} organisation={membership.id} onChange={changed} />}
            </li>
          ))}
        </ul>
        {operator && <Invite organisation={membership.id} />}
      </div>
    </details>
  );
}

interface LeaveProps {
  membership: Membership;
  me: string;
  onLeft: () => Promise<unknown>;
}

function Leave({ membership, me, onLeft }: LeaveProps) {
  const { busy, problem, run } = useAction();
  const [sure, setSure] = useState(false);
  const leave = () =>
    run(async () => {
      await del(`/api/organisations/${membership.id}/members/${me}`);
      await onLeft();
    });
  return (
    <>
      {sure ? (
        <Button className="quiet danger small" isDisabled={busy} onPress={leave}>
          Yes, leave {membership.name}
        </Button>
      ) : (
        <Button className="quiet small" onPress={() => setSure(true)}>
          Leave
        </Button>
      )}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}

interface RolesProps {
  member: Member;
  organisation: string;
  onChange: () => Promise<unknown>;
}

function Roles({ member, organisation, onChange }: RolesProps) {
  const { busy, problem, run } = useAction();
  const [roles, setRoles] = useState<string[] | null>(null);
  const path = `/api/organisations/${organisation}/members/${member.personId}`;
  const done = async () => {
    setRoles(null);
    await onChange();
  };
  const name = member.personId.slice(0, 8);
  if (roles === null) {
    return (
      <Button
        className="quiet small"
        aria-label={`Change what ${name} is`}
        onPress={() => setRoles(member.roles)}
      >
        Change
      </Button>
    );
  }
  return (
    <div className="body">
      <Ticks label={`What ${name} is`} codes={ROLES} value={roles} onChange={setRoles} />
      <div className="row start">
        <Button
          isDisabled={busy || roles.length === 0}
          onPress={() => run(() => post(`${path}/roles`, { roles }).then(done))}
        >
          Save
        </Button>
        <Button className="quiet danger" isDisabled={busy} onPress={() => run(() => del(path).then(done))}>
          Take them out
        </Button>
        <Button className="quiet" onPress={() => setRoles(null)}>
          Leave it
        </Button>
      </div>
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}

function Invite({ organisation }: { organisation: string }) {
  const { busy, problem, run } = useAction();
  const [roles, setRoles] = useState<string[]>([]);
  const [invitation, setInvitation] = useState<OrganisationInvitation | null>(null);
  const invite = () =>
    run(async () => {
      setInvitation(await post(`/api/organisations/${organisation}/invitations`, { roles }));
      setRoles([]);
    });
  return (
    <>
      <Ticks label="Invite somebody as" codes={ROLES} value={roles} onChange={setRoles} />
      <Button isDisabled={busy || roles.length === 0} onPress={invite}>
        Make an invitation link
      </Button>
      {invitation && (
        <OnceLink
          label={`Link for a ${list(invitation.roles.map(word), '')}`}
          link={`${location.origin}/release.html#organisation=${invitation.token}`}
          expiresAt={invitation.expiresAt}
        />
      )}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
