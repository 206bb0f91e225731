/** Written from right to left, of the languages that there is a text in. */
const RIGHT_TO_LEFT = ['ar'];

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
}

interface Props {
  languages: string[];
  chosen: string;
  onChoose: (language: string) => void;
}

/** Each language by its own name, for those who read no other. */
export function LanguageChoice({ languages, chosen, onChoose }: Props) {
  if (languages.length < 2) return null;
  return (
    <label className="language-choice">
      Language of this text{' '}
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {ownName(language)}
          </option>
        ))}
      </select>
    </label>
  );
}

function ownName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
