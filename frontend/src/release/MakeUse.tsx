import { useState } from 'react';
import { Button } from 'react-aria-components';
import { post } from '../api/client';
import type { Performance, ReleaseUse, Render } from '../api/types';
import { useWatched } from '../api/useWatched';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { RenderStep } from '../rendering/RenderStep';

interface Props {
  likenessId: string;
  use: ReleaseUse;
  script: string;
  onMade: () => void;
}

/** From the approved script to the sealed video; what was made before is found here again. */
export function MakeUse({ likenessId, use, script, onMade }: Props) {
  const { busy, problem, run } = useAction();
  const renders = useWatched<Render[]>('/api/renders', () => true);
  const [performanceId, setPerformanceId] = useState<string | null>(null);
  const [renderId, setRenderId] = useState<string | null>(null);
  const performance = useWatched<Performance>(
    performanceId && `/api/performances/${performanceId}`,
    (p) => p.state !== 'speaking',
    performanceId,
  );
  const render = useWatched<Render>(
    renderId && `/api/renders/${renderId}`,
    (r) => r.state !== 'rendering' && r.state !== 'sealing',
    renderId,
  );
  const speak = () =>
    run(async () => {
      const begun = await post<{ id: string }>('/api/performances', {
        likenessId,
        releaseUseId: use.id,
        script,
        language: use.scriptLanguage,
      });
      setRenderId(null);
      setPerformanceId(begun.id);
    });
  const changed = () => {
    void render.refresh();
    void renders.refresh();
    onMade();
  };
  const made = renders.value?.filter((one) => one.releaseUseId === use.id && one.outputId) ?? [];
  return (
    <>
      {!performanceId && (
        <Button isDisabled={busy} onPress={speak}>
          Speak this script
        </Button>
      )}
      {performance.value?.state === 'speaking' && <p aria-live="polite">Being spoken and timed…</p>}
      {performance.value?.problem && <ProblemNote problem={performance.value.problem} />}
      {performance.value?.state === 'ready' && (
        <>
          <p aria-live="polite">
            {performance.value.durationSeconds.toFixed(1)} seconds, in a synthetic voice.
          </p>
          <RenderStep
            performance={performance.value}
            render={render.value}
            onAsked={setRenderId}
            onChange={changed}
          />
        </>
      )}
      {made.map(({ outputId }) => (
        <a
          key={outputId}
          className="button"
          href={`/api/outputs/${outputId}/file`}
          download={`selfsame-${outputId}.mp4`}
        >
          Download video {outputId}
        </a>
      ))}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
