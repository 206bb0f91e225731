import { useState } from 'react';
import { Button } from 'react-aria-components';
import { upload } from '../api/client';
import type { Enrolment } from '../api/types';
import { FilePick } from '../app/FilePick';
import { ProblemNote } from '../app/ProblemNote';
import { Progress } from '../app/Progress';
import { stageText } from '../app/stageText';
import { useAction } from '../app/useAction';
import { QualityReport } from './QualityReport';

interface Props {
  enrolment: Enrolment | null;
  onBegun: () => Promise<unknown>;
  onAgain: () => void;
}

/** Footage in, a report a person can act on out. */
export function EnrolmentStep({ enrolment, onBegun, onAgain }: Props) {
  const { busy, problem, run } = useAction();
  const [sent, setSent] = useState(0);
  const send = (file: File) =>
    run(async () => {
      await upload('/api/enrolments', [['footage', file]], setSent);
      await onBegun();
    });
  return (
    <>
      {!enrolment && (
        <FilePick
          label="Choose a video"
          hint="One to three minutes of you, speaking to the camera in even light, nobody else in the picture. It is encrypted on arrival."
          accept={['video/*']}
          disabled={busy}
          onFile={send}
        />
      )}
      {busy && !enrolment && <Progress label="Sending" fraction={sent} />}
      {problem && <ProblemNote problem={problem} />}
      {enrolment?.state === 'analysing' && (
        <Progress label={stageText(enrolment.stage)} fraction={enrolment.fraction} />
      )}
      {enrolment?.problem && <ProblemNote problem={enrolment.problem} />}
      {enrolment?.report && enrolment.state !== 'withdrawn' && <QualityReport report={enrolment.report} />}
      {enrolment?.state === 'withdrawn' && (
        <p>You withdrew. What was kept of this footage cannot be read by anybody any more.</p>
      )}
      {enrolment && ['refused', 'failed', 'withdrawn'].includes(enrolment.state) && (
        <Button onPress={onAgain}>Start with other footage</Button>
      )}
    </>
  );
}
