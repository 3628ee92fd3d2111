import { useEffect, useRef, useState } from 'preact/hooks';
import { ActorNames } from '../../actors';
import { follow, get, going, send, type Job } from '../../api';
import { Picture } from '../../picture';
import { go, href } from '../../route';
import { Progress, said, Trouble, useAnswer } from '../../ui';
import { count, signed, title, TYPES } from '../../words';
import { changesOption } from './charts';
import { Begin, Thin } from './common';

export type Row = {
  source: string;
  type: string;
  target: string;
  without: number;
  low: number;
  high: number;
  with: number;
  withLow: number;
  withHigh: number;
  anyWithout: number;
  anyWith: number;
};
type Found = {
  events: number;
  names: Record<string, string>;
  /** What makes events rarer, in a sentence. */
  rarer: string;
  outlook: {
    first: string;
    days: number;
    runs: number;
    seed: number;
    rows: Row[];
    carriers: { pattern: string; before: string; after: string; weight: number; rarer: boolean; events: number }[];
    without: number;
    with: number;
    branching: number;
  };
};
type Assumed = { day: string; source: string; type: string; target: string };

const DRAWN = 14;
const PATTERNS: Record<string, string> = {
  AGAIN: 'again',
  RETURN: 'in return',
  PASSED_ON: 'the target acts on others',
  JOINED: 'others act on the target',
};

function parse(text: string | null): Assumed[] {
  return (text ?? '')
    .split(';')
    .map((one) => one.split('|'))
    .filter((parts) => parts.length === 4)
    .map(([day, source, type, target]) => ({ day, source, type, target }));
}

function write(all: Assumed[]): string {
  return all.map((one) => [one.day, one.source, one.type, one.target].join('|')).join(';');
}

/** What would be reported more often, or less, if some events were reported. */
export function WhatIf({ params }: { params: URLSearchParams }) {
  const assume = params.get('assume');
  const days = params.get('days') ?? '60';
  const runs = params.get('runs') ?? '500';
  const assumed = parse(assume);
  const overview = useAnswer<{ last?: string }>('/api/overview');
  const run = useRun(assumed, days, runs);
  const last = overview.value?.last ?? '';
  return (
    <>
      {overview.value && <Form key={`${assume} ${days} ${runs}`} assumed={assumed} days={days} runs={runs} last={last} onAgain={run.start} />}
      <Trouble what={run.problem} />
      {assumed.length === 0 && (
        <Begin
          what="Assume an event, as if it had been reported."
          to={(source, target) => href('forecast', 'what-if', { assume: write([{ day: last, source, type: 'ASSAULT', target }]), days, runs })}
        />
      )}
      {going(run.job) && (
        <Progress
          job={run.job!}
          words={run.job!.done > 0 ? `${count(run.job!.done)} of ${count(run.job!.of, 'future')} drawn, with and without` : 'Learning from the events before'}
          onCancel={run.cancel}
        />
      )}
      {run.job?.state === 'CANCELLED' && !run.found && (
        <div class="weighing" role="status">
          <span>Cancelled.</span>
          <button type="button" onClick={run.start}>
            Draw again
          </button>
        </div>
      )}
      {run.found && <Result found={run.found} assumed={assumed} />}
    </>
  );
}

type Run = { found?: Found; job?: Job; problem?: string; start: () => void; cancel: () => void };

function useRun(assumed: Assumed[], days: string, runs: string): Run {
  const [found, setFound] = useState<Found>();
  const [job, setJob] = useState<Job>();
  const [problem, setProblem] = useState<string>();
  const running = useRef<{ control: AbortController; job?: Job } | undefined>(undefined);

  function stop() {
    const mine = running.current;
    mine?.control.abort();
    if (going(mine?.job)) {
      void send('DELETE', `/api/jobs/${mine!.job!.id}`).catch(() => {});
    }
  }

  async function start() {
    stop();
    const control = new AbortController();
    const mine: { control: AbortController; job?: Job } = { control };
    running.current = mine;
    const see = (now: Job) => {
      mine.job = now;
      if (!control.signal.aborted) {
        setJob(now);
      }
    };
    setFound(undefined);
    setProblem(undefined);
    setJob(undefined);
    try {
      see(await send<Job>('POST', '/api/jobs/forecast', { assume: assumed, days: Number(days), runs: Number(runs), seed: 1, top: 60 }, control.signal));
      await follow(mine.job!.id, see, control.signal);
      if (mine.job!.state === 'DONE') {
        setFound(await get<Found>(`/api/jobs/${mine.job!.id}/result`, control.signal));
      } else if (mine.job!.state === 'FAILED') {
        setProblem(mine.job!.message);
      }
    } catch (e) {
      if (!control.signal.aborted) {
        setProblem(said(e));
      }
    }
  }

  useEffect(() => {
    if (assumed.length > 0) {
      void start();
    } else {
      setFound(undefined);
      setJob(undefined);
    }
    return stop;
  }, [write(assumed), days, runs]);

  return {
    found,
    job,
    problem,
    start: () => void start(),
    cancel: () => {
      stop();
      setJob((before) => before && { ...before, state: 'CANCELLED' });
    },
  };
}

