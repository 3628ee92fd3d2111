import { useState } from 'preact/hooks';
import { send, type Actor, type Annotation, type EventView } from './api';
import { href } from './route';
import { said, Trouble, useAnswer } from './ui';
import { code, count, line, lower, moment, name, signed, title } from './words';

type CodeBook = {
  types: { type: string; quad: string; definition: string }[];
  cameo: { code: string; text: string; type?: string }[];
};

/** The code book, asked for once. */
export function useCodeBook(): CodeBook | undefined {
  return useAnswer<CodeBook>('/api/knowledge/ontology').value;
}

function Party({ actor, side }: { actor?: Actor; side: string }) {
  return (
    <span class={`party ${side}`}>
      <span class="party-name">{name(actor)}</span>
      {actor && <span class="party-code">{code(actor)}</span>}
    </span>
  );
}

const KEPT_NAME = 'entente.name';

/** One event: who does what to whom, and all that is known of it. */
export function Card(props: {
  view: EventView;
  lit?: boolean;
  saved: boolean;
  link?: boolean;
  onLight?: (id: string | null) => void;
  onFocus?: (id: string) => void;
  onAnnotated: (id: string, annotation: Annotation | undefined) => void;
}) {
  const { view } = props;
  const event = view.annotation?.corrected ?? view.event;
  const [correcting, setCorrecting] = useState(false);
  const [problem, setProblem] = useState<string>();
  const book = useCodeBook();
  const verdict = view.annotation?.verdict;
  const cameo = book?.cameo.find((one) => one.code === event.cameo)?.text;

  async function annotate(what: string, more: object = {}) {
    setProblem(undefined);
    try {
      const made = await send<Annotation>('POST', '/api/annotations', {
        event: view.event.id,
        verdict: what,
        who: localStorage.getItem(KEPT_NAME) ?? undefined,
        ...more,
      });
      setCorrecting(false);
      props.onAnnotated(view.event.id, what === 'withdrawn' ? undefined : made);
    } catch (e) {
      setProblem(said(e));
    }
  }

  const said_ = event.attribution?.speaker ? name(event.attribution.speaker) : event.attribution?.words;
  return (
    <article
      class={`card ${event.quad.toLowerCase()} ${props.lit ? 'lit' : ''} ${verdict ? verdict.toLowerCase() : ''}`}
      id={`card-${view.event.id}`}
      aria-label={line(event)}
      onMouseEnter={() => props.onLight?.(view.event.id)}
      onMouseLeave={() => props.onLight?.(null)}
    >
      <header>
        <h3>
          <Party actor={event.source} side="source" />
          <span class="arrow" aria-label="to">
            →
          </span>
          <Party actor={event.target} side="target" />
        </h3>
        {verdict && (
          <span class="verdict">
            {title(verdict)} by {view.annotation!.who}
          </span>
        )}
      </header>
      <p class="what">
        <strong>{title(event.type)}</strong>
        {event.mode && <span> · {lower(event.mode)}</span>}
        <span class={`tag status-${event.status.toLowerCase()}`}>{lower(event.status)}</span>
      </p>
      <dl>
        <div>
          <dt>CAMEO</dt>
          <dd>
            {event.cameo} {cameo && <span class="soft">{cameo}</span>}{' '}
            <span class={event.goldstein < 0 ? 'conf' : 'coop'} title="Goldstein weight, −10 to 10">
              {signed(event.goldstein)}
            </span>
          </dd>
        </div>
        <div>
          <dt>When</dt>
          <dd>{view.when === '?' ? <span class="soft">not said</span> : view.when}</dd>
        </div>
        {event.place && (
          <div>
            <dt>Where</dt>
            <dd>
              {event.place.name} {event.place.country && <span class="soft">{event.place.country}</span>}
            </dd>
          </div>
        )}
        {said_ && (
          <div>
            <dt>Says</dt>
            <dd>{said_}</dd>
          </div>
        )}
        {event.magnitudes?.length ? (
          <div>
            <dt>How many</dt>
            <dd>{event.magnitudes.map((m) => `${m.text ?? m.low} ${lower(m.kind)}`).join(', ')}</dd>
          </div>
        ) : null}
        {view.told > 1 && (
          <div>
            <dt>Told by</dt>
            <dd>{count(view.told, 'report')}</dd>
          </div>
        )}
        <div>
          <dt>Confidence</dt>
          <dd>
            <meter min={0} max={1} value={event.confidence} aria-label="Confidence" /> {Math.round(event.confidence * 100)} %
          </dd>
        </div>
      </dl>
      {props.link && view.sentence && <blockquote>{view.sentence}</blockquote>}
      <details class="why">
        <summary>Why</summary>
        <ul>
          {event.evidence.map((evidence, i) => (
            <li key={i}>
              {evidence.rule ? (
                <>
                  Entry{' '}
                  <a href={href('knowledge', 'words', { q: evidence.rule.split(' ')[0] })}>
                    <code>{evidence.rule}</code>
                  </a>
                </>
              ) : (
                'Imported'
              )}
              {evidence.because?.map((because, n) => (
                <span key={n} class="because">
                  {because}
                </span>
              ))}
            </li>
          ))}
        </ul>
        {event.evidence[0]?.span && props.saved && (
          <a href={href('knowledge', 'explain', { event: view.event.id })}>The whole reading of the sentence</a>
        )}
      </details>
      <footer>
        {props.onFocus && event.evidence[0]?.predicate && (
          <button type="button" class="quiet" onClick={() => props.onFocus!(view.event.id)}>
            Show in the text
          </button>
        )}
        {props.link && view.document && (
          <a class="button quiet" href={href('read', view.document.id, { event: view.event.id })}>
            Read the report
          </a>
        )}
        <span class="grow" />
        {props.saved ? (
          verdict ? (
            <button type="button" class="quiet" onClick={() => annotate('withdrawn')}>
              Take back
            </button>
          ) : (
            <>
              <button type="button" class="quiet" onClick={() => annotate('confirmed')}>
                Confirm
              </button>
              <button type="button" class="quiet" aria-expanded={correcting} onClick={() => setCorrecting(!correcting)}>
                Correct
              </button>
              <button type="button" class="quiet danger" onClick={() => annotate('rejected')}>
                Reject
              </button>
            </>
          )
        ) : (
          <span class="soft small">Not kept: code it with “Keep in the store” to judge it</span>
        )}
      </footer>
      <Trouble what={problem} />
      {correcting && <Correction view={view} book={book} onSend={(more) => annotate('corrected', more)} />}
      {view.annotation && (
        <p class="soft small">
          {moment(view.annotation.made)}
          {view.annotation.note && `: ${view.annotation.note}`}
        </p>
      )}
    </article>
  );
}

