/** Keeps spans in memory, in the place of a collector; and a collector over HTTP, which a test may let hang. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { onTestFinished } from 'vitest';

export type KeptSpans = SpanExporter & {
  readonly spans: ReadableSpan[];
  named(name: string | RegExp): readonly ReadableSpan[];
  /** The one span of that name. Throws when there is none, or another one. */
  only(name: string | RegExp): ReadableSpan;
};

/** They are complete once the bot has stopped. */
export function keepSpans(): KeptSpans {
  const spans: ReadableSpan[] = [];
  const named = (name: string | RegExp) => spans.filter((span) => (typeof name === 'string' ? span.name === name : name.test(span.name)));
  return {
    spans,
    named,
    only(name) {
      const [span, ...others] = named(name);
      if (!span || others.length > 0) throw new Error(`${others.length + (span ? 1 : 0)} spans are named ${name}: ${said(spans)}`);
      return span;
    },
    export(some, done) {
      spans.push(...some);
      done({ code: 0 });
    },
    shutdown: async () => {},
  };
}

const said = (spans: readonly ReadableSpan[]) => spans.map(({ name }) => name).join(', ');
export const traceOf = (span: ReadableSpan | undefined): string => span?.spanContext().traceId ?? 'no span';
export const isChildOf = (span: ReadableSpan, parent: ReadableSpan): boolean =>
  traceOf(span) === traceOf(parent) && span.parentSpanContext?.spanId === parent.spanContext().spanId;

/** All that leaves the process of a span. */
export const written = ({ name, kind, attributes, events, links, status, resource }: ReadableSpan): string =>
  JSON.stringify({ name, kind, attributes, events, links, status, resource: resource.attributes });

/** A collector. `url`: its endpoint. `bodies`: what it was sent. */
export async function startCollector(answer: RequestListener = (_request, response) => void response.end('{}')) {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      bodies.push(body);
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies };
}
