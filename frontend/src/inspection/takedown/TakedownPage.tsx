import { useEffect, useState } from 'react';
import { Shell } from '../../app/Shell';
import { caseHash, caseOf } from './caseLink';
import { FollowCase } from './FollowCase';
import { TakedownForm } from './TakedownForm';

/** Anybody says that something must go, and follows what becomes of it. No account. */
export function TakedownPage() {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  const followed = caseOf(hash);
  return followed ? (
    <Shell title="Your claim">
      <FollowCase key={followed.id} link={followed} />
    </Shell>
  ) : (
    <Shell title="Ask for a video to be taken down">
      <TakedownForm onFiled={(filed) => (location.hash = caseHash(filed))} />
    </Shell>
  );
}
