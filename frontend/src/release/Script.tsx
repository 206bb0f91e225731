import type { ReleaseUse } from '../api/types';
import { language, list, territory, word } from '../app/words';
import { Rows } from './Rows';

/** What would be said, word for word, and where. */
export function Script({ use, script }: { use: ReleaseUse; script: string }) {
  return (
    <>
      <blockquote tabIndex={0} aria-label="Script">
        {script}
      </blockquote>
      <Rows
        label="The use"
        rows={[
          { label: 'For', text: word(use.purpose) },
          { label: 'Shown in', text: word(use.medium) },
          { label: 'Where', text: list(use.territories.map(territory), 'nowhere') },
          { label: 'Spoken in', text: list(use.languages.map(language), 'nothing') },
          { label: 'About', text: list(use.topics, 'no brand, product or topic that was named') },
          { label: 'Sensitive content', text: list(use.content.map(word), 'none') },
          { label: 'At most', text: `${use.longestSeconds} seconds` },
        ]}
      />
    </>
  );
}
