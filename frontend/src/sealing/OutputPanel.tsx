import { useEffect } from 'react';
import type { Output } from '../api/types';
import { TakenDownNote } from '../inspection/takedown/TakenDownNote';

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

/** What the law of some place asks whoever shows the video. */
const NOTICE: Record<Output['notices'][number], string> = {
  'synthetic-performer':
    'An advertisement for the United States. New York law asks whoever runs it there to say conspicuously that its performer is synthetic.',
  aigc: 'Meant for China too, or spoken in Chinese: the file carries the metadata AIGC that GB 45438-2025 asks for.',
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
                aria-label={accessibleName(output)}
                aria-describedby={`told-${output.outputId}`}
              >
                {output.label && (
                  <track
                    kind="captions"
                    src={`/api/outputs/${output.outputId}/captions.vtt`}
                    srcLang={output.language ?? undefined}
                    label="Captions, with the AI label"
                  />
                )}
              </video>
              <p id={`told-${output.outputId}`}>
                Made with AI
                {output.label && (
                  <>
                    : every picture bears the words <q lang={output.language ?? undefined}>{output.label}</q>,
                    and so do the captions
                  </>
                )}
                .
              </p>
              {output.notices.map((notice) => (
                <p key={notice} data-notice={notice}>
                  {NOTICE[notice]}
                </p>
              ))}
              <a
                className="button"
                href={`/api/outputs/${output.outputId}/file`}
                download={`selfsame-${output.outputId}.mp4`}
              >
                Download
              </a>
              {output.label && (
                <>
                  {' '}
                  <a
                    href={`/api/outputs/${output.outputId}/captions.vtt`}
                    download={`selfsame-${output.outputId}.vtt`}
                  >
                    Captions (WebVTT)
                  </a>{' '}
                  <a
                    href={`/api/outputs/${output.outputId}/captions.ttml`}
                    download={`selfsame-${output.outputId}.ttml`}
                  >
                    Captions (TTML)
                  </a>
                </>
              )}
            </>
          )}
          {output.state === 'taken-down' && <TakenDownNote outputId={output.outputId} />}
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

/** Says first what must not be missed. */
function accessibleName(output: Output) {
  return `${output.label ?? 'AI-generated video'}: output ${output.outputId}`;
}
