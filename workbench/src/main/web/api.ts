/** What the server answers, as far as the workbench looks at it. */
export type Span = { start: number; end: number };
export type Actor = { id: string; name?: string; code: string; sectors?: string[]; role?: string; text?: string };
export type Evidence = {
  sentence: number;
  span?: Span;
  source?: Span;
  predicate?: Span;
  target?: Span;
  time?: Span;
  place?: Span;
  rule?: string;
  because?: string[];
};
export type Status = 'ACTUAL' | 'PLANNED' | 'POSSIBLE' | 'DEMANDED' | 'DENIED';
export type Event = {
  id: string;
  document: string;
  source: Actor;
  target?: Actor;
  type: string;
  mode?: string;
  contexts?: string[];
  cameo?: string;
  goldstein: number;
  quad: string;
  status: Status;
  attribution?: { speaker?: Actor; words?: string; publisher?: string };
  place?: { name?: string; country?: string };
  magnitudes?: { kind: string; low: number; high: number; unit?: string; text?: string }[];
  confidence: number;
  evidence: Evidence[];
};
export type Annotation = {
  id: number;
  verdict: 'CONFIRMED' | 'CORRECTED' | 'REJECTED' | 'WITHDRAWN';
  original: Event;
  corrected?: Event | null;
  note?: string | null;
  who: string;
  made: string;
};
export type EventView = {
  event: Event;
  when: string;
  sentence?: string;
  document?: { id: string; title?: string; publisher?: string; published?: string; url?: string };
  told: number;
  annotation?: Annotation;
};
export type Document = {
  id: string;
  title?: string;
  byline?: string;
  publisher?: string;
  origin?: string;
  published?: { from?: string; to?: string };
  url?: string;
  text: string;
  paragraphs?: { kind: string; span: Span }[];
  notes?: string[];
};
export type Read = { document: Document; events: EventView[]; saved?: boolean };
export type Tally = {
  verbalCooperation: number;
  materialCooperation: number;
  verbalConflict: number;
  materialConflict: number;
  goldsteinSum: number;
  weighted: number;
};
export type Job = {
  id: number;
  kind: string;
  name: string;
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  done: number;
  of: number;
  aside: number;
  events: number;
  message?: string;
  notes: string[];
};
export type Overview = {
  counts: { documents: number; events: number; aside: number; runs: number };
  first?: string;
  last?: string;
  store: string;
};

/** What went wrong, in the server's words. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

let asked: (() => void) | undefined;

/** Calls it when the server wants a token that it was not given. */
export function onToken(ask: () => void): void {
  asked = ask;
}

export function keepToken(token: string): void {
  sessionStorage.setItem('entente.token', token);
}

function headers(more: Record<string, string> = {}): Record<string, string> {
  const token = sessionStorage.getItem('entente.token');
  return token ? { ...more, Authorization: `Bearer ${token}` } : more;
}

async function answered(response: Response): Promise<Response> {
  if (response.ok) {
    return response;
  }
  if (response.status === 401) {
    asked?.();
  }
  let detail = `the server answered ${response.status}`;
  try {
    detail = (await response.json()).detail ?? detail;
  } catch {
    // no problem details: the status has to do
  }
  throw new Problem(response.status, detail);
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (e) {
    if (e instanceof DOMException && e.name === 'AbortError') {
      throw e;
    }
    throw new Problem(0, 'the server does not answer; is ./entente serve still running?');
  }
  return answered(response);
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await ask(path, { headers: headers(), signal })).json();
}

export async function text(path: string): Promise<string> {
  return (await ask(path, { headers: headers() })).text();
}

export async function send<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const raw = body instanceof Blob;
  return (
    await ask(path, {
      method,
      headers: headers(raw ? { 'Content-Type': 'application/octet-stream' } : { 'Content-Type': 'application/json' }),
      body: raw ? body : body === undefined ? undefined : JSON.stringify(body),
      signal,
    })
  ).json();
}

/** Deletes it, also while the page is being closed. */
export function leave(path: string): void {
  void fetch(path, { method: 'DELETE', headers: headers(), keepalive: true }).catch(() => {});
}

export function going(job: Job | undefined): boolean {
  return job?.state === 'QUEUED' || job?.state === 'RUNNING';
}

/** Follows a job until it is over, or nobody looks any more. */
export async function follow(id: number, seen: (job: Job) => void, signal?: AbortSignal): Promise<void> {
  const response = await ask(`/api/jobs/${id}/progress`, { headers: headers({ Accept: 'text/event-stream' }), signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    rest += value;
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const data = rest
        .slice(0, end)
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5))
        .join('\n');
      rest = rest.slice(end + 2);
      if (data) {
        seen(JSON.parse(data));
      }
    }
  }
}
