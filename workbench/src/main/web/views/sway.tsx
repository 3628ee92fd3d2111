import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { send } from '../api';
import { Picture } from '../picture';
import { go, href, type Route } from '../route';
import { Empty, said, save, Trouble, useAnswer, Waiting } from '../ui';
import { count, signed } from '../words';
import { optionsOption, type Outlook, type Scale } from './weighing';

type Ranged = { low: number; mode: number; high: number; why: string };
type Issue = {
  question: string;
  date?: string;
  scales: Scale[];
  statusQuo: number[] | null;
  actors: { id: string; name: string; positions: Ranged[]; capability: Ranged; saliences: Ranged[] }[];
  options: { id: string; name: string; actor: string; why: string; proposal: number[] | null; vote: boolean }[];
  sources: string[];
};
type Outcomes = { outcomes: { model: string; point: number[] }[] };
type Answer = {
  headline: string[];
  answer: {
    actor: string | null;
    draws: number;
    seed: number;
    models: string[];
    asIs: Outlook;
    options: Outlook[];
    reach: { model: string; scale: number; now: number; low: number; high: number; lowAtFull: number; highAtFull: number }[];
    others: { actor: string; model: string; scale: number; persuaded: number; undo: number }[];
  };
};
type Examples = { examples: { id: string; question: string; text: string }[] };

const OWN = 'entente.issue';
const DRAWS = 400;

/** RUS:90;EGY:40 as an address keeps it. */
function moves(text: string | null): Record<string, number> {
  const found: Record<string, number> = {};
  for (const part of (text ?? '').split(';')) {
    const [id, number] = part.split(':');
    if (id && number && Number.isFinite(Number(number))) {
      found[id] = Number(number);
    }
  }
  return found;
}

/** An issue: move an actor and see where the models see it end; what each option would lead to. */
export function Sway({ route }: { route: Route }) {
  const examples = useAnswer<Examples>('/api/sway/examples');
  const id = route.rest || 'libya-2015';
  const [own, setOwn] = useState(localStorage.getItem(OWN) ?? '');
  const text = id === 'own' ? own : examples.value?.examples.find((one) => one.id === id)?.text;
  const [issue, setIssue] = useState<Issue>();
  const [problem, setProblem] = useState<string>();
  const [writing, setWriting] = useState(false);

  useEffect(() => {
    setIssue(undefined);
    setProblem(undefined);
    if (text) {
      send<Issue>('POST', '/api/sway/issue', { text }).then(setIssue, (e) => setProblem(said(e)));
    }
  }, [text]);

  return (
    <div class="page">
      <h1>Sway</h1>
      <p class="lead">{issue?.question ?? 'What an actor can do about an outcome, and at what cost.'}</p>
      <div class="row issue-bar">
        <label class="inline">
          Issue
          <select value={id} onChange={(e) => go(href('sway', e.currentTarget.value))}>
            {(examples.value?.examples ?? []).map((one) => (
              <option key={one.id} value={one.id}>
                {one.question}
              </option>
            ))}
            {own && <option value="own">Your own</option>}
          </select>
        </label>
        <button type="button" aria-expanded={writing} onClick={() => setWriting(!writing)}>
          Write or edit
        </button>
      </div>
      {writing && (
        <form
          class="panel"
          onSubmit={(e) => {
            e.preventDefault();
            const next = String(new FormData(e.currentTarget).get('issue'));
            localStorage.setItem(OWN, next);
            setOwn(next);
            go(href('sway', 'own'));
          }}
        >
          <label>
            The issue as YAML; it stays in this browser
            <textarea name="issue" class="yaml" rows={18} spellcheck={false} defaultValue={text} required />
          </label>
          <div class="row">
            <button class="primary">Use it</button>
            <button type="button" onClick={(e) => save('issue.yaml', String(new FormData(e.currentTarget.form!).get('issue')), 'text/yaml')}>
              Save as a file
            </button>
          </div>
        </form>
      )}
      <Trouble what={examples.problem ?? problem} />
      {!problem && !issue && (text || examples.waiting) && <Waiting />}
      {id === 'own' && !own && <Empty what="You have written no issue yet.">Choose one above and edit it, or write your own.</Empty>}
      {issue && text && issue.scales.length === 0 && (
        <Empty what="This issue has no scale: only ties are at stake.">
          <code>./entente sway</code> shows its camps.
        </Empty>
      )}
      {issue && text && issue.scales.length > 0 && <Weighing key={id + text.length} issue={issue} text={text} route={route} />}
    </div>
  );
}

