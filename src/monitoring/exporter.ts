/** OpenTelemetry's SDK, loaded only where traces are on. Its exporter and its resource read their own variables. */
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Log } from '../engine/ports/log.ts';
import type { TracingSettings } from './tracing.ts';

const NAME = 'outage-desk';
/** So many spans wait at most; what comes then is dropped. */
const QUEUE = { maxQueueSize: 2_048, maxExportBatchSize: 512, scheduledDelayMillis: 1_000, exportTimeoutMillis: 15_000 };

/**
 * Spans wait in memory, and are sent in the background. Nothing is registered globally, and of the machine and the process nothing is
 * said: their names may be those of people.
 */
export function openTracer(settings: TracingSettings, log: Log, exporter: SpanExporter = new OTLPTraceExporter()) {
  const named = resourceFromAttributes({ 'service.name': NAME, 'service.instance.id': crypto.randomUUID() });
  const resource = defaultResource()
    .merge(named)
    .merge(detectResources({ detectors: [envDetector] }));
  const spanProcessors = [new BatchSpanProcessor({ exporter: telling(exporter, log), ...QUEUE })];
  const provider = new TracerProvider({ resource, sampler: samplerOf(settings), spanProcessors });
  return { tracer: provider.getTracer(NAME), stop: () => provider.shutdown() };
}

/** The SDK does not read these two itself. */
function samplerOf({ OTEL_TRACES_SAMPLER: name, OTEL_TRACES_SAMPLER_ARG: share }: TracingSettings): Sampler {
  const root = name.endsWith('ratio')
    ? new TraceIdRatioBasedSampler(share)
    : name.endsWith('off')
      ? new AlwaysOffSampler()
      : new AlwaysOnSampler();
  return name.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}

/** The same exporter, with a line in the log when it begins to fail, and when it succeeds again. */
function telling(exporter: SpanExporter, log: Log): SpanExporter {
  let failing = false;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const failed = result.code !== 0;
        if (failed && !failing) log.warn({ err: result.error }, 'traces could not be sent; they are dropped until they can be');
        if (!failed && failing) log.info({}, 'traces are sent again');
        failing = failed;
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
  };
}
