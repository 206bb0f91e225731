import { useState } from 'react';
import { upload } from '../api/client';
import type { Inspection } from '../api/types';
import { useWatched } from '../api/useWatched';
import { FilePick } from '../app/FilePick';
import { ProblemNote } from '../app/ProblemNote';
import { Progress } from '../app/Progress';
import { Shell } from '../app/Shell';
import { stageText } from '../app/stageText';
import { useAction } from '../app/useAction';
import { Verdict } from './Verdict';

/** Anyone asks of any file whether it was made here. No account. */
export function InspectorPage() {
  const { busy, problem, run } = useAction();
  const [sent, setSent] = useState(0);
  const [id, setId] = useState<string | null>(null);
  const inspection = useWatched<Inspection>(id && `/api/inspections/${id}`, (i) => i.state !== 'inspecting');
  const send = (file: File) =>
    run(async () => {
      setId(null);
      setId((await upload<{ id: string }>('/api/inspections', [['file', file]], setSent)).id);
    });
  const waiting = id !== null && (inspection.value === null || inspection.value.state === 'inspecting');
  return (
    <Shell title="Was this made here?">
      <p className="lead">
        Hand in a video. You learn whether it was made in this studio, whether the person shown still agrees,
        and whether it was changed. The file is deleted afterwards.
      </p>
      <FilePick
        label="Choose a file"
        hint="Drop a video here, up to 512 MB."
        accept={['video/*']}
        disabled={busy || waiting}
        onFile={send}
      />
      {busy && <Progress label="Sending" fraction={sent} />}
      {waiting && !busy && (
        <Progress
          label={stageText(inspection.value?.progress?.stage ?? '')}
          fraction={inspection.value?.progress?.fraction ?? 0}
        />
      )}
      <div aria-live="polite">{inspection.value?.report && <Verdict report={inspection.value.report} />}</div>
      {inspection.value?.problem && <ProblemNote problem={inspection.value.problem} />}
      {problem && <ProblemNote problem={problem} />}
    </Shell>
  );
}
