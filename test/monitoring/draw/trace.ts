/** Draws one trace as tracing tools do: a row for each span, in the order in which they began, with the time along the top. */
import { z } from 'zod';
import { COLOURS, LINE, line, picture, QUIET, rect, text } from './svg.ts';

const attribute = z.object({
  key: z.string(),
  value: z.looseObject({ stringValue: z.string().optional(), intValue: z.coerce.number().optional() }),
});
const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  startTimeUnixNano: z.coerce.bigint(),
  endTimeUnixNano: z.coerce.bigint(),
  attributes: z.array(attribute).default([]),
});
export type Span = z.infer<typeof spanSchema>;
/** What an exporter sends: OTLP as JSON. */
const exportSchema = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })) })),
});

export const spansIn = (body: string): readonly Span[] =>
  exportSchema.parse(JSON.parse(body)).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));

const WIDTH = 1_000;
const NAMES = 470;
const ROW = 24;
const TOP = 64;
const MS = 1_000_000;
const TITLE = 'One report: from the press to each answer of Teams';
const REFUSED = '#b91c1c';

/** What stands behind the name of a span. */
const SHOWN = ['what', 'outage', 'events', 'attempt', 'retry_after_ms'].map((name) => `outage_desk.${name}`);

export function drawTrace(spans: readonly Span[]): string {
  const ordered = inOrder(spans);
  const from = Math.min(...spans.map(startOf));
  const spanned = Math.max(...spans.map(endOf)) - from;
  const x = (at: number) => NAMES + ((at - from) / spanned) * (WIDTH - NAMES - 140);
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => from + share * spanned);
  const shapes = [
    text(16, 26, TITLE, { size: 16, bold: true }),
    text(16, 46, `trace ${spans[0]?.traceId}, ${spans.length} spans, ${lasted(spanned)}`, { fill: QUIET }),
    ...ticks.flatMap((at) => [
      line(x(at), TOP - 4, x(at), TOP + ordered.length * ROW),
      text(x(at), TOP - 8, lasted(at - from), { size: 10, fill: QUIET, anchor: 'middle' }),
    ]),
    ...ordered.flatMap(({ span, depth }, index) => {
      const y = TOP + index * ROW;
      const status = attributeOf(span, 'http.response.status_code');
      const isRefused = Number(status) >= 400;
      const colour = isRefused ? REFUSED : span.name.startsWith('deliver') ? COLOURS[2] : COLOURS[depth % 2];
      const width = Math.max(2, x(endOf(span)) - x(startOf(span)));
      const says = SHOWN.flatMap((key) => {
        const value = attributeOf(span, key);
        return value === undefined ? [] : `${key.replace('outage_desk.', '')}=${value}`;
      });
      return [
        line(16, y + ROW, WIDTH - 16, y + ROW, LINE),
        text(16 + depth * 14, y + 16, span.name, { bold: true }),
        text(NAMES - 10, y + 16, says.join('  '), { size: 10, fill: QUIET, anchor: 'end' }),
        rect(x(startOf(span)), y + 6, width, ROW - 12, colour ?? LINE, 'rx="2"'),
        text(
          x(startOf(span)) + width + 5,
          y + 16,
          `${lasted(endOf(span) - startOf(span))}${status === undefined ? '' : `, Teams ${status}`}`,
          {
            size: 10,
            fill: isRefused ? REFUSED : QUIET,
          },
        ),
      ];
    }),
  ];
  return picture(TITLE, WIDTH, TOP + ordered.length * ROW + 16, shapes);
}

/** Each below its parent, by when it began. */
function inOrder(spans: readonly Span[]): readonly { readonly span: Span; readonly depth: number }[] {
  const below = (parentId: string | undefined, depth: number): { span: Span; depth: number }[] =>
    spans
      .filter(({ parentSpanId }) => (parentSpanId ?? '') === (parentId ?? ''))
      .toSorted((one, other) => startOf(one) - startOf(other))
      .flatMap((span) => [{ span, depth }, ...below(span.spanId, depth + 1)]);
  return below(undefined, 0);
}

/** In ms. */
const startOf = ({ startTimeUnixNano }: Span): number => Number(startTimeUnixNano) / MS;
const endOf = ({ endTimeUnixNano }: Span): number => Number(endTimeUnixNano) / MS;
const lasted = (ms: number): string => (ms >= 1_000 ? `${(ms / 1_000).toFixed(2)} s` : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`);

export function attributeOf({ attributes }: Span, key: string): string | undefined {
  const value = attributes.find((one) => one.key === key)?.value;
  if (!value) return undefined;
  const { stringValue, intValue, ...others } = value;
  return (
    stringValue ?? intValue?.toString() ?? [...JSON.stringify(others).matchAll(/"stringValue":"([^"]+)"/g)].map(([, one]) => one).join()
  );
}
