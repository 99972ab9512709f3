/** A story in which the bot is asked everything and its loops do all that they do: the real bot over HTTP. */
import { COMMANDS } from '../../../src/commands/commands.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  chat,
  objectId,
  type PersonKey,
  PLACES,
  type Place,
  type Shown,
  startTestBot,
  type TestBot,
  thread,
} from '../../support/bot/test-bot.ts';

const ASKING = ['maya', 'priya', 'aiko'] as const satisfies readonly PersonKey[];
const YEARS_MS = 3 * 365 * 86_400_000;

/** All that can be typed, with and without a number and words after it, by a customer, an engineer and a stranger, alone and in company. */
export async function everythingIsAsked(open: (now: () => number) => Promise<Store>): Promise<void> {
  const bot = await startTestBot({ store: open, quirks: [] });
  const { retention, draftReminders, onCallMessages, maintenance, watcher, store } = bot.app;
  const first = await reported(bot, 'maya');
  await bot.says('priya', 'ack', thread(first));
  await bot.says('priya', 'resolve it was a certificate', thread(first));
  await bot.says('maya', 'it works');
  await bot.settles();
  bot.teams.failNext({ status: 403 }, { times: 9, matches: ({ path }) => path.includes(PLACES.announcements) });
  const root = await reported(bot, 'maya');
  await bot.reports('jonas');
  const rooms: readonly Place[] = [thread(root), { kind: 'channel', id: PLACES.general }, { kind: 'channel', id: PLACES.desk }];
  const pressed = new Set<string>();
  for (const { name } of COMMANDS) {
    for (const text of [name, `${name} OUT-1001`, `${name} OUT-1002 all is slow`]) {
      for (const person of ASKING) {
        for (const place of [chat(person), ...rooms]) await pressAll(bot, person, place, await bot.says(person, text, place), pressed);
      }
    }
    await bot.settles();
  }
  await bot.watches(3);
  await bot.passes(40);
  await draftReminders.round();
  await onCallMessages.round();
  await maintenance.round();
  const ended = (await store.outages.idByNumber(1001)) ?? '';
  const posted = { conversationId: root?.conversationId ?? '', activityId: root?.id ?? '' };
  for (const conversationId of [posted.conversationId, 'a:maya']) await store.deliveries.hasTaken(ended, { ...posted, conversationId });
  await store.outages.transaction(({ doneBy }) => doneBy('api none'));
  await store.personal.forget(objectId('maya'));
  await store.personal.forgottenAt(objectId('maya'));
  await retention.step();
  bot.clock.advance(YEARS_MS);
  await bot.settles();
  await retention.step();
  await watcher.check();
  await store.restores.openOutages();
  await store.restores.claim(1_000);
  await store.restores.markTold();
  await bot.stop();
}

/** The first message of the thread at the desk. */
async function reported(bot: TestBot, person: PersonKey) {
  const before = bot.teams.messages.length;
  await bot.reports(person);
  return bot.teams.messages.slice(before).find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
}

/** Presses each button of an answer that this person has not pressed yet, and those of the answers to that. */
async function pressAll(bot: TestBot, person: PersonKey, place: Place, shown: Shown | null, pressed: Set<string>): Promise<void> {
  for (const { title, verb } of shown?.buttons ?? []) {
    if (!shown || pressed.has(`${person} ${verb}`)) continue;
    pressed.add(`${person} ${verb}`);
    await pressAll(bot, person, place, await bot.presses(person, title, shown, {}, place), pressed);
  }
}
