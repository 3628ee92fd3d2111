import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { keepToken, onToken } from './api';
import { href, useRoute, type Route } from './route';
import { theme, turn, watch } from './theme';
import { Tour } from './tour';
import { Waiting } from './ui';
import { Knowledge } from './views/knowledge';
import { Read } from './views/read';
import { Runs } from './views/runs';

type View = ComponentType<{ route: Route }>;

/** In the order of the navigation. Those with pictures are loaded when they are first looked at. */
const VIEWS: { id: string; label: string; view: View | (() => Promise<View>); lazy?: boolean }[] = [
  { id: 'read', label: 'Read', view: Read },
  { id: 'explore', label: 'Explore', view: () => import('./views/explore/explore').then((m) => m.Explore), lazy: true },
  { id: 'sway', label: 'Sway', view: () => import('./views/sway/sway').then((m) => m.Sway), lazy: true },
  { id: 'forecast', label: 'Forecast', view: () => import('./views/forecast/forecast').then((m) => m.Forecast), lazy: true },
  { id: 'knowledge', label: 'Knowledge', view: Knowledge },
  { id: 'runs', label: 'Runs', view: Runs },
];

export function App() {
  const route = useRoute();
  const shown = VIEWS.find((one) => one.id === route.view) ?? VIEWS[0];
  const [loaded, setLoaded] = useState<Record<string, View>>({});
  const [dark, setDark] = useState(theme() === 'dark');
  const [token, setToken] = useState(false);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);

  useEffect(() => watch(() => setDark(theme() === 'dark')) as () => void, []);
  useEffect(() => onToken(() => setToken(true)), []);
  useEffect(() => {
    document.title = `${shown.label} · Entente`;
    if (shown.lazy && !loaded[shown.id]) {
      (shown.view as () => Promise<View>)().then((view) => setLoaded((before) => ({ ...before, [shown.id]: view })));
    }
    if (!first.current) {
      main.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    first.current = false;
  }, [shown.id]);

  const Shown = shown.lazy ? loaded[shown.id] : (shown.view as View);
  return (
    <>
      <a class="skip" href="#main" onClick={(e) => (e.preventDefault(), main.current?.focus())}>
        To the content
      </a>
      <header class="top">
        <a class="brand" href={href('read')} aria-label="Entente, to the start">
          <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
            <rect width="32" height="32" rx="7" fill="var(--focus)" />
            <circle cx="11" cy="16" r="5" fill="var(--surface)" />
            <circle cx="22" cy="16" r="5" fill="none" stroke="var(--surface)" stroke-width="2.4" />
          </svg>
          <span>Entente</span>
        </a>
        <nav aria-label="Views">
          {VIEWS.map((one) => (
            <a key={one.id} href={href(one.id)} aria-current={one === shown ? 'page' : undefined}>
              {one.label}
            </a>
          ))}
        </nav>
        <div class="top-end">
          <a class="quiet" href="/api/docs">
            API
          </a>
          <button type="button" class="quiet icon" onClick={turn} aria-label={dark ? 'Light colours' : 'Dark colours'}>
            <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
              {dark ? (
                <g fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round">
                  <circle cx="10" cy="10" r="3.6" />
                  <path d="M10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M4.2 15.8l1.4-1.4M14.4 5.6l1.4-1.4" />
                </g>
              ) : (
                <path d="M16.5 12.3A7 7 0 0 1 7.7 3.5a7 7 0 1 0 8.8 8.8Z" fill="currentColor" />
              )}
            </svg>
          </button>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {token && <TokenForm />}
        {Shown ? <Shown route={route} /> : <Waiting />}
      </main>
      <Tour />
    </>
  );
}

function TokenForm() {
  return (
    <form
      class="panel token"
      onSubmit={(e) => {
        e.preventDefault();
        keepToken(new FormData(e.currentTarget).get('token') as string);
        location.reload();
      }}
    >
      <label for="token">This server wants its token: the first line of its token file</label>
      <div class="row">
        <input id="token" name="token" type="password" autocomplete="off" required />
        <button class="primary">Go on</button>
      </div>
    </form>
  );
}
