import { useState } from 'react';
import { upload } from '../api/client';
import type { Me } from '../api/types';
import { FilePick } from '../app/FilePick';
import { ProblemNote } from '../app/ProblemNote';
import { Progress } from '../app/Progress';
import { useAction } from '../app/useAction';

/** Portrait in, a referee's decision out. */
export function VerificationStep({ me, onChange }: { me: Me; onChange: () => Promise<unknown> }) {
  const { busy, problem, run } = useAction();
  const [sent, setSent] = useState(0);
  const state = me.verification.state;
  const send = (file: File) =>
    run(async () => {
      await upload('/api/verifications', [['portrait', file]], setSent);
      await onChange();
    });
  return (
    <>
      {state === 'approved' && <p>A referee has confirmed that you are the person in your portrait.</p>}
      {state === 'checking' && <p aria-live="polite">Your portrait is being looked at…</p>}
      {state === 'awaiting-referee' && (
        <p aria-live="polite">
          Your portrait is with a referee, who compares it with you or your document. This page goes on by
          itself.
        </p>
      )}
      {state === 'rejected' && <p>The referee did not confirm it. You may hand in another portrait.</p>}
      {me.verification.problem && state === 'unusable' && <ProblemNote problem={me.verification.problem} />}
      {(state === 'none' || state === 'rejected' || state === 'unusable') && (
        <FilePick
          label="Choose a portrait"
          hint="A sharp photo of your face from the front, JPEG or PNG. It is encrypted, and only a referee sees it."
          accept={['image/jpeg', 'image/png']}
          disabled={busy}
          onFile={send}
        />
      )}
      {busy && <Progress label="Sending" fraction={sent} />}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
