import { useEffect, useRef, useState } from 'preact/hooks';
import { follow, get, going, leave, send, type Job } from '../../api';
import { said } from '../../ui';
import type { Issue, Moved, Weighed } from './issue';

export type Outcomes = { outcomes: { model: string; point: number[] }[] };

/** Few draws are shown at once; the full answer is a job. */
const FEW = { draws: 200, roundDraws: 20 };
const FULL = { draws: 10_000, roundDraws: 10_000 };

/** With more actors the models that go by rounds make a page wait. */
const MANY = 30;
const KEPT = 6;

/** Where the models see it end with actors moved: at once under those that are formulas, then under all. */
export function useOutcomes(issue: Issue, text: string, moved: Moved): { outcomes?: Outcomes['outcomes']; problem?: string } {
  const [found, setFound] = useState<Outcomes['outcomes']>();
  const [problem, setProblem] = useState<string>();
  const key = JSON.stringify(moved);
  useEffect(() => {
    const control = new AbortController();
    const ask = async (formulas: boolean) => {
      const { outcomes } = await send<Outcomes>('POST', '/api/sway/outcomes', { text, positions: moved, formulas }, control.signal);
      setFound((before) => (formulas && before ? before.map((one) => outcomes.find((now) => now.model === one.model) ?? one) : outcomes));
      setProblem(undefined);
    };
    const failed = (e: unknown) => control.signal.aborted || setProblem(said(e));
    const later = setTimeout(async () => {
      try {
        if (issue.actors.length > MANY) {
          await ask(true);
          await new Promise((rest) => setTimeout(rest, 400));
        }
        if (!control.signal.aborted) {
          await ask(false);
        }
      } catch (e) {
        failed(e);
      }
    }, 60);
    return () => (clearTimeout(later), control.abort());
  }, [text, key]);
  return { outcomes: found, problem };
}

type Kept = { weighed?: Weighed; full: boolean; job?: Job };

/** What was weighed in this page, so that whoever comes back need not wait again. */
const kept = new Map<string, Kept>();

function keep(key: string, what: Kept) {
  kept.delete(key);
  kept.set(key, what);
  if (kept.size > KEPT) {
    kept.delete(kept.keys().next().value!);
  }
}

export type Weighing = {
  weighed?: Weighed;
  /** Whether it has all draws. */
  full: boolean;
  job?: Job;
  problem?: string;
  /** Whether something else was moved since. */
  stale: boolean;
  weigh: () => void;
  cancel: () => void;
};

/** Weighs the options of an actor; again for another text or actor, or when it is asked to. */
export function useWeighing(issue: Issue, text: string, actor: string | null, moved: Moved): Weighing {
  const [shown, setShown] = useState<Kept>({ full: false });
  const [problem, setProblem] = useState<string>();
  const [key, setKey] = useState('');
  const running = useRef<AbortController | undefined>(undefined);
  const now = JSON.stringify([text, actor, moved]);

  async function weigh() {
    running.current?.abort();
    const before = kept.get(key)?.job;
    if (key && key !== now && before && going(before)) {
      void send('DELETE', `/api/jobs/${before.id}`).catch(() => {});
    }
    const control = new AbortController();
    running.current = control;
    const known = kept.get(now) ?? { full: false };
    const show = (what: Kept) => {
      keep(now, what);
      if (!control.signal.aborted) {
        setShown(what);
      }
    };
    let mine: Kept = known;
    setKey(now);
    setProblem(undefined);
    setShown((old) => ({ ...known, weighed: known.weighed ?? old.weighed }));
    try {
      const asked = { text, actor, seed: 1, positions: moved };
      if (!mine.weighed && issue.actors.length <= MANY) {
        mine = { weighed: await send<Weighed>('POST', '/api/sway/answer', { ...asked, ...FEW }, control.signal), full: issue.scales.length === 0 };
        show(mine);
      }
      if (mine.full || control.signal.aborted) {
        return;
      }
      if (!going(mine.job)) {
        mine = { ...mine, job: await send<Job>('POST', '/api/jobs/sway', { ...asked, ...FULL }, control.signal) };
        show(mine);
      }
      await follow(mine.job!.id, (job) => show((mine = { ...mine, job })), control.signal);
      if (mine.job!.state === 'DONE') {
        mine = { weighed: await get<Weighed>(`/api/jobs/${mine.job!.id}/result`, control.signal), full: true };
        show(mine);
      } else if (mine.job!.state === 'FAILED') {
        setProblem(mine.job!.message);
      }
    } catch (e) {
      if (!control.signal.aborted) {
        keep(now, { ...mine, job: undefined });
        setShown((old) => ({ ...old, job: undefined }));
        setProblem(said(e));
      }
    }
  }

  useEffect(() => void weigh(), [text, actor]);
  useEffect(() => () => running.current?.abort(), []);
  const job = shown.job;
  useEffect(() => {
    // who closes the page does not come back to it
    const closed = () => going(job) && leave(`/api/jobs/${job!.id}`);
    window.addEventListener('pagehide', closed);
    return () => window.removeEventListener('pagehide', closed);
  }, [job?.id, job?.state]);

  return {
    ...shown,
    problem,
    stale: key !== '' && key !== now,
    weigh: () => void weigh(),
    cancel: () => {
      const job = shown.job;
      if (job) {
        // it stops at its next step; nobody need wait for that
        running.current?.abort();
        const stopped = { ...shown, job: { ...job, state: 'CANCELLED' as const } };
        keep(key, stopped);
        setShown(stopped);
        void send('DELETE', `/api/jobs/${job.id}`).catch(() => {});
      }
    },
  };
}
