import { useState } from 'react';
import { Button } from 'react-aria-components';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { stepUp } from './passkeys';

const REASONS = ['sign-in-too-weak-to-create', 'sign-in-too-old-to-create'];

/** Whether using one's passkey now would take that reason away. */
export function curedByStepUp(reasons: { policyId: string }[] = []) {
  return reasons.some(({ policyId }) => REASONS.includes(policyId));
}

/** Where an act was refused because the sign-in is too weak or too old for it. */
export function StepUp() {
  const { busy, problem, run } = useAction();
  const [done, setDone] = useState(false);
  const confirm = () => run(() => stepUp().then(() => setDone(true)));
  return (
    <>
      {done ? (
        <p aria-live="polite">Confirmed. Now do it again.</p>
      ) : (
        <Button isDisabled={busy} onPress={confirm}>
          Confirm with my passkey
        </Button>
      )}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
