import { useState } from 'react';
import { Button } from 'react-aria-components';
import { post, ProblemError } from '../api/client';
import type { Me, Passkey, Release, ReleaseSigning } from '../api/types';
import { useWatched } from '../api/useWatched';
import { Tick } from '../app/fields';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { NewPasskey } from '../identity/NewPasskey';
import { answerCeremony } from '../identity/passkeys';

interface Props {
  me: Me;
  release: Release;
  /** Of the papers that were shown; null while they are not. */
  read: string | null;
  onSigned: () => Promise<unknown>;
}

const UNSIGNED = 'Nothing was signed.';

/** Read, say so, and sign with one's own passkey. */
export function SignPanel({ me, release, read, onSigned }: Props) {
  const passkeys = useWatched<Passkey[]>('/api/passkeys', () => true);
  const { busy, problem, run } = useAction();
  const [said, setSaid] = useState(false);
  const sign = () =>
    run(async () => {
      const begun = await post<ReleaseSigning>(`/api/releases/${release.id}/signing`, {});
      if (begun.digest !== read) throw another();
      const assertion = await answerCeremony(begun.ceremony, UNSIGNED);
      const [path, body] =
        begun.side === 'studio'
          ? ['studio-signature', { assertion }]
          : ['countersignature', { assertion, read: said }];
      await post(`/api/releases/${release.id}/${path}`, body);
      await onSigned();
    });
  if (me.verification.state !== 'approved') {
    return (
      <p>
        To sign, a referee must first have seen that it is you. <a href="/">Hand in your portrait</a>, and
        come back here when it is approved.
      </p>
    );
  }
  return (
    <>
      {passkeys.error && <ProblemNote problem={passkeys.error.problem} />}
      {passkeys.value?.length === 0 && (
        <>
          <p>
            You sign with a passkey: your device makes sure that it is you, by fingerprint, face or PIN, which
            never leave it. You have none here yet.
          </p>
          <NewPasskey first onMade={passkeys.refresh} />
        </>
      )}
      {passkeys.value && passkeys.value.length > 0 && (
        <>
          <Tick value={said} onChange={setSaid}>
            I have read the contract, and I agree to it
          </Tick>
          <Button isDisabled={busy || !said || read === null} onPress={sign}>
            Sign with my passkey
          </Button>
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}

function another() {
  return new ProblemError(0, {
    stage: 'release',
    cause: 'What would be signed is not the contract that you were shown.',
    consequence: UNSIGNED,
    remedy: 'Load this page anew, read the contract again, and ask the other side what was changed.',
  });
}
