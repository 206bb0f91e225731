import { useState } from 'react';
import { Button } from 'react-aria-components';
import { post, ProblemError, type Fault } from '../api/client';
import type { Release, ReleaseDraft, ReleaseUse, ReleaseUseRequest } from '../api/types';
import { useWatched } from '../api/useWatched';
import { Field, Pick, Tick, Ticks } from '../app/fields';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { word } from '../app/words';
import { SENSITIVE } from './choices';
import { paperPath } from './papers';
import { codes, whole } from './sheet';
import { faultsAt, otherFaults } from './sheetFaults';
import { known } from './terms';

interface Props {
  release: Release;
  onAsked: () => Promise<unknown>;
  onLeft: () => void;
}

const SHOWN = [
  'script',
  'language',
  'purpose',
  'medium',
  'territories',
  'topics',
  'content',
  'longestSeconds',
];

/** A producer asks for one use, with the script word for word; what the release allows is offered. */
export function AskUse({ release, onAsked, onLeft }: Props) {
  const path = paperPath(release.id, release.agreedVersion!, 'contract.json');
  const { value: contract, error } = useWatched<ReleaseDraft>(path, () => true);
  const { busy, problem, run } = useAction();
  const [use, setUse] = useState<ReleaseUseRequest>({ script: '', content: [], topics: [] });
  const [typed, setTyped] = useState({ territories: '', topics: '', seconds: '30' });
  const [nothing, setNothing] = useState(false);
  const [faults, setFaults] = useState<Fault[]>([]);
  const set = (part: ReleaseUseRequest) => setUse((now) => ({ ...now, ...part }));
  const fault = (at: string) => faultsAt(at, faults);
  const terms = contract?.terms;
  const offered = (all: string[]): [string, string][] => all.map((code) => [code, word(code)]);
  const purposes = known(terms?.purposes);
  const media = known(terms?.media);
  const languages = known(terms?.languages);
  const asked: ReleaseUseRequest = {
    ...use,
    purpose: use.purpose ?? purposes[0],
    medium: use.medium ?? media[0],
    language: use.language ?? languages[0],
    territories: codes(typed.territories || known(terms?.territories).join(' ')),
    topics: typed.topics
      .split('\n')
      .map((topic) => topic.trim())
      .filter(Boolean),
    content: nothing || (use.content ?? []).length > 0 ? use.content : undefined,
    longestSeconds: whole(typed.seconds) || undefined,
  };
  const ask = () =>
    run(async () => {
      setFaults([]);
      try {
        await post<ReleaseUse>(`/api/releases/${release.id}/uses`, asked);
        await onAsked();
      } catch (e) {
        if (!(e instanceof ProblemError) || !e.problem.faults) throw e;
        setFaults(e.problem.faults);
      }
    });
  if (!terms) return error && <ProblemNote problem={error.problem} />;
  return (
    <div className="draft" role="group" aria-label="Ask for a use">
      <Field
        label="Script, word for word"
        hint="Nothing else can be said under this use."
        lines={5}
        value={use.script ?? ''}
        onChange={(script) => set({ script })}
        fault={fault('script')}
      />
      <div className="pair">
        <Pick
          label="Language"
          options={languages.map((tag) => [tag, tag])}
          value={asked.language ?? ''}
          onChange={(language) => set({ language })}
          fault={fault('language')}
        />
        <Pick
          label="Purpose"
          options={offered(purposes)}
          value={asked.purpose ?? ''}
          onChange={(purpose) => set({ purpose })}
          fault={fault('purpose')}
        />
        <Pick
          label="Medium"
          options={offered(media)}
          value={asked.medium ?? ''}
          onChange={(medium) => set({ medium })}
          fault={fault('medium')}
        />
      </div>
      <div className="pair">
        <Field
          label="Territories"
          hint={`Empty: all of the release (${known(terms.territories).join(', ')}).`}
          value={typed.territories}
          onChange={(territories) => setTyped({ ...typed, territories })}
          fault={fault('territories')}
        />
        <Field
          label="Longest, in seconds"
          value={typed.seconds}
          onChange={(seconds) => setTyped({ ...typed, seconds })}
          fault={fault('longestSeconds')}
        />
      </div>
      <Field
        label="Brands, products and topics it is about"
        hint="One on each line."
        lines={2}
        value={typed.topics}
        onChange={(topics) => setTyped({ ...typed, topics })}
        fault={fault('topics')}
      />
      <Ticks
        label="It contains"
        codes={SENSITIVE}
        value={known(use.content)}
        onChange={(content) => set({ content })}
        fault={nothing ? undefined : fault('content')}
      />
      <Tick value={nothing} onChange={setNothing}>
        It contains nothing of these that is not ticked
      </Tick>
      {otherFaults(SHOWN, faults).map(({ path: at, what }) => (
        <p key={at + what} className="fault">
          {what}
        </p>
      ))}
      {problem && <ProblemNote problem={problem} />}
      <div className="row start">
        <Button isDisabled={busy} onPress={ask}>
          Ask for it
        </Button>
        <Button className="quiet" onPress={onLeft}>
          Not now
        </Button>
      </div>
    </div>
  );
}
