import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Me, Release, ReleaseUse, ReleaseUseWithScript, UseExplanation } from '../api/types';
import { useWatched } from '../api/useWatched';
import { day, word } from '../app/words';
import { MakeUse } from './MakeUse';
import { Script } from './Script';

const STATE: Record<ReleaseUse['state'], string> = {
  asked: 'waits for approval',
  approved: 'approved',
  refused: 'refused',
  withdrawn: 'ended by a withdrawal',
};

interface Props {
  me: Me;
  release: Release;
  use: ReleaseUse;
  producer: boolean;
  onMade: () => void;
}

/** One use: its script, how it was decided, whether it could be made now, and making it. */
export function UseCard({ me, release, use, producer, onMade }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <article className="output use" data-use={use.id} data-state={use.state}>
      <p>
        <strong>
          {word(use.purpose)}, {word(use.medium)}, up to {use.longestSeconds} seconds
        </strong>{' '}
        asked for on {day(use.askedAt)}
        {use.askedBy === me.personId ? ' by you' : ''}: {STATE[use.state]}
        {use.open && use.state !== 'asked' ? ', under an earlier version' : ''}.
      </p>
      <Button className="quiet" aria-expanded={opened} onPress={() => setOpened(!opened)}>
        {opened ? 'Close' : 'Script and more'}
      </Button>
      {opened && <Opened release={release} use={use} producer={producer} onMade={onMade} />}
    </article>
  );
}

function Opened({ release, use, producer, onMade }: Omit<Props, 'me'>) {
  const path = `/api/releases/${release.id}/uses/${use.id}`;
  const scripted = useWatched<ReleaseUseWithScript>(path, () => true);
  const explained = useWatched<UseExplanation>(producer ? `${path}/explanation` : null, () => true);
  if (!scripted.value) return null;
  const { script, note } = scripted.value;
  return (
    <>
      <Script use={use} script={script} />
      {note && <p>Said to the decision: “{note}”</p>}
      {explained.value && !explained.value.allowed && (
        <div>
          <p>It could not be made now:</p>
          <ul className="findings">
            {explained.value.reasons.map(({ policyId, text }) => (
              <li key={policyId}>
                {text} <code>{policyId}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {explained.value?.allowed && release.likenessId && (
        <MakeUse likenessId={release.likenessId} use={use} script={script} onMade={onMade} />
      )}
    </>
  );
}
