import { useMemo, useRef, useState } from 'preact/hooks';
import { Picture } from '../../picture';
import { useAnswer } from '../../ui';
import { count } from '../../words';
import { mapOption, matrixOption, networkOption, total, type Dyads, type Network, type PlacesAnswer } from './drawings';
import type { Setter } from './filters';

export function NetworkPicture({ query, onChange }: { query: string; onChange: Setter }) {
  const answer = useAnswer<Network>('/api/network?top=28&' + query);
  const actors = answer.value?.network.actors ?? [];
  const ties = answer.value?.network.ties ?? [];
  const current = useRef({ actors, onChange });
  current.current = { actors, onChange };
  return (
    <Picture
      id="network"
      title="Friends and foes"
      height={360}
      about={`Signed network of ${actors.length} actors and ${ties.length} ties. The table has the ties.`}
      note="Solid ties are cooperative, dashed ones hostile; wide ties are strong. Click one, or an actor."
      deps={[answer.value]}
      option={() => networkOption(answer.value)}
      rows={() => ({
        head: ['One', 'Other', 'Events', 'Weight'],
        rows: ties.map((tie) => ({
          cells: [actors[tie.a].name, actors[tie.b].name, tie.events, Math.round(tie.weight * 10) / 10],
          pick: () => onChange({ actor: actors[tie.a].code, with: actors[tie.b].code }),
          label: `Only events between ${actors[tie.a].name} and ${actors[tie.b].name}`,
        })),
      })}
      waiting={answer.waiting}
      problem={answer.problem}
      empty={ties.length === 0 ? 'No two actors have two events with each other.' : undefined}
      onChart={(chart) => {
        chart.off('click');
        chart.on('click', (event) => {
          const data = event.data as { code?: string; one?: string; other?: string };
          if (data.one && data.other) {
            current.current.onChange({ actor: data.one, with: data.other });
          } else if (data.code) {
            current.current.onChange({ actor: data.code, with: null });
          }
        });
      }}
    />
  );
}

export function MapPicture({ query, onChange }: { query: string; onChange: Setter }) {
  const [atActor, setAtActor] = useState(true);
  const answer = useAnswer<PlacesAnswer>(`/api/map?limit=400&at-actor=${atActor}&${query}`);
  const places = (answer.value?.places ?? []).filter((place) => place.latitude !== null);
  const current = useRef(onChange);
  current.current = onChange;
  const pick = (place: { name: string | null; country: string | null; basis: string }) =>
    place.basis === 'TARGET' ? current.current({ target: place.country }) : current.current({ place: place.basis === 'COUNTRY' ? place.country : place.name });
  return (
    <Picture
      id="map"
      title="Where"
      tools={
        <label class="switch">
          <input type="checkbox" checked={atActor} onChange={(e) => setAtActor(e.currentTarget.checked)} /> or at the target
        </label>
      }
      height={360}
      about={`Map of ${places.length} places. The table has the figures.`}
      note={
        answer.value && answer.value.placed < answer.value.events
          ? `${count(answer.value.events - answer.value.placed)} of ${count(answer.value.events, 'event')} tell no place${atActor ? '' : '; the switch puts them at their target’s country'}.`
          : 'Click a place to see only its events.'
      }
      deps={[answer.value]}
      option={() => mapOption(places)}
      rows={() => ({
        head: ['Place', 'Country', 'Events', 'Cooperation', 'Conflict'],
        rows: (answer.value?.places ?? []).map((place) => ({
          cells: [place.name ?? place.country, place.country, place.events, place.cooperation, place.conflict],
          pick: () => pick(place),
          label: `Only events at ${place.name ?? place.country}`,
        })),
      })}
      waiting={answer.waiting}
      problem={answer.problem}
      empty={places.length === 0 ? (atActor ? 'No event that matches tells a place.' : 'No event tells a place.') : undefined}
      onChart={(chart) => {
        chart.off('click');
        chart.on('click', (event) => {
          const data = event.data as { place?: PlacesAnswer['places'][number] };
          if (data?.place) {
            pick(data.place);
          }
        });
      }}
    />
  );
}

export function Matrix({ query, onChange }: { query: string; onChange: Setter }) {
  const answer = useAnswer<Dyads>('/api/dyads?limit=300&' + query);
  const rows = answer.value?.rows ?? [];
  const current = useRef(onChange);
  current.current = onChange;
  const busiest = useMemo(() => {
    const sums = new Map<string, { name: string; events: number }>();
    for (const { dyad } of rows) {
      for (const [id, called] of [
        [dyad.source, dyad.sourceName],
        [dyad.target, dyad.targetName],
      ]) {
        const before = sums.get(id);
        sums.set(id, { name: called, events: (before?.events ?? 0) + total(dyad.tally) });
      }
    }
    return [...sums.entries()].sort((a, b) => b[1].events - a[1].events).slice(0, 14);
  }, [answer.value]);
  return (
    <Picture
      id="dyads"
      title="Who to whom"
      height={420}
      about={`Matrix of the ${busiest.length} busiest actors, sources down and targets across. The table has the figures.`}
      note="Sources down, targets across; the mean Goldstein weight from hostile to friendly, figures are events."
      deps={[answer.value]}
      option={() => matrixOption(rows, busiest)}
      rows={() => ({
        head: ['Source', 'Target', 'Events', 'Cooperation', 'Conflict', 'Goldstein mean'],
        rows: rows.map(({ dyad }) => ({
          cells: [
            dyad.sourceName,
            dyad.targetName,
            total(dyad.tally),
            dyad.tally.verbalCooperation + dyad.tally.materialCooperation,
            dyad.tally.verbalConflict + dyad.tally.materialConflict,
            dyad.tally.weighted ? Math.round((100 * dyad.tally.goldsteinSum) / dyad.tally.weighted) / 100 : null,
          ],
          pick: () => onChange({ source: dyad.source, target: dyad.target, actor: null, with: null }),
          label: `Only what ${dyad.sourceName} does to ${dyad.targetName}`,
        })),
      })}
      waiting={answer.waiting}
      problem={answer.problem}
      empty={rows.length === 0 ? 'No event that matches has a source and a target.' : undefined}
      onChart={(chart) => {
        chart.off('click');
        chart.on('click', (event) => {
          const data = event.data as { source?: string; target?: string };
          if (data?.source && data.target) {
            current.current({ source: data.source, target: data.target, actor: null, with: null });
          }
        });
      }}
    />
  );
}
