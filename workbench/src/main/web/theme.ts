/** Light, dark, or as the system has it. */
export type Theme = 'light' | 'dark';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const watchers = new Set<() => void>();

export function theme(): Theme {
  const kept = localStorage.getItem('entente.theme');
  return kept === 'light' || kept === 'dark' ? kept : dark.matches ? 'dark' : 'light';
}

export function apply(): void {
  document.documentElement.dataset.theme = theme();
  watchers.forEach((watcher) => watcher());
}

export function turn(): void {
  localStorage.setItem('entente.theme', theme() === 'dark' ? 'light' : 'dark');
  apply();
}

export function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** A colour of the style sheet: colour('conf'). */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
}

dark.addEventListener('change', apply);
apply();
