import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-110m.json';
import type { Tally } from '../api';
import { echarts, type Option } from '../picture';
import { colour } from '../theme';
import { count, signed } from '../words';

echarts.registerMap(
  'world',
  feature(world as unknown as Topology, (world as unknown as { objects: { countries: GeometryCollection } }).objects.countries) as never,
);

export type Point = { start: string; days: number; tally: Tally };
export type SeriesAnswer = { series: { points: Point[]; changes: { index: number; start: string }[] }[] };
export type Network = {
  network: {
    actors: { id: string; code: string; name: string }[];
    events: number[];
    ties: { a: number; b: number; weight: number; events: number }[];
  };
  nodes: { camp: number; community: number }[];
};
export type PlacesAnswer = {
  events: number;
  placed: number;
  places: {
    name: string | null;
    country: string | null;
    latitude: number | null;
    longitude: number | null;
    basis: string;
    events: number;
    cooperation: number;
    conflict: number;
  }[];
};
export type Dyads = {
  rows: { dyad: { source: string; sourceName: string; target: string; targetName: string; tally: Tally } }[];
};

export function total(tally: Tally): number {
  return tally.verbalCooperation + tally.materialCooperation + tally.verbalConflict + tally.materialConflict;
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';

function base(): Option {
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: colour('soft'), fontSize: 12 },
  };
}

/** Drawn on the canvas: the page's policy forbids styles in HTML. */
function tooltip(formatter: (p: any) => string, trigger: 'item' | 'axis' = 'item'): object {
  return {
    trigger,
    renderMode: 'richText',
    confine: true,
    backgroundColor: colour('surface'),
    borderColor: colour('rule-strong'),
    borderWidth: 1,
    padding: [6, 9],
    textStyle: { color: colour('ink'), fontFamily: FONT, fontSize: 12, lineHeight: 17 },
    axisPointer: { type: 'shadow', shadowStyle: { color: colour('rule'), opacity: 0.4 } },
    formatter,
  };
}

export function timelineOption(points: Point[], changes: { start: string }[]): Option {
  const kinds = [
    ['Verbal cooperation', 'vc', 'verbalCooperation'],
    ['Material cooperation', 'mc', 'materialCooperation'],
    ['Verbal conflict', 'vx', 'verbalConflict'],
    ['Material conflict', 'mx', 'materialConflict'],
  ] as const;
  return {
    ...base(),
    grid: { left: 46, right: 8, top: 12, bottom: 26 },
    tooltip: tooltip((all: { axisValue: string; seriesName: string; value: number }[]) => {
      return [all[0]?.axisValue, ...all.map((one) => `${one.seriesName}  ${count(one.value)}`)].join('\n');
    }, 'axis'),
    brush: {
      xAxisIndex: 0,
      throttleType: 'debounce',
      brushStyle: { color: colour('focus'), opacity: 0.16, borderColor: colour('focus'), borderWidth: 1 },
      toolbox: [],
      outOfBrush: { colorAlpha: 1 },
    },
    xAxis: {
      type: 'category',
      data: points.map((point) => point.start),
      axisLine: { lineStyle: { color: colour('rule-strong') } },
      axisTick: { show: false },
      axisLabel: { color: colour('faint'), hideOverlap: true, formatter: (day: string) => (points.length > 60 ? day.slice(0, 7) : day) },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: colour('faint') },
      splitLine: { lineStyle: { color: colour('rule') } },
      minInterval: 1,
    },
    series: kinds.map(([label, tint, field], i) => ({
      type: 'bar',
      stack: 'all',
      name: label,
      barCategoryGap: points.length > 120 ? '0%' : '18%',
      itemStyle: { color: colour(tint) },
      data: points.map((point) => point.tally[field]),
      markLine:
        i === 0 && changes.length > 0
          ? {
              silent: true,
              symbol: 'none',
              label: { show: false },
              lineStyle: { color: colour('ink'), type: 'dashed', width: 1, opacity: 0.7 },
              data: changes.map((change) => ({ xAxis: change.start })),
            }
          : undefined,
    })),
  };
}

/** The same places for the same actors: camps on two sides, drawn by force from a circle. */
export function networkOption(answer?: Network): Option {
  const actors = answer?.network.actors ?? [];
  const most = Math.max(1, ...(answer?.network.events ?? []));
  const ties = (answer?.network.ties ?? []).slice(0, 90);
  const strongest = Math.max(1e-9, ...ties.map((tie) => Math.abs(tie.weight)));
  return {
    ...base(),
    tooltip: tooltip((one: { dataType: string; data: any }) =>
      one.dataType === 'edge'
        ? `${one.data.names}\n${count(one.data.events, 'event')}, weight ${signed(one.data.weight)}`
        : `${one.data.full}\n${count(one.data.value, 'event')}`,
    ),
    series: [
      {
        type: 'graph',
        layout: 'force',
        force: { repulsion: 190, gravity: 0.13, edgeLength: [34, 150], layoutAnimation: false, initLayout: 'circular' },
        roam: false,
        left: 24,
        right: 24,
        top: 18,
        bottom: 18,
        label: { show: true, position: 'right', color: colour('ink'), fontSize: 11, textBorderColor: colour('surface'), textBorderWidth: 2 },
        labelLayout: { hideOverlap: true },
        emphasis: { focus: 'adjacency' },
        data: actors.map((actor, i) => ({
          id: String(i),
          name: actor.code,
          full: actor.name,
          code: actor.code,
          value: answer!.network.events[i],
          symbolSize: 8 + 24 * Math.sqrt(answer!.network.events[i] / most),
          itemStyle: {
            color: answer!.nodes[i]?.camp === 0 ? colour('node-a') : colour('node-b'),
            borderColor: colour('surface'),
            borderWidth: 1.5,
          },
        })),
        links: ties.map((tie) => ({
          source: String(tie.a),
          target: String(tie.b),
          value: 1 + Math.abs(tie.weight) / strongest,
          weight: tie.weight,
          events: tie.events,
          one: actors[tie.a].code,
          other: actors[tie.b].code,
          names: `${actors[tie.a].name} and ${actors[tie.b].name}`,
          lineStyle: {
            color: tie.weight > 0 ? colour('coop') : colour('conf'),
            type: tie.weight > 0 ? 'solid' : 'dashed',
            width: 0.8 + 5 * Math.sqrt(Math.abs(tie.weight) / strongest),
            opacity: 0.75,
            curveness: 0.06,
          },
        })),
      },
    ],
  };
}

