/** The log of the process: lines of JSON that hold only the fields that engine/ports/log.ts names. */
import { createHash } from 'node:crypto';
import { type DestinationStream, pino } from 'pino';
import { LOG_FIELDS, type Log, type LogFields, type LogKind } from '../engine/ports/log.ts';
import { describeError } from './describe-error.ts';

/** With one more level than the port, for lines that are only needed in a search for a fault. */
export type ProcessLog = Log & { debug(fields: LogFields, message: string): void };

/** `level`: pino's. `unknown`: called for each field that is left out. */
export function createLog(options: {
  level: string;
  destination: DestinationStream;
  unknown?: (field: string, value: unknown) => void;
}): ProcessLog {
  const { level, destination, unknown = () => {} } = options;
  // pino's own serialiser would add more of the error.
  const written = pino({ level, base: null, serializers: { err: (described: unknown) => described } }, destination);
  return logWith({});

  function logWith(bound: LogFields): ProcessLog {
    const write = (at: 'debug' | 'info' | 'warn' | 'error') => (fields: LogFields, message: string) =>
      written[at](knownFields({ ...bound, ...fields }, unknown), message);
    const child = (fields: LogFields) => logWith({ ...bound, ...fields });
    return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error'), child };
  }
}

/** What may be shown of these fields, also outside of the log. `unknown`: called for each that is left out. */
export function knownFields(fields: object, unknown: (field: string, value: unknown) => void = () => {}): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  let dropped = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const kind = Object.hasOwn(LOG_FIELDS, name) ? LOG_FIELDS[name as keyof typeof LOG_FIELDS] : undefined;
    const safe = value === null ? null : kind && SAFE[kind](value);
    if (safe !== undefined) shown[name] = safe;
    else {
      dropped += 1;
      unknown(name, value);
    }
  }
  // The line says how many fields were left out, but not which.
  return dropped > 0 ? { ...shown, dropped } : shown;
}

/** A person's may have their tenant before it. */
const ID = /^(?:[\w-]{1,64}\.)?[\w-]{1,64}$/;
const WORD = /^[a-z][\w./-]{0,59}$/i;
const HOST = /^[\w.:[\]-]{1,253}$/;
/** The id of a channel or a group chat. The id of a chat of two people holds the ids of both, so it is not shown. */
const ROOM = /^19:[\w.@-]{1,200}(;messageid=\d{1,20})?$/;
const isOfTwo = (id: string): boolean => id.endsWith('@unq.gbl.spaces');
const PLACE = /^(?:[a-z-]{1,20}|(?:person|joined|follower|following|team|merged|pager):[\w.+-]{1,160})$/;

/** The part of a value that may be shown, by the kind of the field; undefined: none. */
const SAFE: { readonly [kind in LogKind]: (value: unknown) => unknown } = {
  error: describeError,
  // A value that does not look like an id or a word is what somebody sent; it is shown as a hash, so that lines can be compared.
  id: (value) => matchingOrHash(value, ID),
  person: (value) => matchingOrHash(value, ID),
  number: (value) => (typeof value === 'number' ? value : undefined),
  numbers: (value) => every(value, (one) => (typeof one === 'number' ? one : undefined)),
  flag: (value) => (typeof value === 'boolean' ? value : undefined),
  word: (value) => matchingOrHash(value, WORD),
  words: (value) => every(value, (one) => matchingOrHash(one, WORD)),
  host: (value) => matching(value, HOST),
  conversation: conversationOrHash,
  conversations: (value) => every(value, conversationOrHash),
  delivery: (value) =>
    typeof value === 'string'
      ? value
          .split('/')
          .map((part) => (PLACE.test(part) || ID.test(part) ? part : hashOf(part)))
          .join('/')
      : undefined,
};

const matching = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

const matchingOrHash = (value: unknown, pattern: RegExp): string | undefined =>
  matching(value, pattern) ?? (typeof value === 'string' ? hashOf(value) : undefined);

function every(values: unknown, safe: (value: unknown) => unknown): readonly unknown[] | undefined {
  return Array.isArray(values) ? values.map((value) => safe(value) ?? null) : undefined;
}

function conversationOrHash(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return (ROOM.test(value) && !isOfTwo(value)) || PLACE.test(value) ? value : hashOf(value);
}

/** The same value has the same hash in every bot and after every start, so that lines can be compared. Teams' ids are too long to be found by guessing. */
const hashOf = (value: string): string => `#${createHash('sha256').update(value).digest('hex').slice(0, 12)}`;
