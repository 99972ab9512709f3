/** What engineers ask: what went where of an outage, and what did not. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chat, PLACES, type Place, startTestBot, type TestBot, thread } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
beforeEach(async () => {
  testBot = await startTestBot({ quirks: [] });
});
afterEach(() => testBot.stop());

const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const general: Place = { kind: 'channel', id: `${PLACES.general};messageid=1700000000001` };
const asks = async (person: 'maya' | 'priya', place: Place = chat(person), text = '/outage deliveries OUT-1001') =>
  (await testBot.says(person, text, place))?.text ?? '';

describe('/outage deliveries', () => {
  it('says that every place has everything, in the thread also without a number, and by a button', async () => {
    await testBot.reports();
    const said = await asks('priya', thread(root()), 'deliveries');
    expect(said).toContain('OUT-1001: deliveries');
    expect(said).toMatch(/All \d places have everything\./);
    expect(said).toMatch(/✓[\s\S]*the desk's thread[\s\S]*: 1 message came\./);
    const taken = await testBot.presses('priya', 'Acknowledge', root());
    const more = await testBot.presses('priya', 'More', taken, {}, thread(root()));
    const timeline = await testBot.presses('priya', 'Show timeline', more, {}, thread(root()));
    const shown = await testBot.presses('priya', 'Show deliveries', timeline, {}, thread(root()));
    expect(shown.text).toContain('OUT-1001: deliveries');
    expect(shown.buttons.map(({ title }) => title)).toEqual(['Back']);
    expect((await testBot.presses('priya', 'Show deliveries', more, {}, thread(root()))).text).toContain('OUT-1001: deliveries');
  });

  it('says what is tried again, what was given up and why, and that the desk was told', async () => {
    testBot.teams.refusing.set(PLACES.general, 503);
    testBot.teams.refusing.set(PLACES.announcements, 400);
    await testBot.reports();
    await testBot.watches(2);
    const said = await asks('priya');
    expect(said).toMatch(/\d of \d places have everything\./);
    expect(said).not.toContain('All ');
    expect(said).toMatch(/Not there yet: the first message \(.*503.*\)\. I tried \d+ times, and try again\./);
    expect(said).toMatch(/Given up: the first message \(.*400.*\)\. The desk was told\./);
    testBot.teams.refusing.delete(PLACES.general);
    await testBot.passes(2);
    expect(await asks('priya')).not.toContain('503');
  });

  it('is for engineers, and not read aloud in a room of others', async () => {
    await testBot.reports();
    const unknown = await asks('maya', chat('maya'), '/outage deliveries OUT-1099');
    expect(await asks('maya')).toBe(unknown);
    expect(await asks('priya', general)).toContain('Ask me that in our own chat');
    expect(await asks('priya', chat('priya'), '/outage deliveries OUT-1099')).toContain('I do not know that outage');
  });
});
