/**
 * What a line of the log may hold: every field by its name, and what kind of value it has. Anything else is left out
 * (log/create-log.ts): a name, a telephone number or what somebody typed can't come into the log by mistake. People stand in
 * it by their Entra object id, which only the directory and the store turn into a person.
 */
export const LOG_FIELDS = {
  err: 'error',
  /** Under which whoever asked can name it to an administrator. */
  id: 'id',
  outage: 'number',
  outageId: 'id',
  draft: 'id',
  delivery: 'delivery',
  lane: 'conversation',
  conversation: 'conversation',
  conversations: 'conversations',
  team: 'conversation',
  person: 'id',
  by: 'id',
  /** Which part of the bot says it. */
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
  signal: 'word',
  said: 'word',
  migrations: 'words',
  version: 'number',
  attempt: 'number',
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
} as const;

/** By the kind of a field, what the code hands in. */
export type LogValues = {
  /** Whatever was caught. */
  readonly error: unknown;
  readonly id: string;
  readonly number: number | null;
  readonly numbers: readonly number[];
  readonly flag: boolean;
  /** One that the code itself knows: a kind, a state, a part of the bot. */
  readonly word: string;
  readonly words: readonly string[];
  readonly host: string;
  /** Channels and group chats are told; the chat with one person only as a mark of it. */
  readonly conversation: string;
  readonly conversations: readonly string[];
  /** The key of a delivery: outage, kind, place, event. */
  readonly delivery: string;
};
export type LogKind = keyof LogValues;

export type LogFields = { readonly [field in keyof typeof LOG_FIELDS]?: LogValues[(typeof LOG_FIELDS)[field]] | undefined };

/**
 * Where a line goes. `message` is written out in the code, never put together: nothing that comes from outside is in it.
 * pino's shape, so that no room but log/ needs the library.
 */
export interface Log {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  child(fields: LogFields): Log;
}

/** For tools, which say themselves how they ended. */
export const SILENT: Log = { info() {}, warn() {}, error() {}, child: () => SILENT };