function Weighing({ issue, text, route }: { issue: Issue; text: string; route: Route }) {
  const scale = issue.scales[0];
  const [at, setAt] = useState(() => moves(route.params.get('at')));
  const [outcomes, setOutcomes] = useState<Outcomes>();
  const [before, setBefore] = useState<Outcomes>();
  const [problem, setProblem] = useState<string>();
  const asked = useRef(0);
  const withOptions = [...new Set(issue.options.map((option) => option.actor))];
  const actor = route.params.get('actor') ?? withOptions[0] ?? issue.actors[0].id;
  const key = JSON.stringify(at);

  const positions = useMemo(() => {
    const moved: Record<string, number[]> = {};
    for (const one of issue.actors) {
      if (one.id in at) {
        moved[one.id] = one.positions.map((position, k) => (k === 0 ? at[one.id] : position.mode));
      }
    }
    return moved;
  }, [key]);

  useEffect(() => {
    send<Outcomes>('POST', '/api/sway/outcomes', { text }).then(setBefore, (e) => setProblem(said(e)));
  }, [text]);

  useEffect(() => {
    const mine = ++asked.current;
    const later = setTimeout(() => {
      send<Outcomes>('POST', '/api/sway/outcomes', { text, positions }).then(
        (found) => mine === asked.current && (setOutcomes(found), setProblem(undefined)),
        (e) => setProblem(said(e)),
      );
      const kept = Object.entries(at)
        .map(([one, number]) => `${one}:${number}`)
        .join(';');
      const params: Record<string, string> = { actor };
      if (kept) {
        params.at = kept;
      }
      if (location.hash.startsWith('#/sway')) {
        history.replaceState(null, '', href('sway', route.rest || 'libya-2015', params));
      }
    }, 90);
    return () => clearTimeout(later);
  }, [key, actor]);

  const share = (n: number) => (100 * (n - scale.from)) / (scale.to - scale.from);
  const show = (n: number) => (scale.to - scale.from >= 20 ? n.toFixed(0) : n.toFixed(1));
  return (
    <>
      <div class="sway">
        <section class="panel" aria-labelledby="stances">
          <h2 id="stances">Who stands where</h2>
          <p class="soft small">
            {scale.name}, {[show(scale.from), 'to', show(scale.to), scale.unit].filter(Boolean).join(' ')}. Drag an actor, or use the arrow keys.
          </p>
          <ul class="stances">
            {issue.actors.map((one) => {
              const range = one.positions[0];
              const now = at[one.id] ?? range.mode;
              return (
                <li key={one.id} class={one.id in at ? 'moved' : ''}>
                  <label for={`s-${one.id}`}>{one.name}</label>
                  <span class="track">
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                      <rect x={share(range.low)} y="3.5" width={Math.max(0.4, share(range.high) - share(range.low))} height="3" rx="1" />
                      {issue.statusQuo && <line x1={share(issue.statusQuo[0])} x2={share(issue.statusQuo[0])} y1="0" y2="10" />}
                    </svg>
                    <input
                      id={`s-${one.id}`}
                      type="range"
                      min={scale.from}
                      max={scale.to}
                      step={(scale.to - scale.from) / 100}
                      value={now}
                      onInput={(e) => setAt({ ...at, [one.id]: Number(e.currentTarget.value) })}
                    />
                  </span>
                  <output for={`s-${one.id}`}>{show(now)}</output>
                </li>
              );
            })}
          </ul>
          <p class="row">
            {Object.keys(at).length > 0 && (
              <button type="button" onClick={() => setAt({})}>
                Put all back
              </button>
            )}
            {issue.statusQuo && <span class="soft small">The thin line is the status quo, {show(issue.statusQuo[0])}; the bars are how far stances are unsure.</span>}
          </p>
        </section>
        <section class="panel outcomes" aria-labelledby="outcomes" aria-live="polite">
          <h2 id="outcomes">Where it ends</h2>
          <p class="soft small">Under each model, with every number at its likeliest{Object.keys(at).length > 0 && '; hollow: before you moved anybody'}.</p>
          <Trouble what={problem} />
          <ul class="stances ends">
            {(outcomes?.outcomes ?? []).map((one, i) => {
              const old = before?.outcomes[i]?.point[0];
              return (
                <li key={one.model}>
                  <span class="model">{one.model}</span>
                  <span class="track">
                    <svg viewBox="0 0 200 12" aria-hidden="true">
                      <line class="axis" x1="0" x2="200" y1="6" y2="6" />
                      {old !== undefined && <circle class="old" cx={4 + 1.92 * share(old)} cy="6" r="3.4" />}
                      <circle class="now" cx={4 + 1.92 * share(one.point[0])} cy="6" r="3.8" />
                    </svg>
                  </span>
                  <output>
                    {show(one.point[0])}
                    {old !== undefined && Math.abs(old - one.point[0]) >= (scale.to - scale.from) / 200 && (
                      <span class="soft"> {signed(one.point[0] - old, scale.to - scale.from >= 20 ? 0 : 1)}</span>
                    )}
                  </output>
                </li>
              );
            })}
          </ul>
          {scale.landmarks.length > 0 && (
            <details open>
              <summary>What the numbers mean</summary>
              <dl class="landmarks">
                {scale.landmarks.map((mark) => (
                  <div key={mark.at}>
                    <dt>{show(mark.at)}</dt>
                    <dd>{mark.name}</dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </section>
      </div>
      <Options issue={issue} text={text} actor={actor} actors={withOptions} positions={positions} show={show} />
      <Rests issue={issue} show={show} />
    </>
  );
}

function Options(props: {
  issue: Issue;
  text: string;
  actor: string;
  actors: string[];
  positions: Record<string, number[]>;
  show: (n: number) => string;
}) {
  const { issue, text, actor, show } = props;
  const [found, setFound] = useState<Answer>();
  const [problem, setProblem] = useState<string>();
  const [waiting, setWaiting] = useState(false);
  const [stale, setStale] = useState(false);
  const moved = JSON.stringify(props.positions);
  const weighed = useRef('');
  const nameOf = (id: string) => issue.actors.find((one) => one.id === id)?.name ?? id;

  function weigh() {
    setWaiting(true);
    setProblem(undefined);
    weighed.current = moved;
    send<Answer>('POST', '/api/sway/answer', { text, actor, draws: DRAWS, seed: 1, positions: props.positions }).then(
      (answer) => (setFound(answer), setWaiting(false), setStale(false)),
      (e) => (setProblem(said(e)), setWaiting(false)),
    );
  }

  useEffect(weigh, [text, actor]);
  useEffect(() => setStale(moved !== weighed.current), [moved]);

  const answer = found?.answer;
  const outlooks = answer ? [answer.asIs, ...answer.options] : [];
  const first = answer?.models[0];
  return (
    <>
      <section aria-labelledby="weighed" aria-busy={waiting}>
        <div class="row">
          <h2 id="weighed">What {nameOf(actor)} can do</h2>
          {props.actors.length > 1 && (
            <label class="inline">
              Options of
              <select value={actor} onChange={(e) => go(href('sway', parseRest(), { actor: e.currentTarget.value }), true)}>
                {props.actors.map((one) => (
                  <option key={one} value={one}>
                    {nameOf(one)}
                  </option>
                ))}
              </select>
            </label>
          )}
          {stale && (
            <button type="button" class="primary" disabled={waiting} onClick={weigh}>
              Weigh again with the moved stances
            </button>
          )}
        </div>
        <Trouble what={problem} />
        {waiting && !found && <Waiting what="Weighing" />}
        {found && (
          <ul class="headline">
            {found.headline.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </section>
      {answer && (
        <Picture
          id="options"
          title="Options side by side"
          height={420}
          about={`Means and middle 90 percent of ${outlooks.length} outlooks under ${answer.models.length} models. The table has the figures.`}
          note={`Means and the middle 90 % of ${count(answer.draws, 'draw')}, seed ${answer.seed}; from above: ${answer.models.join(', ')}.`}
          deps={[found]}
          option={() => optionsOption(outlooks, answer.models, issue.scales[0])}
          rows={() => ({
            head: ['Option', 'Model', 'Mean', 'Low (5 %)', 'High (95 %)', 'Change', 'Nearer', 'Farther'],
            rows: outlooks.flatMap((outlook) =>
              outlook.predictions
                .filter((one) => one.scale === issue.scales[0].id)
                .map((one) => ({
                  cells: [outlook.name, one.model, one.mean, one.low, one.high, one.change, Math.round(100 * one.nearer) + ' %', Math.round(100 * one.farther) + ' %'],
                })),
            ),
          })}
          waiting={waiting}
        />
      )}
      {outlooks
        .filter((outlook) => outlook.vote)
        .map((outlook) => (
          <section class="panel" key={outlook.name} aria-label={`Vote on ${outlook.name}`}>
            <h2>
              {outlook.vote!.body}: {outlook.name}
            </h2>
            <p>
              Passes with a chance of <strong>{Math.round(100 * outlook.vote!.chance)} %</strong>; a veto stops it with {Math.round(100 * outlook.vote!.veto)} %.
            </p>
            <div class="scroll" tabIndex={0} role="region" aria-label={`Members on ${outlook.name}`}>
              <table>
                <thead>
                  <tr>
                    <th>Member</th>
                    <th class="n">Yes</th>
                    <th class="n">Abstains</th>
                    <th class="n">No</th>
                    <th class="n">Passes if it says yes</th>
                    <th class="n">if it says no</th>
                    <th>Because</th>
                  </tr>
                </thead>
                <tbody>
                  {outlook.vote!.members.map((member) => (
                    <tr key={member.member}>
                      <td>{nameOf(member.member)}</td>
                      <td class="n">{Math.round(100 * member.yes)} %</td>
                      <td class="n">{Math.round(100 * member.abstain)} %</td>
                      <td class="n">{Math.round(100 * member.no)} %</td>
                      <td class="n">{Math.round(100 * member.passesIfYes)} %</td>
                      <td class="n">{Math.round(100 * member.passesIfNo)} %</td>
                      <td>{member.because}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        ))}
      {answer && (
        <div class="two">
          <section class="panel" aria-labelledby="camps">
            <h2 id="camps">Camps</h2>
            {outlooks.map((outlook) => (
              <p key={outlook.name} class="camps">
                <strong>{outlook.name}</strong>
                <span>
                  {outlook.camps.one.map(nameOf).join(', ')} <span class="soft">against</span> {outlook.camps.other.map(nameOf).join(', ') || 'nobody'}
                </span>
                {outlook.camps.changed.length > 0 && <span class="soft small">changed sides: {outlook.camps.changed.map(nameOf).join(', ')}</span>}
              </p>
            ))}
          </section>
          <section class="panel" aria-labelledby="levers">
            <h2 id="levers">Levers</h2>
            <p class="soft small">How far {nameOf(actor)} alone can move each model’s outcome.</p>
            <table>
              <thead>
                <tr>
                  <th>Model</th>
                  <th class="n">Now</th>
                  <th class="n">From</th>
                  <th class="n">To</th>
                </tr>
              </thead>
              <tbody>
                {answer.reach
                  .filter((one) => one.scale === 0)
                  .map((one) => (
                    <tr key={one.model}>
                      <td>{one.model}</td>
                      <td class="n">{show(one.now)}</td>
                      <td class="n">{show(one.low)}</td>
                      <td class="n">{show(one.high)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
            <p class="soft small">Whom to persuade: the change of the {first} if the actor moves up by a tenth of the scale.</p>
            <ul class="levers">
              {answer.others
                .filter((one) => one.model === first && one.scale === 0)
                .sort((a, b) => Math.abs(b.persuaded) - Math.abs(a.persuaded))
                .slice(0, 5)
                .map((one) => (
                  <li key={one.actor}>
                    {nameOf(one.actor)} <span class="soft">{signed(one.persuaded)}</span>
                  </li>
                ))}
            </ul>
          </section>
        </div>
      )}
    </>
  );
}

function parseRest(): string {
  return location.hash.replace(/^#\/sway\/?/, '').split('?')[0] || 'libya-2015';
}

function Rests({ issue, show }: { issue: Issue; show: (n: number) => string }) {
  const words = (range: Ranged) => (range.low === range.high ? show(range.mode) : `${show(range.mode)} (${show(range.low)} to ${show(range.high)})`);
  return (
    <section aria-labelledby="rests">
      <h2 id="rests">What it rests on</h2>
      <div class="entries">
        {issue.actors.map((one) => (
          <details class="entry" key={one.id}>
            <summary>
              {one.name} <span class="party-code">{one.id}</span>
            </summary>
            <dl class="landmarks">
              {one.positions.map((position, k) => (
                <div key={k}>
                  <dt>{issue.scales.length > 1 ? issue.scales[k].name : 'Stance'}</dt>
                  <dd>
                    {words(position)} <span class="soft">{position.why}</span>
                  </dd>
                </div>
              ))}
              <div>
                <dt>Capability</dt>
                <dd>
                  {words(one.capability)} <span class="soft">{one.capability.why}</span>
                </dd>
              </div>
              <div>
                <dt>Salience</dt>
                <dd>
                  {words(one.saliences[0])} <span class="soft">{one.saliences[0].why}</span>
                </dd>
              </div>
            </dl>
            <p>
              <a href={href('explore', '', { actor: one.id })}>Events of {one.name}</a>
            </p>
          </details>
        ))}
      </div>
      {issue.sources.length > 0 && <p class="soft small">Sources: {issue.sources.join('; ')}</p>}
    </section>
  );
}
