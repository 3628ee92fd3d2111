import { useState } from 'preact/hooks';
import { follow, send, text, type Job } from '../api';
import { href, type Route } from '../route';
import { Empty, said, save, Trouble, useAnswer, Waiting } from '../ui';
import { count, line, lower, moment, title } from '../words';
import type { Annotation } from '../api';
import { JobLine } from './read';

type Run = {
  id: number;
  started: string;
  finished?: string;
  command: string;
  coded: number;
  replaced: number;
  aside: number;
  events: number;
};
type Asides = { total: number; reasons: Record<string, number>; aside: { run: number; origin: string; reason: string; message: string }[] };
type Documents = { documents: { id: string; title?: string; origin?: string; published?: string; events: number }[] };

/** What was coded and imported when, what was set aside and why, and what readers said. */
export function Runs({ route }: { route: Route }) {
  const [version, setVersion] = useState(0);
  const runs = useAnswer<{ runs: Run[] }>('/api/runs', version);
  const one = Number(route.rest) || 0;
  const run = runs.value?.runs.find((r) => r.id === one);
  return (
    <div class="page">
      <h1>Runs</h1>
      <p class="lead">What was coded and imported when, what was set aside, and why.</p>
      <Trouble what={runs.problem} />
      {runs.waiting && !runs.value && <Waiting />}
      {runs.value?.runs.length === 0 && (
        <Empty what="Nothing has been coded or imported yet.">
          <a href={href('read')}>Read a text</a>, or import a table below.
        </Empty>
      )}
      {runs.value && runs.value.runs.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label="Runs">
          <table>
            <thead>
              <tr>
                <th>Run</th>
                <th>Begun</th>
                <th>What</th>
                <th class="n">Documents</th>
                <th class="n">Events</th>
                <th class="n">Set aside</th>
              </tr>
            </thead>
            <tbody>
              {runs.value.runs.slice(0, 200).map((r) => (
                <tr key={r.id} class={r.id === one ? 'chosen' : ''}>
                  <td>
                    <a href={href('runs', String(r.id))} aria-label={`Run ${r.id}`}>
                      {r.id}
                    </a>
                  </td>
                  <td class="nowrap">
                    {moment(r.started)}
                    {!r.finished && <span class="tag status-possible">not finished</span>}
                  </td>
                  <td class="wrap">{r.command}</td>
                  <td class="n">{count(r.coded)}</td>
                  <td class="n">{count(r.events)}</td>
                  <td class="n">{count(r.aside)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {run && <OneRun run={run} />}
      <ImportForm onDone={() => setVersion((n) => n + 1)} />
      <SetAside run={one} />
      <Judged />
    </div>
  );
}

function OneRun({ run }: { run: Run }) {
  const found = useAnswer<Documents>(`/api/documents?run=${run.id}&limit=100`);
  const documents = found.value?.documents ?? [];
  return (
    <section aria-labelledby="one-run">
      <h2 id="one-run">Run {run.id}</h2>
      {documents.length === 0 && !found.waiting ? (
        <Empty what="No text of this run is in the store.">
          {run.events > 0 ? (
            <a href={href('explore', '')}>Its {count(run.events)} events are in Explore</a>
          ) : (
            'A later run may have replaced them.'
          )}
        </Empty>
      ) : (
        <ul class="documents">
          {documents.map((one) => (
            <li key={one.id}>
              <a href={href('read', one.id)}>{one.title || one.origin || one.id}</a>
              <span class="soft small">{[one.published, count(one.events, 'event')].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ImportForm({ onDone }: { onDone: () => void }) {
  const [job, setJob] = useState<Job>();
  const [problem, setProblem] = useState<string>();
  return (
    <section aria-labelledby="import">
      <h2 id="import">Import a table of events</h2>
      <form
        class="panel"
        onSubmit={async (e) => {
          e.preventDefault();
          const fields = new FormData(e.currentTarget);
          const file = fields.get('file') as File;
          setProblem(undefined);
          setJob(undefined);
          try {
            const params = new URLSearchParams({ name: file.name });
            const id = String(fields.get('id') ?? '').trim();
            if (id) {
              params.set('id', id);
            }
            const begun = await send<Job>('POST', `/api/jobs/import?${params}`, file.slice());
            setJob(begun);
            await follow(begun.id, setJob);
            onDone();
          } catch (failure) {
            setProblem(said(failure));
          }
        }}
      >
        <div class="fields">
          <label>
            ICEWS, POLECAT, Phoenix, GDELT, UCDP GED, ACLED …, up to 20 MB
            <input type="file" name="file" required accept=".csv,.tsv,.tab,.txt,.jsonl,.gz,.zip" />
          </label>
          <label>
            Goes by
            <input name="id" placeholder="the file’s name" />
          </label>
        </div>
        <div class="row">
          <button>Import</button>
        </div>
        <Trouble what={problem} />
        {job && <JobLine job={job} />}
      </form>
    </section>
  );
}

function SetAside({ run }: { run: number }) {
  const found = useAnswer<Asides>(`/api/aside?limit=100${run ? `&run=${run}` : ''}`).value;
  if (!found) {
    return null;
  }
  return (
    <section aria-labelledby="aside">
      <h2 id="aside">Set aside{run ? ` by run ${run}` : ''}</h2>
      {found.total === 0 ? (
        <Empty what="Nothing was set aside." />
      ) : (
        <>
          <p class="chips">
            {Object.entries(found.reasons).map(([reason, n]) => (
              <span class="chip" key={reason}>
                {reason} {count(n)}
              </span>
            ))}
          </p>
          <div class="scroll" tabIndex={0} role="region" aria-label="Set aside">
            <table>
              <thead>
                <tr>
                  <th>Run</th>
                  <th>Where</th>
                  <th>Why</th>
                </tr>
              </thead>
              <tbody>
                {found.aside.map((one, i) => (
                  <tr key={i}>
                    <td>{one.run}</td>
                    <td class="wrap">{one.origin}</td>
                    <td class="wrap">{one.message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function Judged() {
  const found = useAnswer<{ annotations: Annotation[] }>('/api/annotations').value;
  if (!found) {
    return null;
  }
  const all = [...found.annotations].reverse();
  return (
    <section aria-labelledby="judged">
      <h2 id="judged">What readers said of events</h2>
      {all.length === 0 ? (
        <Empty what="Nobody has confirmed, corrected or rejected an event yet.">
          <a href={href('read')}>Read a text</a> and judge its events; they become gold for <code>./entente evaluate</code>.
        </Empty>
      ) : (
        <>
          <p>
            <button
              type="button"
              onClick={async () => save('entente-gold.jsonl', await text('/api/annotations/gold'), 'application/jsonl')}
            >
              Save as gold for evaluate
            </button>
          </p>
          <ul class="documents">
            {all.slice(0, 100).map((one) => (
              <li key={one.id}>
                <a href={href('read', one.original.document, { event: one.original.id })}>{line(one.corrected ?? one.original)}</a>
                <span class="soft small">
                  {title(one.verdict)} by {one.who}, {moment(one.made)}
                  {one.corrected && ` · was ${lower(one.original.type)}`}
                  {one.note && ` · ${one.note}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
