/** What all chapters need: who and what is on the stage, and what the bot has said where. */
import { type Cast, channelId } from '../playground/cast.ts';
import { type BotMessage, readableText, readMessages } from '../playground/recording.ts';
import type { Stage } from '../playground/stage.ts';
import type { PlaygroundPage } from './browser.ts';
import type { Checks } from './checks.ts';
import type { InvokeAnswer, People } from './people.ts';

export type Scene = {
  readonly stage: Stage;
  readonly page: PlaygroundPage;
  /** The customer's page, where their Teams is another one. */
  readonly customer: PlaygroundPage | null;
  readonly people: People;
  readonly cast: Cast;
  readonly checks: Checks;
};

export const DESK = 'Support desk';

export const said = ({ stage }: Pick<Scene, 'stage'>): BotMessage[] => readMessages(stage.playground.recordingFile);
export const inPlace = (scene: Scene, id: string) => said(scene).filter(({ conversationId }) => conversationId === id);
export const threadsOf = (scene: Scene) =>
  said(scene).filter(({ conversationId }) => conversationId.startsWith(`${channelId(scene.cast, DESK)};`));
/** The conversation of an outage's thread at the desk; empty while there is none. */
export const deskThread = (scene: Scene, name: string) =>
  threadsOf(scene).find((message) => readableText(message).includes(name))?.conversationId ?? '';
export const textOf = (answer: InvokeAnswer) => (typeof answer.value === 'string' ? answer.value : JSON.stringify(answer.value));
export const heads = (messages: readonly BotMessage[], words: string | RegExp) =>
  messages.filter((message) => (typeof words === 'string' ? readableText(message).includes(words) : words.test(readableText(message))));
/** "OUT-1: Resolved" heads both the card and the message about it, which says below by whom. */
export const newsOf = (heading: string): RegExp => new RegExp(`${heading}\\s*(?:“[^”]*”\\s*)?By `);
