/** Whatever goes wrong with what came privately: the person reads it alone, and nobody else reads anything. */
// @module-tag sampled
import { afterEach, expect, it, vi } from 'vitest';
import { quotasOf } from '../../../src/engine/delivery/limits.ts';
import { PRIORITY } from '../../../src/outage/notices.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { GENERAL, GROUP, IN_THREAD, publicRequests, startPrivateBot } from '../../support/bot/private.ts';
import { objectId, type PersonKey, PLACES, TENANT, type TestBot } from '../../support/bot/test-bot.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { sample } from '../../support/sample.ts';
import type { Failure } from '../../support/teams/fake-teams.ts';
import { type Sent, strange } from '../../support/teams/quirks/activities.ts';

let testBot: TestBot;
let away = false;
afterEach(async () => {
  away = false;
  vi.useRealTimers();
  await testBot.stop();
});

type Part = keyof Store;
/** The same store; while `away` says so, these parts of it give and take nothing. */
const fragile = (parts: readonly Part[]) => async (now: () => number) => {
  const store = await openSqlite({ file: ':memory:', now, log: silentLog() });
  const broken = <Of extends object>(part: Of): Of =>
    new Proxy(part, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => (away ? Promise.reject(new Error('the database is gone')) : Reflect.apply(value, target, args));
      },
    });
  return { ...store, ...Object.fromEntries(parts.map((part) => [part, broken(store[part] as object)])) } as Store;
};

/** Sends it, and gives all that the person was shown. Nobody else may see anything, there or elsewhere. */
async function shownFor(activity: Sent, person: string): Promise<string> {
  const { teams } = testBot;
  const [publicly, before] = [publicRequests(teams).length, teams.messages.length];
  const { status, body } = await testBot.post(activity);
  expect(status).toBe(200);
  expect(publicRequests(teams).slice(publicly)).toEqual([]);
  const fresh = teams.messages.slice(before);
  expect(fresh.filter(({ only, conversationId }) => only !== person && !conversationId.endsWith(person))).toEqual([]);
  return [...fresh.map(teams.text), body].join('\n');
}
const slashed = (text: string, person: PersonKey = 'maya') => testBot.slashed(person, text, GENERAL) as Sent;

const AWAY: readonly (readonly Part[])[] = [['outages'], ['outages', 'overrides', 'cache', 'drafts', 'rooms', 'audit']];
it.each(
  sample(
    'away',
    AWAY.map((parts) => ({ parts, what: parts.join(', ') })),
    1,
  ),
)('15.2 while the store is away: $what', async ({ parts }) => {
  testBot = await startPrivateBot({ store: fragile(parts) });
  away = true;
  for (const text of ['list', 'mine', 'status OUT-1001', 'timeline OUT-1001']) {
    const shown = await shownFor(slashed(text), '29:maya');
    expect(shown, text).toContain('That did not work');
    expect(shown, text).toContain('+45 70 10 20 30');
  }
});

it('15.2 a press that fails, on a card that one person sees', { tags: 'full' }, async () => {
  testBot = await startPrivateBot({ store: fragile(['drafts']) });
  const first = await testBot.slash('maya', 'outage', GROUP);
  away = true;
  const [button] = first?.buttons ?? [];
  if (!button || !first?.message) throw new Error('no first card');
  const press = { verb: button.verb, data: button.data, card: first.card, replyToId: first.message.id, isPrivate: true };
  expect(await shownFor(testBot.pressed('maya', GROUP, press) as Sent, '29:maya')).toContain('That did not work');
});

it('15.2 pictures and files, alone and beside a command', { tags: 'full' }, async () => {
  testBot = await startPrivateBot({ quirks: [] });
  const picture = { contentType: 'image/png', contentUrl: 'https://smba.example/1' };
  for (const text of ['', 'help', 'outage']) {
    testBot.clock.advance(2_100);
    const shown = await shownFor({ ...slashed(text), attachments: [picture] }, '29:maya');
    expect(shown, text).toContain('I cannot pass on pictures or files');
  }
});

it('15.2 a command that was edited since', { tags: 'full' }, async () => {
  testBot = await startPrivateBot({ quirks: [] });
  const first = slashed('list');
  await shownFor(first, '29:maya');
  expect(await shownFor(strange.edited({ ...first, text: 'mine' }), '29:maya')).toContain('an edit changes nothing');
});

