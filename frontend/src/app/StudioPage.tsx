import { useEffect, useState } from 'react';
import type { Consent, Enrolment, Likeness, Me, Output, Performance, Render } from '../api/types';
import { useWatched } from '../api/useWatched';
import { ConsentStep } from '../consent/ConsentStep';
import { DeletionCertificate } from '../consent/DeletionCertificate';
import { Withdrawal } from '../consent/Withdrawal';
import { EnrolmentStep } from '../enrolment/EnrolmentStep';
import { VerificationStep } from '../identity/VerificationStep';
import { TrainingStep } from '../likeness/TrainingStep';
import { ScriptStep } from '../performance/ScriptStep';
import { RenderStep } from '../rendering/RenderStep';
import { OutputPanel } from '../sealing/OutputPanel';
import { whereTo } from './comeBack';
import { DeskLinks } from './DeskLinks';
import { ProblemNote } from './ProblemNote';
import { Shell } from './Shell';
import { SignIn, SignOut } from './SignInOut';
import { Step, type StepState } from './Step';

const always = () => true;

/**
 * The creator's journey: every station in order, each open as soon as the one before it is done. Who comes back while a
 * video is being made finds it where it stands.
 */
export function StudioPage() {
  const me = useWatched<Me>(
    '/api/me',
    (m) => m.verification.state !== 'checking' && m.verification.state !== 'awaiting-referee',
  );
  const signedIn = me.value !== null;
  const [here, setHere] = useState(false);
  useEffect(() => {
    const wanted = signedIn ? whereTo() : null;
    if (wanted) location.replace(wanted);
    else setHere(signedIn);
  }, [signedIn]);
  if (me.error?.status === 401) {
    return (
      <Shell title="Your own likeness, and only yours">
        <p className="lead">
          Make a video in which you say something new, from your own footage. The studio draws nobody but the
          person who is signed in, verified and agrees.
        </p>
        <SignIn />
      </Shell>
    );
  }
  return (
    <Shell
      title="Your studio"
      nav={
        <>
          {me.value && <DeskLinks me={me.value} />}
          {here && (
            <>
              <a href="/takes.html">Takes</a>
              <a href="/release.html">Releases</a>
              <SignOut />
            </>
          )}
        </>
      }
    >
      {me.error && <ProblemNote problem={me.error.problem} />}
      {here && me.value && <Journey me={me.value} onMe={me.refresh} />}
    </Shell>
  );
}

function Journey({ me, onMe }: { me: Me; onMe: () => Promise<unknown> }) {
  const enrolments = useWatched<Enrolment[]>('/api/enrolments', always);
  const newest = enrolments.value?.[0];
  const [fresh, setFresh] = useState(false);
  const enrolmentId = fresh ? null : (newest?.id ?? null);
  const enrolment = useWatched<Enrolment>(
    enrolmentId && `/api/enrolments/${enrolmentId}`,
    (e) => e.state !== 'analysing',
    enrolmentId,
  );
  const footage = fresh ? null : (enrolment.value ?? newest ?? null);
  const accepted = footage?.state === 'accepted';
  const likenessId = accepted ? footage.likenessId : null;
  const consent = useWatched<Consent>(likenessId && `/api/likenesses/${likenessId}/consent`, always);
  const granted = consent.value?.state === 'granted';
  const likeness = useWatched<Likeness>(
    granted && likenessId ? `/api/likenesses/${likenessId}` : null,
    (l) => l.state !== 'training',
    likenessId,
  );
  const ready = likeness.value?.state === 'ready';
  const renders = useWatched<Render[]>('/api/renders', always);
  const running = renders.value?.find(
    (r) => !r.releaseUseId && (r.state === 'rendering' || r.state === 'sealing'),
  );
  const [chosenPerformance, setPerformanceId] = useState<string | null>();
  const performanceId =
    chosenPerformance === undefined ? (running?.performanceId ?? null) : chosenPerformance;
  const performance = useWatched<Performance>(
    performanceId && `/api/performances/${performanceId}`,
    (p) => p.state !== 'speaking',
    performanceId,
  );
  const [chosenRender, setRenderId] = useState<string | null>();
  const renderId = chosenRender === undefined ? (running?.id ?? null) : chosenRender;
  const render = useWatched<Render>(
    renderId && `/api/renders/${renderId}`,
    (r) => r.state !== 'rendering' && r.state !== 'sealing',
    renderId,
  );
  const outputs = useWatched<Output[]>('/api/outputs', always);

  const withdrawn = footage?.state === 'withdrawn' || consent.value?.state === 'withdrawn';
  const verified = me.verification.state === 'approved';
  const after = (before: boolean, done: boolean): StepState => (!before ? 'waiting' : done ? 'done' : 'open');

  const restart = () => {
    setFresh(true);
    setPerformanceId(null);
    setRenderId(null);
  };
  const enrolled = () => {
    return enrolments.refresh().then(() => setFresh(false));
  };

  if (!enrolments.value) return null;
  return (
    <>
      <Step n={1} id="identity" title="Show that it is you" state={verified ? 'done' : 'open'}>
        <VerificationStep me={me} onChange={onMe} />
      </Step>
      <Step
        n={2}
        id="enrolment"
        title="Your footage"
        state={withdrawn ? 'stopped' : after(verified, accepted)}
      >
        <EnrolmentStep enrolment={footage} onBegun={enrolled} onAgain={restart} />
      </Step>
      <Step n={3} id="consent" title="Your consent" state={withdrawn ? 'stopped' : after(accepted, granted)}>
        {withdrawn ? (
          <>
            <p>Your consent has ended. It is final for this likeness.</p>
            {footage && <DeletionCertificate likenessId={footage.likenessId} />}
          </>
        ) : (
          <ConsentStep likenessId={likenessId} consent={consent.value} onGranted={consent.refresh} />
        )}
      </Step>
      <Step n={4} id="training" title="Your likeness" state={after(granted, ready)}>
        {likenessId && (
          <TrainingStep
            likenessId={likenessId}
            enrolmentId={footage!.id}
            likeness={likeness.value}
            onStarted={likeness.refresh}
          />
        )}
      </Step>
      <Step
        n={5}
        id="script"
        title="What you want to say"
        state={after(ready, performance.value?.state === 'ready')}
      >
        {likenessId && (
          <ScriptStep
            likenessId={likenessId}
            performance={performance.value}
            onBegun={(id) => {
              setPerformanceId(id);
              setRenderId(null);
            }}
          />
        )}
      </Step>
      <Step
        n={6}
        id="render"
        title="The video"
        state={after(granted && performance.value?.state === 'ready', render.value?.state === 'sealed')}
      >
        {performance.value && (
          <RenderStep
            performance={performance.value}
            render={render.value}
            onAsked={setRenderId}
            onChange={() => {
              void render.refresh();
              void outputs.refresh();
            }}
          />
        )}
      </Step>
      <OutputPanel
        newest={render.value?.outputId ?? null}
        outputs={outputs.value ?? []}
        onSealed={outputs.refresh}
      />
      {likenessId && granted && (
        <Withdrawal
          likenessId={likenessId}
          onWithdrawn={() => {
            setPerformanceId(null);
            setRenderId(null);
            void enrolment.refresh();
            void consent.refresh();
            void outputs.refresh();
          }}
        />
      )}
    </>
  );
}
