import { ActorNames } from '../../actors';
import { Picture } from '../../picture';
import { go, href } from '../../route';
import { Trouble, useAnswer, Waiting } from '../../ui';
import { count, signed, title } from '../../words';
import { reliabilityOption } from './charts';
import { Begin, DayField, fields, given, Thin, type From } from './common';

type Asked = From & {
  answer: {
    source: string;
    target: string;
    quad: string;
    window: number;
    probability: number;
    low: number;
    high: number;
    own: number | null;
    world: number;
    acts: number;
    basis: 'DYAD' | 'ACTORS' | 'KIND' | 'REGION' | 'COUNTRY';
    steps: { basis: string; group: string; acts: number; expected: number; ratio: number; share: number }[];
    drivers: { feature: string; value: number; adds: number }[];
  };
  trial: Trial | null;
};
export type Bin = { forecast: number; happened: number; low: number; high: number; cases: number };
type Trial = {
  first: string;
  last: string;
  dyads: number;
  reliability: { cases: number; error: number; bins: Bin[] };
  skill: { value: number; low: number; high: number };
};

const KEYS = ['source', 'target', 'quad', 'within', 'from'] as const;
const QUADS = [
  ['verbal-cooperation', 'verbal cooperation'],
  ['material-cooperation', 'material cooperation'],
  ['verbal-conflict', 'verbal conflict'],
  ['material-conflict', 'material conflict'],
] as const;

