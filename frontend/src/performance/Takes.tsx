import { useRef, useState } from 'react';
import type { Likeness, Recording, Render } from '../api/types';
import { useWatched } from '../api/useWatched';
import { ProblemNote } from '../app/ProblemNote';
import { SendTake } from './SendTake';
import { TakeCard } from './TakeCard';
import { takeName, told } from './takeWords';

const always = () => true;
const settled = (all: Recording[]) => all.every(({ state }) => state !== 'preparing');

/** What was sent, the newest first, beneath the place to send more. What happens is said to those who do not see it. */
export function Takes({ likenesses }: { likenesses: Likeness[] }) {
  const recordings = useWatched<Recording[]>('/api/performances/recorded', settled);
  const renders = useWatched<Render[]>('/api/renders', always);
  const [deleted, setDeleted] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const takes = recordings.value?.filter(({ kind }) => kind === 'take');
  const gone = async (take: Recording) => {
    await recordings.refresh();
    setDeleted(`${takeName(take)} is deleted.`);
    // The button that was pressed is gone with its card.
    heading.current?.focus();
  };
  return (
    <>
      <SendTake
        likenesses={likenesses}
        onSent={() => {
          setDeleted('');
          return recordings.refresh();
        }}
      />
      <h2 className="list-title" ref={heading} tabIndex={-1}>
        What you sent
      </h2>
      <p role="status" className="unseen">
        {deleted || (takes?.[0] ? told(takes[0]) : '')}
      </p>
      {recordings.error && <ProblemNote problem={recordings.error.problem} />}
      {takes?.length === 0 && <p className="soft">Nothing yet.</p>}
      {takes?.map((take) => (
        <TakeCard
          key={take.id}
          take={take}
          running={renders.value?.find(
            ({ performanceId, state }) =>
              performanceId === take.id && (state === 'rendering' || state === 'sealing'),
          )}
          onDeleted={() => gone(take)}
        />
      ))}
    </>
  );
}
