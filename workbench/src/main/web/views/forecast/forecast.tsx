import type { Overview } from '../../api';
import { href, type Route } from '../../route';
import { Empty, Trouble, useAnswer } from '../../ui';
import { Question } from './question';
import { Ranking } from './ranking';
import { WhatIf } from './whatif';

const PARTS = [
  { id: '', label: 'What comes next', view: Ranking },
  { id: 'question', label: 'Will it happen?', view: Question },
  { id: 'what-if', label: 'What if', view: WhatIf },
];

/** What is likely next, how probable one thing is, and what would follow from another. */
export function Forecast({ route }: { route: Route }) {
  const overview = useAnswer<Overview>('/api/overview');
  const part = PARTS.find((one) => one.id === route.rest) ?? PARTS[0];
  const Part = part.view;
  return (
    <div class="page">
      <h1>Forecast</h1>
      <p class="lead">
        What is forecast are reports: events as the news will tell them, from events as the news told them. What follows what in reports need not be its cause.
      </p>
      <nav class="tabs" aria-label="Kinds of forecast">
        {PARTS.map((one) => (
          <a key={one.id} href={href('forecast', one.id)} aria-current={one === part ? 'page' : undefined}>
            {one.label}
          </a>
        ))}
      </nav>
      <Trouble what={overview.problem} />
      {overview.value?.counts.events === 0 ? (
        <Empty what="No event is in the store yet.">
          <a href={href('read')}>Read some texts</a> and keep them, or <a href={href('runs')}>import a table of events</a>: a forecast wants thousands, over months.
        </Empty>
      ) : (
        <Part key={part.id} params={route.params} />
      )}
    </div>
  );
}
