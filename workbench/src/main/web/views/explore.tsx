import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Annotation, EventView, Overview } from '../api';
import { Card } from '../card';
import { go, href, type Route } from '../route';
import { Empty, save, csv, Segments, Trouble, useAnswer } from '../ui';
import { code, count, lower, name, title } from '../words';
import { mapOption, matrixOption, networkOption, timelineOption, total, type Dyads, type Network, type PlacesAnswer, type Point, type SeriesAnswer } from './drawings';
import { Picture, type Chart } from '../picture';

const FILTERS = ['source', 'target', 'actor', 'with', 'type', 'quad', 'status', 'from', 'to', 'place', 'min-confidence', 'text', 'dataset'] as const;
const LABELS: Record<string, string> = {
  source: 'Source',
  target: 'Target',
  actor: 'Actor',
  with: 'With',
  type: 'Type',
  quad: 'Class',
  status: 'Status',
  from: 'From',
  to: 'To',
  place: 'Place',
  'min-confidence': 'Confidence from',
  text: 'Words',
  dataset: 'Data set',
};
const TYPES = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'];
const QUADS = ['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict'];
const STATUSES = ['actual', 'planned', 'possible', 'demanded', 'denied'];

type EventsAnswer = { total: number; page: number; limit: number; events: EventView[]; sql: string };

function only(params: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams();
  for (const filter of FILTERS) {
    const value = params.get(filter)?.trim();
    if (value) {
      kept.set(filter, value);
    }
  }
  return kept;
}

/** Filters, and five pictures of what they let through, each of which narrows them further. */
export function Explore({ route }: { route: Route }) {
  const overview = useAnswer<Overview>('/api/overview');
  const params = only(route.params);
  const query = params.toString();
  const set = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(query);
    for (const [key, value] of Object.entries(changes)) {
      if (value) {
        next.set(key, value);
      } else {
        next.delete(key);
      }
    }
    go(href('explore', '', next));
  };

  if (overview.value && overview.value.counts.events === 0) {
    return (
      <div class="page">
        <h1>Explore</h1>
        <Empty what="No event is in the store yet.">
          <a href={href('read')}>Read a text</a> and keep it, or <a href={href('runs')}>import a table of events</a>.
        </Empty>
      </div>
    );
  }
  return (
    <div class="page explore">
      <div class="explore-head">
        <h1>Explore</h1>
        <Total query={query} overview={overview.value} />
      </div>
      <Trouble what={overview.problem} />
      <div class="explore-body">
        <Filters params={params} onChange={set} />
        <div class="pictures">
          <Chips params={params} onChange={set} />
          <Timeline params={params} overview={overview.value} onChange={set} />
          <div class="two">
            <NetworkPicture query={query} onChange={set} />
            <MapPicture query={query} onChange={set} />
          </div>
          <Matrix query={query} onChange={set} />
          <Table query={query} page={Number(route.params.get('page')) || 1} sort={route.params.get('sort') ?? 'time'} />
        </div>
      </div>
    </div>
  );
}

function Total({ query, overview }: { query: string; overview?: Overview }) {
  const found = useAnswer<{ count: number }>('/api/count?' + query);
  return (
    <p class="lead" role="status" aria-live="polite">
      {found.value ? count(found.value.count, 'event') : '…'}
      {overview && query && ` of ${count(overview.counts.events)}`}
      {overview?.first && <span class="soft"> · the store has {overview.first} to {overview.last}</span>}
    </p>
  );
}

type Setter = (changes: Record<string, string | null>) => void;

