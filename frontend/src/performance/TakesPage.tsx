import type { Likeness, Me } from '../api/types';
import { useWatched } from '../api/useWatched';
import { ProblemNote } from '../app/ProblemNote';
import { Shell } from '../app/Shell';
import { SignIn, SignOut } from '../app/SignInOut';
import { Takes } from './Takes';

const LEAD =
  'A take is a video of you whose movements your likeness follows: what your mouth, eyes, brows and head do, and what you say.';

const always = () => true;

/** Recordings of oneself to drive one's own likeness with: sent, judged, used and deleted here. */
export function TakesPage() {
  const me = useWatched<Me>('/api/me', always);
  const likenesses = useWatched<Likeness[]>(me.value && '/api/likenesses', always);
  const error = me.error?.status === 401 ? null : (me.error ?? likenesses.error);
  const usable = likenesses.value?.filter(({ state }) => state === 'ready' || state === 'training');
  return (
    <Shell
      title="Your takes"
      nav={
        me.value && (
          <>
            <a href="/">Studio</a>
            <SignOut />
          </>
        )
      }
    >
      <p className="lead">{LEAD}</p>
      {me.error?.status === 401 && <SignIn />}
      {error && <ProblemNote problem={error.problem} />}
      {usable && <Takes likenesses={usable} />}
    </Shell>
  );
}
