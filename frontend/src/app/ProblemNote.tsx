import type { Problem } from '../api/client';
import { curedByStepUp, StepUp } from '../identity/StepUp';

/** Tells a problem: cause, consequence, remedy, and every reason of a refusal. */
export function ProblemNote({ problem }: { problem: Problem }) {
  return (
    <div className="problem" role="alert">
      <p>
        <strong>{problem.cause}</strong>
      </p>
      <p>{problem.consequence}</p>
      <p>{problem.remedy}</p>
      {problem.reasons && problem.reasons.length > 0 && (
        <ul>
          {problem.reasons.map((reason) => (
            <li key={reason.policyId}>
              {reason.text} <code>{reason.policyId}</code>
            </li>
          ))}
        </ul>
      )}
      {curedByStepUp(problem.reasons) && <StepUp />}
    </div>
  );
}
