import type { Me } from '../api/types';

/** Where referees and the operator work, for those who are one. */
export function DeskLinks({ me }: { me: Me }) {
  const operator = me.roles.includes('operator');
  const referee = me.roles.includes('referee');
  return (
    <>
      {referee && <a href="/referee.html">Referee’s desk</a>}
      {operator && !referee && <a href="/referee.html">Takedown desk</a>}
      {operator && <a href="/alerts.html">Alerts</a>}
    </>
  );
}
