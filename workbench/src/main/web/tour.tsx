import { useState } from 'preact/hooks';
import { go, href } from './route';

const STEPS = [
  {
    to: href('explore'),
    title: 'Explore what is in the store',
    text: 'Drag across the timeline to narrow the days; click an actor, a tie, a place or a cell to see only its events. The address keeps what you chose.',
  },
  {
    to: href('read'),
    title: 'Read an article with the coder',
    text: 'Paste a text, drop a file or give a URL. Who did what to whom is marked in it; beside it each event says why it was coded so. Confirm, correct or reject it.',
  },
  {
    to: href('sway'),
    title: 'Weigh what an actor can do',
    text: 'Drag a stance and see the outcome move under each model; below, the options side by side, the Council’s votes, camps and levers. Knowledge and Runs show what all of it rests on.',
  },
];

/** Three steps for whoever comes from the demo; can be left at any time. */
export function Tour() {
  const wanted = new URLSearchParams(location.search).has('tour') && !sessionStorage.getItem('entente.toured');
  const [step, setStep] = useState(wanted ? 0 : -1);
  if (step < 0) {
    return null;
  }
  const leave = () => {
    sessionStorage.setItem('entente.toured', 'yes');
    setStep(-1);
  };
  const to = (next: number) => {
    setStep(next);
    go(STEPS[next].to);
  };
  return (
    <aside class="tour" aria-label="Tour" onKeyDown={(e) => e.key === 'Escape' && leave()}>
      <p class="tour-step">
        {step + 1} of {STEPS.length}
      </p>
      <h2>{STEPS[step].title}</h2>
      <p>{STEPS[step].text}</p>
      <div class="row">
        <button type="button" class="quiet" onClick={leave}>
          Leave
        </button>
        <span class="grow" />
        {step > 0 && (
          <button type="button" onClick={() => to(step - 1)}>
            Back
          </button>
        )}
        {step < STEPS.length - 1 ? (
          <button type="button" class="primary" onClick={() => to(step + 1)}>
            Next
          </button>
        ) : (
          <button type="button" class="primary" onClick={leave}>
            Done
          </button>
        )}
      </div>
    </aside>
  );
}
