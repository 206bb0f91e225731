import { useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import { post } from '../api/client';
import type { Consent, ConsentText } from '../api/types';
import { useWatched } from '../api/useWatched';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';

interface Props {
  likenessId: string | null;
  consent: Consent | null;
  onGranted: () => void;
}

const BOXES = [
  ['create', 'Make a likeness of my face from this footage.'],
  ['training', 'Train a model on this footage for that one purpose.'],
  ['use', 'Let me render videos with it, in my own account.'],
] as const;

/** The text, and one box for each thing that is agreed to. Nothing is ticked beforehand. */
export function ConsentStep({ likenessId, consent, onGranted }: Props) {
  const text = useWatched<ConsentText>('/api/consent-texts/current', () => true);
  const { busy, problem, run } = useAction();
  const [ticked, setTicked] = useState<Record<string, boolean>>({});
  if (consent?.state === 'withdrawn') return <p>You withdrew your consent.</p>;
  if (consent?.state === 'granted') return <p>You agreed. You can withdraw at any time, below.</p>;
  const grant = () =>
    run(async () => {
      await post('/api/grants', {
        likenessId,
        create: true,
        use: true,
        face: true,
        voice: false,
        training: true,
        textSha256: text.value!.sha256,
      });
      onGranted();
    });
  return (
    <>
      <div className="consent-text" tabIndex={0} role="region" aria-label="Consent text">
        {text.value?.text}
      </div>
      {BOXES.map(([key, label]) => (
        <Checkbox
          key={key}
          isSelected={ticked[key] ?? false}
          onChange={(on) => setTicked((before) => ({ ...before, [key]: on }))}
        >
          <span className="box" aria-hidden="true" />
          {label}
        </Checkbox>
      ))}
      <Button isDisabled={busy || !text.value || BOXES.some(([key]) => !ticked[key])} onPress={grant}>
        I agree
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
