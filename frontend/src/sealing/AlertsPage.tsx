import { useRef, useState } from 'react';
import type { Me, OperatorAlert } from '../api/types';
import { useWatched } from '../api/useWatched';
import { DeskLinks } from '../app/DeskLinks';
import { Tick } from '../app/fields';
import { ProblemNote } from '../app/ProblemNote';
import { Shell } from '../app/Shell';
import { SignIn, SignOut } from '../app/SignInOut';
import { AlertCard } from './AlertCard';
import { ALERTS } from './alertWords';

const always = () => true;

/** What the studio's operators have to look after, the newest first. */
export function AlertsPage() {
  const me = useWatched<Me>('/api/me', always);
  return (
    <Shell
      title="Alerts"
      nav={
        me.value && (
          <>
            <a href="/">Studio</a>
            <DeskLinks me={me.value} />
            <SignOut />
          </>
        )
      }
    >
      {me.error?.status === 401 && <SignIn />}
      {me.error && me.error.status !== 401 && <ProblemNote problem={me.error.problem} />}
      {me.value && <Alerts />}
    </Shell>
  );
}

function Alerts() {
  const [all, setAll] = useState(false);
  const [said, setSaid] = useState('');
  const alerts = useWatched<OperatorAlert[]>(`/api/operator/alerts${all ? '?all=true' : ''}`, always);
  const heading = useRef<HTMLHeadingElement>(null);
  const acknowledged = async (alert: OperatorAlert) => {
    await alerts.refresh();
    setSaid(`Acknowledged: ${ALERTS[alert.kind].what}.`);
    // The button that was pressed is gone.
    heading.current?.focus();
  };
  if (alerts.error) return <ProblemNote problem={alerts.error.problem} />;
  return (
    <>
      <p className="lead">
        What you acknowledge is off this list. It stays on record that it was, and by whom.
      </p>
      <Tick value={all} onChange={setAll}>
        Show those that were acknowledged, too
      </Tick>
      <h2 className="list-title" ref={heading} tabIndex={-1}>
        {all ? 'All alerts' : 'To be looked after'}
      </h2>
      <p role="status" className="unseen">
        {said}
      </p>
      {alerts.value?.length === 0 && <p>There is nothing.</p>}
      {alerts.value?.map((alert) => (
        <AlertCard key={alert.id} alert={alert} onAcknowledged={() => acknowledged(alert)} />
      ))}
    </>
  );
}