function Filters({ params, onChange }: { params: URLSearchParams; onChange: Setter }) {
  const [open, setOpen] = useState(() => window.matchMedia('(min-width: 900px)').matches);
  const form = useRef<HTMLFormElement>(null);
  const key = params.toString();
  const value = (filter: string) => params.get(filter) ?? '';
  function apply() {
    const fields = new FormData(form.current!);
    onChange(Object.fromEntries(FILTERS.filter((f) => f !== 'with' && f !== 'dataset').map((f) => [f, String(fields.get(f) ?? '').trim() || null])));
  }
  return (
    <details class="filters panel" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>Filters</summary>
      <form
        ref={form}
        key={key}
        onSubmit={(e) => {
          e.preventDefault();
          apply();
        }}
      >
        <ActorField filter="source" label="Source: who acts" value={value('source')} />
        <ActorField filter="target" label="Target: to whom" value={value('target')} />
        <ActorField filter="actor" label="Either of them" value={value('actor')} />
        <label>
          Type
          <select name="type" onChange={apply}>
            <option value="">any</option>
            {TYPES.map((one) => (
              <option key={one} value={one} selected={value('type') === one}>
                {title(one)}
              </option>
            ))}
          </select>
        </label>
        <label>
          Class
          <select name="quad" onChange={apply}>
            <option value="">any</option>
            {['cooperation', 'conflict', ...QUADS].map((one) => (
              <option key={one} value={one} selected={value('quad') === one}>
                {one.replace('-', ' ')}
              </option>
            ))}
          </select>
        </label>
        <label>
          Status
          <select name="status" onChange={apply}>
            <option value="">any</option>
            {STATUSES.map((one) => (
              <option key={one} value={one} selected={value('status') === one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <div class="pair">
          <label>
            From
            <input name="from" defaultValue={value('from')} placeholder="2015-02" pattern="\d{4}(-\d{2}(-\d{2})?)?" title="YYYY-MM-DD, YYYY-MM or YYYY" />
          </label>
          <label>
            To
            <input name="to" defaultValue={value('to')} placeholder="2015-03" pattern="\d{4}(-\d{2}(-\d{2})?)?" title="YYYY-MM-DD, YYYY-MM or YYYY" />
          </label>
        </div>
        <label>
          Place
          <input name="place" defaultValue={value('place')} placeholder="LBY, Derna" />
        </label>
        <label>
          Words in the sentence
          <input name="text" defaultValue={value('text')} />
        </label>
        <label>
          Confidence from
          <input name="min-confidence" type="number" min="0" max="1" step="0.05" defaultValue={value('min-confidence')} placeholder="0" />
        </label>
        <div class="row">
          <button class="primary">Apply</button>
          {key && (
            <button type="button" onClick={() => go(href('explore'))}>
              Clear
            </button>
          )}
        </div>
      </form>
    </details>
  );
}

type ActorsFound = { found: { actor: { id: string; name: string; code: string } }[] };

function ActorField({ filter, label, value }: { filter: string; label: string; value: string }) {
  const [typed, setTyped] = useState('');
  const found = useAnswer<ActorsFound>(typed.length > 1 ? `/api/knowledge/actors?limit=8&q=${encodeURIComponent(typed)}` : null);
  return (
    <label>
      {label}
      <input
        name={filter}
        defaultValue={value}
        list={`list-${filter}`}
        placeholder="EGY, ISIS, EGYGOV …"
        autocomplete="off"
        onInput={(e) => setTyped(e.currentTarget.value.split(',').pop()!.trim())}
      />
      <datalist id={`list-${filter}`}>
        {found.value?.found.map(({ actor }) => (
          <option key={actor.id} value={actor.name}>
            {actor.code}
          </option>
        ))}
      </datalist>
    </label>
  );
}

function Chips({ params, onChange }: { params: URLSearchParams; onChange: Setter }) {
  const all = [...params.entries()];
  return all.length === 0 ? null : (
    <p class="chips" aria-label="Filters that are set">
      {all.map(([filter, value]) => (
        <button
          type="button"
          class="chip"
          key={filter}
          aria-label={`Remove ${LABELS[filter]} ${value}`}
          onClick={() => onChange(filter === 'actor' ? { actor: null, with: null } : { [filter]: null })}
        >
          <span class="soft">{LABELS[filter]}</span> {value} <span aria-hidden="true">×</span>
        </button>
      ))}
    </p>
  );
}

/** The months that matter: a lone event of a century ago does not stretch the picture. */
function core(points: Point[]): [number, number] {
  const all = points.reduce((sum, point) => sum + total(point.tally), 0);
  let first = 0;
  let before = 0;
  while (points.length - first > 2 && before + total(points[first].tally) <= all * 0.05) {
    before += total(points[first++].tally);
  }
  // only if that leaves out a desert
  return first > points.length / 2 ? [first, before] : [0, 0];
}

function period(from: string | undefined, to: string | undefined): 'day' | 'week' | 'month' {
  const days = (Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000;
  return !(days >= 0) ? 'month' : days <= 125 ? 'day' : days <= 900 ? 'week' : 'month';
}

function next(start: string, by: string): string {
  const day = new Date(start + 'T00:00:00Z');
  if (by === 'month') {
    day.setUTCMonth(day.getUTCMonth() + 1);
  } else {
    day.setUTCDate(day.getUTCDate() + (by === 'week' ? 7 : 1));
  }
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

function Timeline({ params, overview, onChange }: { params: URLSearchParams; overview?: Overview; onChange: Setter }) {
  const months = useAnswer<SeriesAnswer>(overview ? `/api/series?by=month&${params}` : null);
  const all = months.value?.series[0]?.points ?? [];
  const [first, before] = core(all);
  const shown = all.slice(first);
  const by = period(shown[0] && params.get('from')?.length === 10 ? params.get('from')! : shown[0]?.start, params.get('to')?.length === 10 ? params.get('to')! : shown.length ? next(shown[shown.length - 1].start, 'month') : undefined);
  const finer = new URLSearchParams(params);
  if (before > 0) {
    finer.set('from', shown[0].start);
  }
  const fine = useAnswer<SeriesAnswer>(by === 'month' ? null : `/api/series?by=${by}&${finer}`);
  const answer = by === 'month' ? months : fine;
  const series = answer.value?.series[0];
  const points = by === 'month' ? shown : (series?.points ?? []);
  const latest = useRef(points);
  latest.current = points;
  const narrow = useRef<(from: number, to: number) => void>(() => {});
  narrow.current = (from, to) => {
    const last = latest.current.length - 1;
    const a = latest.current[Math.max(0, Math.min(last, from))];
    const b = latest.current[Math.max(0, Math.min(last, to))];
    if (a && b) {
      onChange({ from: a.start, to: next(b.start, by) });
    }
  };
  function ready(chart: Chart) {
    chart.off('brushEnd');
    chart.dispatchAction({ type: 'brush', areas: [] });
    chart.on('brushEnd', (event) => {
      const area = (event as { areas: { coordRange: [number, number] }[] }).areas[0];
      if (area) {
        narrow.current(area.coordRange[0], area.coordRange[1]);
      }
    });
    chart.dispatchAction({ type: 'takeGlobalCursor', key: 'brush', brushOption: { brushType: 'lineX', brushMode: 'single' } });
  }
  return (
    <Picture
      id="timeline"
      title="Timeline"
      height={260}
      about={`Events by ${by}, ${points.length} ${by}s, from ${points[0]?.start} to ${points[points.length - 1]?.start}. The table has the figures.`}
      note={`Events by ${by}. Drag across it to narrow the days${series && series.changes.length > 0 ? '; dashed: the level changes by more than chance' : ''}.${before > 0 ? ` ${count(before, 'event')} before ${shown[0].start} not drawn.` : ''}`}
      deps={[answer.value]}
      option={() => timelineOption(points, (series?.changes ?? []).filter((change) => change.start >= (points[0]?.start ?? '')))}
      rows={() => ({
        head: ['From', 'Events', 'Verbal cooperation', 'Material cooperation', 'Verbal conflict', 'Material conflict', 'Goldstein sum'],
        rows: points.map((point, i) => ({
          cells: [
            point.start,
            total(point.tally),
            point.tally.verbalCooperation,
            point.tally.materialCooperation,
            point.tally.verbalConflict,
            point.tally.materialConflict,
            Math.round(point.tally.goldsteinSum * 10) / 10,
          ],
          pick: () => narrow.current(i, i),
          label: `Only the ${by} from ${point.start}`,
        })),
      })}
      waiting={months.waiting || fine.waiting}
      problem={months.problem ?? fine.problem}
      empty={points.length === 0 ? 'No dated event matches. Take back a filter above.' : undefined}
      onChart={ready}
    />
  );
}

function NetworkPicture({ query, onChange }: { query: string; onChange: Setter }) {
  const answer = useAnswer<Network>('/api/network?top=28&' + query);
  const actors = answer.value?.network.actors ?? [];
  const ties = answer.value?.network.ties ?? [];
  const current = useRef({ actors, onChange });
  current.current = { actors, onChange };
  return (
    <Picture
      id="network"
      title="Friends and foes"
      height={360}
      about={`Signed network of ${actors.length} actors and ${ties.length} ties. The table has the ties.`}
      note="Solid ties are cooperative, dashed ones hostile; wide ties are strong. Click one, or an actor."
      deps={[answer.value]}
      option={() => networkOption(answer.value)}
      rows={() => ({
        head: ['One', 'Other', 'Events', 'Weight'],
        rows: ties.map((tie) => ({
          cells: [actors[tie.a].name, actors[tie.b].name, tie.events, Math.round(tie.weight * 10) / 10],
          pick: () => onChange({ actor: actors[tie.a].code, with: actors[tie.b].code }),
          label: `Only events between ${actors[tie.a].name} and ${actors[tie.b].name}`,
        })),
      })}
      waiting={answer.waiting}
      problem={answer.problem}
      empty={ties.length === 0 ? 'No two actors have two events with each other.' : undefined}
      onChart={(chart) => {
        chart.off('click');
        chart.on('click', (event) => {
          const data = event.data as { code?: string; one?: string; other?: string };
          if (data.one && data.other) {
            current.current.onChange({ actor: data.one, with: data.other });
          } else if (data.code) {
            current.current.onChange({ actor: data.code, with: null });
          }
        });
      }}
    />
  );
}

function MapPicture({ query, onChange }: { query: string; onChange: Setter }) {
  const [atActor, setAtActor] = useState(true);
  const answer = useAnswer<PlacesAnswer>(`/api/map?limit=400&at-actor=${atActor}&${query}`);
  const places = (answer.value?.places ?? []).filter((place) => place.latitude !== null);
  const current = useRef(onChange);
  current.current = onChange;
  const pick = (place: { name: string | null; country: string | null; basis: string }) =>
    place.basis === 'TARGET' ? current.current({ target: place.country }) : current.current({ place: place.basis === 'COUNTRY' ? place.country : place.name });
  return (
    <Picture
      id="map"
      title="Where"
      tools={
        <label class="switch">
          <input type="checkbox" checked={atActor} onChange={(e) => setAtActor(e.currentTarget.checked)} /> or at the target
        </label>
      }
      height={360}
      about={`Map of ${places.length} places. The table has the figures.`}
      note={
        answer.value && answer.value.placed < answer.value.events
          ? `${count(answer.value.events - answer.value.placed)} of ${count(answer.value.events, 'event')} tell no place${atActor ? '' : '; the switch puts them at their target’s country'}.`
          : 'Click a place to see only its events.'
      }
      deps={[answer.value]}
      option={() => mapOption(places)}
      rows={() => ({
        head: ['Place', 'Country', 'Events', 'Cooperation', 'Conflict'],
        rows: (answer.value?.places ?? []).map((place) => ({
          cells: [place.name ?? place.country, place.country, place.events, place.cooperation, place.conflict],
          pick: () => pick(place),
          label: `Only events at ${place.name ?? place.country}`,
        })),
      })}
      waiting={answer.waiting}
      problem={answer.problem}
      empty={places.length === 0 ? (atActor ? 'No event that matches tells a place.' : 'No event tells a place.') : undefined}
      onChart={(chart) => {
        chart.off('click');
        chart.on('click', (event) => {
          const data = event.data as { place?: PlacesAnswer['places'][number] };
          if (data?.place) {
            pick(data.place);
          }
        });
      }}
    />
  );
}

function Matrix({ query, onChange }: { query: string; onChange: Setter }) {
  const answer = useAnswer<Dyads>('/api/dyads?limit=300&' + query);
  const rows = answer.value?.rows ?? [];
  const current = useRef(onChange);
  current.current = onChange;
  const busiest = useMemo(() => {
    const sums = new Map<string, { name: string; events: number }>();
    for (const { dyad } of rows) {
      for (const [id, called] of [
        [dyad.source, dyad.sourceName],
        [dyad.target, dyad.targetName],
      ]) {
        const before = sums.get(id);
        sums.set(id, { name: called, events: (before?.events ?? 0) + total(dyad.tally) });
      }
    }
    return [...sums.entries()].sort((a, b) => b[1].events - a[1].events).slice(0, 14);
  }, [answer.value]);
  return (
    <Picture
      id="dyads"
      title="Who to whom"
      height={420}
      about={`Matrix of the ${busiest.length} busiest actors, sources down and targets across. The table has the figures.`}
      note="Sources down, targets across; the mean Goldstein weight from hostile to friendly, figures are events."
      deps={[answer.value]}
      option={() => matrixOption(rows, busiest)}
      rows={() => ({
        head: ['Source', 'Target', 'Events', 'Cooperation', 'Conflict', 'Goldstein mean'],
        rows: rows.map(({ dyad }) => ({
          cells: [
            dyad.sourceName,
            dyad.targetName,
            total(dyad.tally),
            dyad.tally.verbalCooperation + dyad.tally.materialCooperation,
            dyad.tally.verbalConflict + dyad.tally.materialConflict,
            dyad.tally.weighted ? Math.round((100 * dyad.tally.goldsteinSum) / dyad.tally.weighted) / 100 : null,
          ],
          pick: () => onChange({ source: dyad.source, target: dyad.target, actor: null, with: null }),
          label: `Only what ${dyad.sourceName} does to ${dyad.targetName}`,
        })),
      })}
      waiting={answer.waiting}
      problem={answer.problem}
      empty={rows.length === 0 ? 'No event that matches has a source and a target.' : undefined}
      onChart={(chart) => {
        chart.off('click');
        chart.on('click', (event) => {
          const data = event.data as { source?: string; target?: string };
          if (data?.source && data.target) {
            current.current({ source: data.source, target: data.target, actor: null, with: null });
          }
        });
      }}
    />
  );
}

const SORTS = [
  ['time', 'First'],
  ['newest', 'Newest'],
  ['confidence', 'Surest'],
  ['goldstein', 'Most hostile'],
] as const;

function Table({ query, page, sort }: { query: string; page: number; sort: string }) {
  const answer = useAnswer<EventsAnswer>(`/api/events?limit=50&page=${page}&sort=${encodeURIComponent(sort)}&${query}`);
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState<Record<string, Annotation | undefined>>({});
  useEffect(() => setSaid({}), [answer.value]);
  const found = answer.value;
  const pages = found ? Math.max(1, Math.ceil(found.total / found.limit)) : 1;
  const to = (p: number, s = sort) => {
    const params = new URLSearchParams(query);
    if (p > 1) {
      params.set('page', String(p));
    }
    if (s !== 'time') {
      params.set('sort', s);
    }
    go(href('explore', '', params));
  };
  return (
    <section class="panel table" aria-labelledby="t-events" aria-busy={answer.waiting}>
      <header>
        <h2 id="t-events">Events</h2>
        <div class="tools">
          <Segments label="Order" value={sort as 'time'} options={SORTS} onChange={(s) => to(1, s)} />
          <button
            type="button"
            disabled={!found || found.events.length === 0}
            onClick={() =>
              save(
                `events-page-${page}.csv`,
                csv([
                  ['id', 'when', 'source', 'source code', 'type', 'mode', 'cameo', 'goldstein', 'status', 'target', 'target code', 'place', 'confidence', 'sentence'],
                  ...found!.events.map(({ event, when, sentence }) => [
                    event.id,
                    when,
                    name(event.source),
                    code(event.source),
                    event.type,
                    event.mode,
                    event.cameo,
                    event.goldstein,
                    event.status,
                    event.target && name(event.target),
                    event.target && code(event.target),
                    event.place?.name,
                    event.confidence,
                    sentence,
                  ]),
                ]),
                'text/csv',
              )
            }
          >
            CSV
          </button>
        </div>
      </header>
      <Trouble what={answer.problem} />
      {found?.events.length === 0 && <Empty what="No event matches.">Take back a filter above, or widen the days.</Empty>}
      {found && found.events.length > 0 && (
        <>
          <div class="scroll" tabIndex={0} role="region" aria-label="Events, as a table">
            <table class="events">
              <thead>
                <tr>
                  <th>When</th>
                  <th>Source</th>
                  <th>Type</th>
                  <th>Target</th>
                  <th>Place</th>
                  <th class="n">Goldstein</th>
                  <th class="n">Sure</th>
                </tr>
              </thead>
              <tbody>
                {found.events.map((view) => {
                  const id = view.event.id;
                  const annotation = id in said ? said[id] : view.annotation;
                  const event = annotation?.corrected ?? view.event;
                  return [
                    <tr key={id} class={annotation ? annotation.verdict.toLowerCase() : ''}>
                      <td class="nowrap">{view.when}</td>
                      <td>{name(event.source)}</td>
                      <td class="nowrap">
                        <button type="button" class="link" aria-expanded={open === id} onClick={() => setOpen(open === id ? undefined : id)}>
                          {title(event.type)}
                        </button>
                        {event.status !== 'ACTUAL' && <span class={`tag status-${event.status.toLowerCase()}`}>{lower(event.status)}</span>}
                        {annotation && <span class="tag">{lower(annotation.verdict)}</span>}
                      </td>
                      <td>{event.target ? name(event.target) : <span class="soft">–</span>}</td>
                      <td>{event.place?.name ?? event.place?.country}</td>
                      <td class={`n ${event.goldstein < 0 ? 'conf' : 'coop'}`}>{event.goldstein.toFixed(1)}</td>
                      <td class="n">{Math.round(event.confidence * 100)} %</td>
                    </tr>,
                    open === id && (
                      <tr key={id + '-open'} class="open">
                        <td colSpan={7}>
                          <Card view={{ ...view, annotation }} saved link onAnnotated={(which, made) => setSaid((before) => ({ ...before, [which]: made }))} />
                        </td>
                      </tr>
                    ),
                  ];
                })}
              </tbody>
            </table>
          </div>
          <nav class="paging" aria-label="Pages">
            <button type="button" disabled={page <= 1} onClick={() => to(page - 1)}>
              Before
            </button>
            <span>
              Page {count(page)} of {count(pages)}
            </span>
            <button type="button" disabled={page >= pages} onClick={() => to(page + 1)}>
              Next
            </button>
          </nav>
        </>
      )}
    </section>
  );
}

