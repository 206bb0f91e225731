import type { Release } from '../api/types';
import { hrefOf } from './place';
import { ProjectTitle } from './ProjectTitle';
import { STATE, turnOf, type Turn } from './turn';

const YOURS: Partial<Record<Turn, string>> = {
  invite: 'invite the person shown',
  sign: 'yours to sign',
  countersign: 'yours to sign',
};

/** Releases by name, with where each stands. */
export function ReleaseList({ releases, me }: { releases: Release[]; me: string }) {
  return (
    <ul className="plain">
      {releases.map((release) => {
        const yours = YOURS[turnOf(release, me)];
        return (
          <li key={release.id}>
            <a href={hrefOf({ at: 'release', id: release.id })}>
              <ProjectTitle release={release} />
            </a>
            : {STATE[release.state]}
            {yours && <strong className="yours"> {yours}</strong>}
          </li>
        );
      })}
    </ul>
  );
}
