/** Valid activities of which parts are removed, duplicated and replaced by anything. */
import fc from 'fast-check';
import { VERBS } from '../../src/cards/base/verbs.ts';
import { PUBLISH_MESSAGE } from '../../src/commands/progress/publish.ts';
import { REPORT_MESSAGE } from '../../src/commands/report/report-from-message.ts';
import { TYPED_NAMES, type TypedName } from '../../src/words/en/look/typed.ts';
import { TYPED } from '../../src/words/typed.ts';
import { chat, PLACES, type Place, type Users } from '../support/bot/users.ts';
import { HOSTILE } from '../support/cards/hostile-text.ts';
import type { Answer, Attack } from './target.ts';

/** People who may not change anything, so that no fuzzed text can change an outage by right. */
const PERSONS = ['maya', 'jonas', 'aiko'] as const;
const GROUP: Place = { kind: 'groupChat', id: '19:fuzzed@thread.v2' };
const GENERAL: Place = { kind: 'channel', id: `${PLACES.general};messageid=1` };
const FIELDS = [
  'type',
  'name',
  'id',
  'text',
  'value',
  'from',
  'recipient',
  'conversation',
  'channelId',
  'serviceUrl',
  'channelData',
  'entities',
  'replyToId',
  'locale',
  'localTimezone',
  'action',
  'attachments',
  'membersAdded',
  'reactionsAdded',
  'timestamp',
  'localTimestamp',
  'expiration',
  'deliveryMode',
  'relatesTo',
  'callerId',
  'textFormat',
  'summary',
  'suggestedActions',
  'code',
  'label',
  'valueType',
  'topicName',
  'historyDisclosed',
  'importance',
] as const;
const INSIDE = [
  'from.id',
  'from.name',
  'from.aadObjectId',
  'from.role',
  'recipient.id',
  'recipient.role',
  'recipient.isTargeted',
  'conversation.id',
  'conversation.tenantId',
  'conversation.conversationType',
  'conversation.isGroup',
  'channelData.tenant',
  'channelData.team',
  'channelData.eventType',
  'channelData.settings',
  'value.action',
  'value.trigger',
  'value.action.verb',
  'value.action.data',
  'value.action.type',
  'value.action.data.draft',
  'value.action.data.step',
  'value.action.data.outage',
  'value.action.data.version',
] as const;
const TYPES = [
  'message',
  'invoke',
  'conversationUpdate',
  'messageReaction',
  'installationUpdate',
  'event',
  'messageUpdate',
  'messageDelete',
  'typing',
  'endOfConversation',
  'command',
  'trace',
  'handoff',
];
const INVOKES = [
  'adaptiveCard/action',
  'composeExtension/query',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
  'task/fetch',
  'task/submit',
  'signin/verifyState',
  'fileConsent/invoke',
  'application/search',
  'message/submitAction',
  'config/fetch',
];

/** What these do, the fuzzed persons may do by right. */
const BY_RIGHT: readonly TypedName[] = ['follow', 'unfollow', 'still down', 'works again', 'reopen'];
/** What people type in every language, with a number or anything behind it. */
const typedWords = fc
  .tuple(
    fc.constantFrom(
      ...Object.values(TYPED).flatMap((typed) => TYPED_NAMES.flatMap((name) => (BY_RIGHT.includes(name) ? [] : typed[name]))),
    ),
    fc.constantFrom('', ' ', ': ', '\uFF1A', '\u3001', ' OUT-1001 ', '?'),
    fc.oneof(fc.constantFrom('', ...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 50 })),
  )
  .map((parts) => parts.join(''));

const text = fc.oneof(
  typedWords,
  fc.constantFrom(
    ...HOSTILE,
    '/outage',
    'help',
    'list',
    'status OUT-1001',
    'on-call',
    '/outage maintenance 14:00-99:99',
    'setup',
    'cancel',
    'publish password=hunter2',
    '<at>Outage Desk</at> help',
    '\u0000',
    '../../etc/passwd',
    "'; drop table outage; --",
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const anything = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      null,
      0,
      -1,
      1e308,
      true,
      '',
      [],
      {},
      [[]],
      'x'.repeat(10_000),
      { __proto__: null },
      Array(1_000).fill({ type: 'mention', mentioned: { id: '29:x' } }),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...TYPES, ...INVOKES, ...VERBS) },
);

