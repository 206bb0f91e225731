import { useEffect } from 'react';
import type { Output } from '../api/types';

interface Props {
  newest: string | null;
  outputs: Output[];
  onSealed: () => void;
}

const STATE: Record<Output['state'], string> = {
  'in-force': 'consent in force',
  withdrawn: 'withdrawn',
  'taken-down': 'taken down',
};

/** Player, download and public record of every output. */
export function OutputPanel({ newest, outputs, onSealed }: Props) {
  useEffect(() => {
    if (newest && !outputs.some((output) => output.outputId === newest)) onSealed();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [newest]);
  if (outputs.length === 0) return null;
  return (
    <section className="card" aria-labelledby="outputs-title">
      <h2 id="outputs-title">Your videos</h2>
      {outputs.map((output) => (
        <article
          key={output.outputId}
          className="output"
          data-output={output.outputId}
          data-state={output.state}
        >
          {output.state === 'in-force' && (
            <>
              <video
                controls
                preload="metadata"
                src={`/api/outputs/${output.outputId}/file`}
                aria-label={`AI-generated video, output ${output.outputId}`}
              />
              <a
                className="button"
                href={`/api/outputs/${output.outputId}/file`}
                download={`selfsame-${output.outputId}.mp4`}
              >
                Download
              </a>
            </>
          )}
          {output.state === 'taken-down' && (
            <p>
              Somebody asked for this to be taken down. It is not shown until that is decided, or for good. If you
              think that this is wrong, tell the operator.
            </p>
          )}
          <dl>
            <div>
              <dt>Output id</dt>
              <dd>
                <code>{output.outputId}</code>
              </dd>
            </div>
            <div>
              <dt>Record</dt>
              <dd>{STATE[output.state]}</dd>
            </div>
            <div>
              <dt>Sealed</dt>
              <dd>{new Date(output.sealedAt).toLocaleString()}</dd>
            </div>
            <div className="wide">
              <dt>SHA-256</dt>
              <dd>
                <code className="hash">{output.fileSha256}</code>
              </dd>
            </div>
          </dl>
        </article>
      ))}
    </section>
  );
}
