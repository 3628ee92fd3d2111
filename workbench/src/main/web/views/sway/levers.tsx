import { useState } from 'preact/hooks';
import { Choice } from '../../ui';
import { changer, percent, shower, type Answer, type Issue } from './issue';

/** With hundreds of actors nobody reads on. */
const LISTED = 60;

/** How far an actor can move it at all, whom to persuade, who can undo it, and what it hangs on. */
export function Levers({ issue, k, answer, actor, nameOf }: { issue: Issue; k: number; answer: Answer; actor: string; nameOf: (id: string) => string }) {
  const [model, setModel] = useState(answer.models[0]);
  const scale = issue.scales[k];
  const show = shower(scale);
  const change = changer(scale);
  const share = (n: number) => 2 + (96 * (n - scale.from)) / (scale.to - scale.from);
  const reach = answer.reach.filter((one) => one.scale === k);
  const here = answer.others.filter((one) => one.scale === k);
  const others = here
    .filter((one) => one.model === model)
    .map((one) => {
      const all = here.filter((other) => other.actor === one.actor);
      return { ...one, least: Math.min(...all.map((other) => other.persuaded)), most: Math.max(...all.map((other) => other.persuaded)), worst: all.reduce((a, b) => (Math.abs(b.undo) > Math.abs(a.undo) ? b : a)).undo };
    })
    .sort((a, b) => Math.abs(b.persuaded) - Math.abs(a.persuaded));
  const strongest = (of: 'persuaded' | 'undo') => Math.max(1e-9, ...others.map((one) => Math.abs(one[of])));
  const drivers = (answer.asIs.predictions.find((one) => one.model === model && one.scale === scale.id)?.drivers ?? []).filter((one) => one.variance > 0.005).slice(0, 8);
  return (
    <div class="two">
      <section class="panel" aria-labelledby="reach">
        <h2 id="reach">How far {nameOf(actor)} can move it</h2>
        <p class="soft small">By any position of its own, the others as they are. Pale: if it cared fully, with a salience of 100. Line: as things are.</p>
        <ul class="stances reaches">
          {reach.map((one) => (
            <li key={one.model}>
              <span class="model">{one.model}</span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <line class="axis" x1="2" x2="98" y1="5" y2="5" />
                <rect class="full" x={share(one.lowAtFull)} width={Math.max(0.8, share(one.highAtFull) - share(one.lowAtFull))} y="2" height="6" />
                <rect class="own" x={share(one.low)} width={Math.max(0.8, share(one.high) - share(one.low))} y="2" height="6" />
                <line class="tick" x1={share(one.now)} x2={share(one.now)} y1="0" y2="10" />
              </svg>
              <output>
                {show(one.low)} to {show(one.high)}
                <span class="soft">
                  {' '}
                  ({show(one.lowAtFull)} to {show(one.highAtFull)})
                </span>
              </output>
            </li>
          ))}
        </ul>
        {drivers.length > 0 && (
          <>
            <h3>What the {model} hangs on</h3>
            <p class="soft small">Share of how unsure it is that comes from how unsure one number is.</p>
            <ul class="bars">
              {drivers.map((one) => (
                <li key={one.actor + one.what}>
                  <span>
                    {nameOf(one.actor)}, {one.what}
                  </span>
                  <meter min={0} max={Math.max(...drivers.map((each) => each.variance))} value={one.variance} aria-label={`${nameOf(one.actor)}, ${one.what}`} />
                  <span class="n">{percent(one.variance)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section class="panel" aria-labelledby="levers">
        <header class="row">
          <h2 id="levers">Whom to persuade, who can undo it</h2>
          <span class="grow" />
          <Choice label="Model" value={model} options={answer.models.map((one) => [one, one] as const)} onChange={setModel} />
        </header>
        <p class="soft small">
          If moved: the change of the outcome if the actor moves up by a tenth of the scale, and the least and most of it by any model. Can undo: the change if it
          takes the end that is worse for {nameOf(actor)} and cares fully.
        </p>
        <div class="scroll" tabIndex={0} role="region" aria-label="Whom to persuade, who can undo it">
          <table class="persuade">
            <thead>
              <tr>
                <th>Actor</th>
                <th class="n">If moved</th>
                <th class="n">by any model</th>
                <th class="n">Can undo</th>
                <th class="n">by any model</th>
              </tr>
            </thead>
            <tbody>
              {others.slice(0, LISTED).map((one) => (
                <tr key={one.actor}>
                  <td>{nameOf(one.actor)}</td>
                  <td class="n">
                    <Bar share={one.persuaded / strongest('persuaded')} /> {change(one.persuaded)}
                  </td>
                  <td class="n soft">
                    {change(one.least)} to {change(one.most)}
                  </td>
                  <td class="n">
                    <Bar share={one.undo / strongest('undo')} /> {change(one.undo)}
                  </td>
                  <td class="n soft">{change(one.worst)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {others.length > LISTED && (
          <p class="soft small">
            The {LISTED} of {others.length} actors that can move it most.
          </p>
        )}
      </section>
    </div>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg class="bar" viewBox="-50 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <line x1="0" x2="0" y1="0" y2="8" />
      <rect class={share < 0 ? 'down' : 'up'} x={Math.min(0, 50 * share)} width={Math.abs(50 * share)} y="1" height="6" />
    </svg>
  );
}
