import { useRef, useState } from 'preact/hooks';
import { ActorNames } from '../../actors';
import { go, href } from '../../route';
import { title, TYPES } from '../../words';

export type Setter = (changes: Record<string, string | null>) => void;

const FILTERS = ['source', 'target', 'actor', 'with', 'type', 'mode', 'quad', 'status', 'from', 'to', 'place', 'min-confidence', 'text', 'dataset', 'rejected'] as const;
const LABELS: Record<string, string> = {
  source: 'Source',
  target: 'Target',
  actor: 'Actor',
  with: 'With',
  type: 'Type',
  mode: 'Mode',
  quad: 'Class',
  status: 'Status',
  from: 'From',
  to: 'To',
  place: 'Place',
  'min-confidence': 'Confidence from',
  text: 'Words',
  dataset: 'Data set',
  rejected: 'Rejected too',
};
const QUADS = ['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict'];
const STATUSES = ['actual', 'planned', 'possible', 'demanded', 'denied'];

export function only(params: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams();
  for (const filter of FILTERS) {
    const value = params.get(filter)?.trim();
    if (value) {
      kept.set(filter, value);
    }
  }
  return kept;
}

export function Filters({ params, onChange }: { params: URLSearchParams; onChange: Setter }) {
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
        <ActorNames name="source" label="Source: who acts" value={value('source')} />
        <ActorNames name="target" label="Target: to whom" value={value('target')} />
        <ActorNames name="actor" label="Either of them" value={value('actor')} />
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
          Mode
          <input name="mode" defaultValue={value('mode')} placeholder="!statement" title="PLOVER’s modes, or statement; !statement: all but mere statements" />
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
        <label class="check">
          <input type="checkbox" name="rejected" value="true" checked={value('rejected') === 'true'} /> Rejected events too
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

export function Chips({ params, onChange }: { params: URLSearchParams; onChange: Setter }) {
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
