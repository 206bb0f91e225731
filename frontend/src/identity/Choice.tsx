import { Label, Radio, RadioGroup } from 'react-aria-components';

interface Props<V extends string> {
  question: string;
  answers: readonly (readonly [V, string])[];
  chosen: V;
  onChoose: (value: V) => void;
}

/** One question with a few answers, one of which is chosen. */
export function Choice<V extends string>({ question, answers, chosen, onChoose }: Props<V>) {
  return (
    <RadioGroup value={chosen} onChange={(value) => onChoose(value as V)}>
      <Label>{question}</Label>
      {answers.map(([value, text]) => (
        <Radio key={value} value={value}>
          <span className="dot" aria-hidden="true" />
          {text}
        </Radio>
      ))}
    </RadioGroup>
  );
}
