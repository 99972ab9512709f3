/**
 * Activities as the stranger clients of Teams send them. Each builder takes an activity as the friendly ones send it, and
 * gives one that means the same in another shape, or, where its comment says so, another thing that Teams sends.
 */
import { inputs as inputsOf } from '../../cards/walk.ts';
import type { Manners } from './manners.ts';
import type { Quirk } from './switches.ts';
import { isPrivate, strangeTargeted } from './targeted.ts';

export type Sent = Record<string, unknown>;
type Mention = { type: 'mention'; mentioned: { id: string; name?: string }; text?: string };
type Attachment = { contentType: string; content: unknown };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const entitiesOf = ({ entities }: Sent): readonly Sent[] => (Array.isArray(entities) ? (entities as Sent[]) : []);
const isMention = (entity: unknown): entity is Mention => (entity as { type?: unknown } | null)?.type === 'mention';
const mentionsOf = (activity: Sent): readonly Mention[] => entitiesOf(activity).filter(isMention) as Mention[];
const changed = (activity: Sent, change: (mention: Mention) => object): Sent => ({
  ...activity,
  entities: entitiesOf(activity).map((entity) => (isMention(entity) ? change(entity) : entity)),
});
const textOf = ({ text }: Sent): string => (typeof text === 'string' ? text : '');
const botMention = (activity: Sent): Mention | undefined =>
  mentionsOf(activity).find(({ mentioned }) => mentioned.id === (activity.recipient as { id?: string } | undefined)?.id);
const dataOf = (activity: Sent) => (activity.value as { action?: { data?: Sent } } | undefined)?.action?.data;

/** The text as Teams' clients write it into HTML: mentions as spans with the number of their entity. */
function asHtml(activity: Sent): string {
  const text = mentionsOf(activity).reduce(
    (all, { text: mention, mentioned }, index) => {
      const span = `<span itemscope itemtype="http://schema.skype.com/Mention" itemid="${index}">${escaped(mentioned.name ?? '')}</span>`;
      const shown = escaped(mention ?? `<at>${mentioned.name}</at>`);
      return all.replace(shown, () => span);
    },
    escaped(textOf(activity)),
  );
  return `<p>${text.replaceAll('\n', '<br>')}</p>`;
}

const withHtml = (activity: Sent): Sent => {
  const others = Array.isArray(activity.attachments) ? (activity.attachments as Attachment[]) : [];
  if (others.some(({ contentType }) => contentType === 'text/html')) return activity;
  return { ...activity, attachments: [...others, { contentType: 'text/html', content: asHtml(activity) }] };
};

/** Windows' names of the zones that the tests' people live in. */
const WINDOWS_ZONES: Record<string, string> = {
  'Europe/Copenhagen': 'Romance Standard Time',
  'Europe/Berlin': 'W. Europe Standard Time',
  'Asia/Kolkata': 'India Standard Time',
};
const OLD_ZONES: Record<string, string> = { 'Asia/Kolkata': 'Asia/Calcutta', 'Europe/Kyiv': 'Europe/Kiev' };

