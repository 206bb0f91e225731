import { Input, Label, NumberField, Text } from 'react-aria-components';
import { SETTINGS, type ChosenSettings } from './trainingSettings';

const PLAIN: Intl.NumberFormatOptions = { useGrouping: false, maximumFractionDigits: 5 };

interface Props {
  chosen: ChosenSettings;
  onChange: (chosen: ChosenSettings) => void;
}

/** Hyper-parameters for who wants them; a number out of range goes back to the nearest that is allowed. */
export function SettingsForm({ chosen, onChange }: Props) {
  return (
    <details className="settings">
      <summary>Settings</summary>
      <p>The presets suit most footage.</p>
      <div className="fields">
        {SETTINGS.map(({ key, label, hint, preset, min, max, step }) => (
          <NumberField
            key={key}
            value={chosen[key]}
            onChange={(value) => onChange({ ...chosen, [key]: Number.isNaN(value) ? preset : value })}
            minValue={min}
            maxValue={max}
            step={step}
            formatOptions={PLAIN}
          >
            <Label>{label}</Label>
            <Input />
            <Text slot="description">{hint}</Text>
          </NumberField>
        ))}
      </div>
    </details>
  );
}
