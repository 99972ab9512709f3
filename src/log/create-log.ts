/** The log of the process: one line of JSON each, in which only what engine/ports/log.ts names can stand. */
import { createHash } from 'node:crypto';
import { type DestinationStream, pino } from 'pino';
import { LOG_FIELDS, type Log, type LogFields, type LogKind } from '../engine/ports/log.ts';
import { describeError } from './describe-error.ts';

/** With a level below those of the port, for what is only looked at when somebody searches. */
export type ProcessLog = Log & { debug(fields: LogFields, message: string): void };

/** `level`: of pino. `destination`: instead of standard output. `unknown`: hears of each field that is left out, by its name. */
export function createLog(options: {
  level: string;
  destination?: DestinationStream;
  unknown?: (field: string, value: unknown) => void;
}): ProcessLog {
  const { level, destination, unknown = () => {} } = options;
  // pino's own serialiser of errors would add to ours.
  const settings = { level, base: null, serializers: { err: (described: unknown) => described } };
  const written = destination ? pino(settings, destination) : pino(settings);
  return logWith({});

  function logWith(bound: LogFields): ProcessLog {
    const write = (at: 'debug' | 'info' | 'warn' | 'error') => (fields: LogFields, message: string) =>
      written[at](knownFields({ ...bound, ...fields }, unknown), message);
    const child = (fields: LogFields) => logWith({ ...bound, ...fields });
    return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error'), child };
  }
}

function knownFields(fields: object, unknown: (field: string, value: unknown) => void): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  let dropped = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (value === null) {
      shown[name] = null;
      continue;
    }
    const kind = Object.hasOwn(LOG_FIELDS, name) ? LOG_FIELDS[name as keyof typeof LOG_FIELDS] : null;
    const safe = kind && SAFE[kind](value);
    if (safe !== undefined && safe !== null) shown[name] = safe;
    else {
      dropped += 1;
      unknown(name, value);
    }
  }
  // That something is missing may be known, what it is not.
  return dropped > 0 ? { ...shown, dropped } : shown;
}

const ID = /^[\w-]{1,64}$/;
const WORD = /^[a-z][\w./-]{0,59}$/i;
const HOST = /^[\w.:[\]-]{1,253}$/;
/** A channel or a group chat. The chat of one person with another has the ids of both in its own. */
const ROOM = /^19:[\w.@-]{1,200}(;messageid=\d{1,20})?$/;
const ofTwo = (id: string): boolean => id.endsWith('@unq.gbl.spaces');
const PLACE = /^(?:[a-z-]{1,20}|(?:person|joined|follower|team|merged):[\w.-]{1,64})$/;

/** What may be shown of a value; undefined: nothing. */
const SAFE: { readonly [kind in LogKind]: (value: unknown) => unknown } = {
  error: describeError,
  // What somebody sent in the place of an id or a kind is told apart, not told.
  id: (value) => fittingOrMark(value, ID),
  number: (value) => (typeof value === 'number' ? value : undefined),
  numbers: (value) => every(value, (one) => (typeof one === 'number' ? one : undefined)),
  flag: (value) => (typeof value === 'boolean' ? value : undefined),
  word: (value) => fittingOrMark(value, WORD),
  words: (value) => every(value, (one) => fittingOrMark(one, WORD)),
  host: (value) => fitting(value, HOST),
  conversation: markOfConversation,
  conversations: (value) => every(value, markOfConversation),
  delivery: (value) =>
    typeof value === 'string'
      ? value
          .split('/')
          .map((part) => (PLACE.test(part) || ID.test(part) ? part : markOf(part)))
          .join('/')
      : undefined,
};

const fitting = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

const fittingOrMark = (value: unknown, pattern: RegExp): string | undefined =>
  fitting(value, pattern) ?? (typeof value === 'string' ? markOf(value) : undefined);

function every(values: unknown, safe: (value: unknown) => unknown): readonly unknown[] | undefined {
  return Array.isArray(values) ? values.map((value) => safe(value) ?? null) : undefined;
}

function markOfConversation(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return (ROOM.test(value) && !ofTwo(value)) || PLACE.test(value) ? value : markOf(value);
}

/** The same for the same, in every bot and after every start, so that lines can be compared; Teams' ids are too long to be guessed from it. */
const markOf = (value: string): string => `#${createHash('sha256').update(value).digest('hex').slice(0, 12)}`;
