import { CustomChart } from 'echarts/charts';
import { echarts, type Option } from '../picture';
import { colour } from '../theme';

echarts.use([CustomChart]);

export type Scale = { id: string; name: string; unit: string; from: number; to: number; landmarks: { at: number; name: string }[] };
export type Prediction = {
  model: string;
  scale: string;
  atMode: number;
  mean: number;
  low: number;
  high: number;
  change: number;
  nearer: number;
  farther: number;
};
export type Outlook = {
  option: string | null;
  name: string;
  predictions: Prediction[];
  camps: { one: string[]; other: string[]; changed: string[] };
  vote: {
    body: string;
    chance: number;
    veto: number;
    members: { member: string; yes: number; abstain: number; no: number; passesIfYes: number; passesIfNo: number; because: string }[];
  } | null;
};

/** An interval and a point for each model, options below each other. */
export function optionsOption(outlooks: Outlook[], models: string[], scale: Scale): Option {
  const tints = [colour('focus'), colour('vc'), colour('mc'), colour('mc'), colour('vx'), colour('conf'), colour('faint')];
  const data = outlooks.flatMap((outlook, row) =>
    outlook.predictions
      .filter((one) => one.scale === scale.id)
      .map((one) => ({ value: [one.mean, row, one.low, one.high, models.indexOf(one.model)], name: outlook.name, model: one.model })),
  );
  return {
    animation: false,
    textStyle: { fontFamily: 'system-ui, sans-serif', color: colour('soft'), fontSize: 12 },
    grid: { left: 150, right: 16, top: 8, bottom: 30 },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: colour('surface'),
      borderColor: colour('rule-strong'),
      textStyle: { color: colour('ink'), fontSize: 12, lineHeight: 17 },
      formatter: (one: { data: (typeof data)[number] }) => {
        const [mean, , low, high] = one.data.value;
        return `${one.data.name}\n${one.data.model}: ${mean.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`;
      },
    },
    xAxis: {
      type: 'value',
      min: scale.from,
      max: scale.to,
      axisLabel: { color: colour('faint') },
      splitLine: { lineStyle: { color: colour('rule') } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: outlooks.map((outlook) => outlook.name),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: colour('ink'), width: 138, overflow: 'break', lineHeight: 15 },
      splitLine: { show: true, lineStyle: { color: colour('rule') } },
    },
    series: [
      {
        type: 'custom',
        data,
        encode: { x: [0, 2, 3], y: 1 },
        renderItem: (_: unknown, api: any) => {
          const n = models.length;
          const high = api.size([0, 1])[1];
          const model = api.value(4);
          const y = api.coord([0, api.value(1)])[1] + ((model - (n - 1) / 2) * high * 0.78) / n;
          const tint = tints[model % tints.length];
          const from = api.coord([api.value(2), 0])[0];
          const to = api.coord([api.value(3), 0])[0];
          const mean = api.coord([api.value(0), 0])[0];
          return {
            type: 'group',
            children: [
              { type: 'line', shape: { x1: from, x2: to, y1: y, y2: y }, style: { stroke: tint, lineWidth: 2, opacity: 0.6 } },
              { type: 'circle', shape: { cx: mean, cy: y, r: model === 0 ? 4.5 : 3 }, style: { fill: tint } },
            ],
          };
        },
      },
    ],
  };
}
