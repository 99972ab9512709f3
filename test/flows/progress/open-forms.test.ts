/** What somebody types in a form stays there, whatever others do meanwhile, and what could not be sent is there again. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ActionRequest } from '../../../src/engine/handle.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { chat, MINUTE_MS, objectId, type PersonKey, PLACES, type Shown, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';
import { inputs } from '../../support/cards/walk.ts';
import { silentLog } from '../../support/log/silent-log.ts';

let testBot: TestBot;
let away = false;
afterEach(async () => {
  vi.useRealTimers();
  away = false;
  await testBot.stop();
});

const receipt = () => testBot.teams.in('a:maya')[0];
const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const idOf = async () => (await testBot.app.store.outages.idByNumber(1001)) ?? '';
const outage = async () => (await testBot.app.store.outages.read(await idOf()))?.outage;
async function acts(person: PersonKey, name: string, action: Partial<ActionRequest> & Pick<ActionRequest, 'type'>) {
  const by = testBot.desk.actor({ id: objectId(person), name });
  const outcome = await testBot.app.engine.handle({ outageId: await idOf(), by, ...action } as ActionRequest);
  expect(outcome.ok).toBe(true);
  await testBot.settles();
}
const helps = () => acts('tomas', 'Tomás Herrera', { type: 'assist', person: { id: objectId('tomas'), name: 'Tomás Herrera' } });
const entered = ({ card }: Shown) => Object.fromEntries(inputs(card).map(({ id, value }) => [id, value]));
const ownForm = (title: string) => testBot.presses('maya', title, receipt(), {}, chat('maya'));
const update = (text: string) => ({ text, phase: 'monitoring', next: '60' });
async function taken(store?: (now: () => number) => Promise<Store>) {
  testBot = await startTestBot(store ? { store } : {});
  await testBot.reports();
  await acts('priya', 'Priya Nair', { type: 'acknowledge' });
}
/** A store that gives and takes no outage while `away` says so. */
async function fragile(now: () => number): Promise<Store> {
  const store = await openSqlite({ file: ':memory:', now, log: silentLog() });
  const outages = new Proxy(store.outages, {
    get: (target, name, self) => (away ? () => Promise.reject(new Error('the database is gone')) : Reflect.get(target, name, self)),
  });
  return { ...store, outages };
}

describe("3.1: in somebody's own chat", () => {
  it('3.1: a form is a message of its own, and what is typed there stays when an engineer acknowledges', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const form = await ownForm('Correct report');
    expect(form.said).toContain('below');
    expect(form.message?.id).not.toBe(receipt()?.id);
    expect(testBot.teams.text(receipt())).not.toContain('Save correction');
    const edits = receipt()?.edits ?? 0;
    await acts('priya', 'Priya Nair', { type: 'acknowledge' });
    expect(receipt()?.edits).toBe(edits + 1);
    expect(form.message?.edits).toBe(0);
    const saved = await testBot.presses('maya', 'Save correction', form, { ...entered(form), title: 'New words' } as Record<
      string,
      string
    >);
    expect(saved.text).toContain('New words');
    expect(await outage()).toMatchObject({ report: { title: 'New words' }, state: 'acknowledged' });
  });

  it('3.1: a form that Teams does not take as a message stands on the card', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    testBot.teams.failNext({ status: 502 }, { matches: ({ method, path }) => method === 'POST' && path.includes('a:maya') });
    const form = await ownForm('Withdraw report');
    expect(form.buttons.map(({ title }) => title)).toContain('Withdraw');
  });
});

