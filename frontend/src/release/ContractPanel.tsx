import { useEffect, useState } from 'react';
import { ProblemError, type Problem } from '../api/client';
import { ProblemNote } from '../app/ProblemNote';
import { paperPath, readPapers, type Papers } from './papers';
import { Rows } from './Rows';
import { partyRows, termRows } from './terms';

interface Props {
  release: string;
  version: number;
  /** What the studio says is signed. */
  digest: string;
  /** It is signed, so it need not be read first. */
  folded: boolean;
  onRead: (digest: string) => void;
}

/** The contract in plain words, the paper itself, and the digest of both, worked out on this device. */
export function ContractPanel({ release, version, digest, folded, onRead }: Props) {
  const [papers, setPapers] = useState<Papers | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let over = false;
    readPapers(release, version).then(
      (read) => {
        if (over) return;
        setPapers(read);
        onRead(read.digest);
      },
      (e: unknown) => !over && e instanceof ProblemError && setProblem(e.problem),
    );
    return () => {
      over = true;
    };
    // The papers of a version change with its digest alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [release, version, digest]);
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      {papers && (
        <>
          {folded ? (
            <details>
              <summary>Read it again</summary>
              {terms(papers)}
            </details>
          ) : (
            terms(papers)
          )}
          <p>
            <a
              className="button quiet"
              target="_blank"
              rel="noopener"
              href={paperPath(release, version, 'contract.pdf')}
            >
              Open the contract (PDF, new tab)
            </a>
          </p>
          <details>
            <summary>What exactly is signed</summary>
            <p>
              One number over the whole contract, SHA-256, worked out on this device from the files above:
            </p>
            <p>
              <code className="hash">{papers.digest}</code>
            </p>
            <p>
              {papers.digest === digest
                ? 'It is the same that the studio names.'
                : 'The studio names another one: do not sign.'}
            </p>
          </details>
        </>
      )}
    </>
  );
}

function terms({ contract }: Papers) {
  return (
    <>
      <Rows
        label="Who"
        rows={[{ label: 'Organisation', text: contract.studio.name }, ...partyRows(contract)]}
      />
      <Rows label="Terms" rows={termRows(contract.terms ?? {})} />
    </>
  );
}
