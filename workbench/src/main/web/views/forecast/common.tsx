import { href } from '../../route';
import { Empty, useAnswer } from '../../ui';
import { count } from '../../words';

/** What every answer says of what it was made from. */
export type From = { day: string; events: number; seed: number; names: Record<string, string> };

const FEW = 2_000;

/** Only those of some parameters that say something. */
export function given(params: URLSearchParams, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, params.get(key)?.trim() ?? '']).filter(([, value]) => value));
}

/** What a form says, without what was left blank. */
export function fields(form: HTMLFormElement, keys: readonly string[]): Record<string, string> {
  const all = new FormData(form);
  return Object.fromEntries(keys.map((key) => [key, String(all.get(key) ?? '').trim()]).filter(([, value]) => value));
}

export function DayField({ value, label = 'The day that is forecast' }: { value: string; label?: string }) {
  return (
    <label>
      {label}
      <input name="from" defaultValue={value} placeholder="after the last event" pattern="\d{4}-\d{2}-\d{2}" title="YYYY-MM-DD" />
    </label>
  );
}

/** Says so where there is too little to learn from. */
export function Thin({ events }: { events: number }) {
  return events < FEW ? (
    <p class="caution">
      Only {count(events, 'event')} to learn from: take the figures as a show of the method, not as a forecast. Some thousand over a year or more are wanted; a
      table of them can be <a href={href('runs')}>imported</a>.
    </p>
  ) : null;
}

type Busiest = { rows: { dyad: { source: string; sourceName: string; target: string; targetName: string } }[] };

/** What to do where nothing is asked yet: the busiest pairs of the store. */
export function Begin({ what, to }: { what: string; to: (source: string, target: string) => string }) {
  const busiest = useAnswer<Busiest>('/api/dyads?limit=5');
  return (
    <Empty what={what}>
      {busiest.value && busiest.value.rows.length > 0 && (
        <span class="chips center">
          Or one of the busiest pairs:{' '}
          {busiest.value.rows.map(({ dyad }) => (
            <a class="chip" key={dyad.source + dyad.target} href={to(dyad.source, dyad.target)}>
              {dyad.sourceName} → {dyad.targetName}
            </a>
          ))}
        </span>
      )}
    </Empty>
  );
}