const shape = fc.record({
  person: fc.constantFrom(...PERSONS),
  /** Mostly a new person, to stay below the rate limit. */
  unknown: fc.option(fc.uuid({ version: 4 }), { freq: 5 }),
  tenant: fc.nat(),
  type: fc.constantFrom(...TYPES, 'message', 'message', 'invoke', 'invoke', 'invoke'),
  name: fc.constantFrom(...INVOKES, 'adaptiveCard/action', 'adaptiveCard/action', 'adaptiveCard/action'),
  verb: fc.constantFrom(...VERBS),
  /** What is chosen on a message. */
  chosen: fc.constantFrom(REPORT_MESSAGE, PUBLISH_MESSAGE),
  data: fc.dictionary(
    fc.constantFrom(
      'draft',
      'step',
      'outage',
      'version',
      'text',
      'title',
      'scenario',
      'live',
      'phone',
      'email',
      'began',
      'id',
      '__proto__',
    ),
    anything,
    { maxKeys: 6 },
  ),
  text,
  place: fc.constantFrom<'chat' | 'group' | 'channel'>('chat', 'chat', 'group', 'channel'),
  /** How it says that nobody else sees it; undefined: it does not. */
  targeted: fc.option(fc.oneof(fc.constant<unknown>(true), anything), { freq: 1, nil: undefined }),
  room: fc.nat(),
  changes: fc.array(fc.tuple(fc.constantFrom(...FIELDS, ...INSIDE), fc.option(anything, { freq: 4, nil: undefined })), { maxLength: 4 }),
});

type Shape = typeof shape extends fc.Arbitrary<infer One> ? One : never;

/** Rooms in which everything is said and pressed where nobody else sees it: so many that none meets the limit of a conversation. */
const WHISPERED = '19:whispered-';
export const isWhispered = (path: string): boolean => path.includes(WHISPERED);

/** What is private takes place in a room of its own, where nothing may become public. What cannot be read counts as private. */
function whisper(activity: Record<string, unknown>, { room, changes }: Shape): void {
  const { type, recipient, conversation } = activity as { type?: unknown; recipient?: unknown; conversation?: unknown };
  if (type !== 'message' && type !== 'invoke' && type !== 'messageUpdate') return;
  if (typeof recipient !== 'object' || recipient === null || typeof conversation !== 'object' || conversation === null) return;
  const { isTargeted } = recipient as { isTargeted?: unknown };
  const isMoved = changes.some(([path]) => path === 'conversation' || path.startsWith('conversation.'));
  const { conversationType, id } = conversation as { conversationType?: unknown; id?: unknown };
  if (isTargeted === undefined || isTargeted === null || isTargeted === false || isMoved || conversationType === 'personal') return;
  Object.assign(conversation, { id: `${WHISPERED}${room}@${String(id).includes('tacv2') ? 'thread.tacv2;messageid=1' : 'thread.v2'}` });
}

/** Replaces the value at a path; undefined removes it. A path that does not exist stays so. */
function change(activity: Record<string, unknown>, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let inside: unknown = activity;
  for (const name of names) inside = (inside as Record<string, unknown> | null | undefined)?.[name];
  if (typeof inside !== 'object' || inside === null) return;
  if (value === undefined) delete (inside as Record<string, unknown>)[last];
  else (inside as Record<string, unknown>)[last] = value;
}

/** `tenants`: those that are listed; several, so that none of them exceeds its rate limit. */
export function* fuzzed(parts: {
  count: number;
  seed: number;
  users: Users;
  tenants: readonly string[];
  check: (answer: Answer) => string | null;
}): Generator<Attack> {
  const { count, seed, users, tenants, check } = parts;
  const AT_ONCE = 500;
  for (let made = 0; made < count; made += AT_ONCE) {
    for (const one of fc.sample(shape, { numRuns: Math.min(AT_ONCE, count - made), seed: seed + made })) {
      const activity = activityOf(one, users, tenants);
      for (const [path, value] of one.changes) change(activity, path, value);
      whisper(activity, one);
      const body = JSON.stringify(activity);
      yield { name: `fuzz: ${one.type} ${JSON.stringify(one.changes).slice(0, 300)}`, body, expect: check };
    }
  }
}

function activityOf(
  { person, unknown, tenant, type, name, verb, chosen, data, text: typed, place, targeted }: Shape,
  users: Users,
  tenants: readonly string[],
): Record<string, unknown> {
  const where = { chat: chat(person), group: GROUP, channel: GENERAL }[place];
  const activity = users.activity(person, where, { type, text: type === 'invoke' ? undefined : typed });
  const message = { ...data, replyToId: '1000000', body: { contentType: 'html', content: typed } };
  const value = name.startsWith('composeExtension/')
    ? { commandId: chosen, messagePayload: message }
    : { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  if (type === 'invoke') Object.assign(activity, { name, replyToId: '1000000', value });
  if (unknown !== null) activity.from = { id: `29:${unknown}`, name: typed.slice(0, 50), aadObjectId: unknown };
  if (targeted !== undefined) activity.recipient = { ...(activity.recipient as object), isTargeted: targeted };
  const id = tenants[tenant % tenants.length];
  Object.assign(activity.conversation as object, { tenantId: id });
  Object.assign(activity.channelData as object, { tenant: { id } });
  // A deep copy, since it will be changed.
  return structuredClone(JSON.parse(JSON.stringify(activity)));
}
