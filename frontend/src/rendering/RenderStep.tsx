import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { post } from '../api/client';
import type { Performance, Render } from '../api/types';
import { ProblemNote } from '../app/ProblemNote';
import { Progress } from '../app/Progress';
import { stageText } from '../app/stageText';
import { useAction } from '../app/useAction';

interface Props {
  performance: Pick<Performance, 'id'> & { state: string };
  render: Render | null;
  onAsked: (renderId: string) => void;
  onChange: () => void;
}

/** Asks policy, then shows drawing and sealing as they happen. */
export function RenderStep({ performance, render, onAsked, onChange }: Props) {
  const { busy, problem, run } = useAction();
  const running = render?.state === 'rendering' || render?.state === 'sealing';
  const sealed = render?.state === 'sealed';
  useEffect(() => {
    if (sealed) onChange();
    // Told once, when it becomes sealed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sealed]);
  const ask = () =>
    run(async () => {
      const asked = await post<Render>(
        '/api/renders',
        { performanceId: performance.id },
        { 'Idempotency-Key': crypto.randomUUID() },
      );
      onAsked(asked.id);
    });
  const cancel = () =>
    run(async () => {
      await post(`/api/renders/${render!.id}/cancellation`, {});
      onChange();
    });
  return (
    <>
      {!running && !sealed && (
        <Button isDisabled={busy || performance.state !== 'ready'} onPress={ask}>
          Render the video
        </Button>
      )}
      {running && (
        <>
          <Progress label={label(render)} fraction={render.fraction} />
          <Button className="quiet" isDisabled={busy} onPress={cancel}>
            Cancel
          </Button>
        </>
      )}
      {sealed && (
        <p>Drawn, labelled, marked, signed and verified. Permitted by {render.permittedBy.join(', ')}.</p>
      )}
      {render?.problem && <ProblemNote problem={render.problem} />}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}

function label({ state, stage, segments }: Render): string {
  const drawing = state === 'rendering' && segments.total > 0;
  return stageText(stage) + (drawing ? `, ${segments.done} of ${segments.total} parts drawn` : '');
}
