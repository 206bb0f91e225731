import { useState } from 'react';
import { Button } from 'react-aria-components';
import { upload } from '../../api/client';
import type { TakedownFiled } from '../../api/types';
import { Field, Pick, Tick } from '../../app/fields';
import { FilePick } from '../../app/FilePick';
import { ProblemNote } from '../../app/ProblemNote';
import { Progress } from '../../app/Progress';
import { useAction } from '../../app/useAction';
import { Choice } from '../../identity/Choice';
import type { CaseLink } from './caseLink';
import { type ClaimFields, EMPTY, faultsOf, partsOf } from './claimForm';
import { CLAIMANTS, KINDS } from './takedownWords';

/** What must go, why, and who says so. */
export function TakedownForm({ onFiled }: { onFiled: (filed: CaseLink) => void }) {
  const { busy, problem, run } = useAction();
  const [claim, setClaim] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState(0);
  const faults = tried ? faultsOf(claim) : {};
  const set = (change: Partial<ClaimFields>) => setClaim((before) => ({ ...before, ...change }));
  const send = () => {
    setTried(true);
    if (Object.keys(faultsOf(claim)).length > 0) return;
    void run(async () => {
      const { id, key } = await upload<TakedownFiled>('/api/takedowns', partsOf(claim), setSent);
      onFiled({ id, key });
    });
  };
  return (
    <>
      <p className="lead">
        For videos that were made in this studio. You need no account. Somebody decides within 48 hours, and
        you get a link to follow it.
      </p>
      <form
        className="draft"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <fieldset>
          <legend>What is it about?</legend>
          <p>
            Best is the file itself, or a part of it: we find what it was made from, and every copy, by its
            invisible mark and by what it shows. It is deleted when that is done.
          </p>
          <FilePick
            label={claim.file ? 'Choose another file' : 'Choose a file'}
            hint={claim.file ? claim.file.name : 'Drop the video here, up to 512 MB.'}
            accept={['video/*']}
            disabled={busy}
            onFile={(file) => set({ file })}
          />
          {faults.file && (
            <p className="fault" role="alert">
              {faults.file}
            </p>
          )}
          <Field
            label="Output id, if you know it"
            hint="16 digits, as the inspector tells them."
            fault={faults.outputId}
            value={claim.outputId}
            onChange={(outputId) => set({ outputId })}
          />
          <Field
            label="Where it is shown, if it is online"
            hint="We do not open this address by ourselves; it is for whoever decides."
            value={claim.url}
            onChange={(url) => set({ url })}
          />
        </fieldset>
        <fieldset>
          <legend>Why must it go?</legend>
          <Pick
            label="What is wrong with it?"
            options={KINDS}
            value={claim.kind}
            onChange={(kind) => set({ kind: kind as ClaimFields['kind'] })}
          />
          <Field
            label="What does it show, and why must it go?"
            lines={5}
            fault={faults.statement}
            value={claim.statement}
            onChange={(statement) => set({ statement })}
          />
        </fieldset>
        <fieldset>
          <legend>Who are you?</legend>
          <Choice
            question="You and the person shown"
            answers={CLAIMANTS}
            chosen={claim.claimant}
            onChoose={(claimant) => set({ claimant })}
          />
          <Field
            label="Your name"
            hint="It stands for your signature."
            fault={faults.name}
            value={claim.name}
            onChange={(name) => set({ name })}
          />
          {claim.claimant !== 'person-shown' && (
            <Field
              label="Name of the person shown"
              fault={faults.personShown}
              value={claim.personShown}
              onChange={(personShown) => set({ personShown })}
            />
          )}
          <Field
            label="Where can we reach you?"
            hint="An e-mail address, or a telephone number."
            fault={faults.contact}
            value={claim.contact}
            onChange={(contact) => set({ contact })}
          />
          <Tick value={claim.goodFaith} onChange={(goodFaith) => set({ goodFaith })}>
            I believe in good faith that what I say here is true and that this must go.
          </Tick>
          {faults.goodFaith && (
            <p className="fault" role="alert">
              {faults.goodFaith}
            </p>
          )}
        </fieldset>
        <p className="soft">
          What you write is encrypted with a key of its own, read only by those who decide, and erased a year
          after the decision, unless the studio has set another time. Whoever had the video made is not told
          who you are.
        </p>
        {busy && <Progress label="Sending" fraction={sent} />}
        {problem && <ProblemNote problem={problem} />}
        <Button type="submit" isDisabled={busy}>
          Send the claim
        </Button>
      </form>
    </>
  );
}
