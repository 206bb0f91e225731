import type { Release, ReleaseDraft, ReleaseTemplate } from '../api/types';
import { useWatched } from '../api/useWatched';
import { ProblemNote } from '../app/ProblemNote';
import { DraftForm } from './DraftForm';
import { hrefOf } from './place';
import { newest } from './turn';

const always = () => true;

function open(release: Release) {
  location.hash = hrefOf({ at: 'release', id: release.id });
}

/** A new release. */
export function NewDraft({ organisation }: { organisation: string }) {
  const templates = useWatched<ReleaseTemplate[]>('/api/release-templates', always);
  const first = templates.value?.[0];
  return (
    <section className="card body" aria-labelledby="draft-title">
      <h2 id="draft-title">Draft a release</h2>
      <p>
        Say what you want to make with the likeness of somebody. They read every word before they sign, and
        what the release does not name is not allowed.
      </p>
      {templates.error && <ProblemNote problem={templates.error.problem} />}
      {templates.value && first && (
        <DraftForm
          templates={templates.value}
          before={{ template: first.id, capacity: 'self', terms: first.defaults }}
          to={{ method: 'POST', path: `/api/organisations/${organisation}/releases` }}
          action="Save the draft"
          onSaved={open}
        />
      )}
      <a href={hrefOf({ at: 'overview' })}>Back to all releases</a>
    </section>
  );
}

/** The newest version once more while nobody has signed it, else a new version of it. */
export function Redraft({ id }: { id: string }) {
  const templates = useWatched<ReleaseTemplate[]>('/api/release-templates', always);
  const release = useWatched<Release>(`/api/releases/${id}`, always);
  const draft = useWatched<ReleaseDraft>(`/api/releases/${id}/draft`, always);
  const error = templates.error ?? release.error ?? draft.error;
  const unsigned = release.value && !newest(release.value).studioSignedAt;
  return (
    <section className="card body" aria-labelledby="redraft-title">
      <h2 id="redraft-title">{unsigned ? 'Change the draft' : 'Amend the release'}</h2>
      {!unsigned && (
        <p>
          An amendment is a new version that both sides sign. What is agreed stays in force until they have.
        </p>
      )}
      {error && <ProblemNote problem={error.problem} />}
      {templates.value && draft.value && release.value && (
        <DraftForm
          templates={templates.value}
          before={draft.value}
          to={
            unsigned
              ? { method: 'PUT', path: `/api/releases/${id}/draft` }
              : { method: 'POST', path: `/api/releases/${id}/amendments` }
          }
          action={unsigned ? 'Save the draft' : 'Save as a new version'}
          onSaved={open}
        />
      )}
      <a href={hrefOf({ at: 'release', id })}>Back to the release</a>
    </section>
  );
}
