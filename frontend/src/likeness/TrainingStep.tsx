import { useState } from 'react';
import { Button } from 'react-aria-components';
import { post } from '../api/client';
import type { Likeness } from '../api/types';
import { ProblemNote } from '../app/ProblemNote';
import { Progress } from '../app/Progress';
import { stageText } from '../app/stageText';
import { useAction } from '../app/useAction';
import { CoverageChart } from '../enrolment/CoverageChart';
import { Curve } from './Curve';
import { LookChoice } from './LookChoice';
import { remaining } from './remaining';
import { Sample } from './Sample';
import { SettingsForm } from './SettingsForm';
import { UNCHANGED } from './trainingSettings';

interface Props {
  likenessId: string;
  enrolmentId: string;
  likeness: Likeness | null;
  onStarted: () => Promise<unknown>;
}

/** Training with its curve as it happens. */
export function TrainingStep({ likenessId, enrolmentId, likeness, onStarted }: Props) {
  const { busy, problem, run } = useAction();
  const [settings, setSettings] = useState(UNCHANGED);
  const [lookId, setLookId] = useState<string | null>(null);
  const twoLooks = settings.renderer === 'autoencoder';
  const start = () =>
    run(async () => {
      await post(`/api/likenesses/${likenessId}/training`, {
        enrolmentId,
        lookId: twoLooks ? lookId : null,
        settings,
      });
      await onStarted();
    });
  const metrics = likeness?.provenance?.metrics;
  const form = (
    <>
      <SettingsForm chosen={settings} onChange={setSettings} />
      {twoLooks && <LookChoice likenessId={likenessId} chosen={lookId} onChange={setLookId} />}
    </>
  );
  return (
    <>
      {(!likeness || likeness.state === 'untrained' || likeness.state === 'failed') && (
        <>
          <p>The model is trained from your footage alone, here on this machine, and can draw nobody else.</p>
          {form}
          <Button isDisabled={busy || (twoLooks && !lookId)} onPress={start}>
            Train my likeness
          </Button>
        </>
      )}
      {likeness?.state === 'training' && (
        <>
          <Progress label={stageText(likeness.stage)} fraction={likeness.fraction} />
          {likeness.secondsLeft != null && <p>{remaining(likeness.secondsLeft)}</p>}
          <Sample likeness={likeness} />
        </>
      )}
      {likeness && likeness.curve.length > 1 && <Curve points={likeness.curve} />}
      {likeness?.state === 'ready' && (
        <details>
          <summary>Train it anew</summary>
          {form}
          <Button isDisabled={busy || (twoLooks && !lookId)} onPress={start}>
            Train again
          </Button>
        </details>
      )}
      {likeness?.state === 'ready' && (
        <p>
          Ready.
          {metrics?.heldOutPsnrDb !== undefined &&
            ` On footage it had never seen, the mouth was drawn at ${metrics.heldOutPsnrDb.toFixed(1)} dB.`}
        </p>
      )}
      {likeness?.coverage && (
        <details>
          <summary>What it was learnt from</summary>
          <CoverageChart coverage={likeness.coverage} />
        </details>
      )}
      {likeness?.problem && <ProblemNote problem={likeness.problem} />}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
