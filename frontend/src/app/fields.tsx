import { useId, type ReactNode } from 'react';
import {
  Checkbox,
  CheckboxGroup,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components';
import { word } from './words';

interface FieldProps {
  label: string;
  hint?: string;
  fault?: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'date';
  lines?: number;
}

/** One text, with what is wrong with it beneath. */
export function Field({ label, hint, fault, value, onChange, type = 'text', lines }: FieldProps) {
  return (
    <TextField value={value} onChange={onChange} isInvalid={!!fault} validationBehavior="aria" type={type}>
      <Label>{label}</Label>
      {lines ? <TextArea rows={lines} /> : <Input />}
      {hint && <Text slot="description">{hint}</Text>}
      <FieldError className="fault">{fault}</FieldError>
    </TextField>
  );
}

interface TicksProps {
  label: string;
  hint?: string;
  fault?: string;
  codes: string[];
  value: string[];
  onChange: (value: string[]) => void;
}

/** Any number of codes. */
export function Ticks({ label, hint, fault, codes, value, onChange }: TicksProps) {
  return (
    <CheckboxGroup
      className="ticks"
      value={value}
      onChange={onChange}
      isInvalid={!!fault}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <div className="ticked">
        {codes.map((code) => (
          <Checkbox key={code} value={code}>
            <span className="box" aria-hidden="true" />
            <span>{word(code)}</span>
          </Checkbox>
        ))}
      </div>
      {hint && <Text slot="description">{hint}</Text>}
      <FieldError className="fault">{fault}</FieldError>
    </CheckboxGroup>
  );
}

interface PickProps {
  label: string;
  hint?: string;
  fault?: string;
  options: [string, string][];
  value: string;
  onChange: (value: string) => void;
}

/** One of a few: the browser's own list, which every device and reader knows. */
export function Pick({ label, hint, fault, options, value, onChange }: PickProps) {
  const id = useId();
  return (
    <div className="pick">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={!!fault}
        aria-describedby={`${id}-hint ${id}-fault`}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
      {hint && (
        <span id={`${id}-hint`} slot="description">
          {hint}
        </span>
      )}
      {fault && (
        <span id={`${id}-fault`} className="fault">
          {fault}
        </span>
      )}
    </div>
  );
}

interface TickProps {
  children: ReactNode;
  value: boolean;
  onChange: (on: boolean) => void;
}

/** One thing that somebody says. */
export function Tick({ children, value, onChange }: TickProps) {
  return (
    <Checkbox isSelected={value} onChange={onChange}>
      <span className="box" aria-hidden="true" />
      <span>{children}</span>
    </Checkbox>
  );
}
