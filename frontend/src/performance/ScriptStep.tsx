import { useState } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import { post } from '../api/client';
import type { Performance } from '../api/types';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';

interface Props {
  likenessId: string;
  performance: Performance | null;
  onBegun: (performanceId: string) => void;
}

/** Text in, timed speech out. */
export function ScriptStep({ likenessId, performance, onBegun }: Props) {
  const [script, setScript] = useState('');
  const { busy, problem, run } = useAction();
  const speak = () =>
    run(async () => {
      const begun = await post<{ id: string }>('/api/performances', {
        likenessId,
        script,
        language: 'en-US',
      });
      onBegun(begun.id);
    });
  return (
    <>
      <TextField value={script} onChange={setScript}>
        <Label>Script, in English</Label>
        <TextArea rows={4} maxLength={5000} />
      </TextField>
      <Button isDisabled={busy || !script.trim()} onPress={speak}>
        Speak it
      </Button>
      {performance?.state === 'speaking' && <p aria-live="polite">Being spoken and timed…</p>}
      {performance?.state === 'ready' && (
        <p aria-live="polite">
          {performance.durationSeconds.toFixed(1)} seconds
          {performance.kind === 'take'
            ? ', following a take of yours.'
            : `, ${performance.words.length} words, in a synthetic voice.`}
        </p>
      )}
      {performance?.problem && <ProblemNote problem={performance.problem} />}
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
