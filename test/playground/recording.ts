/**
 * What the bot sent, read from the Playground's recording: every conversation, those of people whom no browser plays
 * as well. A test looks here for direct messages, for the number of pings, for the ids of cards.
 */
import { existsSync, readFileSync } from 'node:fs';

/** One exchange between the bot and the Playground, as the Playground writes it. */
export interface Exchange {
  readonly timestamp: number;
  readonly direction: string;
  readonly activityName?: string;
  readonly request: { readonly url: string; readonly method: string; readonly body?: unknown };
  readonly response: { readonly statusCode: number; readonly body?: unknown };
}

export interface Card {
  readonly body?: readonly unknown[];
  readonly actions?: readonly unknown[];
}

/** A message of the bot, as it stands now: edits and answers to a press are already in it. */
export interface BotMessage {
  readonly conversationId: string;
  readonly activityId: string;
  /** Milliseconds since 1970, when it was first sent. */
  readonly at: number;
  readonly text: string;
  readonly cards: readonly Card[];
  /** Ids of the people whom it mentions, in the text or in a card. */
  readonly mentions: readonly string[];
  readonly timesEdited: number;
  /** The person alone with the bot in this conversation, when it is such a chat and the bot opened it. */
  readonly directTo?: string;
}

export interface Button {
  readonly conversationId: string;
  readonly activityId: string;
  readonly title: string;
  readonly verb: string;
  readonly data: Record<string, unknown>;
}

export function readExchanges(recordingFile: string): Exchange[] {
  if (!existsSync(recordingFile)) return [];
  const parts = readFileSync(recordingFile, 'utf8').split('\n---\n');
  parts.pop(); // after the last separator: nothing, or an item that is still being written
  return parts.map((part) => JSON.parse(part) as Exchange);
}

/** All that the bot has said, oldest first. */
export function readMessages(recordingFile: string): BotMessage[] {
  return foldMessages(readExchanges(recordingFile));
}

export function foldMessages(exchanges: readonly Exchange[]): BotMessage[] {
  const messages = new Map<string, BotMessage>();
  const direct = new Map<string, string>();
  for (const exchange of exchanges) {
    if (exchange.response.statusCode >= 300) continue;
    const request = record(exchange.request.body);
    const answer = record(exchange.response.body);
    const path = /\/v3\/conversations(?:\/([^/]+)(?:\/activities(?:\/([^/]+))?)?)?$/.exec(exchange.request.url);
    if (path) takeSent(messages, direct, exchange, decode(path[1]), decode(path[2]), request, answer);
    else if (request.type === 'invoke') takeAnswer(messages, request, answer);
  }
  return [...messages.values()].filter((message) => message.text || message.cards.length);
}

/** The newest button with this title in a conversation; its card may be a thread's root or a reply. */
export function findButton(messages: readonly BotMessage[], conversationId: string, title: string): Button | undefined {
  for (const message of messages.filter((known) => known.conversationId === conversationId).reverse()) {
    const button = message.cards.flatMap(buttonsOf).find((known) => known.title === title);
    if (button) return { ...button, conversationId, activityId: message.activityId };
  }
  return undefined;
}

/** Every text in a message that a person could read, for matching and for showing in a terminal. */
export function readableText(message: Pick<BotMessage, 'text' | 'cards'>): string {
  const texts: string[] = message.text ? [message.text] : [];
  for (const card of message.cards) {
    walk(card.body, (node) => {
      for (const key of ['text', 'title', 'value', 'label']) if (typeof node[key] === 'string') texts.push(node[key]);
    });
  }
  return texts.join(' ').replace(/<\/?at>/g, '');
}

/**
 * The text as a client shows it: `{{DATE(..)}}` and `{{TIME(..)}}` become the date and the time in the reader's zone.
 * Without a zone that is the zone of this machine.
 */
export function asClientShows(text: string, timeZone?: string): string {
  const format = (iso: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(new Date(iso));
  return text
    .replace(/\{\{DATE\(([^,)]+)[^)]*\)\}\}/g, (whole, iso: string) =>
      isTime(iso) ? format(iso, { day: 'numeric', month: 'short' }) : whole,
    )
    .replace(/\{\{TIME\(([^)]+)\)\}\}/g, (whole, iso: string) =>
      isTime(iso) ? format(iso, { hour: '2-digit', minute: '2-digit' }) : whole,
    );
}

