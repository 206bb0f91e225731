import { useState } from 'react';
import type { Me, Membership, Release } from '../api/types';
import { useWatched } from '../api/useWatched';
import { ProblemNote } from '../app/ProblemNote';
import { Step, type StepState } from '../app/Step';
import { day, moment, word } from '../app/words';
import { ContractPanel } from './ContractPanel';
import { InviteTalent } from './InviteTalent';
import { LifePanel } from './LifePanel';
import { paperPath } from './papers';
import { hrefOf } from './place';
import { ProjectTitle } from './ProjectTitle';
import { SignPanel } from './SignPanel';
import { StatementPanel } from './StatementPanel';
import { newest, STATE, turnOf, waitsForOthers } from './turn';
import { UsesPanel } from './UsesPanel';

/** One release from its draft to its end, with what whoever looks can do about it now. */
export function ReleaseView({ id, me }: { id: string; me: Me }) {
  const [told, setTold] = useState('');
  const [made, setMade] = useState(0);
  // Also while somebody else is to act, so that it is seen here as soon as it happens.
  const release = useWatched<Release>(`/api/releases/${id}`, (seen) => !waitsForOthers(seen, me.personId));
  const memberships = useWatched<Membership[]>('/api/organisations', () => true);
  if (release.error && !release.value) return <ProblemNote problem={release.error.problem} />;
  if (!release.value) return null;
  const seen = release.value;
  const roles = memberships.value?.find(({ id: of }) => of === seen.organisation)?.roles ?? [];
  const changed = async (words: string) => {
    setTold(words);
    await release.refresh();
  };
  return (
    <div className="release" data-release={seen.id} data-state={seen.state}>
      <p className="lead">
        <ProjectTitle release={seen} />: {STATE[seen.state]}
        {seen.revokedFrom && seen.state !== 'revoked' ? `, revoked from ${day(seen.revokedFrom)}` : ''}.
      </p>
      <p aria-live="polite">{told}</p>
      <Signatures me={me} release={seen} writes={roles.includes('rights-manager')} onChange={changed} />
      {seen.agreedVersion !== undefined && seen.agreedVersion !== null && (
        <>
          <UsesPanel me={me} release={seen} onMade={() => setMade(made + 1)} />
          <StatementPanel key={made} release={seen} />
        </>
      )}
      <LifePanel release={seen} onChange={changed} />
      <p>
        <a href={hrefOf({ at: 'overview' })}>All releases</a>
      </p>
    </div>
  );
}

interface Props {
  me: Me;
  release: Release;
  /** Whoever looks may draft, invite and amend. */
  writes: boolean;
  onChange: (told: string) => Promise<unknown>;
}

function Signatures({ me, release, writes, onChange }: Props) {
  const [read, setRead] = useState<string | null>(null);
  const turn = turnOf(release, me.personId);
  const version = newest(release);
  const bound = !release.left.includes('talent-binding');
  const over = turn === 'over';
  const state = (done: boolean, before: boolean): StepState =>
    done ? 'done' : over ? 'stopped' : before ? 'open' : 'waiting';
  const signed = version.studioSignedAt;
  const countersigned = version.talentSignedAt;
  const panel = <SignPanel me={me} release={release} read={read} onSigned={() => onChange('Signed.')} />;
  return (
    <>
      {version.version > 1 && <p>This is version {version.version}.</p>}
      <Step n={1} id="binding" title="The person shown" state={state(bound, true)}>
        {bound ? <p>The contract is made out to their own account.</p> : null}
        {turn === 'invite' && writes && <InviteTalent release={release.id} />}
        {turn === 'invite' && !writes && <p>A rights manager invites them. This page goes on by itself.</p>}
        {writes && !signed && !over && (
          <a href={hrefOf({ at: 'redraft', id: release.id })}>Change the draft</a>
        )}
      </Step>
      <Step n={2} id="contract" title="The contract" state={state(!!countersigned, bound)}>
        {version.digest && (
          <ContractPanel
            release={release.id}
            version={version.version}
            digest={version.digest}
            folded={!!countersigned}
            onRead={setRead}
          />
        )}
      </Step>
      <Step n={3} id="studio" title="The organisation signs" state={state(!!signed, bound)}>
        {signed && <p>Signed on {moment(signed)}.</p>}
        {turn === 'sign' && panel}
        {turn === 'awaits-studio' && <p>The organisation signs first. This page goes on by itself.</p>}
      </Step>
      <Step
        n={4}
        id="talent"
        title={`The person shown signs${release.capacity === 'self' ? '' : `, by their ${word(release.capacity)}`}`}
        state={state(!!countersigned, !!signed)}
      >
        {countersigned && <p>Signed on {moment(countersigned)}.</p>}
        {turn === 'countersign' && panel}
        {turn === 'awaits-countersignature' && <p>They read and sign now. This page goes on by itself.</p>}
      </Step>
      {version.sealedSha256 && (
        <section className="card body" aria-labelledby="sealed-title">
          <h2 id="sealed-title">The signed contract</h2>
          <p>Both signatures are in it, and the studio’s seal is over it. Keep it: it proves itself.</p>
          <a
            className="button"
            href={paperPath(release.id, version.version, 'sealed.pdf')}
            download={`selfsame-release-${release.id}-${version.version}.pdf`}
          >
            Download the signed contract (PDF)
          </a>
          {writes && !over && <a href={hrefOf({ at: 'redraft', id: release.id })}>Amend it</a>}
        </section>
      )}
    </>
  );
}
