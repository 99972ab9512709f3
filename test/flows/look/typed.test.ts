/** Commands in other languages than English, through the real bot: what is clear runs, what is doubtful is asked about first. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { chat, PLACES, type Place, startTestBot, type TestBot, thread } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
let desk: Place;
beforeEach(async () => {
  testBot = await startTestBot();
  await testBot.reports();
  desk = thread(testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk)));
});
afterEach(async () => await testBot.stop());

const outage = async () => (await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(1001)) ?? ''))?.outage;

it.each(['Übernehmen', 'Je m’en occupe', '対応します'])('an engineer who types %j owns it', async (text) => {
  await testBot.says('priya', text, desk);
  expect(await outage()).toMatchObject({ owner: { name: 'Priya Nair' } });
});

it('a question offers its replies, also between the marks of Japanese', async () => {
  await testBot.says('priya', '対応します', desk);
  await testBot.says('priya', '質問：全員ですか？［はい、いいえ］', desk);
  await testBot.settles();
  expect(testBot.teams.in(desk.id).map(testBot.teams.text).join('\n')).toContain('Replies by one tap: はい, いいえ.');
});

it('a sentence that begins like a command changes nothing until its button is pressed', async () => {
  await testBot.says('priya', 'übernehmen', desk);
  const asked = await testBot.says('priya', 'behoben Dienst neu gestartet', desk);
  expect(asked?.text).toContain('Is that a command?');
  expect(await outage()).toMatchObject({ state: 'acknowledged' });
  expect((await testBot.presses('priya', 'Run "resolve"', asked ?? undefined, { text: 'Dienst neu gestartet' }, desk)).text).toContain(
    'That is done.',
  );
  expect(await outage()).toMatchObject({ state: 'resolved' });
  await testBot.settles();
  expect(testBot.teams.in(chat('maya').id).map(testBot.teams.text).join('\n')).toContain('Dienst neu gestartet');
});

it('the button runs nothing for somebody who may not, and nothing that is no command', async () => {
  await testBot.says('priya', 'übernehmen', desk);
  const asked = await testBot.says('priya', 'behoben Dienst neu gestartet', desk);
  if (!asked) throw new Error('nothing was asked');
  await testBot.presses('maya', 'Run "resolve"', asked, { text: 'Dienst neu gestartet' }, desk);
  const [button] = asked.buttons;
  for (const what of ['help', 'anything', ''])
    await testBot.presses('priya', 'Run "resolve"', { ...asked, buttons: button ? [{ ...button, data: { what } }] : [] }, {}, desk);
  expect(await outage()).toMatchObject({ state: 'acknowledged' });
});

it.each(['Übernehmen von Aufträgen geht nicht', 'Rouvrir le magasin est impossible'])(
  'a customer who writes %j reports it',
  async (text) => {
    const card = await testBot.says('jonas', text, chat('jonas'));
    expect(card?.text).toContain('Is this a production outage?');
  },
);