describe('3.1: in a channel', () => {
  it('3.1: the card with an open form waits for at most three minutes, which the form says, and news comes at once', async () => {
    await taken();
    const form = await testBot.presses('priya', 'Post update', root());
    const until = new Date(testBot.clock.now() + 3 * MINUTE_MS).toISOString().slice(0, 19);
    expect(form.text).toContain(`{{TIME(${until}Z)}}`);
    const edits = root()?.edits;
    const messages = testBot.teams.messages.length;
    await helps();
    expect(testBot.teams.messages.length).toBeGreaterThan(messages);
    await testBot.passes(2.8);
    expect(root()?.edits).toBe(edits);
    await testBot.passes(0.5);
    expect(root()?.edits).toBeGreaterThan(edits ?? 0);
    expect(testBot.teams.text(root())).toContain('Tomás Herrera');
  });

  it('3.1: the edit comes soon after the form was sent or closed', async () => {
    await taken();
    const edits = root()?.edits;
    const form = await testBot.presses('priya', 'Post update', root());
    await helps();
    await testBot.presses('priya', 'Back', form, {}, { kind: 'channel', id: root()?.conversationId ?? '' });
    await testBot.passes(0.5);
    expect(root()?.edits).toBeGreaterThan(edits ?? 0);
  });

  it('3.1: two engineers who open a form at once are both waited for', async () => {
    await taken();
    const edits = root()?.edits;
    const [form] = await Promise.all([
      testBot.presses('priya', 'Post update', root()),
      testBot.presses('tomas', 'Resolve', root()),
      testBot.presses('ingrid', 'Resolve', root()),
    ]);
    const place = { kind: 'channel', id: root()?.conversationId ?? '' } as const;
    await testBot.presses('priya', 'Send update', form, update('We restart it.'), place);
    await testBot.passes(1);
    expect(root()?.edits).toBe(edits);
    // However often it is opened again.
    await testBot.presses('tomas', 'Resolve', root());
    await testBot.passes(2.3);
    expect(root()?.edits).toBeGreaterThan(edits ?? 0);
  });

  it('3.1: no message waits for a form but the edit of its card', async () => {
    await taken();
    await testBot.presses('priya', 'Post update', root());
    const edits = receipt()?.edits ?? 0;
    await helps();
    expect(receipt()?.edits).toBe(edits + 1);
  });
});

describe('3.1: what was entered', () => {
  it('3.1: in a press that failed stands in the form that is opened again', async () => {
    await taken(fragile);
    const form = await testBot.presses('priya', 'Post update', root());
    away = true;
    await testBot.presses('priya', 'Send update', form, update('We restart it.'));
    away = false;
    const again = await testBot.presses('priya', 'Post update', root());
    expect(entered(again)).toMatchObject(update('We restart it.'));
    expect(again.text).toContain('was not sent');
    const sent = await testBot.presses('priya', 'Send update', again, update('We restart it.'));
    expect(sent.text).toContain('We restart it.');
    expect(entered(await testBot.presses('priya', 'Post update', root())).text ?? '').toBe('');
  });

  it('3.1: in a press that was refused is kept for a day, for that person alone', async () => {
    await taken();
    const form = await testBot.presses('priya', 'Post update', root());
    const wrong = { ...update('x'.repeat(4_001)) };
    await testBot.presses('priya', 'Send update', form, wrong);
    expect(entered(await testBot.presses('priya', 'Post update', root())).next).toBe('60');
    expect(entered(await testBot.presses('tomas', 'Post update', root())).text ?? '').toBe('');
    testBot.clock.advance(25 * 60 * MINUTE_MS);
    expect(entered(await testBot.presses('priya', 'Post update', root())).text ?? '').toBe('');
  });

  it('3.1: in a press that came too late stands in the form once it can be opened again', async () => {
    await taken();
    const form = await testBot.presses('priya', 'Post update', root());
    await acts('tomas', 'Tomás Herrera', { type: 'resolve', text: 'Restarted.', seen: null });
    await testBot.presses('priya', 'Send update', form, update('The vendor works on it.'));
    await acts('tomas', 'Tomás Herrera', { type: 'reopen', reason: 'It fails again.' });
    await testBot.passes(4);
    await testBot.presses('priya', 'Acknowledge', root()).catch(() => null);
    expect(entered(await testBot.presses('priya', 'Post update', root()))).toMatchObject({ text: 'The vendor works on it.' });
  });

  it('3.1: in a press beyond the rate limit is not lost', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const form = await ownForm('Withdraw report');
    const press = testBot.pressed('maya', chat('maya'), { verb: 'reporter-show', data: {}, card: {}, replyToId: 'x' });
    for (let left = 300; left > 0; left--) await testBot.post(press);
    const refused = await testBot.presses('maya', 'Withdraw', form, { reason: 'A cable was loose.' });
    expect(refused.said).toContain('more than I can take');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * MINUTE_MS });
    expect(entered(await ownForm('Withdraw report'))).toMatchObject({ reason: 'A cable was loose.' });
  });
});
