import type { ReactNode } from 'react';

/** The few marks that our own texts use: headings, paragraphs, lists and bold. Headings start below the page's own. */
export function Markdown({ text }: { text: string }) {
  return (
    <>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((block, i) => (
          <Block key={i} block={block} />
        ))}
    </>
  );
}

function Block({ block }: { block: string }) {
  if (block.startsWith('## ')) return <h4>{bold(block.slice(3))}</h4>;
  if (block.startsWith('# ')) return <h3>{bold(block.slice(2))}</h3>;
  if (block.startsWith('- ')) {
    return (
      <ul>
        {block
          .slice(2)
          .split(/\n- /)
          .map((item, i) => (
            <li key={i}>{bold(item)}</li>
          ))}
      </ul>
    );
  }
  return <p>{bold(block)}</p>;
}

function bold(line: string): ReactNode[] {
  return line.split('**').map((part, i) => (i % 2 === 1 ? <strong key={i}>{part}</strong> : part));
}
