import { Trouble } from '../../ui';
import { changer, influences, percent, shower, type Issue, type Moved } from './issue';
import type { Outcomes } from './weighing';

/** Who stands where on a scale: a slider each. */
export function Stances({ issue, k, moved, onMove }: { issue: Issue; k: number; moved: Moved; onMove: (moved: Moved) => void }) {
  const scale = issue.scales[k];
  const show = shower(scale);
  const share = (n: number) => (100 * (n - scale.from)) / (scale.to - scale.from);
  const weights = influences(issue, k);
  const quo = issue.statusQuo?.[k];
  const away = (id: string) => id in moved && moved[id][k] !== issue.actors.find((one) => one.id === id)!.positions[k].mode;
  return (
    <section class="panel" aria-labelledby="stances">
      <h2 id="stances">Who stands where</h2>
      <p class="soft small">
        {issue.scales.length === 1 && scale.name ? `${scale.name}: ` : ''}
        {[show(scale.from), 'to', show(scale.to), scale.unit].filter(Boolean).join(' ')}. Drag an actor, or use the arrow keys. In small: its share of all
        influence, capability by salience.
      </p>
      <ul class="stances">
        {issue.actors.map((one, i) => {
          const range = one.positions[k];
          const now = moved[one.id]?.[k] ?? range.mode;
          // as unsure as before, about another number
          const low = Math.max(scale.from, range.low + now - range.mode);
          const high = Math.min(scale.to, range.high + now - range.mode);
          const others = one.positions.map((position, at) => moved[one.id]?.[at] ?? position.mode);
          return (
            <li key={one.id} class={away(one.id) ? 'moved' : ''}>
              <label for={`s-${one.id}`}>
                {one.name} <span class="soft">{percent(weights[i])}</span>
              </label>
              <span class="track">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect x={share(low)} y="3.5" width={Math.max(0.4, share(high) - share(low))} height="3" rx="1" />
                  {quo !== undefined && <line x1={share(quo)} x2={share(quo)} y1="0" y2="10" />}
                </svg>
                <input
                  id={`s-${one.id}`}
                  type="range"
                  min={scale.from}
                  max={scale.to}
                  step={(scale.to - scale.from) / 100}
                  value={now}
                  aria-valuetext={`${show(now)} ${scale.unit}`.trim()}
                  onInput={(e) => onMove({ ...moved, [one.id]: others.map((n, at) => (at === k ? Number(e.currentTarget.value) : n)) })}
                />
              </span>
              <output for={`s-${one.id}`}>{show(now)}</output>
            </li>
          );
        })}
      </ul>
      <p class="row">
        {Object.keys(moved).length > 0 && (
          <button type="button" onClick={() => onMove({})}>
            Put all back
          </button>
        )}
        <span class="soft small">
          Bars: how far a stance is unsure.{quo !== undefined && ` Thin line: the status quo, ${show(quo)}.`}
        </span>
      </p>
    </section>
  );
}

/** Where each model sees it end on the scale, and on the others in figures. */
export function Ends(props: { issue: Issue; k: number; outcomes?: Outcomes['outcomes']; before?: Outcomes['outcomes']; moved: boolean; problem?: string }) {
  const { issue, k, before } = props;
  const scale = issue.scales[k];
  const show = shower(scale);
  const change = changer(scale);
  const outcomes = props.outcomes ?? [];
  const share = (n: number) => (100 * (n - scale.from)) / (scale.to - scale.from);
  const old = (model: string, at: number) => (props.moved ? before?.find((one) => one.model === model)?.point[at] : undefined);
  const rest = issue.scales.map((_, at) => at).filter((at) => at !== k);
  return (
    <section class="panel outcomes" aria-labelledby="outcomes">
      <h2 id="outcomes">Where it ends</h2>
      <p class="soft small">
        Under each model, every number at its likeliest{props.moved && '; hollow: before you moved anybody'}.
        {issue.leftOut.length > 0 && ` With ${issue.actors.length} actors the ${issue.leftOut.join(' and ')} takes too long and is left out.`}
      </p>
      <Trouble what={props.problem} />
      <ul class="stances ends" aria-live="polite">
        {outcomes.map((one) => {
          const was = old(one.model, k);
          return (
            <li key={one.model}>
              <span class="model">{one.model}</span>
              <span class="line" aria-hidden="true">
                {was !== undefined && <i class="old" style={{ left: `${share(was)}%` }} />}
                <i class="now" style={{ left: `${share(one.point[k])}%` }} />
              </span>
              <output>
                {show(one.point[k])}
                {was !== undefined && change(one.point[k] - was) !== '0' && <span class="soft"> {change(one.point[k] - was)}</span>}
              </output>
            </li>
          );
        })}
      </ul>
      {rest.length > 0 && outcomes.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label="Outcomes on the other scales">
          <table class="others">
            <thead>
              <tr>
                <th>On the other scales</th>
                {rest.map((at) => (
                  <th key={at} class="n">
                    {issue.scales[at].name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {outcomes.map((one) => (
                <tr key={one.model}>
                  <td>{one.model}</td>
                  {rest.map((at) => {
                    const was = old(one.model, at);
                    const difference = was === undefined ? '0' : changer(issue.scales[at])(one.point[at] - was);
                    return (
                      <td key={at} class="n">
                        {shower(issue.scales[at])(one.point[at])}
                        {difference !== '0' && <span class="soft"> {difference}</span>}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
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
  );
}