/** How probable an act of a class is within some days, what drives that, and how such forecasts have fared. */
export function Question({ params }: { params: URLSearchParams }) {
  const asked = given(params, KEYS);
  const quad = asked.quad ?? 'material-conflict';
  const within = asked.within ?? '30';
  const any = 'source' in asked && 'target' in asked;
  const query = new URLSearchParams({ ...asked, quad, within });
  const answer = useAnswer<Asked>(any ? `/api/forecast/question?${query}` : null);
  const found = answer.waiting ? undefined : answer.value;
  return (
    <>
      <form
        class="panel"
        key={JSON.stringify(asked)}
        onSubmit={(e) => {
          e.preventDefault();
          go(href('forecast', 'question', fields(e.currentTarget, KEYS)));
        }}
      >
        <div class="fields">
          <ActorNames name="source" label="Will" value={asked.source ?? ''} placeholder="ISIS, EGY …" required />
          <label>
            do
            <select name="quad">
              {QUADS.map(([value, words]) => (
                <option key={value} value={value} selected={quad === value}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <ActorNames name="target" label="to" value={asked.target ?? ''} placeholder="IRQ, Libya …" required />
          <label>
            within so many days
            <input name="within" type="number" min={1} max={365} required defaultValue={within} />
          </label>
          <DayField value={asked.from ?? ''} label="from" />
        </div>
        <div class="row">
          <button class="primary">Ask</button>
        </div>
      </form>
      <Trouble what={answer.problem} />
      {!any && <Begin what="Name who might act, and on whom." to={(source, target) => href('forecast', 'question', { source, target, quad, within })} />}
      {answer.waiting && <Waiting what="Training on the days before, which takes some seconds the first time" />}
      {found && <Answered found={found} nameOf={(code) => found.names[code] ?? code} />}
      {found && <Reliability trial={found.trial} met={found.answer.basis === 'DYAD'} probability={found.answer.probability} />}
    </>
  );
}

function percent(share: number): string {
  const hundredths = 100 * share;
  return hundredths > 0 && hundredths < 0.1 ? 'below 0.1 %' : hundredths > 99.9 && hundredths < 100 ? 'above 99.9 %' : `${hundredths.toFixed(hundredths < 10 ? 1 : 0)} %`;
}

function Answered({ found, nameOf }: { found: Asked; nameOf: (code: string) => string }) {
  const { answer } = found;
  const x = (share: number) => 2 + 196 * share;
  const strongest = Math.max(1e-9, ...answer.drivers.map((one) => Math.abs(one.adds)));
  return (
    <section class="panel asked" aria-labelledby="asked">
      <h2 id="asked">
        {nameOf(answer.source)} → {nameOf(answer.target)}, {title(answer.quad).toLowerCase()} within {count(answer.window, 'day')} from {found.day}
      </h2>
      <p class="figure">
        <strong>{percent(answer.probability)}</strong>{' '}
        <span class="soft">
          95 %: {percent(answer.low)} to {percent(answer.high)}
        </span>
      </p>
      <svg class="odds" viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
        <line class="axis" x1="2" x2="198" y1="7" y2="7" />
        <rect x={x(answer.low)} width={Math.max(0.8, x(answer.high) - x(answer.low))} y="4" height="6" />
        <line class="now" x1={x(answer.probability)} x2={x(answer.probability)} y1="1" y2="13" />
        <line class="world" x1={x(answer.world)} x2={x(answer.world)} y1="1" y2="13" />
        {answer.own !== null && <line class="own" x1={x(answer.own)} x2={x(answer.own)} y1="1" y2="13" />}
      </svg>
      <dl class="compare">
        <div>
          <dt>
            <span class="key own" /> This pair’s own past
          </dt>
          <dd>
            {answer.own === null
              ? 'no act of this pair is on record'
              : `${percent(answer.own)} of such windows had one; ${count(answer.acts, 'act')} on record`}
          </dd>
        </div>
        <div>
          <dt>
            <span class="key world" /> The busiest pairs of the world
          </dt>
          <dd>{percent(answer.world)} of such windows</dd>
        </div>
      </dl>
      {answer.basis !== 'DYAD' && (
        <p class="caution">
          {nameOf(answer.source)} was never reported to act on {nameOf(answer.target)}: this is what pairs that never met do, given how busy the two are with others
          {answer.steps.length > 0 && ', of what kind they are and where they are from'}.
        </p>
      )}
      <Thin events={found.events} />
      <h3>What drives it</h3>
      <p class="soft small">What each thing adds to the log odds, against the average pair; {count(found.events, 'event')} before the day, seed {found.seed}.</p>
      <ul class="bars drives">
        {answer.drivers.map((one) => (
          <li key={one.feature}>
            <span>{one.feature.charAt(0).toUpperCase() + one.feature.slice(1)}</span>
            <svg class="bar" viewBox="-50 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <line x1="0" x2="0" y1="0" y2="8" />
              <rect class={one.adds < 0 ? 'down' : 'up'} x={Math.min(0, (50 * one.adds) / strongest)} width={Math.abs((50 * one.adds) / strongest)} y="1" height="6" />
            </svg>
            <span class="n">{signed(one.adds, 2)}</span>
          </li>
        ))}
      </ul>
      {answer.steps.length > 0 && (
        <>
          <h3>What pairs that never met were gone by</h3>
          <div class="scroll" tabIndex={0} role="region" aria-label="What pairs that never met were gone by">
            <table>
              <thead>
                <tr>
                  <th>Group, from the widest</th>
                  <th class="n">Acts</th>
                  <th class="n">Expected by activity</th>
                  <th class="n">Times as often</th>
                </tr>
              </thead>
              <tbody>
                {answer.steps.map((one) => (
                  <tr key={one.basis + one.group}>
                    <td>{one.group}</td>
                    <td class="n">{count(one.acts)}</td>
                    <td class="n">{one.expected.toFixed(1)}</td>
                    <td class="n">{one.ratio.toFixed(2)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <p>
        <a href={href('explore', '', { source: answer.source, target: answer.target, quad: answer.quad.toLowerCase().replace('_', '-') })}>
          Such events of the two in the store
        </a>
      </p>
    </section>
  );
}

function Reliability({ trial, met, probability }: { trial: Trial | null; met: boolean; probability: number }) {
  const bins = trial?.reliability.bins ?? [];
  return (
    <Picture
      id="reliability"
      title="How such forecasts have fared"
      height={360}
      about={`Reliability diagram of ${bins.length} bins: how often what was forecast happened. The table has the figures.`}
      note={trial ? fared(trial, met) : undefined}
      deps={[trial]}
      option={() => reliabilityOption(bins, probability)}
      rows={() => ({
        head: ['Forecast from', 'to', 'Mean forecast', 'Happened', 'Low (2.5 %)', 'High (97.5 %)', 'Questions'],
        rows: bins.map((bin) => {
          const tenth = Math.min(9, Math.floor(10 * bin.forecast));
          return {
            cells: [`${10 * tenth} %`, `${10 * (tenth + 1)} %`, ...[bin.forecast, bin.happened, bin.low, bin.high].map((n) => `${(100 * n).toFixed(1)} %`), bin.cases],
          };
        }),
      })}
      empty={trial ? undefined : 'The store has too few days to test the model on.'}
    />
  );
}

function fared({ first, last, dyads, reliability, skill }: Trial, met: boolean): string {
  return [
    `${count(reliability.cases)} questions of this kind on ${met ? `the ${count(dyads)} busiest pairs` : `${count(dyads)} pairs that had never met`}, asked from ${first} to ${last}, each answered from what was before it; the figures count them.`,
    'On the line, what was said with 30 % happened in 30 of 100; bars: 95 %.',
    `Off by ${percent(reliability.error)} on average.`,
    !met
      ? ''
      : skill.value > 0
      ? `Brier errors ${Math.round(100 * skill.value)} % smaller than by each pair’s own frequency (95 %: ${Math.round(100 * skill.low)} to ${Math.round(100 * skill.high)} %).`.replace(/-(?=\d)/g, '−')
      : 'No better than each pair’s own frequency.',
  ].join(' ');
}
