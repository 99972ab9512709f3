/**
 * Traces for OpenTelemetry. They are off until a standard variable asks for them; then spans.ts is put around what is there already:
 * the turn, the engine's handle, the store's transaction, and what sends. This file loads nothing of OpenTelemetry's packages.
 */
import type { Handle } from '../engine/handle.ts';
import type { Log, LogFields } from '../engine/ports/log.ts';
import type { Cache, Messenger } from '../engine/ports/messenger.ts';
import type { OutageStore } from '../engine/ports/outages.ts';
import type { Outlets } from '../engine/ports/outlets.ts';

/** Each function returns the same part, around which spans are recorded. */
export type Tracing = {
  /** A line above info becomes an event of the span in which it is written. Every line in a span names its trace. */
  readonly log: (log: Log) => Log;
  readonly turn: <Context extends { readonly activity: { readonly type: string } }>(run: Run<Context, void>) => Run<Context, void>;
  readonly api: <Request, Answer extends { readonly status: number }>(serve: Run<Request, Answer> | null) => Run<Request, Answer> | null;
  readonly handle: (handle: Handle) => Handle;
  readonly store: <Store extends { readonly outages: OutageStore; readonly cache: Cache }>(store: Store) => Store;
  readonly messenger: (messenger: Messenger) => Messenger;
  readonly outlets: (outlets: Outlets) => Outlets;
  /** What is known of the span that runs now, such as what was pressed. */
  readonly note: (fields: LogFields) => void;
  /** Teams answered a request of the span that runs now. */
  readonly answered: (status: number) => void;
  /** Sends what waits, and ends. Never throws; it takes as long as the collector lets it, so the caller limits it. */
  readonly stop: () => Promise<void>;
};
type Run<Given, Result> = (given: Given) => Promise<Result>;

const same = <Part>(part: Part): Part => part;
const untraced = { log: same, turn: same, api: same, handle: same, store: same, messenger: same, outlets: same };
export const NO_TRACING: Tracing = { ...untraced, note() {}, answered() {}, stop: async () => {} };

/** The settings that switch traces on and off, and the sampler. All others are read by OpenTelemetry's own packages. */
export type TracingSettings = {
  readonly OTEL_SDK_DISABLED: string;
  readonly OTEL_TRACES_EXPORTER: string;
  readonly OTEL_EXPORTER_OTLP_ENDPOINT: string;
  readonly OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: string;
  readonly OTEL_TRACES_SAMPLER: string;
  readonly OTEL_TRACES_SAMPLER_ARG: number;
};
