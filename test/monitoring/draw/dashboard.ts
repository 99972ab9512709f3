/** Draws the panels of grafana.json, where they stand on the dashboard, by what Prometheus answers to their expressions. */
import { z } from 'zod';
import { COLOURS, INK, LINE, line, picture, polyline, QUIET, rect, text } from './svg.ts';

const panelSchema = z.object({
  type: z.enum(['stat', 'timeseries', 'state-timeline']),
  title: z.string(),
  gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  targets: z.array(z.object({ expr: z.string(), legendFormat: z.string() })),
  fieldConfig: z.object({ defaults: z.object({ unit: z.string().default('short') }) }),
});
const dashboardSchema = z.object({ title: z.string(), panels: z.array(panelSchema) });
type Panel = z.infer<typeof panelSchema>;

const answerSchema = z.object({
  status: z.literal('success'),
  data: z.object({
    result: z.array(
      z.object({ metric: z.record(z.string(), z.string()), values: z.array(z.tuple([z.number(), z.string().transform(Number)])) }),
    ),
  }),
});
type Series = { readonly name: string; readonly points: readonly (readonly [number, number])[] };
/** In seconds since the epoch. */
export type Period = { readonly from: number; readonly until: number; readonly step: number };

const COLUMN = 42;
const UNIT = 27;
const TOP = 40;
const GAP = 6;
const [FINE, TROUBLE] = ['#bfe3c8', '#b91c1c'];

export async function drawDashboard(json: unknown, prometheus: string, period: Period): Promise<string> {
  const { title, panels } = dashboardSchema.parse(json);
  const drawn = await Promise.all(panels.map(async (panel) => draw(panel, await seriesOf(panel, prometheus, period), period)));
  const height = TOP + Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h)) * UNIT + GAP;
  const minutes = Math.round((period.until - period.from) / 6) / 10;
  const head = [
    text(10, 26, title, { size: 18, bold: true }),
    text(24 * COLUMN - 10, 26, `last ${minutes} minutes`, { fill: QUIET, anchor: 'end' }),
  ];
  return picture(title, 24 * COLUMN, height, [...head, ...drawn.flat()]);
}

async function seriesOf({ targets }: Panel, prometheus: string, { from, until, step }: Period): Promise<readonly Series[]> {
  const all = await Promise.all(
    targets.map(async ({ expr, legendFormat }) => {
      const query = new URLSearchParams({ query: expr, start: String(from), end: String(until), step: String(step) });
      const { data } = answerSchema.parse(await (await fetch(`${prometheus}/api/v1/query_range?${query}`)).json());
      return data.result.map(({ metric, values }) => ({
        name: legendFormat.replace(/\{\{(\w+)\}\}/g, (_all, label) => metric[label] ?? ''),
        points: values,
      }));
    }),
  );
  return all.flat();
}

function draw(panel: Panel, series: readonly Series[], period: Period): readonly string[] {
  const { x, y, w, h } = panel.gridPos;
  const box: Box = { x: x * COLUMN + GAP / 2, y: TOP + y * UNIT + GAP / 2, width: w * COLUMN - GAP, height: h * UNIT - GAP };
  const frame = [
    rect(box.x, box.y, box.width, box.height, '#ffffff', `stroke="${LINE}" rx="4"`),
    text(box.x + 8, box.y + 17, panel.title, { bold: true, size: panel.type === 'stat' ? 10 : 11 }),
  ];
  const { unit } = panel.fieldConfig.defaults;
  if (panel.type === 'stat') return [...frame, stat(box, series, unit)];
  return [...frame, ...(panel.type === 'state-timeline' ? timeline(box, series, period) : lines(box, series, period, unit))];
}
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function stat({ x, y, width, height }: Box, [series]: readonly Series[], unit: string): string {
  const last = series?.points.at(-1)?.[1];
  return text(x + width / 2, y + height / 2 + 22, last === undefined ? 'no data' : shown(last, unit), {
    size: 26,
    bold: true,
    anchor: 'middle',
  });
}