function Correction(props: { view: EventView; book?: CodeBook; onSend: (more: object) => void }) {
  const { event } = props.view;
  const id = event.id;
  return (
    <form
      class="correction"
      onSubmit={(e) => {
        e.preventDefault();
        const form = new FormData(e.currentTarget);
        const corrected: Record<string, string | null> = {};
        const before: Record<string, string> = {
          source: code(event.source),
          target: event.target ? code(event.target) : '',
          type: event.type,
          cameo: event.cameo ?? '',
          status: event.status,
        };
        for (const [field, old] of Object.entries(before)) {
          const now = String(form.get(field) ?? '').trim();
          if (now !== old) {
            corrected[field] = now || null;
          }
        }
        if (corrected.type && !('cameo' in corrected)) {
          delete corrected.cameo;
        }
        localStorage.setItem(KEPT_NAME, String(form.get('who') ?? ''));
        props.onSend({ corrected, note: form.get('note') || undefined, who: form.get('who') || undefined });
      }}
    >
      <label>
        Source
        <input name="source" defaultValue={code(event.source)} required />
      </label>
      <label>
        Target
        <input name="target" defaultValue={event.target ? code(event.target) : ''} />
      </label>
      <label>
        Type
        <select name="type">
          {(props.book?.types ?? [{ type: event.type }]).map((one) => (
            <option key={one.type} value={one.type} selected={one.type === event.type}>
              {title(one.type)}
            </option>
          ))}
        </select>
      </label>
      <label>
        CAMEO
        <input name="cameo" defaultValue={event.cameo} list={`cameo-${id}`} inputMode="numeric" />
        <datalist id={`cameo-${id}`}>
          {props.book?.cameo.map((one) => (
            <option key={one.code} value={one.code}>
              {one.text}
            </option>
          ))}
        </datalist>
      </label>
      <label>
        Status
        <select name="status">
          {['ACTUAL', 'PLANNED', 'POSSIBLE', 'DEMANDED', 'DENIED'].map((one) => (
            <option key={one} value={one} selected={one === event.status}>
              {lower(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Your name
        <input name="who" defaultValue={localStorage.getItem(KEPT_NAME) ?? ''} autocomplete="name" />
      </label>
      <label class="wide">
        Note
        <input name="note" />
      </label>
      <button class="primary">Save the correction</button>
    </form>
  );
}
