/** People follow outages in their own chats: who may, how much they hear, when, and that it ends at once. */
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ActionRequest } from '../../../src/engine/handle.ts';
import { isSentTo } from '../../support/bot/followed.ts';
import { chat, objectId, type PersonKey, PLACES, startTestBot, type TestBot, testDesk, withHarbour } from '../../support/bot/test-bot.ts';
import { inputs } from '../../support/cards/walk.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

/** Harbour is another customer, of whom Aiko is. Ingrid is no engineer here, and may follow Contoso. */
const desk = () =>
  testDesk((text) =>
    withHarbour(
      text.replace(/^ {4}members: \[/m, '    mayFollow: [ingrid]\n    members: [').replace(/engineers: .*/, 'engineers: [priya, tomas]'),
    ),
  );
const begin = async () => {
  testBot = await startTestBot({ quirks: [], desk: desk() });
};
const says = async (person: PersonKey, text: string) => (await testBot.says(person, text))?.text ?? '';
/** What came to their own chat of outages, without the answers to what they wrote. */
const chatOf = (person: PersonKey) =>
  testBot.teams.messages.filter(isSentTo(person)).filter(({ summary }) => /^OUT-|messages? while/.test(summary));
const heard = (person: PersonKey) => chatOf(person).map(({ summary }) => summary);
async function priya(action: Partial<ActionRequest> & Pick<ActionRequest, 'type'>, number = 1001) {
  const outageId = (await testBot.app.store.outages.idByNumber(number)) ?? '';
  const by = testBot.desk.actor({ id: objectId('priya'), name: 'Priya Nair' });
  const outcome = await testBot.app.engine.handle({ outageId, by, seen: null, ...action } as ActionRequest);
  expect(outcome.ok).toBe(true);
  await testBot.settles();
}
const updates = (text: string, phase: 'mitigating' | null = null) => priya({ type: 'update', text, phase, nextUpdateInMs: null });

describe('one outage', () => {
  it('begins with its card, goes on with news below it, and ends at once, also for what waits', async () => {
    await begin();
    await testBot.reports('maya');
    await priya({ type: 'acknowledge' });
    expect(await says('jonas', 'follow OUT-1001')).toContain('You follow OUT-1001 now');
    await testBot.settles();
    // Nothing of what was before.
    expect(heard('jonas')).toEqual([expect.stringContaining('OUT-1001: Acknowledged by Priya Nair')]);
    await updates('We restart the queue.');
    expect(heard('jonas')).toHaveLength(2);
    expect(testBot.teams.text(chatOf('jonas')[0])).toContain('We restart the queue.');
    expect(await says('jonas', 'follow 1001')).toContain('You hear of OUT-1001 in your own chat already');
    testBot.teams.refusing.set(chatOf('jonas')[0]?.conversationId ?? '', 503);
    await updates('It is slow.');
    expect(await says('jonas', 'unfollow OUT-1001')).toContain('You do not follow OUT-1001 any more');
    testBot.teams.refusing.clear();
    await testBot.passes(2);
    expect(heard('jonas')).toHaveLength(2);
    expect(await says('jonas', 'unfollow OUT-1001')).toContain('You do not follow that');
  });

  it('is for members, engineers and people whom the desk file lets follow; to all others there is no such outage', async () => {
    await begin();
    await testBot.reports('maya');
    const none = await says('aiko', 'follow OUT-1099');
    expect(await says('aiko', 'follow OUT-1001')).toBe(none);
    expect(await says('ingrid', 'follow OUT-1001')).toContain('You follow OUT-1001 now');
    expect(await says('tomas', 'follow OUT-1001')).toContain('You follow OUT-1001 now');
    await testBot.settles();
    expect(heard('ingrid')).toHaveLength(1);
    // What they are told they may look up, and nothing can they report or join.
    expect(await says('ingrid', 'OUT-1001')).toContain('OUT-1001');
    const card = chatOf('ingrid')[0];
    expect((await testBot.presses('ingrid', 'Join this outage', card)).said).toContain('I do not know that outage');
    // Its reporter reads it in their own chat.
    expect(await says('maya', 'follow OUT-1001')).toContain('already');
  });

  it('is followed by a button of a room that follows, and joined there without touching the card of the room', async () => {
    await begin();
    await testBot.reports('maya');
    const general = testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.general));
    const place = { kind: 'channel', id: general?.conversationId ?? '' } as const;
    expect((await testBot.presses('jonas', 'Follow in my chat', general, {}, place)).said).toContain('You follow OUT-1001 now');
    await testBot.settles();
    const own = chatOf('jonas')[0];
    expect(testBot.teams.text(own)).toContain('OUT-1001');
    // Who joins hears of it as somebody affected, once.
    await testBot.presses('jonas', 'Join this outage', own, {}, chat('jonas'));
    await updates('We restart the queue.');
    expect(heard('jonas').filter((summary) => summary.includes('restart'))).toHaveLength(1);
    expect((await testBot.presses('ingrid', 'Join this outage', general, {}, place)).said).not.toContain('You joined');
    // The card that they followed on is theirs as somebody affected now, and that of the room is still the room's.
    expect(testBot.teams.text(own)).toContain('Leave this outage');
    expect(testBot.teams.text(general)).toContain('Follow in my chat');
  });

  it.each(['in their own chat', 'by phone'])(
    'that was reported %s is heard of in their own chats by all who join in a room',
    async (how) => {
      testBot = await startTestBot({
        quirks: [],
        desk: testDesk((text) =>
          text.replace(/^ {4}members: \[/m, '    members: [ingrid, ').replace(/engineers: .*/, 'engineers: [priya, tomas]'),
        ),
      });
      if (how === 'by phone') {
        const form = await testBot.says('priya', 'report for contoso');
        const untouched = Object.fromEntries(inputs(form?.card ?? {}).map(({ id, value }) => [String(id), String(value ?? '')]));
        const said = { caller: objectId('maya'), phone: '+45 32 12 34 56', scenario: 'sign-in', title: 'Nobody can sign in' };
        await testBot.presses('priya', 'Send report', form ?? undefined, { ...untouched, ...said });
      } else await testBot.reports('maya');
      await testBot.settles();
      const general = testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.general));
      const place = { kind: 'channel', id: general?.conversationId ?? '' } as const;
      const joining: readonly PersonKey[] = ['jonas', 'ingrid'];
      for (const person of joining) await testBot.presses(person, 'Join this outage', general, {}, place);
      await testBot.settles();
      await priya({ type: 'acknowledge' });
      await updates('We restart the queue.');
      await priya({ type: 'resolve', text: 'It works.' });
      await testBot.passes(1);
      for (const person of joining) {
        const said = heard(person).join('\n');
        for (const part of ['OUT-1001', 'restart', 'Resolved']) expect(said, `${person}: ${part}`).toContain(part);
        expect(
          heard(person).filter((summary) => summary.includes('restart')),
          person,
        ).toHaveLength(1);
      }
      const { outage } = (await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(1001)) ?? '')) ?? {};
      expect(outage?.joined.map(({ person }) => person.name)).toEqual(['Jonas Weber', 'Ingrid Sørensen']);
      expect(outage?.unreachable).toEqual([]);
    },
  );

  it('goes on with the outage that it is merged into, until they part', async () => {
    await begin();
    await testBot.reports('maya');
    await testBot.reports('jonas');
    expect(await says('ingrid', 'follow OUT-1002')).toContain('You follow OUT-1002 now');
    const intoId = (await testBot.app.store.outages.idByNumber(1001)) ?? '';
    await priya({ type: 'merge', intoId }, 1002);
    expect(heard('ingrid').at(-1)).toContain('OUT-1001');
    await updates('We restart the queue.');
    expect(heard('ingrid').at(-1)).toContain('We restart the queue.');
    // They follow both, and theirs alone once it goes on by itself.
    await priya({ type: 'reopen', reason: 'Something else.' }, 1002);
    const before = heard('ingrid').length;
    await updates('It is the other queue.');
    expect(heard('ingrid')).toHaveLength(before);
    await priya({ type: 'resolve', text: 'A switch was broken.' }, 1002);
    expect(heard('ingrid').at(-1)).toContain('A switch was broken.');
  });
});

