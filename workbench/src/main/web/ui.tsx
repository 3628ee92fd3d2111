import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get, Problem, type Job } from './api';

/** An answer of the server, or that it is awaited, or what went wrong. */
export type Answer<T> = { value?: T; problem?: string; waiting: boolean };

/** Asks for a path, and again when it or the version changes; what was there stays until then. */
export function useAnswer<T>(path: string | null, version = 0): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ waiting: path !== null });
  useEffect(() => {
    if (path === null) {
      setAnswer({ waiting: false });
      return;
    }
    const control = new AbortController();
    setAnswer((before) => ({ ...before, problem: undefined, waiting: true }));
    get<T>(path, control.signal).then(
      (value) => setAnswer({ value, waiting: false }),
      (e) => {
        if (!control.signal.aborted) {
          setAnswer({ problem: said(e), waiting: false });
        }
      },
    );
    return () => control.abort();
  }, [path, version]);
  return answer;
}

export function said(e: unknown): string {
  return e instanceof Problem ? e.message : String(e instanceof Error ? e.message : e);
}

export function Trouble({ what }: { what?: string }) {
  return what ? (
    <p class="trouble" role="alert">
      {what.charAt(0).toUpperCase() + what.slice(1)}
      {/[.!?]$/.test(what) ? '' : '.'}
    </p>
  ) : null;
}

/** Says that nothing is here, and what to do next. */
export function Empty({ what, children }: { what: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-what">{what}</p>
      {children && <div class="empty-next">{children}</div>}
    </div>
  );
}

export function Waiting({ what = 'Loading' }: { what?: string }) {
  return (
    <p class="waiting" role="status">
      {what} …
    </p>
  );
}

export function Segments<T extends string>(props: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}) {
  return (
    <div class="segments" role="group" aria-label={props.label}>
      {props.options.map(([value, words]) => (
        <button type="button" key={value} aria-pressed={value === props.value} onClick={() => props.onChange(value)}>
          {words}
        </button>
      ))}
    </div>
  );
}

/** How far a job is, and a way to stop it. */
export function Progress({ job, words, onCancel }: { job: Job; words: string; onCancel: () => void }) {
  return (
    <div class="weighing" role="status">
      <span>
        {words}
        {job.state === 'QUEUED' ? ', waiting for its turn' : ''}
      </span>
      <progress max={job.of || 1} value={job.of ? job.done : undefined} aria-label={words} />
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}

/** One of several, where there are too many or their names too long for segments. */
export function Choice<T extends string>(props: { label: string; value: T; options: readonly (readonly [T, string])[]; onChange: (value: T) => void }) {
  return (
    <label class="inline">
      {props.label}
      <select value={props.value} onChange={(e) => props.onChange(e.currentTarget.value as T)}>
        {props.options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

export function save(name: string, what: string | Blob, type = 'text/plain'): void {
  const blob = typeof what === 'string' ? new Blob([what], { type }) : what;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Rows as CSV; a cell that a spreadsheet would take as a formula gets an apostrophe. */
export function csv(rows: readonly (readonly unknown[])[]): string {
  return rows
    .map((row) =>
      row
        .map((cell) => {
          const text = cell === null || cell === undefined ? '' : String(cell);
          const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
          return /[",\n\r]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
        })
        .join(','),
    )
    .join('\n')
    .concat('\n');
}
