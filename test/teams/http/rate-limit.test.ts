/** The limits for one person and one tenant, at the product's numbers and with the bot's own words. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createRateLimit } from '../../../src/teams/in/rate-limit.ts';
import { objectId, startTestBot } from '../../support/bot/test-bot.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000, toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const asks = async (limit: ReturnType<typeof createRateLimit>, times: number, who: Parameters<typeof limit.count>[0]) => {
  const refusals = [];
  for (let index = 0; index < times; index++) refusals.push(await limit.count(who));
  return refusals.filter((refusal) => refusal !== null);
};
const maya = { person: 'maya', tenant: 'ours', ofDesk: false };

describe('the rate limit', () => {
  it('refuses a person after 300 requests in a minute, says until when, and only the first time that it is new', async () => {
    const limit = createRateLimit();
    expect(await asks(limit, 300, maya)).toEqual([]);
    vi.setSystemTime(1_020_000);
    expect(await asks(limit, 3, maya)).toEqual([
      { waitSeconds: 40, first: true },
      { waitSeconds: 40, first: false },
      { waitSeconds: 40, first: false },
    ]);
    vi.setSystemTime(1_060_001);
    expect(await limit.count(maya)).toBeNull();
  });

  it('counts each person alone, and the same id of another tenant as somebody else', async () => {
    const limit = createRateLimit();
    await asks(limit, 301, maya);
    expect(await limit.count({ ...maya, person: 'jonas' })).toBeNull();
    expect(await limit.count({ ...maya, tenant: 'another' })).toBeNull();
  });

  it('refuses a tenant after 6,000, but nobody of the desk for what others ask', async () => {
    const limit = createRateLimit();
    for (let person = 0; person < 60; person++) expect(await asks(limit, 100, { ...maya, person: `${person}` })).toEqual([]);
    expect(await limit.count({ ...maya, person: 'one more' })).toEqual({ waitSeconds: 60, first: true });
    expect(await limit.count({ ...maya, tenant: 'another' })).toBeNull();
    const priya = { person: 'priya', tenant: 'ours', ofDesk: true };
    expect(await asks(limit, 1_200, priya)).toEqual([]);
    expect(await limit.count(priya)).toEqual({ waitSeconds: 60, first: true });
  });

  it('begins at zero for a person who was quiet for a minute', async () => {
    const limit = createRateLimit();
    for (let person = 0; person < 1_000; person++) await limit.count({ ...maya, person: `${person}` });
    expect(vi.getTimerCount()).toBe(1_001);
    vi.advanceTimersByTime(60_001);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a person who asks too much', () => {
  it('is told so kindly, with the phone: at each press, and once for what is typed; an acknowledgement goes through all the while', async () => {
    vi.useRealTimers();
    const testBot = await startTestBot();
    onTestFinished(() => testBot.stop());
    await testBot.reports();
    const first = await testBot.says('maya', '/outage');
    let answer = '';
    for (let presses = 0; presses < 300 && !answer.includes('more than I can take'); presses++)
      answer = (await testBot.presses('maya', 'Cancel', first ?? undefined)).said;
    expect(answer).toMatch(/more than I can take .* was not done\. Please try again in .* call \+45 70 10 20 30/);
    expect((await testBot.presses('maya', 'Cancel', first ?? undefined)).said).toMatch(/more than I can take/);
    expect(await testBot.says('maya', 'help')).toBeNull();
    const desk = testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith('19:support-desk'));
    expect((await testBot.presses('priya', 'Acknowledge', desk)).text).toContain('Acknowledged by Priya Nair');
    expect(testBot.log.filter(({ message }) => message.startsWith('over the rate limit'))).toHaveLength(1);
    const audited = testBot.log.filter(({ fields }) => 'reason' in fields && fields.reason === 'rate-limited');
    expect(audited.map(({ fields }) => fields)).toMatchObject([{ by: objectId('maya'), what: 'report-cancel', client: 'card-iOS' }]);
  });
});
