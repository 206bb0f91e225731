import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { registerPasskey, stepUp } from './passkeys';

/** @param first the account has none yet; else one that it has must agree to the new one */
export function NewPasskey({ first, onMade }: { first: boolean; onMade: () => Promise<unknown> }) {
  const { busy, problem, run } = useAction();
  const [label, setLabel] = useState('');
  const make = () =>
    run(async () => {
      if (!first) await stepUp();
      await registerPasskey(label);
      setLabel('');
      await onMade();
    });
  return (
    <>
      <TextField value={label} onChange={setLabel} maxLength={60}>
        <Label>{first ? 'What do you call this device?' : 'Another device'}</Label>
        <Input placeholder="my phone" />
      </TextField>
      <Button className={first ? '' : 'quiet'} isDisabled={busy || !label.trim()} onPress={make}>
        Register a passkey on this device
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
