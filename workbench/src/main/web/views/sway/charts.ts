import { CustomChart, LineChart } from 'echarts/charts';
import { base, echarts, tooltip, type Option } from '../../picture';
import { colour } from '../../theme';
import { signed } from '../../words';
import { shower, type Camps, type Issue, type Outlook, type Scale, type Tie } from './issue';

echarts.use([CustomChart, LineChart]);

const TINTS = ['focus', 'mc', 'mx', 'tgt-line', 'vx', 'faint', 'claim-line'];

function tint(i: number): string {
  return colour(TINTS[i % TINTS.length]);
}

function narrow(): boolean {
  return window.innerWidth < 620;
}

function axis(scale: Scale): object {
  return {
    type: 'value',
    min: scale.from,
    max: scale.to,
    axisLabel: { color: colour('faint'), hideOverlap: true },
    splitLine: { lineStyle: { color: colour('rule') } },
  };
}

function names(outlooks: Outlook[]): object {
  return {
    type: 'category',
    inverse: true,
    data: outlooks.map((outlook) => outlook.name),
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { color: colour('ink'), width: narrow() ? 92 : 190, overflow: 'break', lineHeight: 15, fontSize: narrow() ? 11 : 12 },
    splitLine: { show: true, lineStyle: { color: colour('rule') } },
  };
}

/** An interval and a point for each model, options below each other. */
export function optionsOption(outlooks: Outlook[], models: string[], scale: Scale): Option {
  const show = shower(scale);
  return {
    ...base(),
    grid: { left: narrow() ? 104 : 204, right: 16, top: narrow() ? 92 : window.innerWidth < 1080 ? 50 : 32, bottom: 30 },
    legend: { left: 0, top: 0, itemWidth: 10, itemHeight: 10, itemGap: 12, selectedMode: false, textStyle: { color: colour('soft'), fontSize: 12 } },
    tooltip: tooltip((one: { seriesName: string; name: string; data: { value: number[] } }) => {
      const [mean, , low, high] = one.data.value;
      return `${one.name}\n${one.seriesName}: ${show(mean)} (${show(low)} to ${show(high)})`;
    }),
    xAxis: axis(scale),
    yAxis: names(outlooks),
    series: models.map((model, m) => ({
      type: 'custom',
      name: model,
      itemStyle: { color: tint(m) },
      encode: { x: [0, 2, 3], y: 1 },
      data: outlooks.flatMap((outlook, row) =>
        outlook.predictions
          .filter((one) => one.scale === scale.id && one.model === model)
          .map((one) => ({ value: [one.mean, row, one.low, one.high], name: outlook.name })),
      ),
      renderItem: (_: unknown, api: any) => {
        const n = models.length;
        const high = api.size([0, 1])[1];
        const y = api.coord([0, api.value(1)])[1] + ((m - (n - 1) / 2) * high * 0.78) / n;
        const at = (value: number) => api.coord([api.value(value), 0])[0];
        return {
          type: 'group',
          children: [
            { type: 'line', shape: { x1: at(2), x2: at(3), y1: y, y2: y }, style: { stroke: tint(m), lineWidth: 2, opacity: 0.6 } },
            { type: 'circle', shape: { cx: at(0), cy: y, r: m === 0 ? 4.5 : 3 }, style: { fill: tint(m) } },
          ],
        };
      },
    })),
  };
}

/** How the draws of one model lie on the scale, options below each other. */
export function drawsOption(outlooks: Outlook[], model: string, scale: Scale): Option {
  const show = shower(scale);
  const rows = outlooks.map((outlook) => outlook.predictions.find((one) => one.scale === scale.id && one.model === model)!);
  const shares = rows.map((one) => {
    const all = one.histogram.reduce((a, b) => a + b, 0) || 1;
    return one.histogram.map((n) => n / all);
  });
  const most = Math.max(...shares.map((row) => Math.max(...row)));
  return {
    ...base(),
    grid: { left: narrow() ? 104 : 204, right: 16, top: 8, bottom: 30 },
    tooltip: tooltip((one: { dataIndex: number; name: string }) => {
      const row = rows[one.dataIndex];
      return `${one.name}\nmedian ${show(row.median)}, nine in ten from ${show(row.low)} to ${show(row.high)}`;
    }),
    xAxis: axis(scale),
    yAxis: names(outlooks),
    series: [
      {
        type: 'custom',
        encode: { x: [0], y: 1 },
        data: rows.map((one, row) => ({ value: [one.median, row], name: outlooks[row].name })),
        renderItem: (params: { dataIndex: number }, api: any) => {
          const share = shares[params.dataIndex];
          const high = api.size([0, 1])[1] * 0.86;
          const y = api.coord([0, api.value(1)])[1] + high / 2;
          const wide = (scale.to - scale.from) / share.length;
          return {
            type: 'group',
            children: share
              .map((part, b) => ({ part, from: api.coord([scale.from + b * wide, 0])[0], to: api.coord([scale.from + (b + 1) * wide, 0])[0] }))
              .filter(({ part }) => part > 0)
              .map(({ part, from, to }) => ({
                type: 'rect',
                shape: { x: from, y: y - Math.max(1, (high * part) / most), width: Math.max(1, to - from - 0.5), height: Math.max(1, (high * part) / most) },
                style: { fill: tint(0), opacity: 0.75 },
              })),
          };
        },
      },
    ],
  };
}

