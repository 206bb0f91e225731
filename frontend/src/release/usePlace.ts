import { useEffect, useState } from 'react';
import { invitationOf, keepInvitation, keptInvitation, placeOf } from './place';

/** Takes a token out of the address bar, where somebody could read or copy it, and keeps it for this tab. */
function arrive() {
  const invitation = invitationOf(location.hash);
  if (invitation) {
    keepInvitation(invitation);
    history.replaceState(null, '', location.pathname);
  }
  return { place: placeOf(location.hash), invitation: keptInvitation() };
}

/** Where the reader is, and with which invitation they came. */
export function usePlace() {
  const [now, setNow] = useState(arrive);
  useEffect(() => {
    const changed = () => {
      setNow(arrive());
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  const used = (hash: string) => {
    keepInvitation(null);
    history.replaceState(null, '', location.pathname + hash);
    setNow(arrive());
  };
  return { ...now, used };
}
