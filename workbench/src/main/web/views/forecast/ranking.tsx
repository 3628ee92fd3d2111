import { ActorNames } from '../../actors';
import { go, href } from '../../route';
import { csv, Empty, save, Trouble, useAnswer, Waiting } from '../../ui';
import { count, signed, title, TYPES } from '../../words';
import { Begin, DayField, fields, given, Thin, type From } from './common';

type Past = { day: string; source: string; type: string; target: string; times: number; confidence: number; document: string | null };
type Found = From & {
  documents: Record<string, string>;
  predictions: {
    source: string;
    type: string;
    target: string;
    probability: number;
    evidence: Past[];
    terms: { feature: string; value: number }[];
  }[];
};

const KEYS = ['source', 'target', 'type', 'from'] as const;

/** What is likely next between those who are asked for, with the past that says so. */
export function Ranking({ params }: { params: URLSearchParams }) {
  const asked = given(params, KEYS);
  const any = 'source' in asked || 'target' in asked;
  const answer = useAnswer<Found>(any ? `/api/forecast?${new URLSearchParams(asked)}` : null);
  const found = answer.value;
  const most = Math.max(1e-9, ...(found?.predictions ?? []).map((one) => one.probability));
  const nameOf = (code: string) => found?.names[code] ?? code;
  return (
    <>
      <form
        class="panel"
        key={JSON.stringify(asked)}
        onSubmit={(e) => {
          e.preventDefault();
          go(href('forecast', '', fields(e.currentTarget, KEYS)));
        }}
      >
        <div class="fields">
          <ActorNames name="source" label="Who acts" value={asked.source ?? ''} placeholder="ISIS, EGY …" />
          <ActorNames name="target" label="To whom" value={asked.target ?? ''} placeholder="anyone" />
          <label>
            What
            <select name="type">
              <option value="">anything</option>
              {TYPES.map((one) => (
                <option key={one} value={one} selected={asked.type === one}>
                  {title(one)}
                </option>
              ))}
            </select>
          </label>
          <DayField value={asked.from ?? ''} />
        </div>
        <div class="row">
          <button class="primary">Forecast</button>
        </div>
      </form>
      <Trouble what={answer.problem} />
      {!any && <Begin what="Name who acts, or to whom." to={(source) => href('forecast', '', { source })} />}
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
            From {count(found.events, 'event')} before it; linear model, seed {found.seed}. The figure is how likely the next event of those asked for is this one.
          </p>
          <Thin events={found.events} />
          {found.predictions.length === 0 && <Empty what="Nothing is foreseen between them.">Ask for one side alone.</Empty>}
          <ol class="predictions">
            {found.predictions.map((one) => (
              <li key={one.source + one.type + one.target}>
                <details>
                  <summary>
                    <span class="prediction">
                      <span>
                        <strong>{title(one.type)}</strong> {nameOf(one.source)} → {nameOf(one.target)}
                      </span>
                      <meter min={0} max={most} value={one.probability} aria-label={`Probability of ${one.type} ${one.source} to ${one.target}`} />
                      <span class="n percent">{(100 * one.probability).toFixed(1)} %</span>
                    </span>
                  </summary>
                  <div class="why-next">
                    {one.evidence.length === 0 ? (
                      <p class="soft">Nothing of the kind was between them before.</p>
                    ) : (
                      <ul>
                        {one.evidence.map((past, i) => (
                          <li key={i}>
                            <PastEvent past={past} documents={found.documents} nameOf={nameOf} />
                          </li>
                        ))}
                      </ul>
                    )}
                    <p class="soft small">What adds to its score: {one.terms.map((term) => `${term.feature} ${signed(term.value, 2)}`).join(' · ')}</p>
                    <p class="small">
                      <a href={href('forecast', 'question', { source: one.source, target: one.target, quad: QUAD[one.type], ...(asked.from && { from: asked.from }) })}>
                        How probable is it within 30 days?
                      </a>
                    </p>
                  </div>
                </details>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

const QUAD: Record<string, string> = Object.fromEntries(
  TYPES.map((type, i) => [type, i < 3 ? 'verbal-cooperation' : i < 7 ? 'material-cooperation' : i < 11 ? 'verbal-conflict' : 'material-conflict']),
);

function PastEvent({ past, documents, nameOf }: { past: Past; documents: Record<string, string>; nameOf: (code: string) => string }) {
  const all = href('explore', '', { source: past.source, target: past.target, type: past.type, to: past.day });
  return (
    <>
      <a href={all}>
        {title(past.type)} {nameOf(past.source)} → {nameOf(past.target)}
      </a>
      , {count(past.times, 'time')}, last on{' '}
      {past.document && past.document in documents ? (
        <a href={href('read', past.document)} title={documents[past.document]}>
          {past.day}
        </a>
      ) : (
        past.day
      )}
      <span class="soft">; such a past was followed by this {past.confidence < 0.005 ? 'hardly ever' : `${Math.round(100 * past.confidence)} % of the time`}</span>
    </>
  );
}
