import { useState } from 'preact/hooks';
import type { EventView } from '../../api';
import { href } from '../../route';
import { Trouble, useAnswer } from '../../ui';
import { line, signed } from '../../words';
import { shower, type Derived, type Issue, type Ranged, type Stake } from './issue';

/** Each number with its reason, or the events that it was read from, down to the sentence. */
export function Rests({ issue }: { issue: Issue }) {
  return (
    <section aria-labelledby="rests">
      <h2 id="rests">What it rests on</h2>
      <div class="entries">
        {issue.actors.map((one) => (
          <Actor key={one.id} issue={issue} actor={one} />
        ))}
      </div>
      {issue.sources.length > 0 && <p class="soft small">Sources: {issue.sources.join('; ')}</p>}
    </section>
  );
}

function Actor({ issue, actor }: { issue: Issue; actor: Stake }) {
  const [open, setOpen] = useState(false);
  const plain = (n: number) => Number(n.toFixed(2)).toString();
  const words = (range: Ranged, show: (n: number) => string) =>
    range.low === range.high ? show(range.mode) : `${show(range.mode)} (${show(range.low)} to ${show(range.high)})`;
  const inputs = [
    ...actor.positions.map((range, k) => ({
      label: issue.scales.length > 1 ? issue.scales[k].name : 'Stance',
      range,
      show: shower(issue.scales[k]),
      what: issue.scales.length > 1 ? `position of ${actor.id} on ${issue.scales[k].id}` : `position of ${actor.id}`,
    })),
    { label: 'Capability', range: actor.capability, show: plain, what: `capability of ${actor.id}` },
    ...actor.saliences.map((range, k) => ({
      label: issue.scales.length > 1 ? `Salience: ${issue.scales[k].name}` : 'Salience',
      range,
      show: plain,
      what: issue.scales.length > 1 ? `salience of ${actor.id} on ${issue.scales[k].id}` : `salience of ${actor.id}`,
    })),
  ];
  return (
    <details class="entry" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        {actor.name} <span class="party-code">{actor.id}</span>
      </summary>
      <dl class="landmarks rests">
        {inputs.map((one) => (
          <div key={one.label}>
            <dt>{one.label}</dt>
            <dd>
              {words(one.range, one.show)} <span class="soft">{one.range.why || 'no reason is given'}</span>
              <FromEvents derived={issue.derived.find((each) => each.what === one.what)} />
            </dd>
          </div>
        ))}
      </dl>
      {open && <Latest actor={actor} date={issue.date} />}
    </details>
  );
}

function FromEvents({ derived }: { derived?: Derived }) {
  return derived && derived.weightiest.length > 0 ? (
    <details class="small">
      <summary>
        Read from {derived.events} events; those that weigh most
      </summary>
      <ul class="sentences">
        {derived.weightiest.map(({ view, pull }) => (
          <Sentence key={view.event.id} view={view} note={`pulls it by ${signed(pull, 2)}`} />
        ))}
      </ul>
    </details>
  ) : null;
}

/** What the store has of an actor up to the issue's day. */
function Latest({ actor, date }: { actor: Stake; date?: string }) {
  const params: Record<string, string> = { actor: actor.id, ...(date && { to: date }) };
  const found = useAnswer<{ total: number; events: EventView[] }>(`/api/events?sort=newest&limit=5&${new URLSearchParams(params)}`);
  return (
    <>
      <Trouble what={found.problem} />
      {found.value && (
        <p class="small">
          {found.value.total === 0 ? (
            <span class="soft">The store has no event of {actor.name}{date && ` up to ${date}`}.</span>
          ) : (
            <a href={href('explore', '', params)}>
              All {found.value.total.toLocaleString('en')} events of {actor.name}
              {date && ` up to ${date}`} in the store
            </a>
          )}
        </p>
      )}
      {found.value && found.value.events.length > 0 && (
        <ul class="sentences small">
          {found.value.events.map((view) => (
            <Sentence key={view.event.id} view={view} />
          ))}
        </ul>
      )}
    </>
  );
}

function Sentence({ view, note }: { view: EventView; note?: string }) {
  return (
    <li>
      {view.when}: {view.document ? <a href={href('read', view.document.id, { event: view.event.id })}>{line(view.event)}</a> : line(view.event)}
      {note && <span class="soft"> · {note}</span>}
      {view.sentence && <q class="soft">{view.sentence}</q>}
    </li>
  );
}
