import { useState } from 'react';
import { Button } from 'react-aria-components';
import { del } from '../api/client';
import type { Passkey } from '../api/types';
import { useWatched } from '../api/useWatched';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { day } from '../app/words';
import { NewPasskey } from './NewPasskey';
import { stepUp } from './passkeys';

const always = () => true;

/** With what the account signs. */
export function PasskeyCard() {
  const passkeys = useWatched<Passkey[]>('/api/passkeys', always);
  const { busy, problem, run } = useAction();
  const [leaving, setLeaving] = useState<string | null>(null);
  const revoke = (id: string) =>
    run(async () => {
      await stepUp();
      await del(`/api/passkeys/${id}`);
      setLeaving(null);
      await passkeys.refresh();
    });
  if (!passkeys.value) return null;
  return (
    <section className="card body" aria-labelledby="passkeys-title">
      <h2 id="passkeys-title">Your passkeys</h2>
      <p>
        You sign with a passkey: your device makes sure that it is you, by fingerprint, face or PIN, which
        never leave it.
      </p>
      {passkeys.value.length > 0 && (
        <ul className="plain">
          {passkeys.value.map(({ id, label, registeredAt }) => (
            <li key={id} className="row">
              <span>
                <strong>{label}</strong>, since {day(registeredAt)}
              </span>
              {leaving === id ? (
                <Button className="danger" isDisabled={busy} onPress={() => revoke(id)}>
                  Yes, it signs nothing any more
                </Button>
              ) : (
                <Button
                  className="quiet danger"
                  aria-label={`Remove ${label}`}
                  onPress={() => setLeaving(id)}
                >
                  Remove
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <NewPasskey first={passkeys.value.length === 0} onMade={passkeys.refresh} />
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}
