/** What a span may hold: the fields of the log, by the log's own allow-list, without those that name people and places. */
import type { Attributes, AttributeValue } from '@opentelemetry/api';
import { LOG_FIELDS, type LogFields, type LogKind } from '../engine/ports/log.ts';
import { knownFields } from '../log/create-log.ts';

/** An object id is a person to whoever has the directory; a conversation or a delivery may name one. */
const LEFT_OUT: ReadonlySet<LogKind> = new Set(['person', 'conversation', 'conversations', 'delivery', 'host']);
/** What OpenTelemetry has a name for. All others have ours before them. */
const NAMES: Readonly<Record<string, string>> = { status: 'http.response.status_code' };

export function attributesOf(fields: LogFields): Attributes {
  const wanted = Object.entries(fields).filter(([name]) => !LEFT_OUT.has(LOG_FIELDS[name as keyof LogFields]));
  return Object.fromEntries(Object.entries(knownFields(Object.fromEntries(wanted))).flatMap(attributeOf));
}

function attributeOf([name, value]: [string, unknown]): readonly (readonly [string, AttributeValue])[] {
  if (value === null) return [];
  // Of an error its kind alone: what else describes it is in the line of the log.
  if (name === 'err') return [['error.type', (value as { readonly type: string }).type]];
  return [[NAMES[name] ?? `outage_desk.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`, value as AttributeValue]];
}
