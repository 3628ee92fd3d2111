import { BarChart, GraphChart, HeatmapChart, MapChart, ScatterChart } from 'echarts/charts';
import { BrushComponent, GeoComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { colour, watch } from './theme';
import { csv, save, Segments, Trouble, Waiting } from './ui';

echarts.use([
  BarChart,
  GraphChart,
  HeatmapChart,
  MapChart,
  ScatterChart,
  BrushComponent,
  GeoComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
  CanvasRenderer,
  SVGRenderer,
]);

export { echarts };
export type Option = echarts.EChartsCoreOption;
export type Chart = echarts.ECharts;

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';

/** What all pictures have in common. */
export function base(): Option {
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: colour('soft'), fontSize: 12 },
  };
}

/** Drawn on the canvas: the page's policy forbids styles in HTML. */
export function tooltip(formatter: (p: any) => string, trigger: 'item' | 'axis' = 'item'): object {
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

/** Rows that say the same as the picture; a row may lead where a click in the picture does. */
export type Rows = { head: string[]; rows: { cells: (string | number | null)[]; pick?: () => void; label?: string }[] };

/** A picture with its data as a table, and both to be saved. */
export function Picture(props: {
  id: string;
  title: string;
  about: string;
  note?: string;
  height: number;
  option: () => Option;
  deps: unknown[];
  rows: () => Rows;
  waiting?: boolean;
  problem?: string;
  empty?: string;
  onChart?: (chart: Chart) => void;
  tools?: ComponentChildren;
}) {
  const [shown, setShown] = useState<'picture' | 'table'>('picture');
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (shown !== 'picture' || !box.current || props.empty) {
      return;
    }
    const made = echarts.init(box.current, null, { renderer: 'canvas' });
    chart.current = made;
    made.setOption(latest.current.option());
    latest.current.onChart?.(made);
    let drawn = box.current.clientWidth;
    const size = new ResizeObserver(([seen]) => {
      if (seen.contentRect.width > 0 && seen.contentRect.height > 0) {
        made.resize();
        // a phone that is turned has room for other labels
        if (Math.abs(seen.contentRect.width - drawn) > 60) {
          drawn = seen.contentRect.width;
          made.setOption(latest.current.option(), true);
          latest.current.onChart?.(made);
        }
      }
    });
    size.observe(box.current);
    const unwatch = watch(() => {
      made.setOption(latest.current.option(), true);
      latest.current.onChart?.(made);
    });
    return () => {
      size.disconnect();
      unwatch();
      made.dispose();
      chart.current = null;
    };
  }, [shown, props.empty]);

  useEffect(() => {
    chart.current?.setOption(latest.current.option(), true);
    if (chart.current) {
      latest.current.onChart?.(chart.current);
    }
  }, props.deps);

  function svg(): string {
    const wide = Math.max(640, box.current?.clientWidth ?? 800);
    const drawn = echarts.init(null as unknown as HTMLElement, null, { renderer: 'svg', ssr: true, width: wide, height: props.height });
    drawn.setOption({ ...props.option(), animation: false });
    const text = drawn.renderToSVGString();
    drawn.dispose();
    return text;
  }

  async function png() {
    const url = chart.current?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: getComputedStyle(document.body).backgroundColor });
    if (url) {
      save(props.id + '.png', bytes(url), 'image/png');
    }
  }

  const rows = shown === 'table' && !props.empty ? props.rows() : null;
  return (
    <section class={`panel picture pic-${props.id}`} aria-labelledby={`t-${props.id}`} aria-busy={props.waiting}>
      <header>
        <h2 id={`t-${props.id}`}>{props.title}</h2>
        {!props.empty && (
          <div class="tools">
            {props.tools}
            <Segments
              label={`${props.title}: shown as`}
              value={shown}
              options={[
                ['picture', 'Picture'],
                ['table', 'Table'],
              ]}
              onChange={setShown}
            />
            <details class="menu">
              <summary aria-label={`Save ${props.title.toLowerCase()}`}>Save</summary>
              <div class="menu-items" onClick={(e) => e.currentTarget.closest('details')?.removeAttribute('open')}>
                <button type="button" onClick={() => save(props.id + '.svg', svg(), 'image/svg+xml')}>
                  SVG
                </button>
                {shown === 'picture' && (
                  <button type="button" onClick={png}>
                    PNG
                  </button>
                )}
                <button
                  type="button"
                  onClick={() => {
                    const all = props.rows();
                    save(props.id + '.csv', csv([all.head, ...all.rows.map((row) => row.cells)]), 'text/csv');
                  }}
                >
                  CSV
                </button>
              </div>
            </details>
          </div>
        )}
      </header>
      <Trouble what={props.problem} />
      {props.empty ? (
        props.waiting ? (
          <Waiting />
        ) : (
          !props.problem && <p class="soft nothing">{props.empty}</p>
        )
      ) : shown === 'picture' ? (
        <div key="picture" ref={box} class={`chart h${props.height}`} role="img" aria-label={props.about} />
      ) : (
        <div key="rows" class="scroll chart-rows" tabIndex={0} role="region" aria-label={`${props.title}, as a table`}>
          <table>
            <thead>
              <tr>
                {rows!.head.map((cell) => (
                  <th key={cell}>{cell}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows!.rows.slice(0, 300).map((row, i) => (
                <tr key={i}>
                  {row.cells.map((cell, n) => (
                    <td key={n} class={typeof cell === 'number' ? 'n' : ''}>
                      {n === 0 && row.pick ? (
                        <button type="button" class="link" onClick={row.pick} aria-label={row.label}>
                          {cell}
                        </button>
                      ) : typeof cell === 'number' ? (
                        Number.isInteger(cell) ? cell.toLocaleString('en') : cell.toFixed(2)
                      ) : (
                        cell
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {props.note && !props.empty && <p class="soft small">{props.note}</p>}
    </section>
  );
}

function bytes(url: string): Blob {
  const raw = atob(url.slice(url.indexOf(',') + 1));
  const array = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) {
    array[i] = raw.charCodeAt(i);
  }
  return new Blob([array], { type: 'image/png' });
}
