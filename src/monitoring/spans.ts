/**
 * Records spans around the seams of the bot: a turn, an action, a transaction, and later, maybe in another process, each attempt to
 * deliver what was stored. The context of a transaction is stored in the cache with what it stored, so the attempts are in its trace.
 * No attribute is made anywhere else, and each is one that the log may show too (attributes.ts).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  type Link,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { Log, LogFields } from '../engine/ports/log.ts';
import { type Messenger, SendError } from '../engine/ports/messenger.ts';
import type { OutageStore, OutageTransaction } from '../engine/ports/outages.ts';
import type { Outlet, Outlets } from '../engine/ports/outlets.ts';
import { readKey } from '../outage/notices.ts';
import { attributesOf } from './attributes.ts';
import type { Tracing } from './tracing.ts';

/** What is tried for longer than this is in a trace of its own. */
const KEPT_MS = 24 * 60 * 60_000;

type Notes = Pick<Span, 'setAttributes' | 'addEvent' | 'setStatus'>;
/** What runs now. `context`: of its span; null while it is not known yet to which trace it belongs. `sends`: it waits for Teams' answer. */
type Step = { readonly notes: Notes; readonly context: Context | null; readonly sends: boolean };

export function createSpans({ tracer, stop }: { tracer: Tracer; stop: () => Promise<void> }): Tracing {
  const running = new AsyncLocalStorage<Step>();
  const recording = new Set<Promise<void>>();
  let find: (key: string) => Promise<SpanContext | null> = async () => null;
  const note = (fields: LogFields) => running.getStore()?.notes.setAttributes(attributesOf(fields));

  return {
    log: traced,
    turn: (run) => (context) => step('turn', SpanKind.SERVER, { type: context.activity.type }, () => run(context)),
    api: (serve) =>
      serve &&
      ((request) =>
        step('api request', SpanKind.SERVER, {}, async () => {
          const answer = await serve(request);
          note({ status: answer.status });
          return answer;
        })),

    handle: (handle) => (request, client) => {
      const isRoot = running.getStore() === undefined;
      const { type: action, outageId } = request;
      return step(`action ${action}`, SpanKind.INTERNAL, { action, outageId }, async (span) => {
        const outcome = await handle(request, client);
        if (!outcome.ok) note({ rejection: outcome.rejection.type });
        else {
          const { events, recorded } = outcome;
          const { number, version } = recorded.outage;
          note({ outage: number, version, events: events.map(({ type }) => type) });
          // What was decided then set the time at which the clock acts now.
          const cause = isRoot && events.length > 0 ? await find(keyOfEvent(outageId, version - events.length)) : null;
          if (cause) span.addLink({ context: cause });
        }
        return outcome;
      });
    },

    store(store) {
      find = async (key) => readContext(await store.cache.get(key, true).catch(() => null));
      const transaction: OutageStore['transaction'] = (work, changed) =>
        step('transaction', SpanKind.INTERNAL, {}, () => store.outages.transaction((inner) => work(appending(inner)), changed));
      return { ...store, outages: { ...store.outages, transaction } };
    },

    messenger: (messenger) => ({
      ...messenger,
      post: (address, message) => send(message, () => messenger.post(address, message)),
      edit: (where, activityId, message) => send(message, () => messenger.edit(where, activityId, message)),
    }),

    outlets(outlets) {
      const around = (outlet: Outlet): Outlet => ({
        ...outlet,
        send: (delivery, ...context) =>
          deliver([delivery.key], delivery.attempts + 1, async () => {
            const sent = await outlet.send(delivery, ...context);
            if (!('id' in sent)) note({ next: 'skipped' in sent ? 'skipped' : 'waits' });
            return sent;
          }),
      });
      return Object.fromEntries(Object.entries(outlets).map(([channel, outlet]) => [channel, around(outlet)])) as Outlets;
    },

    note,
    answered(status) {
      const { notes, sends } = running.getStore() ?? {};
      notes?.addEvent('Teams answered', attributesOf({ status }));
      if (sends) note({ status });
    },
    async stop() {
      await Promise.allSettled(recording);
      await stop().catch(() => undefined);
    },
  };

  async function step<T>(name: string, kind: SpanKind, fields: LogFields, work: (span: Span) => Promise<T>): Promise<T> {
    const parent = running.getStore()?.context ?? ROOT_CONTEXT;
    const span = tracer.startSpan(name, { kind, attributes: attributesOf(fields) }, parent);
    try {
      const context = trace.setSpan(parent, span);
      return await running.run({ notes: span, context, sends: kind === SpanKind.CLIENT }, () => work(span));
    } catch (error) {
      fail(span, { err: error });
      throw error;
    } finally {
      span.end();
    }
  }

  /** Its span is where messages begin; by what it keeps, their attempts find it. */
  function appending(inner: OutageTransaction): OutageTransaction {
    const append: OutageTransaction['append'] = (change) => {
      const fields = { outageId: change.outage.id, version: change.outage.version, count: change.notices.length };
      return step('append', SpanKind.PRODUCER, fields, async (span) => {
        await inner.append(change);
        for (const key of new Set(change.notices.map(({ key, outageId }) => keyOfDelivery(key, outageId))))
          await inner.remember(key, writeContext(span.spanContext()), KEPT_MS);
      });
    };
    return { ...inner, append };
  }

  /** What belongs to no delivery answers a turn, or is an alarm. */
  async function send<T>({ marks = [], attempt }: Parameters<Messenger['post']>[1], work: () => Promise<T>): Promise<T> {
    if (marks.length > 0 && !running.getStore()) return await deliver(marks, attempt, work);
    return await step('send', SpanKind.CLIENT, {}, async () => {
      try {
        return await work();
      } catch (error) {
        note(answerIn(error));
        throw error;
      }
    });
  }

  /**
   * An attempt. Nothing is looked up before it, because its lease runs: the span is made afterwards, with the times of before. One
   * message is in the trace of what stored it; several in one are a trace that is linked with those of all.
   */
  async function deliver<T>(keys: readonly string[], attempt: number | undefined, work: () => Promise<T>): Promise<T> {
    const startTime = Date.now();
    const noted: ((span: Span) => void)[] = [];
    const notes = notesInto(noted);
    try {
      return await running.run({ notes, context: null, sends: true }, work);
    } catch (error) {
      notes.setAttributes(attributesOf(answerIn(error)));
      fail(notes, { err: error });
      throw error;
    } finally {
      const made: Promise<void> = record(keys, attempt, { startTime, endTime: Date.now(), noted })
        .catch(() => undefined)
        .then(() => void recording.delete(made));
      recording.add(made);
    }
  }

  async function record(
    keys: readonly string[],
    attempt: number | undefined,
    { startTime, endTime, noted }: { startTime: number; endTime: number; noted: readonly ((span: Span) => void)[] },
  ): Promise<void> {
    const contexts = await Promise.all(keys.map((key) => find(keyOfDelivery(key))));
    const [first = ''] = keys;
    const [parent] = contexts;
    const outageId = outageIn(first);
    const { kind, destination, seq } = readKey(first, outageId) ?? {};
    const isOne = keys.length === 1;
    const links: Link[] = isOne ? [] : contexts.flatMap((context) => (context ? { context } : []));
    const fields = { outageId, kind, place: destination?.kind, version: seq, attempt, together: keys.length };
    const span = tracer.startSpan(
      isOne ? `deliver ${kind} to ${destination?.kind}` : 'deliver several in one',
      { kind: SpanKind.CONSUMER, startTime, links, attributes: attributesOf(isOne ? fields : { attempt, together: keys.length }) },
      isOne && parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT,
    );
    for (const one of noted) one(span);
    span.end(endTime);
  }

  function traced(log: Log): Log {
    const write = (level: 'info' | 'warn' | 'error') => (fields: LogFields, message: string) => {
      const { context, notes } = running.getStore() ?? {};
      const id = context && trace.getSpanContext(context)?.traceId;
      log[level](id ? { ...fields, trace: id } : fields, message);
      if (level !== 'info') notes?.addEvent(message, attributesOf(fields));
      // The id that the person reads stands on the span.
      if (level === 'error' && notes) fail(notes, { id: fields.id, err: fields.err });
    };
    return { info: write('info'), warn: write('warn'), error: write('error'), child: (fields) => traced(log.child(fields)) };
  }
}

