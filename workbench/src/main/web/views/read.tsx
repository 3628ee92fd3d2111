import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { follow, send, type Annotation, type Document, type EventView, type Job, type Read as Reading } from '../api';
import { Card } from '../card';
import { go, href, type Route } from '../route';
import { Empty, said, Segments, Trouble, useAnswer, Waiting } from '../ui';
import { count, line, lower } from '../words';

const EXAMPLE = {
  date: '2015-02-18',
  text:
    'Egypt launched airstrikes against Islamic State camps near the Libyan city of Derna on Monday. ' +
    'President Abdel Fattah al-Sisi called for a United Nations resolution on Libya.\n\n' +
    'Qatar criticised the strikes, and Italy warned that it may close its embassy in Tripoli. ' +
    'Russia offered military aid to Egypt, according to the Egyptian foreign ministry.',
};

/** Paste, drop or fetch; the text with its events marked, and a card for each. */
export function Read({ route }: { route: Route }) {
  const [unsaved, setUnsaved] = useState<Reading>();
  const id = route.rest;
  const kept = useAnswer<Reading>(id ? `/api/documents/${encodeURIComponent(id)}` : null);
  const reading = id ? kept.value : unsaved;
  if (id || unsaved) {
    return (
      <div class="page">
        <p class="back">
          <a
            href={href('read')}
            onClick={() => setUnsaved(undefined)}
          >
            ← Another text
          </a>
        </p>
        <Trouble what={kept.problem} />
        {kept.waiting && !reading && <Waiting />}
        {reading && (
          <Article
            key={reading.document.id}
            reading={reading}
            saved={Boolean(id)}
            wanted={route.params.get('event') ?? undefined}
          />
        )}
      </div>
    );
  }
  return <Compose onRead={setUnsaved} />;
}