function timeline({ x, y, width, height }: Box, series: readonly Series[], { from, until, step }: Period): readonly string[] {
  const row = (height - 28) / Math.max(1, series.length);
  const left = 130;
  const atX = (time: number) => x + left + ((time - from) / (until - from)) * (width - left - 10);
  return series.flatMap(({ name, points }, index) => {
    const top = y + 24 + index * row;
    // What lasts is one bar.
    const begins = points.filter(([, value], at) => value !== points[at - 1]?.[1]);
    const bars = begins.map(([time, value], at) => {
      const end = begins[at + 1]?.[0] ?? Math.min(until, (points.at(-1)?.[0] ?? time) + step);
      return rect(atX(time), top + 1, atX(end) - atX(time), Math.max(2, row - 2), value > 0 ? TROUBLE : FINE);
    });
    return [text(x + left - 6, top + row - 3, name, { size: 9, fill: QUIET, anchor: 'end' }), ...bars];
  });
}

function lines({ x, y, width, height }: Box, series: readonly Series[], { from, until, step }: Period, unit: string): readonly string[] {
  const inner = { left: x + 52, top: y + 26, right: x + width - 10, bottom: y + height - 42 };
  const known = series.map(({ name, points }) => ({ name, points: points.filter(([, value]) => Number.isFinite(value)) }));
  const most = Math.max(0, ...known.flatMap(({ points }) => points.map(([, value]) => value))) || 1;
  const atX = (time: number) => inner.left + ((time - from) / (until - from)) * (inner.right - inner.left);
  const atY = (value: number) => inner.bottom - (value / (most * 1.1)) * (inner.bottom - inner.top);
  const grid = [0, 0.5, 1].flatMap((share) => [
    line(inner.left, atY(share * most), inner.right, atY(share * most)),
    text(inner.left - 5, atY(share * most) + 3, shown(share * most, unit), { size: 9, fill: QUIET, anchor: 'end' }),
  ]);
  const strokes = known.map(({ points }, index) => {
    const found = points.flatMap(([time, value], at) => {
      const before = points[at - 1]?.[0];
      const point = [atX(time), atY(value)] as const;
      return before !== undefined && time - before > step * 1.5 ? [null, point] : [point];
    });
    return polyline(found, COLOURS[index % COLOURS.length] ?? INK);
  });
  return [...grid, ...strokes, ...legend({ x: inner.left - 44, y: y + height - 26, width: width - 16 }, known)];
}

/** In two rows. Those that are always 0 come last and may not find room. */
function legend(at: { x: number; y: number; width: number }, series: readonly Series[]): readonly string[] {
  const shapes: string[] = [];
  let [x, y] = [at.x, at.y];
  const top = (one: Series) => Math.max(...one.points.map(([, value]) => value));
  const ordered = series.map((one, index) => ({ one, index })).toSorted((a, b) => top(b.one) - top(a.one));
  for (const { one, index } of ordered) {
    const name = one.name || 'all';
    const width = 16 + name.length * 5.2;
    if (x + width > at.x + at.width) [x, y] = [at.x, y + 14];
    if (y > at.y + 14) break;
    shapes.push(rect(x, y - 1, 9, 3, COLOURS[index % COLOURS.length] ?? INK), text(x + 12, y + 4, name, { size: 9, fill: QUIET }));
    x += width + 8;
  }
  return shapes;
}

function shown(value: number, unit: string): string {
  switch (unit) {
    case 'percentunit':
      return `${Math.round(value * 100)} %`;
    case 'bytes':
      return `${Math.round(value / 1024 / 1024)} MiB`;
    case 's':
      return value < 1 && value > 0
        ? `${Math.round(value * 1_000)} ms`
        : value >= 120
          ? `${(value / 60).toFixed(1)} min`
          : `${Number(value.toFixed(1))} s`;
    default:
      return String(Number(value.toFixed(2)));
  }
}
