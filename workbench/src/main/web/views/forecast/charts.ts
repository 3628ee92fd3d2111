import { CustomChart, LineChart } from 'echarts/charts';
import { base, echarts, tooltip, type Option } from '../../picture';
import { colour } from '../../theme';
import { count, signed, title } from '../../words';
import type { Bin } from './question';
import type { Row } from './whatif';

echarts.use([CustomChart, LineChart]);

const SHARE = { type: 'value', min: 0, max: 1, interval: 0.2 };

function share(name: string): object {
  return {
    ...SHARE,
    name,
    nameLocation: 'middle',
    nameTextStyle: { color: colour('soft') },
    axisLabel: { color: colour('faint'), formatter: (n: number) => `${Math.round(100 * n)} %` },
    splitLine: { lineStyle: { color: colour('rule') } },
  };
}

/** What was forecast against what happened, with the bin of the question's own answer marked. */
export function reliabilityOption(bins: Bin[], probability: number): Option {
  const most = Math.max(1, ...bins.map((bin) => bin.cases));
  return {
    ...base(),
    grid: { left: 62, right: 20, top: 16, bottom: 48 },
    tooltip: tooltip((one: { data: { bin?: Bin } }) => {
      const bin = one.data.bin;
      return bin
        ? `Forecast ${(100 * bin.forecast).toFixed(1)} %\nhappened ${(100 * bin.happened).toFixed(1)} % (${(100 * bin.low).toFixed(0)} to ${(100 * bin.high).toFixed(0)})\n${count(bin.cases, 'question')}`
        : '';
    }),
    xAxis: { ...share('Forecast'), nameGap: 30 },
    yAxis: { ...share('Happened'), nameGap: 44 },
    series: [
      {
        type: 'line',
        silent: true,
        symbol: 'none',
        lineStyle: { color: colour('rule-strong'), type: 'dashed', width: 1 },
        data: [
          [0, 0],
          [1, 1],
        ],
        tooltip: { show: false },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: colour('mx'), width: 1.4, type: 'solid' },
          label: { formatter: 'this question', color: colour('mx'), position: probability > 0.5 ? 'insideStartTop' : 'insideEndTop', rotate: 0, align: probability > 0.5 ? 'right' : 'left', padding: [0, 5] },
          data: [{ xAxis: probability }],
        },
      },
      {
        type: 'custom',
        silent: true,
        data: bins.map((bin) => [bin.forecast, bin.low, bin.high]),
        renderItem: (_: unknown, api: any) => {
          const [x, low] = api.coord([api.value(0), api.value(1)]);
          const [, high] = api.coord([api.value(0), api.value(2)]);
          return { type: 'line', shape: { x1: x, x2: x, y1: low, y2: high }, style: { stroke: colour('focus'), lineWidth: 1.5, opacity: 0.6 } };
        },
      },
      {
        type: 'scatter',
        data: bins.map((bin) => ({
          value: [bin.forecast, bin.happened],
          bin,
          symbolSize: 7 + 21 * Math.sqrt(bin.cases / most),
          label: { show: true, position: bin.happened > 0.85 ? 'bottom' : 'top', formatter: count(bin.cases), color: colour('soft'), fontSize: 11 },
        })),
        itemStyle: { color: colour('focus'), opacity: 0.85, borderColor: colour('surface'), borderWidth: 1 },
      },
    ],
  };
}

/** By how much dyads and types become more or less frequent. */
export function changesOption(rows: Row[], nameOf: (code: string) => string): Option {
  const narrow = window.innerWidth < 620;
  const most = Math.max(1e-9, ...rows.map((row) => Math.abs(row.with - row.without)));
  const down = rows.some((row) => row.with < row.without);
  const short = (code: string) => (narrow || nameOf(code).length > 18 ? code : nameOf(code));
  return {
    ...base(),
    grid: { left: narrow ? 132 : 270, right: 40, top: 8, bottom: 28 },
    tooltip: tooltip((one: { data: { row: Row } }) => {
      const row = one.data.row;
      return `${title(row.type)} ${nameOf(row.source)} → ${nameOf(row.target)}\n${row.without.toFixed(2)} without, ${row.with.toFixed(2)} with\nat least one: ${Math.round(100 * row.anyWithout)} % without, ${Math.round(100 * row.anyWith)} % with`;
    }),
    xAxis: {
      type: 'value',
      min: down ? -1.1 * most : 0,
      max: down ? 1.1 * most : undefined,
      axisLabel: { color: colour('faint'), formatter: (n: number) => (n === 0 ? '0' : signed(n, most < 1 ? 2 : 1)), hideOverlap: true },
      splitLine: { lineStyle: { color: colour('rule') } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => `${title(row.type)} ${short(row.source)} → ${short(row.target)}`),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('rule-strong') } },
      axisLabel: { color: colour('ink'), fontSize: narrow ? 11 : 12, width: narrow ? 122 : 258, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 14,
        data: rows.map((row) => ({
          value: row.with - row.without,
          row,
          itemStyle: { color: row.with >= row.without ? colour('mx') : colour('mc') },
          label: { show: true, position: row.with >= row.without ? 'right' : 'left', formatter: signed(row.with - row.without, 2), color: colour('soft'), fontSize: 11 },
        })),
      },
    ],
  };
}