function Compose({ onRead }: { onRead: (reading: Reading) => void }) {
  const [kind, setKind] = useState<'text' | 'url' | 'file'>('text');
  const [text, setText] = useState('');
  const [date, setDate] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [job, setJob] = useState<Job>();
  const [over, setOver] = useState(false);
  const [version, setVersion] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  async function code(body: Record<string, unknown>) {
    setBusy(true);
    setProblem(undefined);
    try {
      const fields = new FormData(form.current!);
      const save = fields.get('save') === 'on';
      const reading = await send<Reading>('POST', '/api/code', {
        date: date || undefined,
        publisher: fields.get('publisher') || undefined,
        save,
        ...body,
      });
      if (save) {
        go(href('read', reading.document.id));
      } else {
        onRead(reading);
      }
    } catch (e) {
      setProblem(said(e));
    }
    setBusy(false);
  }

  async function files(list: FileList | File[]) {
    const all = [...list];
    if (all.length === 0) {
      return;
    }
    const total = all.reduce((sum, file) => sum + file.size, 0);
    if (total > 18_000_000) {
      setProblem('more than 18 MB at once; use ./entente code for so much');
      return;
    }
    const lines = /\.(jsonl|ndjson|json)$/i;
    if (all.length === 1 && !lines.test(all[0].name)) {
      const words = await all[0].text();
      await code(/\.html?$/i.test(all[0].name) || /^\s*<(!doctype|html)/i.test(words) ? { html: words } : { text: words });
      return;
    }
    setProblem(undefined);
    try {
      const begun = await send<Job>('POST', '/api/jobs/code', {
        files: await Promise.all(all.map(async (file) => ({ name: file.name, text: await file.text() }))),
        date: date || undefined,
      });
      setJob(begun);
      await follow(begun.id, setJob);
      setVersion((n) => n + 1);
    } catch (e) {
      setProblem(said(e));
    }
  }

  return (
    <div class="page compose">
      <h1>Read</h1>
      <p class="lead">Give the coder a news text. It marks who did what to whom, when and where, and says why.</p>
      <form
        ref={form}
        class={`panel ${over ? 'over' : ''}`}
        onSubmit={(e) => {
          e.preventDefault();
          const fields = new FormData(e.currentTarget);
          code(kind === 'url' ? { url: fields.get('url') } : { text });
        }}
        onDragOver={(e) => (e.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={(e) => {
          e.preventDefault();
          setOver(false);
          if (e.dataTransfer?.files.length) {
            files(e.dataTransfer.files);
          }
        }}
      >
        <Segments
          label="What to read"
          value={kind}
          options={[
            ['text', 'Text'],
            ['url', 'URL'],
            ['file', 'Files'],
          ]}
          onChange={setKind}
        />
        {kind === 'text' && (
          <label>
            Text
            <textarea
              name="text"
              rows={9}
              required
              value={text}
              onInput={(e) => setText(e.currentTarget.value)}
              placeholder="Paste an article, or drop a file here"
            />
          </label>
        )}
        {kind === 'url' && (
          <label>
            Address of the article
            <input name="url" type="url" required placeholder="https://…" />
          </label>
        )}
        {kind === 'file' && (
          <label>
            Text, HTML or JSON Lines; several at once are coded as a job
            <input type="file" multiple accept=".txt,.md,.html,.htm,.json,.jsonl,.ndjson" onChange={(e) => files(e.currentTarget.files ?? [])} />
          </label>
        )}
        <div class="fields">
          <label>
            Date of publication
            <input
              name="date"
              value={date}
              onInput={(e) => setDate(e.currentTarget.value)}
              placeholder="YYYY-MM-DD"
              pattern="\d{4}(-\d{2}(-\d{2})?)?"
              title="YYYY-MM-DD, YYYY-MM or YYYY"
            />
          </label>
          <label>
            Publisher
            <input name="publisher" placeholder="if the text names none" />
          </label>
          <label class="check">
            <input type="checkbox" name="save" defaultChecked /> Keep in the store
          </label>
        </div>
        <div class="row">
          {kind !== 'file' && (
            <button class="primary" disabled={busy}>
              {busy ? 'Coding …' : 'Code it'}
            </button>
          )}
          {kind === 'text' && !text && (
            <button
              type="button"
              onClick={() => {
                setText(EXAMPLE.text);
                setDate(EXAMPLE.date);
              }}
            >
              Try an example
            </button>
          )}
        </div>
        <Trouble what={problem} />
        {job && <JobLine job={job} />}
      </form>
      <Recent version={version} />
    </div>
  );
}

export function JobLine({ job }: { job: Job }) {
  const going = job.state === 'QUEUED' || job.state === 'RUNNING';
  return (
    <div class="job" role="status">
      <p>
        <strong>{job.name}</strong> · {lower(job.state)} · {count(job.done, job.kind === 'import' ? 'row' : 'document')},{' '}
        {count(job.events, 'event')}
        {job.aside > 0 && `, ${count(job.aside)} set aside`}
        {job.message && ` · ${job.message}`}
      </p>
      {going && <progress aria-label={`${job.name} is worked on`} />}
      {going && (
        <button type="button" class="quiet" onClick={() => send('DELETE', `/api/jobs/${job.id}`)}>
          Cancel
        </button>
      )}
      {job.notes.length > 0 && (
        <details>
          <summary>Set aside</summary>
          <ul>
            {job.notes.map((note, i) => (
              <li key={i}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

type Documents = {
  documents: { id: string; title?: string; publisher?: string; published?: string; origin?: string; events: number }[];
};

function Recent({ version }: { version: number }) {
  const found = useAnswer<Documents>('/api/documents?limit=12', version);
  if (!found.value) {
    return <Trouble what={found.problem} />;
  }
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">Read before</h2>
      {found.value.documents.length === 0 ? (
        <Empty what="No text is in the store yet.">Paste one above, or try the example.</Empty>
      ) : (
        <ul class="documents">
          {found.value.documents.map((one) => (
            <li key={one.id}>
              <a href={href('read', one.id)}>{one.title || one.origin || one.id}</a>
              <span class="soft small">
                {[one.publisher, one.published, count(one.events, 'event')].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type Piece = { start: number; end: number; kinds: string[]; events: string[]; first?: string };

/** Cuts a stretch of the text where something begins or ends. */
function pieces(from: number, to: number, views: EventView[]): Piece[] {
  const marks: { start: number; end: number; kind: string; event: string }[] = [];
  for (const { event } of views) {
    for (const evidence of event.evidence) {
      const add = (span: { start: number; end: number } | undefined, kind: string) => {
        if (span && span.start < to && span.end > from) {
          marks.push({ start: Math.max(from, span.start), end: Math.min(to, span.end), kind, event: event.id });
        }
      };
      add(evidence.span, event.status === 'ACTUAL' ? 'told' : `claim-${event.status.toLowerCase()}`);
      add(evidence.source, 'src');
      add(evidence.predicate, 'act');
      add(evidence.target, 'tgt');
      add(evidence.place, 'place');
      add(evidence.time, 'time');
    }
  }
  const cuts = [...new Set([from, to, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  const seen = new Set<string>();
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1];
    const here = marks.filter((mark) => mark.start <= start && mark.end >= end);
    const words = here.filter((mark) => mark.kind !== 'told' && !mark.kind.startsWith('claim'));
    const act = here.find((mark) => mark.kind === 'act' && !seen.has(mark.event));
    if (act) {
      seen.add(act.event);
    }
    return {
      start,
      end,
      kinds: [...new Set(here.map((mark) => mark.kind))],
      events: [...new Set(words.map((mark) => mark.event))],
      first: act?.event,
    };
  });
}

function Article({ reading, saved, wanted }: { reading: Reading; saved: boolean; wanted?: string }) {
  const { document: doc } = reading;
  const [views, setViews] = useState(reading.events);
  const [lit, setLit] = useState<string | null>(wanted ?? null);
  const text = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (wanted) {
      window.document.getElementById(`card-${wanted}`)?.scrollIntoView({ block: 'center' });
    }
  }, [wanted]);

  function annotated(id: string, annotation: Annotation | undefined) {
    setViews((before) => before.map((view) => (view.event.id === id ? { ...view, annotation } : view)));
  }

  function toText(id: string) {
    setLit(id);
    const mark = text.current?.querySelector<HTMLElement>(`[data-first="${id}"]`);
    mark?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    mark?.focus({ preventScroll: true });
  }

  function toCard(id: string) {
    setLit(id);
    window.document.getElementById(`card-${id}`)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }

  const shown = views.filter((view) => view.annotation?.verdict !== 'REJECTED');
  return (
    <>
      <h1>{doc.title || 'Untitled text'}</h1>
      <p class="lead">
        {[doc.publisher, doc.byline, doc.published?.from, count(views.length, 'event')].filter(Boolean).join(' · ')}
        {doc.url && /^https?:/.test(doc.url) && (
          <>
            {' · '}
            <a href={doc.url} rel="noreferrer noopener" target="_blank">
              original
            </a>
          </>
        )}
      </p>
      <div class="reading">
        <section class="text" aria-label="The text" ref={text}>
          <p class="legend" aria-label="What the marks mean">
            <span class="m src">source</span> <span class="m act">action</span> <span class="m tgt">target</span>{' '}
            <span class="m place">place</span> <span class="m time">time</span>{' '}
            <span class="m claim-possible">only claimed, planned or demanded</span>
          </p>
          <Paragraphs doc={doc} views={shown} lit={lit} onLight={setLit} onPick={toCard} />
        </section>
        <section class="cards" aria-label="Events">
          {views.length === 0 && (
            <Empty what="No event was found in this text.">
              <a href={href('knowledge', 'explain')}>See how a sentence of it is read</a>
            </Empty>
          )}
          {views.map((view) => (
            <Card
              key={view.event.id}
              view={view}
              lit={lit === view.event.id}
              saved={saved}
              onLight={setLit}
              onFocus={toText}
              onAnnotated={annotated}
            />
          ))}
        </section>
      </div>
    </>
  );
}

function Paragraphs(props: {
  doc: Document;
  views: EventView[];
  lit: string | null;
  onLight: (id: string | null) => void;
  onPick: (id: string) => void;
}) {
  const { doc, views, lit } = props;
  const parts = useMemo(
    () =>
      (doc.paragraphs?.length ? doc.paragraphs : [{ kind: 'BODY', span: { start: 0, end: doc.text.length } }]).map(
        (paragraph) => ({ kind: paragraph.kind, pieces: pieces(paragraph.span.start, paragraph.span.end, views) }),
      ),
    [doc, views],
  );
  const lines = new Map(views.map((view) => [view.event.id, line(view.event)]));
  return (
    <>
      {parts.map((part, i) => (
        <p key={i} class={`p-${part.kind.toLowerCase()}`}>
          {part.pieces.map((piece) => {
            const words = doc.text.slice(piece.start, piece.end);
            if (piece.kinds.length === 0) {
              return words;
            }
            const on = lit !== null && piece.events.includes(lit);
            const classes = `m ${piece.kinds.join(' ')} ${on ? 'on' : ''}`;
            if (piece.events.length === 0) {
              return (
                <span key={piece.start} class={classes}>
                  {words}
                </span>
              );
            }
            const target = piece.first ?? piece.events[0];
            return (
              <span
                key={piece.start}
                class={classes}
                data-first={piece.first}
                role={piece.first ? 'button' : undefined}
                tabIndex={piece.first ? 0 : undefined}
                aria-label={piece.first ? `${words}: ${lines.get(piece.first)}` : undefined}
                onMouseEnter={() => props.onLight(target)}
                onMouseLeave={() => props.onLight(null)}
                onFocus={piece.first ? () => props.onLight(target) : undefined}
                onClick={() => props.onPick(target)}
                onKeyDown={(e) => {
                  if (piece.first && (e.key === 'Enter' || e.key === ' ')) {
                    e.preventDefault();
                    props.onPick(target);
                  }
                }}
              >
                {words}
              </span>
            );
          })}
        </p>
      ))}
    </>
  );
}
