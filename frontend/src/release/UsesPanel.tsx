import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Me, Membership, Release, ReleaseUse } from '../api/types';
import { useWatched } from '../api/useWatched';
import { ProblemNote } from '../app/ProblemNote';
import { AskUse } from './AskUse';
import { UseCard } from './UseCard';

const always = () => true;

/** Every use that was asked for, and asking for another one. */
export function UsesPanel({ me, release, onMade }: { me: Me; release: Release; onMade: () => void }) {
  // A decision on what waits for one is seen here as soon as it falls.
  const uses = useWatched<ReleaseUse[]>(
    `/api/releases/${release.id}/uses`,
    (all) => !all.some(({ open }) => open),
  );
  const memberships = useWatched<Membership[]>('/api/organisations', always);
  const [asking, setAsking] = useState(false);
  const roles = memberships.value?.find(({ id }) => id === release.organisation)?.roles ?? [];
  const producer = roles.includes('producer') || roles.includes('operator');
  const going = release.state !== 'expired' && release.state !== 'revoked';
  const asked = async () => {
    setAsking(false);
    await uses.refresh();
  };
  return (
    <section className="card body" aria-labelledby="uses-title">
      <h2 id="uses-title">Uses</h2>
      {uses.error && <ProblemNote problem={uses.error.problem} />}
      {uses.value?.length === 0 && <p>Nobody has asked for a use yet.</p>}
      {uses.value?.map((use) => (
        <UseCard key={use.id} me={me} release={release} use={use} producer={producer} onMade={onMade} />
      ))}
      {producer && going && !asking && (
        <Button className={uses.value?.length ? 'quiet' : ''} onPress={() => setAsking(true)}>
          Ask for a use
        </Button>
      )}
      {asking && <AskUse release={release} onAsked={asked} onLeft={() => setAsking(false)} />}
    </section>
  );
}
