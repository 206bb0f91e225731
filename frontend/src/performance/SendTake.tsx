import { useState } from 'react';
import { Button } from 'react-aria-components';
import { upload } from '../api/client';
import type { Likeness } from '../api/types';
import { FilePick } from '../app/FilePick';
import { Pick } from '../app/fields';
import { ProblemNote } from '../app/ProblemNote';
import { Progress } from '../app/Progress';
import { useAction } from '../app/useAction';
import { languages } from './takeWords';

const HINT =
  'From 3 seconds to 5 minutes, with sound. You alone, in every shot, your face well lit and nothing before your mouth. It is encrypted on arrival.';

interface Props {
  likenesses: Likeness[];
  onSent: () => Promise<unknown>;
}

/** One take in, for one likeness. */
export function SendTake({ likenesses, onSent }: Props) {
  const ready = likenesses.filter(({ state }) => state === 'ready');
  const spoken = languages(navigator.language);
  const [chosen, setChosen] = useState<string | null>(null);
  const [language, setLanguage] = useState(spoken[0]![0]);
  const [name, setName] = useState('');
  const [sent, setSent] = useState(0);
  const [arrived, setArrived] = useState(false);
  const [stop, setStop] = useState<(() => void) | null>(null);
  const { busy, problem, run } = useAction();
  const likenessId = chosen ?? ready[0]?.id;
  const send = (file: File) =>
    run(async () => {
      setName(file.name);
      setSent(0);
      setArrived(false);
      const asked = JSON.stringify({ likenessId, kind: 'take', language });
      const request = new Blob([asked], { type: 'application/json' });
      const parts: [string, Blob][] = [
        ['performance', request],
        ['take', file],
      ];
      const stopping = new AbortController();
      setStop(() => () => stopping.abort());
      await upload('/api/performances/recorded', parts, setSent, stopping.signal);
      setStop(null);
      setArrived(true);
      await onSent();
    });
  return (
    <section className="card body flush" aria-labelledby="send-title">
      <h2 id="send-title">Send a take</h2>
      {ready.length === 0 && likenesses.length > 0 && (
        <p>Your likeness is being trained. A take can be sent when that is done.</p>
      )}
      {likenesses.length === 0 && (
        <>
          <p>There is no trained likeness of yours yet, so nothing could follow a take.</p>
          <a className="button" href="/">
            Go to your studio
          </a>
        </>
      )}
      {ready.length > 1 && (
        <Pick
          label="Which likeness follows it"
          options={ready.map((one, n) => [one.id, `Likeness ${n + 1} (${one.id.slice(0, 8)})`])}
          value={likenessId!}
          onChange={setChosen}
        />
      )}
      {ready.length > 0 && (
        <>
          <Pick label="Language you speak in it" options={spoken} value={language} onChange={setLanguage} />
          <FilePick
            label="Choose a video"
            hint={HINT}
            accept={['video/*']}
            disabled={busy}
            onFile={(file) => void send(file)}
          />
        </>
      )}
      {busy && <Progress label={`Sending ${name}`} fraction={sent} />}
      {busy && stop && (
        <Button className="quiet" onPress={stop}>
          Stop sending
        </Button>
      )}
      <p role="status" className={arrived ? undefined : 'unseen'}>
        {busy ? `Sending ${name}.` : arrived ? `${name} has arrived.` : ''}
      </p>
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}