function Form(props: { assumed: Assumed[]; days: string; runs: string; last: string; onAgain: () => void }) {
  const blank = { day: props.last, source: '', type: 'ASSAULT', target: '' };
  const [rows, setRows] = useState(props.assumed.length > 0 ? props.assumed : [blank]);
  return (
    <form
      class="panel"
      onSubmit={(e) => {
        e.preventDefault();
        const all = new FormData(e.currentTarget);
        const next = rows.map((_, i) => ({
          day: String(all.get(`day-${i}`)),
          source: String(all.get(`source-${i}`)).trim(),
          type: String(all.get(`type-${i}`)),
          target: String(all.get(`target-${i}`)).trim(),
        }));
        const to = href('forecast', 'what-if', { assume: write(next), days: String(all.get('days')), runs: String(all.get('runs')) });
        if (to === location.hash) {
          props.onAgain();
        } else {
          go(to);
        }
      }}
    >
      {rows.map((row, i) => (
        <fieldset class="fields assumed" key={i}>
          <legend>{i === 0 ? 'Assume' : 'and'}</legend>
          <label>
            On
            <input name={`day-${i}`} required defaultValue={row.day} placeholder="2015-03-01" pattern="\d{4}-\d{2}-\d{2}" title="YYYY-MM-DD" />
          </label>
          <ActorNames name={`source-${i}`} label="Who" value={row.source} placeholder="RUS" required />
          <label>
            does
            <select name={`type-${i}`}>
              {TYPES.map((one) => (
                <option key={one} value={one} selected={one === row.type}>
                  {title(one)}
                </option>
              ))}
            </select>
          </label>
          <ActorNames name={`target-${i}`} label="to whom" value={row.target} placeholder="ISIS" required />
        </fieldset>
      ))}
      <div class="fields">
        <label>
          Days to look ahead
          <input name="days" type="number" min={1} max={365} required defaultValue={props.days} />
        </label>
        <label>
          Futures to draw
          <input name="runs" type="number" min={10} max={5000} required defaultValue={props.runs} />
        </label>
      </div>
      <div class="row">
        <button class="primary">What follows?</button>
        <button type="button" disabled={rows.length >= 20} onClick={() => setRows([...rows, blank])}>
          Assume one more
        </button>
        {rows.length > 1 && (
          <button type="button" onClick={() => setRows(rows.slice(0, -1))}>
            One less
          </button>
        )}
      </div>
    </form>
  );
}

function Result({ found, assumed }: { found: Found; assumed: Assumed[] }) {
  const { outlook } = found;
  const nameOf = (code: string) => found.names[code] ?? code;
  const difference = (row: Row) => row.with - row.without;
  const changed = outlook.rows.filter((row) => Math.abs(difference(row)) > 1e-9).sort((a, b) => Math.abs(difference(b)) - Math.abs(difference(a)));
  const more = changed.filter((row) => difference(row) > 0).length;
  const less = changed.length - more;
  const all = outlook.with - outlook.without;
  return (
    <div class="pictures results">
      <section aria-labelledby="outlook">
        <h2 id="outlook">
          {count(outlook.days, 'day')} from {outlook.first}
        </h2>
        <p>
          If it were reported that{' '}
          {assumed.map((one) => `${nameOf(one.source)} → ${nameOf(one.target)}, ${title(one.type).toLowerCase()}, on ${one.day}`).join('; ')}: some{' '}
          <strong>{signed(all, Math.abs(all) < 10 ? 2 : 0)} events</strong> in all, beside {count(Math.round(outlook.without))} without it.
        </p>
        <p class="caution">
          This is association in reports, not cause: what followed such reports in the past.
          {' '}
          {found.rarer}
        </p>
        <Thin events={found.events} />
      </section>
      <Picture
        id="changes"
        title={less > 0 ? 'What becomes more frequent, and what less' : 'What becomes more frequent'}
        height={Math.min(changed.length, DRAWN) > 6 ? 420 : 260}
        about={`Change of the mean number of events for ${Math.min(changed.length, DRAWN)} dyads and types. The table has the figures of ${changed.length}.`}
        note={`Change of the mean number of events over ${count(outlook.runs, 'future')}, drawn with and without, seed ${outlook.seed}. ${more} become more frequent, ${less} less; the table has all.`}
        deps={[found]}
        option={() => changesOption(changed.slice(0, DRAWN), nameOf)}
        rows={() => ({
          head: ['Source', 'Type', 'Target', 'Without', 'Low', 'High', 'With', 'Low', 'High', 'Change', 'At least one without', 'with'],
          rows: changed.map((row) => ({
            cells: [
              nameOf(row.source),
              title(row.type),
              nameOf(row.target),
              ...[row.without, row.low, row.high, row.with, row.withLow, row.withHigh, difference(row)].map((n) => Number(n.toFixed(2))),
              `${Math.round(100 * row.anyWithout)} %`,
              `${Math.round(100 * row.anyWith)} %`,
            ],
          })),
        })}
        empty={changed.length === 0 ? 'Nothing changes by it in any future that was drawn.' : undefined}
      />
      {outlook.carriers.length > 0 && (
        <section class="panel" aria-labelledby="carriers">
          <h2 id="carriers">Learned patterns that carry it</h2>
          <p class="soft small">Each event is followed by {outlook.branching.toFixed(2)} others on average, over all {count(found.events, 'event')}.</p>
          <div class="scroll" tabIndex={0} role="region" aria-label="Learned patterns">
            <table>
              <thead>
                <tr>
                  <th>After</th>
                  <th>comes</th>
                  <th>how</th>
                  <th class="n">Followers of one</th>
                  <th class="n">Of the change</th>
                </tr>
              </thead>
              <tbody>
                {outlook.carriers.map((one) => (
                  <tr key={one.pattern + one.before + one.after + one.rarer}>
                    <td>{title(one.before)}</td>
                    <td>
                      {one.rarer && 'less '}
                      {one.rarer ? title(one.after).toLowerCase() : title(one.after)}
                    </td>
                    <td>{PATTERNS[one.pattern] ?? one.pattern}</td>
                    <td class="n">{one.weight.toFixed(3)}</td>
                    <td class="n">{signed(one.events, 2)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </div>
  );
}
