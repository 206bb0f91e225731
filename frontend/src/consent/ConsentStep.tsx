import { useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import { post } from '../api/client';
import type { Consent, ConsentText, ConsentTextEntry } from '../api/types';
import { useWatched } from '../api/useWatched';
import { Markdown } from '../app/Markdown';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { explainedBoxes } from './consentBoxes';
import { directionOf, LanguageChoice } from './LanguageChoice';

interface Props {
  likenessId: string | null;
  consent: Consent | null;
  onGranted: () => Promise<unknown>;
}

const NOTHING = { create: false, use: false, face: false, training: false, voice: false };

/**
 * The text, in the language of whoever reads it, and one box for each thing that is agreed to. Nothing is ticked beforehand,
 * and another language unticks what was ticked beside the one before.
 */
export function ConsentStep({ likenessId, consent, onGranted }: Props) {
  const [language, setLanguage] = useState<string | null>(null);
  const asked = language ? `?language=${encodeURIComponent(language)}` : '';
  const text = useWatched<ConsentText>(`/api/consent-texts/current${asked}`, () => true);
  const texts = useWatched<ConsentTextEntry[]>('/api/consent-texts', () => true);
  const { busy, problem, run } = useAction();
  const [ticked, setTicked] = useState(NOTHING);
  const [again, setAgain] = useState(false);
  if (consent?.state === 'granted' && !again) {
    return <Agreed consent={consent} current={text.value?.version} onAgain={() => setAgain(true)} />;
  }
  const enough = ticked.create && ticked.use && ticked.face && ticked.training;
  const shown = text.value;
  const dir = directionOf(shown?.language ?? 'en');
  const grant = () =>
    run(async () => {
      await post('/api/grants', {
        likenessId,
        ...ticked,
        textSha256: shown!.sha256,
      });
      await onGranted();
      setAgain(false);
    });
  return (
    <>
      <LanguageChoice
        languages={(texts.value ?? []).filter((entry) => entry.current).map((entry) => entry.language)}
        chosen={shown?.language ?? language ?? 'en'}
        onChoose={(chosen) => {
          setLanguage(chosen);
          setTicked(NOTHING);
        }}
      />
      <div
        className="consent-text"
        tabIndex={0}
        role="region"
        aria-label="Consent text"
        lang={shown?.language}
        dir={dir}
      >
        {shown && <Markdown text={shown.text} />}
      </div>
      {(shown ? explainedBoxes(shown.text) : []).map(({ box, label, meaning }) => (
        <Checkbox
          key={box}
          lang={shown?.language}
          dir={dir}
          isSelected={ticked[box]}
          onChange={(on) => setTicked((before) => ({ ...before, [box]: on }))}
        >
          <span className="box" aria-hidden="true" />
          <span>
            <strong>{label}</strong> {meaning}
          </span>
        </Checkbox>
      ))}
      <Button isDisabled={busy || !shown || !enough} onPress={grant}>
        I agree
      </Button>
      {again && (
        <Button className="quiet" isDisabled={busy} onPress={() => setAgain(false)}>
          Not now
        </Button>
      )}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}

interface AgreedProps {
  consent: Consent;
  current: number | undefined;
  onAgain: () => void;
}

/** Whoever agreed beside an earlier text is told that there is a newer one, and what waits for it. */
function Agreed({ consent, current, onAgain }: AgreedProps) {
  const newest = Math.max(...consent.grants.map((grant) => grant.textVersion));
  return (
    <>
      <p>You agreed. You can withdraw at any time, below.</p>
      {current !== undefined && newest < current && (
        <>
          <p>
            The text has changed since. What you agreed to stays in force. What only the new text speaks of is
            not done before you agree to it: your model does not learn from the sound of your video, nor a
            second look from a take.
          </p>
          <Button className="quiet" onPress={onAgain}>
            Read the new text
          </Button>
        </>
      )}
    </>
  );
}
