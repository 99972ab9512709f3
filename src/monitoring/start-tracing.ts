/** Starts traces where a setting asks for them. Only then anything of OpenTelemetry is loaded. */
import type { Log } from '../engine/ports/log.ts';
import { NO_TRACING, type Tracing, type TracingSettings } from './tracing.ts';

/** `exporter`: in the place of the one that sends to a collector, for tests. */
export async function startTracing(settings: TracingSettings, log: Log, exporter?: SpanExporter): Promise<Tracing> {
  if (!exporter && !isOn(settings)) return NO_TRACING;
  const { openTracer } = await import('./exporter.ts');
  const { createSpans } = await import('./spans.ts');
  const { tracer, stop } = openTracer(settings, log, exporter);
  return createSpans({ tracer, stop });
}

type SpanExporter = Parameters<typeof import('./exporter.ts').openTracer>[2];

/** Where an endpoint is named, traces are meant. */
const isOn = (of: TracingSettings): boolean =>
  of.OTEL_SDK_DISABLED.toLowerCase() !== 'true' &&
  of.OTEL_TRACES_EXPORTER !== 'none' &&
  [of.OTEL_TRACES_EXPORTER, of.OTEL_EXPORTER_OTLP_ENDPOINT, of.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT].some((value) => value !== '');
