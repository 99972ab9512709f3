/** People who may report and answer, and type hostile text into every field. */
import { setTimeout as pause } from 'node:timers/promises';
import { TYPED } from '../../src/words/typed.ts';
import type { PersonKey, Place, Shown, Users } from '../support/bot/users.ts';
import { ANSWERS, chat, fillReport } from '../support/bot/users.ts';
import { HOSTILE, MARKER } from '../support/cards/hostile-text.ts';
import type { SentMessage } from '../support/teams/fake-graph.ts';
import { TYPED_SAMPLES } from '../support/words/typed.ts';

const LINKS = [
  'https://attacker.example/x',
  '[support](https://attacker.example)',
  '![x](https://attacker.example/pixel.png)',
  '<img src=https://attacker.example/x.png>',
];
/** Names that a directory allows: markup, and other people's names in look-alike letters. */
const NAMES = [
  'Рriya Nair',
  'Maya\u202Eyaj',
  '<at>Priya Nair</at>',
  '[Outage Desk](https://attacker.example)',
  '**Outage Desk**: resolved',
  '${name} {{DATE(2026-01-01T00:00:00Z)}}',
];

/** What must never be the call or a ticket of an outage: the bot would make a link of it. */
const ADDRESSES = [
  'javascript:alert(1)',
  'data:text/html,INC1',
  'http://attacker.example/INC1',
  'https://teams.microsoft.com@attacker.example/INC1',
  'https://support:INC1@attacker.example/',
  `https://attacker.example/${'INC1'.repeat(25_000)}`,
  'file:///etc/passwd1',
];
/** Of hosts that the desk file does not allow for a call. */
const CALLS = [
  'https://attacker.example/#https://teams.microsoft.com/meet/1',
  'https://teams.microsoft.com.attacker.example/meet/1',
  'https://te\u0430ms.microsoft.com/meet/1',
  'https://teams.microsoft.com:8443/meet/1',
  'https://teams.microsoft.com.\u200B/meet/1',
];

const OTHERS = Object.values(TYPED);
/** All threads of the desk's channel share one quota of Teams, which takes 60 messages in half a minute. */
const UNTIL_ROOM_MS = 6_000;
/** So many are said in one thread: the bot answers each, and a conversation takes no more answers within some seconds. */
const MOST_ORDINARY = 2;

/** Sentences of one language that only look like a command of an engineer: other ones each time that it is its turn. */
function ordinaryLines(index: number): readonly string[] {
  const samples = Object.keys(TYPED).flatMap((language) => TYPED_SAMPLES[language] ?? []);
  const { doubtful = [], sentences = [] } = samples[index % samples.length] ?? {};
  const from = Math.floor(index / samples.length) * MOST_ORDINARY;
  return [...doubtful.map(([text]) => text), ...sentences].slice(from, from + MOST_ORDINARY);
}

/** Finds the newest thread of the desk. */
export type Newest = () => SentMessage | undefined;

type Judged = {
  /** All that is recorded. */
  record: () => string;
  judge: (what: string, problem: string | null) => void;
};

/** By an engineer, who might do all that these look like. */
async function saysOrdinary(index: number, place: Place, { users, record, judge }: Judged & { users: Users }): Promise<void> {
  const before = record();
  for (const line of ordinaryLines(index)) {
    await users.says('priya', line, place);
    judge(line, record() === before ? null : 'an ordinary sentence changed what is recorded');
  }
}

/** In the words of one language, and at the end a doubtful one, so that nothing ends by it. */
async function saysInOwnWords(index: number, typed: string, place: Place, parts: Judged & { users: Users }): Promise<void> {
  await saysOrdinary(index, place, parts);
  const [language = TYPED.de] = OTHERS.slice(index % OTHERS.length);
  for (const phrase of [language.update[0], language.ask[0]]) await parts.users.says('priya', `${phrase}: ${typed}`, place);
  await parts.users.says('priya', `${language.resolve[0]} ${typed}`, place);
}

type Parts = Judged & {
  users: Users;
  rename: (name: string) => void;
  newest: Newest;
  settled: (before: number) => Promise<void>;
  heard: () => number;
  /** The card that answers "/outage", among the other messages in the chat. */
  firstStep: (person: PersonKey) => Promise<Shown>;
  few: boolean;
};

export async function hostileStories(parts: Parts): Promise<void> {
  const { users, rename, newest, settled, heard, firstStep, few } = parts;
  const texts = [...HOSTILE, ...LINKS].filter((_text, index) => !few || index % 5 === 0);
  for (const [index, text] of texts.entries()) {
    rename(NAMES[index % NAMES.length] ?? '');
    const before = heard();
    const typed = `${MARKER} ${text}`;
    const first = await firstStep('jonas');
    const details = { ...ANSWERS.details, title: typed.slice(0, 80), description: `${typed}\n${typed}`, impact: typed, changes: typed };
    const contact = { ...ANSWERS.contact, name: typed.slice(0, 60), secondContact: typed };
    const review = await fillReport(users, 'jonas', first, chat('jonas'), { ...ANSWERS, details, contact });
    await users.presses('jonas', 'Send report', review);
    await settled(before);
    const opening = newest();
    if (!opening) throw new Error('the desk has no thread');
    const place: Place = { kind: 'channel', id: opening.conversationId };
    for (const line of [`update ${typed}`, `note ${typed}`, typed, 'status']) await users.says('priya', line, place);
    if (index === 0) {
      for (const address of ADDRESSES) await users.says('priya', `ticket ${address}`, place);
      for (const address of [...ADDRESSES, ...CALLS]) await users.says('priya', `bridge ${address}`, place);
    }
    // The first thread has its answers already.
    else {
      await pause(UNTIL_ROOM_MS);
      await saysInOwnWords(index - 1, typed, place, parts);
      await pause(UNTIL_ROOM_MS);
    }
    await users.says('priya', `resolve ${typed}`, place);
  }
}
