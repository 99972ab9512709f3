/**
 * What a line of the log may hold: the name of every field, and the kind of its value. Anything else is left out
 * (log/create-log.ts), so that no name, telephone number or typed text comes into the log by mistake. People appear in it by
 * their Entra object id, which only the directory and the store can turn into a person.
 */
export const LOG_FIELDS = {
  err: 'error',
  /** The id that was shown to the person, who can give it to an administrator. */
  id: 'id',
  /** The trace in which the line was written, where traces are on. */
  trace: 'id',
  outage: 'number',
  outageId: 'id',
  draft: 'id',
  delivery: 'delivery',
  lane: 'conversation',
  conversation: 'conversation',
  conversations: 'conversations',
  team: 'conversation',
  person: 'person',
  tenant: 'id',
  by: 'person',
  /** The part of the bot that writes the line. */
  room: 'word',
  loop: 'word',
  action: 'word',
  rejection: 'word',
  reason: 'word',
  client: 'word',
  events: 'words',
  event: 'word',
  kind: 'word',
  type: 'word',
  tell: 'word',
  found: 'word',
  next: 'word',
  what: 'word',
  place: 'word',
  signal: 'word',
  said: 'word',
  migrations: 'words',
  version: 'number',
  attempt: 'number',
  status: 'number',
  retryAfterMs: 'number',
  together: 'number',
  repeats: 'number',
  refused: 'number',
  added: 'number',
  removed: 'number',
  left: 'number',
  open: 'number',
  dueAt: 'number',
  to: 'number',
  backMs: 'number',
  count: 'number',
  oldestMs: 'number',
  skewMs: 'number',
  forMs: 'number',
  outages: 'numbers',
  port: 'number',
  host: 'host',
  repeated: 'flag',
  again: 'flag',
  reached: 'flag',
  playground: 'flag',
  settings: 'words',
} as const;

/** By the kind of a field, the type of value that the code hands in. */
export type LogValues = {
  readonly error: unknown;
  readonly id: string;
  /** An Entra object id. It is in the log alone, and in no trace. */
  readonly person: string;
  readonly number: number | null;
  readonly numbers: readonly number[];
  readonly flag: boolean;
  /** A word from the code itself: a kind, a state, a part of the bot. */
  readonly word: string;
  readonly words: readonly string[];
  readonly host: string;
  /** Channels and group chats are written as they are; the chat with one person only as a hash. */
  readonly conversation: string;
  readonly conversations: readonly string[];
  /** The key of a delivery: outage, kind, place, event. */
  readonly delivery: string;
};
export type LogKind = keyof LogValues;

export type LogFields = { readonly [field in keyof typeof LOG_FIELDS]?: LogValues[(typeof LOG_FIELDS)[field]] | undefined };

/** Writes a line. `message` is a literal in the code, so it holds nothing that comes from outside. The methods have pino's shape. */
export interface Log {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  child(fields: LogFields): Log;
}

/** For tools, which say themselves how they ended. */
export const SILENT: Log = { info() {}, warn() {}, error() {}, child: () => SILENT };