it('15.2 somebody without an account, whom Teams may not even know there', { tags: 'full' }, async () => {
  testBot = await startPrivateBot({ quirks: [] });
  expect(await shownFor(strange.guest(testBot.slashed('maya', 'outage', IN_THREAD)), '29:guest')).not.toContain('account');
  testBot.teams.roster.push({ id: '29:guest', name: 'Guest', email: '' });
  expect(await shownFor(strange.guest(testBot.slashed('maya', 'outage', GROUP)), '29:guest')).toContain('+45 70 10 20 30');
});

it('15.2 a press by a client that is too old for it', { tags: 'full' }, async () => {
  testBot = await startPrivateBot({ quirks: [] });
  const [button] = (await testBot.slash('maya', 'outage', GENERAL))?.buttons ?? [];
  const { text: _, ...message } = slashed('');
  expect(await shownFor({ ...message, value: { ...button?.data, verb: button?.verb } }, '29:maya')).not.toBe('');
});

it('15.2 somebody of another tenant, and somebody whom the desk does not know', { tags: 'full' }, async () => {
  testBot = await startPrivateBot({ quirks: [] });
  const tenantId = '7e9a1c00-0000-4000-8000-00000000ffff';
  const elsewhere = { conversation: { id: GROUP.id, conversationType: 'groupChat', tenantId }, channelData: { tenant: { id: tenantId } } };
  for (const text of ['outage', 'list', 'on-call', 'help']) {
    await shownFor({ ...slashed(text), ...elsewhere }, '29:maya');
    await shownFor(
      { ...slashed(text), from: { id: '29:zoe', name: 'Zoe Ito', aadObjectId: objectId('maya').replace(/1$/, 'f') } },
      '29:zoe',
    );
  }
});

it('15.2 more than anybody may ask in a minute', { tags: 'full' }, async () => {
  testBot = await startPrivateBot({ quirks: [] });
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
  let shown = '';
  for (let asked = 0; asked < 301; asked++) {
    testBot.clock.advance(2_100);
    shown = await shownFor(slashed('help'), '29:maya');
  }
  expect(shown).toContain('more than I can take');
});

it('15.2 an answer that Teams does not take goes to their own chat, or nowhere', { tags: 'full' }, async () => {
  testBot = await startPrivateBot({ quirks: [] });
  for (const status of [400, 403, 404, 405, 500, 501, 503]) {
    testBot.clock.advance(3_600_001);
    testBot.teams.targeted = status;
    for (const text of ['mine', 'on-call', 'what is this']) await shownFor(slashed(text), '29:maya');
  }
  expect(testBot.teams.in('a:chat-with-29:maya').length).toBeGreaterThan(2);
});

const FAILING: readonly Failure[] = [{ status: 429 }, { status: 401 }, { status: 503 }, 'reset'];
it.each(FAILING)(
  '15.2 a report that cannot be begun there while Teams fails (%j) begins in their own chat',
  { tags: 'full' },
  async (failure) => {
    testBot = await startPrivateBot({ quirks: [] });
    testBot.teams.failNext(failure, { times: 2, matches: ({ targeted }) => targeted });
    expect(await shownFor(slashed('outage Invoices'), '29:maya')).toContain('Is this a production outage?');
    expect(testBot.teams.in('a:chat-with-29:maya')).toHaveLength(1);
    // Where they have none, one card that tells nothing is better than silence.
    testBot.teams.failNext({ status: 503 }, { matches: ({ targeted }) => targeted });
    testBot.teams.failNext({ status: 403 }, { matches: ({ path }) => path.includes('chat-with') });
    const open = await testBot.slash('maya', 'outage', GROUP);
    expect(open?.buttons.map(({ title }) => title)).toEqual(['Continue my report']);
  },
);

it('15.5 however many ask at once, a ping finds room, and none of them is answered publicly', { tags: 'full' }, async () => {
  testBot = await startPrivateBot({ quirks: [] });
  await Promise.all(Array.from({ length: 8 }, async () => await testBot.post(slashed('outage'))));
  const quotas = quotasOf({ lane: PLACES.general, tenantId: TENANT, priority: PRIORITY.ping }, 50);
  expect(await testBot.app.store.deliveries.count(quotas)).toBeNull();
  expect(publicRequests(testBot.teams)).toEqual([]);
  expect(testBot.teams.messages).toHaveLength(8);
});
