import type { Overview } from '../../api';
import { go, href, type Route } from '../../route';
import { Empty, Trouble, useAnswer } from '../../ui';
import { count } from '../../words';
import { Chips, Filters, only } from './filters';
import { MapPicture, Matrix, NetworkPicture } from './pictures';
import { Table } from './table';
import { Timeline } from './timeline';

/** Filters, and five pictures of what they let through, each of which narrows them further. */
export function Explore({ route }: { route: Route }) {
  const overview = useAnswer<Overview>('/api/overview');
  const params = only(route.params);
  const query = params.toString();
  const set = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(query);
    for (const [key, value] of Object.entries(changes)) {
      if (value) {
        next.set(key, value);
      } else {
        next.delete(key);
      }
    }
    go(href('explore', '', next));
  };

  if (overview.value && overview.value.counts.events === 0) {
    return (
      <div class="page">
        <h1>Explore</h1>
        <Empty what="No event is in the store yet.">
          <a href={href('read')}>Read a text</a> and keep it, or <a href={href('runs')}>import a table of events</a>.
        </Empty>
      </div>
    );
  }
  return (
    <div class="page explore">
      <div class="explore-head">
        <h1>Explore</h1>
        <Total query={query} overview={overview.value} />
      </div>
      <Trouble what={overview.problem} />
      <div class="explore-body">
        <Filters params={params} onChange={set} />
        <div class="pictures">
          <Chips params={params} onChange={set} />
          <Timeline params={params} overview={overview.value} onChange={set} />
          <div class="two">
            <NetworkPicture query={query} onChange={set} />
            <MapPicture query={query} onChange={set} />
          </div>
          <Matrix query={query} onChange={set} />
          <Table query={query} page={Number(route.params.get('page')) || 1} sort={route.params.get('sort') ?? 'time'} />
        </div>
      </div>
    </div>
  );
}

function Total({ query, overview }: { query: string; overview?: Overview }) {
  const found = useAnswer<{ count: number }>('/api/count?' + query);
  return (
    <p class="lead" role="status" aria-live="polite">
      {found.value ? count(found.value.count, 'event') : '…'}
      {overview && query && ` of ${count(overview.counts.events)}`}
      {overview?.first && <span class="soft"> · the store has {overview.first} to {overview.last}</span>}
    </p>
  );
}
