/** "catch up": what is new to this person of the outages that they have to do with, and the first thing in a status card. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionRequest } from '../../../src/engine/handle.ts';
import { startPrivateBot } from '../../support/bot/private.ts';
import { chat, objectId, type PersonKey, PLACES, type Place, startTestBot, type TestBot, thread } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
beforeEach(async () => {
  testBot = await startTestBot({ quirks: [] });
});
afterEach(() => testBot.stop());

const says = async (person: PersonKey, text: string, place: Place = chat(person)) => (await testBot.says(person, text, place))?.text ?? '';
const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
async function priya(action: Partial<ActionRequest> & Pick<ActionRequest, 'type'>, number = 1001) {
  const by = testBot.desk.actor({ id: objectId('priya'), name: 'Priya Nair' });
  const outageId = (await testBot.app.store.outages.idByNumber(number)) ?? '';
  expect((await testBot.app.engine.handle({ outageId, by, ...action } as ActionRequest)).ok).toBe(true);
  await testBot.settles();
}
const updates = async (text: string) => await priya({ type: 'update', text, phase: null, nextUpdateInMs: null, seen: null });

describe('catch up', () => {
  it('says the present state of what somebody never looked at, then only what changed, then that nothing did', async () => {
    await testBot.reports();
    expect(await says('maya', 'catch up')).toContain('OUT-1001: Not acknowledged yet.');
    await testBot.passes(2);
    await priya({ type: 'acknowledge' });
    await updates('We look at the queue.');
    await priya({ type: 'note', text: 'It smells of the certificate.', shown: false });
    await updates('We restart the queue.');
    const said = await says('maya', 'catch me up');
    expect(said).toContain('OUT-1001: Investigating (Priya Nair).');
    expect(said).toContain('2 updates, the last at');
    expect(said).toContain('We restart the queue.');
    expect(said).not.toContain('certificate');
    await testBot.passes(3);
    expect(await says('maya', '/outage catch up')).toMatch(/Nothing is new since you last looked, at .*10:02/);
    await priya({ type: 'resolve', text: 'It runs.', seen: null });
    expect(await says('maya', 'catch up')).toContain('OUT-1001: Resolved.');
  });

  it('of one outage is all that changed, for engineers with notes; and a status card begins with it', async () => {
    await testBot.reports();
    await says('priya', 'status OUT-1001');
    await priya({ type: 'acknowledge' });
    await priya({ type: 'note', text: 'It smells of the certificate.', shown: false });
    const status = await says('priya', 'status OUT-1001');
    expect(status).toMatch(
      /Since you last looked, at [\s\S]*noted: \u201CIt smells of the certificate\.\u201D[\s\S]*acknowledged it after/,
    );
    expect(await says('priya', 'status OUT-1001')).not.toContain('Since you last looked');
    await updates('We restart the queue.');
    expect(await says('priya', '/outage catch up OUT-1001')).toContain('We restart the queue.');
    expect(await says('priya', 'catch up OUT-1001')).toContain('Nothing is new since you last looked');
    // The reporter's own card, too, and what they may read alone.
    await says('maya', 'status OUT-1001');
    await updates('It is on its way.');
    await priya({ type: 'note', text: 'Nobody should know.', shown: false });
    const own = await says('maya', 'status OUT-1001');
    expect(own).toMatch(/Since you last looked, at .*\n.*It is on its way\./);
    expect(own).not.toContain('Nobody should know');
  });

  it('counts a timeline as a look; what others read along says nothing of when somebody looked', async () => {
    await testBot.reports();
    await priya({ type: 'acknowledge' });
    await says('priya', 'timeline OUT-1001');
    expect(await says('priya', 'catch up')).toContain('Nothing is new since you last looked');
    await updates('We restart the queue.');
    expect(await says('priya', 'status', thread(root()))).not.toContain('Since you last looked');
    const inRoom = await testBot.says('priya', 'catch up', thread(root()));
    expect(inRoom?.text).not.toContain('We restart');
  });

  it('counts as read what was shown: in a room only where Teams showed it to them alone', async () => {
    await testBot.stop();
    testBot = await startPrivateBot({ quirks: [] });
    await testBot.reports();
    await says('priya', 'catch up');
    await priya({ type: 'acknowledge' });
    await updates('We restart the queue.');
    testBot.teams.targeted = 404;
    expect(await says('priya', 'catch up', thread(root()))).toContain('Ask me that in our own chat');
    expect(await says('priya', 'catch up OUT-1001', thread(root()))).toContain('Ask me that in our own chat');
    expect(await says('priya', 'catch up')).toContain('We restart the queue.');
    await updates('It runs again.');
    testBot.teams.targeted = 'there';
    testBot.clock.advance(3_600_001);
    await testBot.says('priya', 'catch up', thread(root()));
    const seen = testBot.teams.seenBy('29:priya', root()?.conversationId ?? '');
    expect(seen.map((message) => testBot.teams.text(message)).join()).toContain('It runs again.');
    expect(await says('priya', 'catch up')).toContain('Nothing is new since you last looked');
  });

  it('is answered once, also where that it was read could not be stored', async () => {
    await testBot.stop();
    testBot = await startPrivateBot({ quirks: [] });
    await testBot.reports();
    const { saw } = testBot.app.store.looks;
    testBot.app.store.looks.saw = () => Promise.reject(new Error('the pool is empty'));
    const before = testBot.teams.messages.length;
    await testBot.says('priya', 'catch up', thread(root()));
    testBot.app.store.looks.saw = saw;
    expect(testBot.teams.messages.slice(before).map(({ only }) => only)).toEqual(['29:priya']);
  });

  it('says nothing of what somebody may not see', async () => {
    await testBot.reports();
    const unknown = await says('aiko', 'catch up OUT-1099');
    expect(await says('aiko', 'catch up OUT-1001')).toBe(unknown);
    expect(await says('aiko', 'catch up')).toContain('No outage is open for you');
    // A colleague of the project reads what it says to all of them.
    expect(await says('jonas', 'catch up')).toContain('OUT-1001: Not acknowledged yet.');
  });

  it('is forgotten with the person', async () => {
    await testBot.reports();
    await says('jonas', 'catch up');
    const { looks, personal } = testBot.app.store;
    expect(await looks.of(objectId('jonas'))).toHaveLength(1);
    expect(JSON.stringify(await personal.of(objectId('jonas')))).toContain('"looked":[{"outage_id":');
    await personal.forget(objectId('jonas'));
    expect(await looks.of(objectId('jonas'))).toEqual([]);
  });
});
