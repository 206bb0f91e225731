import { Button } from 'react-aria-components';
import { post } from '../api/client';
import type { OperatorAlert } from '../api/types';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';
import { moment } from '../app/words';
import { ALERTS } from './alertWords';

interface Props {
  alert: OperatorAlert;
  onAcknowledged: () => Promise<unknown>;
}

/** What happened, what to do about it, and that somebody has seen to it. */
export function AlertCard({ alert, onAcknowledged }: Props) {
  const { busy, problem, run } = useAction();
  const words = ALERTS[alert.kind];
  const acknowledge = () =>
    run(async () => {
      await post(`/api/operator/alerts/${alert.id}/acknowledgement`, {});
      await onAcknowledged();
    });
  return (
    <article
      className="card body"
      data-alert={alert.kind}
      data-acknowledged={!!alert.acknowledgedAt}
      aria-labelledby={`alert-${alert.id}`}
    >
      <h3 id={`alert-${alert.id}`}>{words.what}</h3>
      <p>{words.todo}</p>
      <dl>
        <div>
          <dt>Raised</dt>
          <dd>{moment(alert.raisedAt)}</dd>
        </div>
        {words.details && alert.details.length > 0 && (
          <div>
            <dt>{words.details[0]}</dt>
            <dd>{words.details[1](alert.details)}</dd>
          </div>
        )}
        <div className="wide">
          <dt>{words.about}</dt>
          <dd>
            <code>{alert.subject}</code>
          </dd>
        </div>
        {alert.acknowledgedAt && (
          <div>
            <dt>Acknowledged</dt>
            <dd>{moment(alert.acknowledgedAt)}</dd>
          </div>
        )}
      </dl>
      <div className="row start">
        {!alert.acknowledgedAt && (
          <Button
            className="quiet"
            isDisabled={busy}
            aria-label={`Acknowledge: ${words.what}`}
            onPress={acknowledge}
          >
            Acknowledge
          </Button>
        )}
        {words.at && (
          <a className="button quiet" href={words.at[1]}>
            {words.at[0]}
          </a>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
    </article>
  );
}