export function mapOption(places: PlacesAnswer['places']): Option {
  const most = Math.max(1, ...places.map((place) => place.events));
  const spread = bounds(places);
  return {
    ...base(),
    tooltip: tooltip((one: { data: { place: PlacesAnswer['places'][number] } }) => {
      const place = one.data?.place;
      return place
        ? `${place.name ?? place.country}\n${count(place.events, 'event')}: ${count(place.cooperation)} cooperation, ${count(place.conflict)} conflict`
        : '';
    }),
    geo: {
      map: 'world',
      roam: true,
      silent: true,
      ...spread,
      itemStyle: { areaColor: colour('land'), borderColor: colour('border'), borderWidth: 0.6 },
      emphasis: { disabled: true },
    },
    series: [
      {
        type: 'scatter',
        coordinateSystem: 'geo',
        data: [...places]
          .sort((a, b) => b.events - a.events)
          .map((place) => ({
            value: [place.longitude, place.latitude],
            place,
            symbolSize: 5 + 30 * Math.sqrt(place.events / most),
            itemStyle: {
              color: shade(place.events ? place.conflict / place.events : 0.5),
              opacity: 0.82,
              borderColor: colour('surface'),
              borderWidth: 0.8,
            },
          })),
      },
    ],
  };
}

/** From cooperation to conflict in five steps. */
function shade(hostility: number): string {
  return colour('m' + Math.min(4, Math.floor(hostility * 5)));
}

function bounds(places: PlacesAnswer['places']): object {
  if (places.length === 0) {
    return {};
  }
  const lons = places.map((place) => place.longitude!);
  const lats = places.map((place) => place.latitude!);
  const wide = Math.max(...lons) - Math.min(...lons);
  const high = Math.max(...lats) - Math.min(...lats);
  if (wide > 150) {
    return { boundingCoords: [[-170, 80], [180, -56]] };
  }
  const pad = Math.max(6, wide * 0.15, high * 0.2);
  return {
    boundingCoords: [
      [Math.max(-180, Math.min(...lons) - pad), Math.min(84, Math.max(...lats) + pad)],
      [Math.min(180, Math.max(...lons) + pad), Math.max(-58, Math.min(...lats) - pad)],
    ],
  };
}

export function matrixOption(rows: Dyads['rows'], busiest: [string, { name: string; events: number }][]): Option {
  const at = new Map(busiest.map(([id], i) => [id, i]));
  const names = busiest.map(([, one]) => one.name);
  const cells = rows
    .filter(({ dyad }) => at.has(dyad.source) && at.has(dyad.target))
    .map(({ dyad }) => ({
      value: [at.get(dyad.target)!, at.get(dyad.source)!, dyad.tally.weighted ? dyad.tally.goldsteinSum / dyad.tally.weighted : 0],
      source: dyad.source,
      target: dyad.target,
      events: total(dyad.tally),
      names: `${dyad.sourceName} → ${dyad.targetName}`,
    }));
  const axis = {
    type: 'category',
    data: names,
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { color: colour('soft'), fontSize: 11, width: 96, overflow: 'truncate', interval: 0 },
    splitArea: { show: false },
  };
  return {
    ...base(),
    grid: { left: 104, right: 8, top: 8, bottom: 78 },
    tooltip: tooltip((one: { data: (typeof cells)[number] }) => `${one.data.names}\n${count(one.data.events, 'event')}, mean Goldstein ${signed(one.data.value[2])}`),
    xAxis: { ...axis, axisLabel: { ...axis.axisLabel, rotate: 42 } },
    yAxis: { ...axis, inverse: true },
    visualMap: {
      show: false,
      min: -8,
      max: 8,
      dimension: 2,
      inRange: { color: ['m4', 'm3', 'm2', 'm1', 'm0'].map(colour) },
    },
    series: [
      {
        type: 'heatmap',
        data: cells,
        itemStyle: { borderColor: colour('surface'), borderWidth: 2, borderRadius: 3 },
        label: { show: true, fontSize: 11, color: colour('on-matrix'), formatter: (one: { data: (typeof cells)[number] }) => count(one.data.events) },
        emphasis: { itemStyle: { borderColor: colour('ink'), borderWidth: 2 } },
      },
    ],
  };
}
