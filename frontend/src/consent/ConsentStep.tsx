import { useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import { post } from '../api/client';
import type { Consent, ConsentText } from '../api/types';
import { useWatched } from '../api/useWatched';
import { Markdown } from '../app/Markdown';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';

interface Props {
  likenessId: string | null;
  consent: Consent | null;
  onGranted: () => Promise<unknown>;
}

const BOXES = [
  ['create', 'Create my likeness', 'The studio may make the model.'],
  ['use', 'Use my likeness', 'It may make videos with it when I ask, in my own account.'],
  ['face', 'My face', 'It may measure and learn how my face looks and moves.'],
  ['training', 'Training', 'My video may train my own model, and no other.'],
  ['voice', 'My voice (you can leave this empty)', 'It may also keep and learn the sound of my voice.'],
] as const;

const NOTHING = { create: false, use: false, face: false, training: false, voice: false };

/** The text, and one box for each thing that is agreed to. Nothing is ticked beforehand. */
export function ConsentStep({ likenessId, consent, onGranted }: Props) {
  const text = useWatched<ConsentText>('/api/consent-texts/current', () => true);
  const { busy, problem, run } = useAction();
  const [ticked, setTicked] = useState(NOTHING);
  if (consent?.state === 'granted') return <p>You agreed. You can withdraw at any time, below.</p>;
  const enough = ticked.create && ticked.use && ticked.face && ticked.training;
  const grant = () =>
    run(async () => {
      await post('/api/grants', {
        likenessId,
        ...ticked,
        textSha256: text.value!.sha256,
      });
      await onGranted();
    });
  return (
    <>
      <div className="consent-text" tabIndex={0} role="region" aria-label="Consent text">
        {text.value && <Markdown text={text.value.text} />}
      </div>
      {BOXES.map(([key, label, meaning]) => (
        <Checkbox
          key={key}
          isSelected={ticked[key]}
          onChange={(on) => setTicked((before) => ({ ...before, [key]: on }))}
        >
          <span className="box" aria-hidden="true" />
          <span>
            <strong>{label}.</strong> {meaning}
          </span>
        </Checkbox>
      ))}
      <Button isDisabled={busy || !text.value || !enough} onPress={grant}>
        I agree
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
