import { useEffect, useState } from 'preact/hooks';
import type { Annotation, EventView } from '../../api';
import { Card } from '../../card';
import { go, href } from '../../route';
import { csv, Empty, save, Segments, Trouble, useAnswer } from '../../ui';
import { code, count, lower, name, title } from '../../words';

type EventsAnswer = { total: number; page: number; limit: number; events: EventView[]; sql: string };

const SORTS = [
  ['time', 'First'],
  ['newest', 'Newest'],
  ['confidence', 'Surest'],
  ['goldstein', 'Most hostile'],
] as const;

export function Table({ query, page, sort }: { query: string; page: number; sort: string }) {
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
