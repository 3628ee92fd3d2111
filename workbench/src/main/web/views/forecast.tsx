import { go, href, type Route } from '../route';
import { csv, Empty, save, Trouble, useAnswer, Waiting } from '../ui';
import { count, signed, title } from '../words';

type Found = {
  day: string;
  events: number;
  seed: number;
  predictions: {
    source: string;
    type: string;
    target: string;
    probability: number;
    evidence: { day: string; source: string; type: string; target: string; times: number; confidence: number; document: string | null }[];
    terms: { feature: string; value: number }[];
  }[];
};

/** What is likely next between those who are asked for, with the past that says so. */
export function Forecast({ route }: { route: Route }) {
  const params = new URLSearchParams();
  for (const key of ['source', 'target', 'from']) {
    const value = route.params.get(key)?.trim();
    if (value) {
      params.set(key, value);
    }
  }
  const asked = params.has('source') || params.has('target');
  const answer = useAnswer<Found>(asked ? `/api/forecast?${params}` : null);
  const found = answer.value;
  const most = Math.max(1e-9, ...(found?.predictions ?? []).map((one) => one.probability));
  return (
    <div class="page">
      <h1>Forecast</h1>
      <p class="lead">What is likely next, and the past that says so.</p>
      <form
        class="panel"
        key={params.toString()}
        onSubmit={(e) => {
          e.preventDefault();
          const fields = new FormData(e.currentTarget);
          const next: Record<string, string> = {};
          for (const key of ['source', 'target', 'from']) {
            const value = String(fields.get(key) ?? '').trim();
            if (value) {
              next[key] = value;
            }
          }
          go(href('forecast', '', next));
        }}
      >
        <div class="fields">
          <label>
            Who acts
            <input name="source" defaultValue={params.get('source') ?? ''} placeholder="ISIS, EGY …" />
          </label>
          <label>
            To whom
            <input name="target" defaultValue={params.get('target') ?? ''} placeholder="anyone" />
          </label>
          <label>
            The day that is forecast
            <input name="from" defaultValue={params.get('from') ?? ''} placeholder="after the last event" pattern="\d{4}-\d{2}-\d{2}" title="YYYY-MM-DD" />
          </label>
        </div>
        <div class="row">
          <button class="primary">Forecast</button>
        </div>
      </form>
      <Trouble what={answer.problem} />
      {!asked && (
        <Empty what="Name who acts, or to whom.">
          For example <a href={href('forecast', '', { source: 'EGY' })}>what Egypt does next</a>.
        </Empty>
      )}
      {answer.waiting && <Waiting what="Training on the days before" />}
      {found && !answer.waiting && (
        <section aria-labelledby="predictions">
          <div class="row">
            <h2 id="predictions">For {found.day}</h2>
            <span class="grow" />
            <button
              type="button"
              onClick={() =>
                save(
                  'forecast.csv',
                  csv([['source', 'type', 'target', 'probability'], ...found.predictions.map((one) => [one.source, one.type, one.target, one.probability])]),
                  'text/csv',
                )
              }
            >
              CSV
            </button>
          </div>
          <p class="soft small">
            From {count(found.events, 'event')} before it; linear model, seed {found.seed}. The figure is how likely the next event asked for is this one: of
            what is reported, not of what happens.
          </p>
          {found.predictions.length === 0 && <Empty what="Nothing is foreseen between them.">Ask for one side alone.</Empty>}
          <ol class="predictions">
            {found.predictions.map((one) => (
              <li key={one.source + one.type + one.target}>
                <div class="row">
                  <strong>{title(one.type)}</strong> {one.source} → {one.target}
                  <span class="grow" />
                  <meter min={0} max={most} value={one.probability} aria-label={`Probability of ${one.type} ${one.source} to ${one.target}`} />
                  <span class="n percent">{(100 * one.probability).toFixed(1)} %</span>
                </div>
                <details>
                  <summary>Why</summary>
                  {one.evidence.length === 0 ? (
                    <p class="soft small">Nothing of the kind was between them before.</p>
                  ) : (
                    <ul>
                      {one.evidence.map((past, i) => (
                        <li key={i}>
                          {past.document ? <a href={href('read', past.document)}>{past.day}</a> : past.day}: {title(past.type)} {past.source} → {past.target},{' '}
                          {count(past.times, 'time')} <span class="soft">followed by this {Math.round(100 * past.confidence)} % of the time</span>
                        </li>
                      ))}
                    </ul>
                  )}
                  <p class="soft small">{one.terms.map((term) => `${term.feature} ${signed(term.value, 2)}`).join(' · ')}</p>
                </details>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
