import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-110m.json';
import type { Tally } from '../../api';
import { base, echarts, tooltip, type Option } from '../../picture';
import { colour } from '../../theme';
import { count, signed } from '../../words';

type Ring = [number, number][];

/** The shapes are sewn together at 180°: a ring that crosses it is cut in two. */
function cut(ring: Ring): Ring[] {
  const far: Ring = [];
  let turn = 0;
  ring.forEach(([lon, lat], i) => {
    const step = i === 0 ? 0 : lon - ring[i - 1][0];
    turn += step > 180 ? -360 : step < -180 ? 360 : 0;
    far.push([lon + turn, lat]);
  });
  if (far.every(([lon]) => lon >= -180 && lon <= 180)) {
    return [ring];
  }
  const over = far.some(([lon]) => lon > 180) ? 360 : -360;
  const clamp = (lon: number) => Math.max(-180, Math.min(180, lon));
  return [far.map(([lon, lat]) => [clamp(lon), lat]), far.map(([lon, lat]) => [clamp(lon - over), lat])];
}

function countries(): object {
  const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const all = feature(topology, topology.objects.countries);
  return {
    type: 'FeatureCollection',
    features: all.features
      .filter((one) => one.properties.name !== 'Antarctica' && one.geometry)
      .map((one) => {
        const geometry = one.geometry as unknown as { type: string; coordinates: Ring[] | Ring[][] };
        const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Ring[][];
        return {
          type: 'Feature',
          properties: one.properties,
          geometry: { type: 'MultiPolygon', coordinates: polygons.flatMap(([outer, ...holes]) => cut(outer).map((ring) => [ring, ...holes])) },
        };
      }),
  };
}

echarts.registerMap('world', countries() as never);

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

