import type { Fault } from '../api/client';
import { Field, Ticks } from '../app/fields';
import { MEDIA, PURPOSES } from './choices';
import type { Sheet } from './sheet';
import { faultsAt, PATHS } from './sheetFaults';

export interface Parts {
  sheet: Sheet;
  set: (key: keyof Sheet, value: Sheet[keyof Sheet]) => void;
  faults: Fault[];
}

/** What a field of the sheet needs to be shown. */
export function bound<K extends keyof Sheet>({ sheet, set, faults }: Parts, key: K) {
  return {
    value: sheet[key],
    onChange: (value: Sheet[K]) => set(key, value),
    fault: faultsAt(PATHS[key], faults),
  };
}

export function PartyFields(parts: Parts) {
  return (
    <fieldset>
      <legend>Who</legend>
      <Field label="Legal name of the person shown" {...bound(parts, 'talentName')} />
      <Field label="Stage name, if they have one" {...bound(parts, 'stageName')} />
      <Field label="Address of your organisation" lines={2} {...bound(parts, 'address')} />
      <Field label="Your name" hint="You sign for the organisation." {...bound(parts, 'signatoryName')} />
      <Field label="What you are there" {...bound(parts, 'signatoryTitle')} />
    </fieldset>
  );
}

export function ProjectFields(parts: Parts) {
  return (
    <fieldset>
      <legend>What for</legend>
      <Field label="Title of the project" {...bound(parts, 'title')} />
      <Field
        label="What is made, in a few sentences"
        hint="Reasonably specific: at least 40 characters."
        lines={3}
        {...bound(parts, 'description')}
      />
      <Field label="Part that is played, if any" {...bound(parts, 'character')} />
    </fieldset>
  );
}

export function ScopeFields(parts: Parts) {
  return (
    <fieldset>
      <legend>Where and when</legend>
      <Ticks label="Purposes" codes={PURPOSES} {...bound(parts, 'purposes')} />
      <Ticks label="Media" codes={MEDIA} {...bound(parts, 'media')} />
      <Field
        label="Territories"
        hint="Codes of two capital letters, such as DE, AT, or the word world."
        {...bound(parts, 'territories')}
      />
      <Field
        label="Languages"
        hint="Language tags, such as de, en-US. A region counts: en-US is not en-GB."
        {...bound(parts, 'languages')}
      />
      <div className="pair">
        <Field label="First day" type="date" {...bound(parts, 'firstDay')} />
        <Field label="Last day, included" type="date" {...bound(parts, 'lastDay')} />
      </div>
      <Field label="Time zone in which days count" hint="Such as Europe/Berlin." {...bound(parts, 'zone')} />
    </fieldset>
  );
}