/** What clients answer for a date or a time, and the same in other shapes. */
const otherDate = (date: string): string => (/^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00` : date);
const otherTime = (time: string): string => {
  const [, hours = '', minutes = ''] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  if (hours === '') return time;
  const hour = Number(hours);
  return `${hour % 12 || 12}:${minutes}\u202f${hour < 12 ? 'AM' : 'PM'}`;
};

/** Changes what a press carries for the inputs of a kind. `card`: the one that was pressed, which says which input is what. */
function withInputs(activity: Sent, card: unknown, change: (type: string, value: unknown) => unknown): Sent {
  const data = dataOf(activity);
  if (!data) return activity;
  const types = new Map(inputsOf(card).map(({ id, type }) => [String(id), String(type)]));
  const next = Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, types.has(key) ? change(types.get(key) ?? '', value) : value]),
  );
  const value = activity.value as { action: Sent };
  return { ...activity, value: { ...value, action: { ...value.action, data: next } } };
}

export const strange = {
  mentionWithoutText: (activity: Sent) => changed(activity, ({ text: _, ...mention }) => mention),
  /** Everybody's name gets an ampersand, which stands in the text as HTML has it, and in the entity as it is. */
  mentionNameEscaped: (activity: Sent): Sent => {
    const named = (name: string) => `${name} & Co`;
    const text = mentionsOf(activity).reduce(
      (all, mention) => all.replaceAll(mention.text ?? '', `<at>${escaped(named(mention.mentioned.name ?? ''))}</at>`),
      textOf(activity),
    );
    return changed({ ...activity, text }, ({ mentioned, ...mention }) => {
      const name = named(mentioned.name ?? '');
      return { ...mention, mentioned: { ...mentioned, name }, text: `<at>${name}</at>` };
    });
  },
  /** `<at id="0">` in the text, and no number in the entity. */
  numberedMention: (activity: Sent): Sent => ({
    ...activity,
    text: mentionsOf(activity).reduce(
      (all, { text = '' }, index) => (text ? all.replace(text, text.replace('<at>', `<at id="${index}">`)) : all),
      textOf(activity),
    ),
  }),
  greetingFirst: (activity: Sent, greeting = 'Hi ') => ({ ...activity, text: `${greeting}${textOf(activity)}` }),
  /** The bot is mentioned before and after what is said. */
  mentionedTwice: (activity: Sent): Sent => {
    const mention = botMention(activity);
    if (!mention) return activity;
    return { ...activity, text: `${textOf(activity)} ${mention.text}`, entities: [...entitiesOf(activity), mention] };
  },
  htmlBesideText: withHtml,
  textOnlyAsHtml: (activity: Sent): Sent => {
    const { text: _, ...without } = withHtml(activity);
    return without;
  },
  noChannelData: (activity: Sent): Sent => ({ ...activity, channelData: null }),
  /** At the head of the text, and as an entity: what somebody said before is answered. */
  quotedReply: (activity: Sent, messageId = '1764288000000'): Sent => ({
    ...activity,
    text: `<quoted messageId="${messageId}"/> ${textOf(activity)}`,
    entities: [
      ...entitiesOf(activity),
      {
        type: 'quotedReply',
        quotedReply: { messageId, senderId: '28:bot', senderName: 'Outage Desk', preview: 'Reported', isReplyDeleted: false },
      },
    ],
  }),
  /** After a mention, and between a command and what follows it. */
  nonBreakingSpaces: (activity: Sent): Sent => ({
    ...activity,
    text: `${textOf(activity)
      .replaceAll('</at> ', '</at>\u00a0')
      .replace(/^((?:<at>.*?<\/at>\u00a0)?\S+) /, '$1\u00a0')}\u00a0`,
  }),
  /** Other: a person whom no directory has, in a meeting's chat. */
  guest: (activity: Sent): Sent => {
    const { aadObjectId: _, ...from } = activity.from as Sent;
    return { ...activity, from: { ...from, id: '29:guest', name: 'Guest (guest)' } };
  },
  /** Other: the message was edited, and says this now. */
  edited: (activity: Sent): Sent => ({
    ...activity,
    type: 'messageUpdate',
    channelData: { ...(activity.channelData as Sent), eventType: 'editMessage' },
  }),
  /** `Input.Number` and toggles as numbers and booleans; all else as text. */
  inputsAsJson: (activity: Sent, card: unknown) =>
    withInputs(activity, card, (type, value) => {
      if (type === 'Input.Toggle' && (value === 'true' || value === 'false')) return value === 'true';
      return type === 'Input.Number' && typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    }),
  datesInAnotherShape: (activity: Sent, card: unknown) =>
    withInputs(activity, card, (type, value) => {
      if (typeof value !== 'string') return value;
      return type === 'Input.Date' ? otherDate(value) : type === 'Input.Time' ? otherTime(value) : value;
    }),
  /** As phones do: the zone stands in the entity only. */
  noLocalTimezone: (activity: Sent): Sent => {
    const { localTimezone: _, ...without } = activity;
    return without;
  },
  /** The zone stands in the entity only, by this name. */
  timeZone: (activity: Sent, timezone: string): Sent => ({
    ...strange.noLocalTimezone(activity),
    entities: entitiesOf(activity).map((entity) => (entity.type === 'clientInfo' ? { ...entity, timezone } : entity)),
  }),
  windowsTimeZone: (activity: Sent) => strange.timeZone(activity, WINDOWS_ZONES[String(activity.localTimezone)] ?? 'UTC'),
  oldTimeZone: (activity: Sent) => strange.timeZone(activity, OLD_ZONES[String(activity.localTimezone)] ?? 'UTC'),
  /** The same language and country: `en_gb`, `EN-latn-GB-u-hc-h23`. */
  localeTag: (activity: Sent, shape: 'underscore' | 'long' = 'underscore'): Sent => {
    const [language = 'en', country = 'GB'] = String(activity.locale).split('-');
    const locale = shape === 'long' ? `${language.toUpperCase()}-latn-${country}-u-hc-h23` : `${language}_${country.toLowerCase()}`;
    return { ...activity, locale };
  },
  pressWithoutReplyTo: (activity: Sent): Sent => {
    const { replyToId: _, ...without } = activity;
    return without;
  },
} as const;

type When = (activity: Sent) => boolean;
const isMessage: When = ({ type, text }) => type === 'message' && typeof text === 'string';
const callsBot: When = (activity) => isMessage(activity) && botMention(activity) !== undefined;
const isSlash: When = (activity) => isMessage(activity) && isPrivate(activity);
const isPrivatePress: When = (activity) => isPress(activity) && isPrivate(activity);
const isPress: When = ({ type }) => type === 'invoke';
const isPersonal: When = ({ conversation }) => (conversation as { conversationType?: string } | undefined)?.conversationType === 'personal';
const isAny: When = () => true;

/** In this order: what changes the words comes first, and what moves the text elsewhere or takes names away last. */
const IN_ORDER: readonly (readonly [Quirk, When, (activity: Sent, card: unknown) => Sent])[] = [
  ['slash title in another case', isSlash, strangeTargeted.titleInAnotherCase],
  ['slash title with slashes before it', isSlash, strangeTargeted.slashesBefore],
  ['slash title with the name before it', isSlash, strangeTargeted.nameBefore],
  ['slash message that names its own thread', isSlash, strangeTargeted.inItsOwnThread],
  ['mentioned twice', callsBot, strange.mentionedTwice],
  ['non-breaking spaces', isMessage, strange.nonBreakingSpaces],
  ['greeting before the mention', callsBot, (activity) => strange.greetingFirst(activity)],
  ['quoted reply', isMessage, (activity) => strange.quotedReply(activity)],
  ['mention name escaped', isMessage, strange.mentionNameEscaped],
  ['html beside the text', isMessage, strange.htmlBesideText],
  ['text only as html', isMessage, strange.textOnlyAsHtml],
  ['mention with a number', isMessage, strange.numberedMention],
  ['mention without text', ({ type }) => type === 'message', strange.mentionWithoutText],
  ['private press that names its own thread', isPrivatePress, strangeTargeted.inItsOwnThread],
  ['inputs as JSON', isPress, strange.inputsAsJson],
  ['dates and times in another shape', isPress, strange.datesInAnotherShape],
  ['press without replyToId', isPress, strange.pressWithoutReplyTo],
  ['no channelData in a personal chat', isPersonal, strange.noChannelData],
  ['locale tag of another shape', isAny, (activity) => strange.localeTag(activity)],
  ['time zone by its Windows name', isAny, strange.windowsTimeZone],
  ['no localTimezone', isAny, strange.noLocalTimezone],
  ['private press without isTargeted', isPrivatePress, strangeTargeted.withoutIsTargeted],
  ['isTargeted of another type', isPrivate, strangeTargeted.isTargetedUnreadable],
];

/** As the clients of this world send it. `card`: of a press, the card that was pressed. */
export const asSent = (activity: Sent, manners: Manners, card?: unknown): Sent =>
  IN_ORDER.reduce((sent, [quirk, applies, change]) => (applies(sent) && manners.shows(quirk) ? change(sent, card) : sent), activity);