describe('a project', () => {
  it('is followed from its next outage on, and what is open there by one more tap', async () => {
    await begin();
    await testBot.reports('maya');
    expect(await says('jonas', 'follow harbour')).toContain('one of these: Contoso ERP');
    const answer = await testBot.says('jonas', 'follow contoso erp');
    expect(answer?.text).toContain('You follow Contoso ERP now');
    expect((await testBot.presses('jonas', 'Follow 1 open outage', answer ?? undefined)).said).toContain('You follow 1 more outage now');
    await testBot.settles();
    expect(heard('jonas')).toHaveLength(1);
    await testBot.reports('maya');
    expect(heard('jonas')).toEqual([expect.stringContaining('OUT-1001'), expect.stringContaining('OUT-1002')]);
    expect(await says('jonas', 'unfollow Contoso ERP')).toContain('You do not follow Contoso ERP any more');
    await testBot.reports('maya');
    expect(heard('jonas')).toHaveLength(2);
  });

  it('tells nobody more who is taken off it, and the record still says who followed', async () => {
    await begin();
    await says('jonas', 'follow Contoso ERP');
    await testBot.reports('maya');
    expect(heard('jonas')).toHaveLength(1);
    const { store } = testBot.app;
    const { teams, clock } = testBot;
    const without = testDesk((text) => text.replace('members: [maya, jonas]', 'members: [maya]'));
    onTestFinished(testBot.app.stop);
    testBot = await startTestBot({ quirks: [], desk: without, teams, clock, store: async () => store });
    await priya({ type: 'acknowledge' });
    expect(heard('jonas')).toHaveLength(1);
    expect((await store.outages.openFollowedBy(objectId('jonas'))).map(({ outage }) => outage.number)).toEqual([1001]);
  });
});