/** Positions round by round. */
export function pathOption(issue: Issue, rounds: number[][][], k: number): Option {
  const scale = issue.scales[k];
  const show = shower(scale);
  const labels = endLabels(issue, rounds[rounds.length - 1][k], (scale.to - scale.from) / 22);
  return {
    ...base(),
    grid: { left: 40, right: narrow() ? 74 : 120, top: 12, bottom: 34 },
    tooltip: tooltip((one: { seriesName: string; dataIndex: number; value: number }) => `${one.seriesName}\nround ${one.dataIndex}: ${show(one.value)}`),
    xAxis: {
      type: 'category',
      name: 'round',
      nameLocation: 'middle',
      nameGap: 22,
      boundaryGap: false,
      data: rounds.map((_, r) => String(r)),
      axisLine: { lineStyle: { color: colour('rule-strong') } },
      axisTick: { show: false },
      axisLabel: { color: colour('faint') },
      nameTextStyle: { color: colour('faint') },
    },
    yAxis: axis(scale),
    series: issue.actors.map((actor, i) => ({
      type: 'line',
      name: actor.name,
      symbolSize: 5,
      showSymbol: true,
      lineStyle: { color: tint(i), width: 1.6, type: i < TINTS.length ? 'solid' : 'dashed' },
      itemStyle: { color: tint(i) },
      endLabel: { show: labels[i] !== '', formatter: labels[i], color: colour('ink'), fontSize: 11, width: narrow() ? 66 : 112, overflow: 'break', lineHeight: 12 },
      emphasis: { focus: 'series' },
      data: rounds.map((round) => round[k][i]),
    })),
  };
}

/** A name for each line; those that end at nearly the same number share one of codes. */
function endLabels(issue: Issue, ends: number[], near: number): string[] {
  const labels = ends.map(() => '');
  const order = ends.map((_, i) => i).sort((a, b) => ends[a] - ends[b]);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && ends[order[to]] - ends[order[to - 1]] < near) {
      to++;
    }
    const group = order.slice(from, to);
    const actors = group.map((i) => issue.actors[i]);
    labels[group[Math.floor(group.length / 2)]] = group.length === 1 && !narrow() ? actors[0].name : actors.map((one) => one.id).join(', ');
    from = to;
  }
  return labels;
}

/** Two camps on two arcs, and the ties between and within them; those at odds with the split are wide. */
export function campsOption(issue: Issue, ties: Tie[], camps: Camps): Option {
  const names = new Map(issue.actors.map((one) => [one.id, one.name]));
  const strongest = Math.max(1e-9, ...ties.map((tie) => Math.abs(tie.weight)));
  const one = new Set(camps.one);
  const place = new Map<string, [number, number]>();
  for (const [side, members] of [[-1, camps.one], [1, camps.other]] as const) {
    members.forEach((id, i) => {
      const turn = ((members.length === 1 ? 0.5 : i / (members.length - 1)) - 0.5) * Math.PI * 0.86;
      place.set(id, [side * (narrow() ? 24 : 60) * (0.5 + Math.cos(turn)), 70 * Math.sin(turn)]);
    });
  }
  return {
    ...base(),
    tooltip: tooltip((item: { dataType: string; data: any }) => (item.dataType === 'edge' ? item.data.words : item.data.full)),
    series: [
      {
        type: 'graph',
        layout: 'none',
        preserveAspect: true,
        roam: false,
        left: narrow() ? 56 : 110,
        right: narrow() ? 56 : 110,
        top: 20,
        bottom: 20,
        emphasis: { focus: 'adjacency' },
        data: [...place].map(([id, [x, y]]) => ({
          id,
          name: narrow() ? id : (names.get(id) ?? id),
          full: names.get(id) ?? id,
          x,
          y,
          symbolSize: 13,
          itemStyle: { color: one.has(id) ? colour('node-a') : colour('node-b'), borderColor: colour('surface'), borderWidth: 1.5 },
          label: { show: true, position: one.has(id) ? 'left' : 'right', color: colour('ink'), fontSize: 12, width: narrow() ? 52 : 106, overflow: 'truncate' },
        })),
        links: ties
          .filter((tie) => place.has(tie.a) && place.has(tie.b))
          .map((tie) => ({
            source: tie.a,
            target: tie.b,
            words: `${names.get(tie.a)} and ${names.get(tie.b)}\nweight ${signed(tie.weight, 1)}${odd(tie, camps) ? ', at odds with the split' : ''}${tie.why ? `\n${tie.why}` : ''}`,
            lineStyle: {
              color: tie.weight > 0 ? colour('coop') : colour('conf'),
              type: tie.weight > 0 ? 'solid' : 'dashed',
              width: (odd(tie, camps) ? 1.6 : 0.7) + 1.4 * (Math.abs(tie.weight) / strongest),
              opacity: odd(tie, camps) ? 1 : 0.45,
              curveness: one.has(tie.a) === one.has(tie.b) ? 0.25 : 0.05,
            },
          })),
      },
    ],
  };
}

/** Whether a tie is at odds with the split: friends apart, or foes together. */
export function odd(tie: Tie, camps: Camps): boolean {
  return tie.weight > 0 !== (camps.one.includes(tie.a) === camps.one.includes(tie.b));
}
