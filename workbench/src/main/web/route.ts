import { useEffect, useState } from 'preact/hooks';

/** Where we are: #/explore?source=EGY has the view explore, no rest, and one parameter. */
export type Route = { view: string; rest: string; params: URLSearchParams };

export function parse(hash: string): Route {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [view, ...rest] = path.split('/');
  return { view: view || 'read', rest: rest.map(decodeURIComponent).join('/'), params: new URLSearchParams(query) };
}

export function href(view: string, rest = '', params?: URLSearchParams | Record<string, string>): string {
  const query = new URLSearchParams(params as Record<string, string>).toString();
  return `#/${view}${rest ? '/' + encodeURIComponent(rest) : ''}${query ? '?' + query : ''}`;
}

export function go(address: string, replace = false): void {
  if (replace) {
    history.replaceState(null, '', address);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = address;
  }
}

export function useRoute(): Route {
  const [route, setRoute] = useState(parse(location.hash));
  useEffect(() => {
    const changed = () => setRoute(parse(location.hash));
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  return route;
}