export function timelineOption(points: Point[], changes: { start: string }[]): Option {
  const monthly = points.length > 1 && Date.parse(points[1].start) - Date.parse(points[0].start) > 20 * 86_400_000;
  const kinds = [
    ['Verbal cooperation', 'vc', 'verbalCooperation'],
    ['Material cooperation', 'mc', 'materialCooperation'],
    ['Verbal conflict', 'vx', 'verbalConflict'],
    ['Material conflict', 'mx', 'materialConflict'],
  ] as const;
  return {
    ...base(),
    legend: { left: 0, top: 0, itemWidth: 10, itemHeight: 10, itemGap: 14, selectedMode: false, textStyle: { color: colour('soft'), fontSize: 12 } },
    grid: { left: 46, right: 16, top: window.innerWidth < 620 ? 60 : 46, bottom: 26 },
    tooltip: tooltip((all: { axisValue: string; seriesName: string; value: number }[]) => {
      return [all[0]?.axisValue, ...all.map((one) => `${one.seriesName}  ${count(one.value)}`)].join('\n');
    }, 'axis'),
    brush: {
      xAxisIndex: 0,
      throttleType: 'debounce',
      brushStyle: { color: colour('focus'), opacity: 0.16, borderColor: colour('focus'), borderWidth: 1 },
      toolbox: ['lineX', 'clear'],
      transformable: false,
      outOfBrush: { colorAlpha: 1 },
    },
    xAxis: {
      type: 'category',
      data: points.map((point) => point.start),
      axisLine: { lineStyle: { color: colour('rule-strong') } },
      axisTick: { show: false },
      axisLabel: { color: colour('faint'), hideOverlap: true, formatter: (day: string) => (monthly ? day.slice(0, 7) : day) },
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

/** Where actors stand: near those they have strong ties with. The same ties give the same places. */
function layout(n: number, ties: Network['network']['ties'], strongest: number, upright: boolean): [number, number][] {
  const at: [number, number][] = Array.from({ length: n }, (_, i) => {
    const turn = i * 2.399963;
    const far = 0.15 + 0.85 * Math.sqrt(i / Math.max(1, n));
    return [1.5 * far * Math.cos(turn), far * Math.sin(turn)];
  });
  const ideal = 1.5 / Math.sqrt(Math.max(1, n));
  const degree = at.map((_, i) => ties.filter((tie) => tie.a === i || tie.b === i).length);
  for (let step = 0; step < 300; step++) {
    const heat = 0.09 * (1 - step / 300);
    const push = at.map(([x, y]) => [-x * 0.05, -y * 0.11]);
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const dx = at[i][0] - at[j][0];
        const dy = at[i][1] - at[j][1];
        const d2 = Math.max(1e-4, dx * dx + dy * dy);
        const force = (ideal * ideal) / d2;
        push[i][0] += dx * force;
        push[i][1] += dy * force;
        push[j][0] -= dx * force;
        push[j][1] -= dy * force;
      }
    }
    for (const tie of ties) {
      const dx = at[tie.a][0] - at[tie.b][0];
      const dy = at[tie.a][1] - at[tie.b][1];
      const d = Math.sqrt(dx * dx + dy * dy);
      const force = ((d / ideal) * (0.25 + 0.5 * Math.sqrt(Math.abs(tie.weight) / strongest)) * (tie.weight > 0 ? 1 : 0.4)) / Math.sqrt(Math.min(degree[tie.a], degree[tie.b]) + 1);
      push[tie.a][0] -= dx * force;
      push[tie.a][1] -= dy * force;
      push[tie.b][0] += dx * force;
      push[tie.b][1] += dy * force;
    }
    for (let i = 0; i < n; i++) {
      const size = Math.hypot(push[i][0], push[i][1]);
      const scale = size > heat ? heat / size : 1;
      at[i] = [at[i][0] + push[i][0] * scale, at[i][1] + push[i][1] * scale];
    }
  }
  // half by distance, half by rank: crowds come apart, and lone pairs do not squeeze the rest
  const spread = (values: number[], size: number) => {
    const sorted = [...values].sort((a, b) => a - b);
    const low = sorted[0];
    const wide = Math.max(1e-6, sorted[sorted.length - 1] - low);
    return values.map((v) => size * (0.4 * ((v - low) / wide) + (0.6 * sorted.indexOf(v)) / Math.max(1, n - 1)));
  };
  const xs = spread(at.map(([x, y]) => (upright ? y : x)), upright ? 270 : 400);
  const ys = spread(at.map(([x, y]) => (upright ? x : y)), 310);
  return xs.map((x, i) => [x, ys[i]]);
}

export function networkOption(answer?: Network): Option {
  const actors = answer?.network.actors ?? [];
  const most = Math.max(1, ...(answer?.network.events ?? []));
  const ties = (answer?.network.ties ?? []).slice(0, 90);
  const strongest = Math.max(1e-9, ...ties.map((tie) => Math.abs(tie.weight)));
  const narrow = window.innerWidth < 620;
  const at = layout(actors.length, ties, strongest, narrow);
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
        layout: 'none',
        preserveAspect: true,
        roam: false,
        left: 22,
        right: 52,
        top: 20,
        bottom: 20,
        label: { show: true, position: 'right', color: colour('ink'), fontSize: 11, textBorderColor: colour('surface'), textBorderWidth: 2 },
        labelLayout: { hideOverlap: true },
        emphasis: { focus: 'adjacency' },
        data: actors.map((actor, i) => ({
          id: String(i),
          x: at[i][0],
          y: at[i][1],
          name: actor.code,
          full: actor.name,
          code: actor.code,
          value: answer!.network.events[i],
          symbolSize: (narrow ? 0.7 : 1) * (8 + 24 * Math.sqrt(answer!.network.events[i] / most)),
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
      roam: false,
      clip: true,
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

/** Degrees across to degrees up that fill the map's panel; a degree across is drawn three quarters as wide. */
function panelAspect(): number {
  const wide = Math.min(1360, window.innerWidth);
  const [across, up] = wide <= 560 ? [wide - 58, 240] : wide <= 900 ? [wide - 70, 360] : wide <= 1080 ? [wide - 330, 360] : [(wide - 340) / 2 - 36, 360];
  return across / up / 0.75;
}

function bounds(places: PlacesAnswer['places']): object {
  if (places.length === 0) {
    return {};
  }
  const lons = places.map((place) => place.longitude!);
  const lats = places.map((place) => place.latitude!);
  const wide = Math.max(...lons) - Math.min(...lons);
  const high = Math.max(...lats) - Math.min(...lats);
  const aspect = panelAspect();
  const pad = Math.max(6, Math.min(18, wide * 0.15, high * 0.3));
  // as wide to high as the panel is, so that it is filled
  const across = Math.max(wide + 2 * pad, (high + 2 * pad) * aspect);
  const up = Math.max(high + 2 * pad, across / aspect);
  const lon = (Math.max(...lons) + Math.min(...lons)) / 2;
  const lat = Math.max(-58 + up / 2, Math.min(84 - up / 2, (Math.max(...lats) + Math.min(...lats)) / 2));
  return {
    boundingCoords: [
      [Math.max(-180, lon - across / 2), Math.min(84, lat + up / 2)],
      [Math.min(180, lon + across / 2), Math.max(-58, lat - up / 2)],
    ],
  };
}

export function matrixOption(rows: Dyads['rows'], busiest: [string, { name: string; events: number }][]): Option {
  const chosen = new Set(busiest.map(([id]) => id));
  const among = rows.filter(({ dyad }) => chosen.has(dyad.source) && chosen.has(dyad.target));
  const down = busiest.filter(([id]) => among.some(({ dyad }) => dyad.source === id));
  const across = busiest.filter(([id]) => among.some(({ dyad }) => dyad.target === id));
  const row = new Map(down.map(([id], i) => [id, i]));
  const column = new Map(across.map(([id], i) => [id, i]));
  const cells = among.map(({ dyad }) => ({
    value: [column.get(dyad.target)!, row.get(dyad.source)!, dyad.tally.weighted ? dyad.tally.goldsteinSum / dyad.tally.weighted : 0],
    source: dyad.source,
    target: dyad.target,
    events: total(dyad.tally),
    names: `${dyad.sourceName} → ${dyad.targetName}`,
  }));
  const axis = {
    type: 'category',
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { color: colour('soft'), fontSize: 11, width: 96, overflow: 'truncate', interval: 0 },
    splitArea: { show: false },
  };
  return {
    ...base(),
    grid: { left: 104, right: 8, top: 8, height: Math.min(334, down.length * 34) },
    tooltip: tooltip((one: { data: (typeof cells)[number] }) => `${one.data.names}\n${count(one.data.events, 'event')}, mean Goldstein ${signed(one.data.value[2])}`),
    xAxis: { ...axis, data: across.map(([, one]) => one.name), axisLabel: { ...axis.axisLabel, rotate: 42 } },
    yAxis: { ...axis, data: down.map(([, one]) => one.name), inverse: true },
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
