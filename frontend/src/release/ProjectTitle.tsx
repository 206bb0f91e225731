import type { Release, ReleaseDraft } from '../api/types';
import { useWatched } from '../api/useWatched';

/** As it was typed, which the papers alone say; until they are read, in the form in which projects are compared. */
export function ProjectTitle({ release }: { release: Pick<Release, 'id' | 'project'> }) {
  const draft = useWatched<ReleaseDraft>(`/api/releases/${release.id}/draft`, () => true);
  return <>“{draft.value?.terms?.project?.title ?? release.project}”</>;
}
