import { Field, Pick, Tick, Ticks } from '../app/fields';
import { APPROVALS, SENSITIVE } from './choices';
import { bound, type Parts } from './DraftFields';

export function RuleFields(parts: Parts) {
  const { fault: trainingFault, ...training } = bound(parts, 'training');
  return (
    <fieldset>
      <legend>Limits</legend>
      <Pick label="Approval" options={APPROVALS} {...bound(parts, 'approval')} />
      <div className="pair">
        <Field label="Most videos" hint="Empty: no limit." {...bound(parts, 'renders')} />
        <Field label="Most seconds of all together" hint="Empty: no limit." {...bound(parts, 'seconds')} />
      </div>
      <Field
        label="Never together with"
        hint="Brands, products, topics: one on each line."
        lines={3}
        {...bound(parts, 'exclusions')}
      />
      <Ticks
        label="Sensitive content that is allowed"
        hint="Nothing that is not ticked."
        codes={SENSITIVE}
        {...bound(parts, 'sensitive')}
      />
      <Tick {...training}>A model may be trained for this release, and for nothing else</Tick>
      {trainingFault && <span className="fault">{trainingFault}</span>}
    </fieldset>
  );
}

export function MoneyFields(parts: Parts) {
  const { fault: strikeFault, ...strikes } = bound(parts, 'strikeHold');
  return (
    <>
      <fieldset>
        <legend>Payment</legend>
        <Field
          label="Reference"
          hint="Of the agreement on payment: the studio pays nothing itself."
          {...bound(parts, 'reference')}
        />
        <Field label="Currency" hint="Such as EUR." {...bound(parts, 'currency')} />
        <div className="pair">
          <Field label="Per video" {...bound(parts, 'perRender')} />
          <Field label="Per minute" {...bound(parts, 'perMinute')} />
          <Field label="Once" {...bound(parts, 'flat')} />
        </div>
      </fieldset>
      <fieldset>
        <legend>Representation</legend>
        <Field label="Counsel, if any" {...bound(parts, 'counsel')} />
        <Field label="Union, if any" {...bound(parts, 'union')} />
        <Field label="Collective agreement, if any" {...bound(parts, 'agreement')} />
        <Tick {...strikes}>It rests while that union is on strike</Tick>
        {strikeFault && <span className="fault">{strikeFault}</span>}
      </fieldset>
      <fieldset>
        <legend>Ending it early</legend>
        <Field label="Days of notice" hint="0 to 90; 0: at once." {...bound(parts, 'noticeDays')} />
        <Field label="What becomes of what was made before" lines={3} {...bound(parts, 'revocationTerms')} />
      </fieldset>
    </>
  );
}
