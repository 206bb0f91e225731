import { Input, Label, NumberField, Text, TextField } from 'react-aria-components';
import { numbers, SETTINGS, type ChosenSettings, type Setting } from './trainingSettings';

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
      <p>The presets suit most footage. What you leave as it is follows the profile.</p>
      <div className="fields">
        {SETTINGS.map((setting) => (
          <Field
            key={setting.key}
            setting={setting}
            value={chosen[setting.key]}
            onChange={(value) => onChange({ ...chosen, [setting.key]: value })}
          />
        ))}
      </div>
    </details>
  );
}

interface FieldProps {
  setting: Setting;
  value: ChosenSettings[string] | undefined;
  onChange: (value: ChosenSettings[string]) => void;
}

function Field({ setting, value, onChange }: FieldProps) {
  const { kind, label, hint, preset } = setting;
  switch (kind) {
    case 'number':
      return (
        <NumberField
          value={(value as number | undefined) ?? setting.preset}
          onChange={(next) => onChange(Number.isNaN(next) ? setting.preset : next)}
          minValue={setting.min}
          maxValue={setting.max}
          step={setting.step}
          formatOptions={PLAIN}
        >
          <Label>{label}</Label>
          <Input />
          <Text slot="description">{hint}</Text>
        </NumberField>
      );
    case 'list':
      return (
        <TextField
          className="react-aria-NumberField"
          defaultValue={((value ?? preset) as number[]).join('-')}
          onChange={(text) => onChange(numbers(text))}
        >
          <Label>{label}</Label>
          <Input />
          <Text slot="description">{hint}</Text>
        </TextField>
      );
    case 'choice':
      return (
        <label className="choice">
          <span>{label}</span>
          <select value={(value ?? preset) as string} onChange={(event) => onChange(event.target.value)}>
            {setting.choices.map((text) => (
              <option key={text}>{text}</option>
            ))}
          </select>
          <small>{hint}</small>
        </label>
      );
  }
}