describe('how much, and when', () => {
  const chooses = async (person: PersonKey, entered: Record<string, string>) => {
    const form = await testBot.says(person, 'my follows');
    return await testBot.presses(person, 'Save', form ?? undefined, {
      noise: 'everything',
      from: '',
      until: '',
      most: '30',
      stop: '',
      ...entered,
    });
  };

  it('is chosen in three steps, which hold at once; the card shows everything all the same', async () => {
    await begin();
    await testBot.reports('maya');
    await says('jonas', 'follow OUT-1001');
    expect((await chooses('jonas', { noise: 'turning-points' })).text).toContain('Saved.');
    await priya({ type: 'acknowledge' });
    await updates('Still looking.');
    await updates('We found it.', 'mitigating');
    expect(heard('jonas').slice(1)).toEqual([expect.stringContaining('Acknowledged'), expect.stringContaining('We found it.')]);
    await chooses('jonas', { noise: 'begin-and-end' });
    await priya({ type: 'hand-over', to: { id: objectId('tomas'), name: 'Tomás Herrera' } });
    await updates('We try it.', null);
    expect(heard('jonas')).toHaveLength(3);
    expect(testBot.teams.text(chatOf('jonas')[0])).toContain('We try it.');
    await priya({ type: 'resolve', text: 'It works.' });
    expect(heard('jonas')).toHaveLength(4);
  });

  it('has hours in which only turning points come; the rest is one message when they end', async () => {
    await begin();
    await testBot.reports('maya');
    await says('jonas', 'follow OUT-1001');
    await priya({ type: 'acknowledge' });
    // It is 10:00 in Copenhagen.
    const wrong = await chooses('jonas', { from: '09:30', until: '' });
    expect(wrong.text).toContain('Enter two different times');
    await chooses('jonas', { from: '09:30', until: '11:00' });
    const before = heard('jonas').length;
    await updates('First.');
    await updates('Second.');
    await updates('We found it.', 'mitigating');
    await updates('Third.');
    expect(heard('jonas').slice(before)).toEqual([expect.stringContaining('We found it.')]);
    await testBot.passes(70);
    // That an update is late turns its course, too.
    expect(heard('jonas').slice(before + 1)).toEqual([
      expect.stringContaining('update is late'),
      expect.stringContaining('3 messages while it was quiet'),
    ]);
    const text = testBot.teams.text(chatOf('jonas').at(-1));
    for (const part of ['First.', 'Second.', 'Third.']) expect(text).toContain(part);
    await updates('Fourth.');
    expect(heard('jonas').at(-1)).toContain('Fourth.');
  });

  it('and what waits for the end of them is no trouble: the desk and the probe hear of none', async () => {
    await begin();
    await testBot.reports('maya');
    await says('jonas', 'follow OUT-1001');
    await priya({ type: 'acknowledge' });
    await chooses('jonas', { from: '09:30', until: '18:00' });
    await updates('First.');
    await testBot.watches(20);
    expect(await (await fetch(`${testBot.url}/readyz`)).json()).toEqual({ status: 'ready', troubles: [] });
    expect(testBot.log.filter(({ message }) => message === 'trouble begins')).toEqual([]);
  });

  it('tells at once what waits when the hours are taken back, before what comes next', async () => {
    await begin();
    await testBot.reports('maya');
    await says('jonas', 'follow OUT-1001');
    await priya({ type: 'acknowledge' });
    await chooses('jonas', { from: '09:30', until: '18:00' });
    const before = heard('jonas').length;
    await updates('First.');
    await updates('Second.');
    await chooses('jonas', { from: '09:00', until: '17:00' });
    await testBot.settles();
    expect(heard('jonas')).toHaveLength(before);
    await chooses('jonas', {});
    await testBot.settles();
    expect(heard('jonas').slice(before)).toEqual([expect.stringContaining('2 messages while it was quiet')]);
    await updates('Third.');
    expect(heard('jonas').slice(before + 1)).toEqual([expect.stringContaining('Third.')]);
    await testBot.passes(10);
    expect(heard('jonas')).toHaveLength(before + 2);
  });

  it('has a most for each day, which is said once; above it only turning points come', async () => {
    await begin();
    await testBot.reports('maya');
    await says('jonas', 'follow OUT-1001');
    await priya({ type: 'acknowledge' });
    await chooses('jonas', { most: '3' });
    for (const text of ['One.', 'Two.', 'Three.', 'Four.']) await updates(text);
    const all = chatOf('jonas').map((message) => testBot.teams.text(message));
    expect(all.slice(2)).toEqual([expect.stringContaining('One.'), expect.stringContaining('Two.')]);
    expect(all.filter((text) => text.includes('That was number 3 today'))).toHaveLength(1);
    await updates('We found it.', 'mitigating');
    expect(heard('jonas').at(-1)).toContain('We found it.');
    // The next day begins anew.
    testBot.clock.advance(15 * 3_600_000);
    await testBot.settles();
    await updates('Good morning.');
    expect(heard('jonas').at(-1)).toContain('Good morning.');
  });

  it('shows what somebody follows, and stops what they tick, or all of it', async () => {
    await begin();
    await testBot.reports('maya');
    expect(await says('jonas', 'my follows')).toContain('You follow nothing');
    await says('jonas', 'follow OUT-1001');
    await says('jonas', 'follow Contoso ERP');
    const form = await testBot.says('jonas', 'my follows');
    expect(form?.text).toContain('Contoso ERP: every new outage');
    const stopped = await chooses('jonas', { stop: `project contoso-erp` });
    expect(stopped.text).not.toContain('Contoso ERP: every new outage');
    expect(stopped.text).toContain('OUT-1001');
    expect((await testBot.presses('jonas', 'Stop following all', stopped)).said).toContain('You follow nothing any more');
    expect(await says('jonas', 'my follows')).toContain('You follow nothing');
  });
});
