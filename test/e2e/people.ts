/**
 * Plays the people whom no browser plays, over the Playground's own HTTP routes (undocumented; measured with 0.2.28).
 * What they say reaches the bot but is not shown in the open page: the page shows what the bot does about it.
 */
import { randomUUID } from 'node:crypto';
import { type Cast, type Person, personOf } from '../playground/cast.ts';
import type { Playground } from '../playground/playground.ts';
import { type Button, findButton, readMessages } from '../playground/recording.ts';

/** What the bot answered to a press: a card, or a sentence as a string in `value`. */
export interface InvokeAnswer {
  readonly type: string;
  readonly value: unknown;
}

export interface Press {
  readonly conversationId: string;
  /** The activity id of the message that carries the card. */
  readonly replyToId: string;
  readonly verb: string;
  readonly data?: Record<string, unknown>;
}

export interface Said {
  /** Whether the bot is mentioned. */
  readonly mention?: boolean;
  /** Somebody whom the last word mentions. */
  readonly naming?: string;
}

export interface People {
  /** Says something in a thread, a channel or the group chat, mentioning the bot; otherwise Teams would not deliver it. */
  sayInThread(person: string, conversationId: string, text: string, options?: Said): Promise<void>;
  /** Says something to the bot in private. */
  sayDirectly(person: string, text: string): Promise<void>;
  /** Presses what is described, drawn on a card or not (as a forger would), and returns the bot's answer. */
  press(person: string, press: Press): Promise<InvokeAnswer>;
  /** Presses the newest button with this title in the conversation, with what was filled in, as the card carries it. */
  pressButton(person: string, conversationId: string, title: string, inputs?: Record<string, unknown>): Promise<InvokeAnswer>;
  /** The conversation that the person and the bot have alone. */
  directChat(person: string): Promise<string>;
}

export function playPeople(playground: Pick<Playground, 'url' | 'connectorUrl' | 'recordingFile'>, cast: Cast): People {
  const sayInThread: People['sayInThread'] = async (name, conversationId, text, { mention = true, naming } = {}) => {
    const mentioned = [...(mention ? [cast.bot] : []), ...(naming ? [personOf(cast, naming)] : [])];
    const words = [...(mention ? [at(cast.bot)] : []), text, ...(naming ? [at(personOf(cast, naming))] : [])].join(' ');
    const activity = messageOf(cast, playground.connectorUrl, personOf(cast, name), conversationId, words, mentioned);
    await send(`${playground.url}/_internal/v1/customActivities`, activity);
  };
  const directChat: People['directChat'] = async (name) => {
    const person = personOf(cast, name);
    // Only the channel id works: with an aadObjectId the Playground makes a chat that nobody is in.
    const members = [{ id: person.id, name: person.name }];
    const made = await send(`${playground.connectorUrl}/v3/conversations`, {
      isGroup: false,
      bot: cast.bot,
      members,
      tenantId: cast.tenantId,
    });
    return (made as { id: string }).id;
  };
  const press: People['press'] = async (name, { conversationId, replyToId, verb, data = {} }) => {
    const answer = await send(`${playground.url}/_conversation/v1/invoke`, {
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      from: { id: personOf(cast, name).id },
      conversation: { id: conversationId },
      replyToId,
    });
    return answer as InvokeAnswer;
  };
  return {
    sayInThread,
    directChat,
    press,
    sayDirectly: async (name, text) => sayInThread(name, await directChat(name), text, { mention: false }),
    pressButton: async (name, conversationId, title, inputs = {}) => {
      const button = mustFind(playground.recordingFile, conversationId, title);
      return press(name, { conversationId, replyToId: button.activityId, verb: button.verb, data: { ...button.data, ...inputs } });
    },
  };
}

type Named = { readonly id: string; readonly name: string };
const at = ({ name }: Named) => `<at>${name}</at>`;

/** The same fields that the Playground sends for the person in the browser; it only cannot do so for anybody else. */
function messageOf(
  cast: Cast,
  serviceUrl: string,
  person: Person,
  conversationId: string,
  text: string,
  mentioned: readonly Named[],
): object {
  const now = new Date().toISOString();
  const channel = [cast.team.id, ...cast.team.channels.map((known) => known.id)].find((id) => conversationId.split(';')[0] === id);
  const conversationType = channel ? 'channel' : conversationId === cast.groupChat.id ? 'groupChat' : 'personal';
  const tenant = { id: cast.tenantId };
  return {
    type: 'message',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    timestamp: now,
    localTimestamp: now,
    localTimezone: 'UTC',
    locale: 'en-US',
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    recipient: cast.bot,
    conversation: {
      id: conversationId,
      conversationType,
      tenantId: cast.tenantId,
      ...(conversationType === 'personal' ? {} : { isGroup: true }),
    },
    textFormat: 'plain',
    text,
    entities: [
      ...mentioned.map((one) => ({ type: 'mention', mentioned: { id: one.id, name: one.name }, text: at(one) })),
      { type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web', timezone: 'UTC' },
    ],
    channelData: channel
      ? { teamsChannelId: channel, teamsTeamId: cast.team.id, tenant, team: { id: cast.team.id }, channel: { id: channel } }
      : { tenant },
  };
}

function mustFind(recordingFile: string, conversationId: string, title: string): Button {
  const button = findButton(readMessages(recordingFile), conversationId, title);
  if (!button) throw new Error(`The bot has sent no card with a button "${title}" to ${conversationId}.`);
  return button;
}

async function send(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The Playground answered ${response.status} at ${url}: ${text}`);
  return text ? JSON.parse(text) : undefined;
}