const isTime = (iso: string): boolean => !Number.isNaN(Date.parse(iso));

/** The newest thread of an outage or request in a channel. The bot opens threads for its own alarms too: those are skipped. */
export function newestOutageThread(messages: readonly BotMessage[], channel: string): BotMessage | undefined {
  return messages.findLast(
    (message) =>
      message.conversationId.startsWith(`${channel};`) &&
      message.conversationId.endsWith(`=${message.activityId}`) &&
      // A banner begins with the sign of its stage.
      /^(?:[^\w\s]+ )?(?:OUT|REQ|DRILL)-\d+:/.test(readableText(message)),
  );
}

/** The inputs of a card and what stands in them: what a client sends when nothing is changed. */
export function inputsOf(card: Card): Record<string, string> {
  const found: Record<string, string> = {};
  walk(card.body, (node) => {
    if (/^Input\./.test(String(node.type))) found[String(node.id)] = String(node.value ?? '');
  });
  return found;
}

function takeSent(
  messages: Map<string, BotMessage>,
  direct: Map<string, string>,
  exchange: Exchange,
  conversationId: string | undefined,
  activityId: string | undefined,
  request: Record<string, unknown>,
  answer: Record<string, unknown>,
): void {
  if (!conversationId) {
    const id = String(answer.id);
    if (request.isGroup) add(messages, id, String(answer.activityId), exchange.timestamp, record(request.activity));
    else direct.set(id, String(record(list(request.members)[0]).id));
    return;
  }
  if (exchange.request.method === 'PUT' && activityId) {
    edit(messages, activityId, contentOf(request));
    return;
  }
  if (exchange.request.method !== 'POST' || request.type !== 'message') return;
  add(messages, conversationId, String(answer.id), exchange.timestamp, request, direct.get(conversationId));
}

/** A press is answered with a card that stands where the pressed one stood. */
function takeAnswer(messages: Map<string, BotMessage>, request: Record<string, unknown>, answer: Record<string, unknown>): void {
  if (answer.type !== 'application/vnd.microsoft.card.adaptive') return;
  const before = messages.get(String(request.replyToId));
  if (before) messages.set(before.activityId, { ...before, cards: [answer.value as Card] });
}

function add(
  messages: Map<string, BotMessage>,
  conversationId: string,
  activityId: string,
  at: number,
  activity: Record<string, unknown>,
  directTo?: string,
): void {
  messages.set(activityId, {
    conversationId,
    activityId,
    at,
    timesEdited: 0,
    ...contentOf(activity),
    ...(directTo ? { directTo } : {}),
  });
}

function edit(messages: Map<string, BotMessage>, activityId: string, content: ReturnType<typeof contentOf>): void {
  const before = messages.get(activityId);
  if (before) messages.set(activityId, { ...before, ...content, timesEdited: before.timesEdited + 1 });
}

function contentOf(activity: Record<string, unknown>): { text: string; cards: Card[]; mentions: string[] } {
  const cards = list(activity.attachments)
    .map(record)
    .filter((attachment) => attachment.contentType === 'application/vnd.microsoft.card.adaptive')
    .map((attachment) => attachment.content as Card);
  const entities = [...list(activity.entities), ...cards.flatMap((card) => list(record(record(card).msteams).entities))].map(record);
  const mentions = entities.filter((entity) => entity.type === 'mention').map((entity) => String(record(entity.mentioned).id));
  return { text: typeof activity.text === 'string' ? activity.text : '', cards, mentions };
}

export function buttonsOf(card: Card): { title: string; verb: string; data: Record<string, unknown> }[] {
  const found: { title: string; verb: string; data: Record<string, unknown> }[] = [];
  walk(card, (node) => {
    if (node.type === 'Action.Execute') found.push({ title: String(node.title), verb: String(node.verb), data: record(node.data) });
  });
  return found;
}

function walk(value: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (value && typeof value === 'object') {
    visit(value as Record<string, unknown>);
    for (const [key, child] of Object.entries(value)) if (key !== 'fallback' && key !== 'data') walk(child, visit);
  }
}

function record(value: unknown): Record<string, unknown> {
  return value && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function decode(part: string | undefined): string | undefined {
  return part === undefined ? undefined : decodeURIComponent(part);
}
