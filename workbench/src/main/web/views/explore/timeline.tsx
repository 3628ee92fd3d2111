import { useRef } from 'preact/hooks';
import type { Overview } from '../../api';
import { Picture, type Chart } from '../../picture';
import { useAnswer } from '../../ui';
import { count } from '../../words';
import { timelineOption, total, type Point, type SeriesAnswer } from './drawings';
import type { Setter } from './filters';

/** The months that matter: a lone event of a century ago does not stretch the picture. */
function core(points: Point[]): [number, number] {
  const all = points.reduce((sum, point) => sum + total(point.tally), 0);
  let first = 0;
  let before = 0;
  while (points.length - first > 2 && before + total(points[first].tally) <= all * 0.05) {
    before += total(points[first++].tally);
  }
  // of what is left out, the months next to the rest come back
  while (first > 0 && total(points[first - 1].tally) > 0) {
    before -= total(points[--first].tally);
  }
  // only if that leaves out a desert
  return first > points.length / 2 ? [first, before] : [0, 0];
}

function period(from: string | undefined, to: string | undefined): 'day' | 'week' | 'month' {
  const days = (Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000;
  return !(days >= 0) ? 'month' : days <= 125 ? 'day' : days <= 900 ? 'week' : 'month';
}

function next(start: string, by: string): string {
  const day = new Date(start + 'T00:00:00Z');
  if (by === 'month') {
    day.setUTCMonth(day.getUTCMonth() + 1);
  } else {
    day.setUTCDate(day.getUTCDate() + (by === 'week' ? 7 : 1));
  }
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

export function Timeline({ params, overview, onChange }: { params: URLSearchParams; overview?: Overview; onChange: Setter }) {
  const months = useAnswer<SeriesAnswer>(overview ? `/api/series?by=month&${params}` : null);
  const all = months.value?.series[0]?.points ?? [];
  const [first, before] = core(all);
  const shown = all.slice(first);
  const by = period(shown[0] && params.get('from')?.length === 10 ? params.get('from')! : shown[0]?.start, params.get('to')?.length === 10 ? params.get('to')! : shown.length ? next(shown[shown.length - 1].start, 'month') : undefined);
  const finer = new URLSearchParams(params);
  if (before > 0) {
    finer.set('from', shown[0].start);
  }
  const fine = useAnswer<SeriesAnswer>(by === 'month' ? null : `/api/series?by=${by}&${finer}`);
  const answer = by === 'month' ? months : fine;
  const series = answer.value?.series[0];
  const points = by === 'month' ? shown : (series?.points ?? []);
  const latest = useRef(points);
  latest.current = points;
  const narrow = useRef<(from: number, to: number) => void>(() => {});
  narrow.current = (from, to) => {
    const last = latest.current.length - 1;
    const a = latest.current[Math.max(0, Math.min(last, from))];
    const b = latest.current[Math.max(0, Math.min(last, to))];
    if (a && b) {
      onChange({ from: a.start, to: next(b.start, by) });
    }
  };
  function ready(chart: Chart) {
    chart.off('brushEnd');
    chart.dispatchAction({ type: 'brush', areas: [] });
    chart.on('brushEnd', (event) => {
      const area = (event as { areas: { coordRange: [number, number] }[] }).areas[0];
      if (area) {
        narrow.current(area.coordRange[0], area.coordRange[1]);
      }
    });
    chart.dispatchAction({ type: 'takeGlobalCursor', key: 'brush', brushOption: { brushType: 'lineX', brushMode: 'single' } });
  }
  return (
    <Picture
      id="timeline"
      title="Timeline"
      height={260}
      about={`Events by ${by}, ${points.length} ${by}s, from ${points[0]?.start} to ${points[points.length - 1]?.start}. The table has the figures.`}
      note={`Events by ${by}. Drag across it to narrow the days${series && series.changes.length > 0 ? '; dashed: the level changes by more than chance' : ''}.${before > 0 ? ` ${count(before, 'event')} before ${shown[0].start} not drawn.` : ''}`}
      deps={[answer.value]}
      option={() => timelineOption(points, (series?.changes ?? []).filter((change) => change.start >= (points[0]?.start ?? '')))}
      rows={() => ({
        head: ['From', 'Events', 'Verbal cooperation', 'Material cooperation', 'Verbal conflict', 'Material conflict', 'Goldstein sum'],
        rows: points.map((point, i) => ({
          cells: [
            point.start,
            total(point.tally),
            point.tally.verbalCooperation,
            point.tally.materialCooperation,
            point.tally.verbalConflict,
            point.tally.materialConflict,
            Math.round(point.tally.goldsteinSum * 10) / 10,
          ],
          pick: () => narrow.current(i, i),
          label: `Only the ${by} from ${point.start}`,
        })),
      })}
      waiting={months.waiting || fine.waiting}
      problem={months.problem ?? fine.problem}
      empty={points.length === 0 ? 'No dated event matches. Take back a filter above.' : undefined}
      onChart={ready}
    />
  );
}