function fail(notes: Notes, fields: LogFields): void {
  notes.setAttributes(attributesOf(fields));
  notes.setStatus({ code: SpanStatusCode.ERROR });
}

const answerIn = (error: unknown): LogFields =>
  error instanceof SendError ? { reason: error.failure, status: error.status, retryAfterMs: error.retryAfterMs ?? undefined } : {};

/** Keeps what is noted until there is a span. */
function notesInto(noted: ((span: Span) => void)[]): Notes {
  const keep = (one: (span: Span) => void) => {
    noted.push(one);
    return {} as Span;
  };
  return {
    setAttributes: (attributes) => keep((span) => span.setAttributes(attributes)),
    setStatus: (status) => keep((span) => span.setStatus(status)),
    addEvent(name, attributes) {
      const at = Date.now();
      return keep((span) => span.addEvent(name, attributes, at));
    },
  };
}

const outageIn = (key: string): string => key.split('/')[0] ?? '';
const keyOfEvent = (outageId: string, seq: number): string => `trace:${outageId}/${seq}`;
/** The edit of an older message names the event of that message, and was stored with a later one, so it has a context of its own. */
function keyOfDelivery(key: string, outageId = outageIn(key)): string {
  const { kind, seq = 0 } = readKey(key, outageId) ?? {};
  return kind === 'settled' ? `trace:${key}` : keyOfEvent(outageId, seq);
}

/** As W3C's traceparent. */
const writeContext = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
const CONTEXT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
function readContext(value: unknown): SpanContext | null {
  const [, traceId, spanId, traceFlags = ''] = CONTEXT.exec(String(value)) ?? [];
  return traceId && spanId ? { traceId, spanId, traceFlags: Number.parseInt(traceFlags, 16), isRemote: true } : null;
}
