import { useState } from 'react';
import { Button } from 'react-aria-components';
import { post, put, ProblemError, type Fault } from '../api/client';
import type { Release, ReleaseDraft, ReleaseTemplate } from '../api/types';
import { Pick } from '../app/fields';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { PartyFields, ProjectFields, ScopeFields } from './DraftFields';
import { MoneyFields, RuleFields } from './DraftRuleFields';
import { draftOf, sheetOf, type Sheet } from './sheet';
import { numberFaults, otherFaults, PATHS } from './sheetFaults';

interface Props {
  templates: ReleaseTemplate[];
  before: ReleaseDraft;
  /** Where to send it. */
  to: { method: 'POST' | 'PUT'; path: string };
  action: string;
  onSaved: (release: Release) => void;
}

/** What a rights manager writes. The studio says everything at once that cannot stand, each fault beside its field. */
export function DraftForm({ templates, before, to, action, onSaved }: Props) {
  const { busy, problem, run } = useAction();
  const [sheet, setSheet] = useState(() => sheetOf(before));
  const [faults, setFaults] = useState<Fault[]>([]);
  const template = templates.find(({ id }) => id === sheet.template);
  const set = (key: keyof Sheet, value: Sheet[keyof Sheet]) => setSheet((now) => ({ ...now, [key]: value }));
  const choose = (id: string) => {
    const chosen = templates.find((one) => one.id === id);
    if (!chosen) return;
    const fresh = sheetOf({ template: id, terms: chosen.defaults });
    const { purposes, approval, noticeDays, revocationTerms } = fresh;
    setSheet((now) => ({ ...now, template: id, purposes, approval, noticeDays, revocationTerms }));
  };
  const save = () =>
    run(async () => {
      const wrong = numberFaults(sheet);
      setFaults(wrong);
      if (wrong.length > 0) return;
      try {
        const draft = draftOf(sheet, before);
        onSaved(
          to.method === 'PUT' ? await put<Release>(to.path, draft) : await post<Release>(to.path, draft),
        );
      } catch (e) {
        if (!(e instanceof ProblemError) || !e.problem.faults) throw e;
        setFaults(e.problem.faults);
      }
    });
  const parts = { sheet, set, faults };
  const others = otherFaults(Object.values(PATHS), faults);
  return (
    <form
      className="draft"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Pick
        label="Template"
        hint={template?.summary}
        options={templates.map(({ id, title }) => [id, title])}
        value={sheet.template}
        onChange={choose}
      />
      <PartyFields {...parts} />
      <ProjectFields {...parts} />
      <ScopeFields {...parts} />
      <RuleFields {...parts} />
      <MoneyFields {...parts} />
      {faults.length > 0 && (
        <div className="problem" role="alert">
          <p>
            <strong>
              {faults.length === 1 ? 'One thing cannot stand' : `${faults.length} things cannot stand`} yet.
            </strong>{' '}
            Nothing was kept. Each is told beside its field.
          </p>
          {others.length > 0 && (
            <ul>
              {others.map(({ path, what }) => (
                <li key={path + what}>
                  {what} <code>{path}</code>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {problem && <ProblemNote problem={problem} />}
      <Button type="submit" isDisabled={busy}>
        {action}
      </Button>
    </form>
  );
}
