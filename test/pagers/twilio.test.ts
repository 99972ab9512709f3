/** A call is looked up after a lost answer: by its number and time, and by its id where this process made it. */
import { expect, it } from 'vitest';
import { createTwilio } from '../../src/pagers/twilio.ts';
import { wordsFor } from '../../src/words/words.ts';
import { START } from '../support/clock.ts';
import { changeFor, sampleReportAction } from '../support/outage/sample.ts';
import { ACCOUNT, AUTH_TOKEN, createFakePagers, FROM } from '../support/pagers/fake-pagers.ts';

const PHONES = {
  ...({ type: 'twilio', by: 'voice', account: ACCOUNT, token: 'TWILIO_TOKEN', from: FROM } as const),
  ...{ address: 'https://api.twilio.com', allowPrivate: false },
};
const ANNA = '+4511223344';
const HOUR_MS = 3_600_000;
const OUTAGE = changeFor(sampleReportAction(), null).outage;

/** Two bots that call by the same account. */
function twoBots() {
  const { request } = createFakePagers(() => START);
  const [one, other] = [createTwilio({ request, words: wordsFor('en') }), createTwilio({ request, words: wordsFor('en') })];
  const calls = async (bot: typeof one, id: string) => {
    const asked = { step: 'trigger', keys: [], outage: OUTAGE, now: START, thread: null, id } as const;
    return await bot.send(PHONES, ANNA, asked, AUTH_TOKEN, null);
  };
  const finds = async (bot: typeof one, id: string, since: number) =>
    await bot.find(PHONES, ANNA, { outage: OUTAGE, id }, AUTH_TOKEN, { since, limitMs: 1_000 });
  return { one, other, calls, finds };
}

it('a call of this process is found also where the clock of the store is far ahead of that of Twilio', async () => {
  const { one, other, calls, finds } = twoBots();
  const first = await calls(one, 'page 1');
  await calls(one, 'page 2');
  expect(await finds(one, 'page 1', START + HOUR_MS)).toEqual(first);
  expect(await finds(one, 'page 3', START)).toBe('absent');
  // Another bot knows it by its time alone.
  expect(await finds(other, 'page 1', START + HOUR_MS)).toBe('absent');
});

it('a call of another process is found by number and time, and for one page alone', async () => {
  const { one, other, calls, finds } = twoBots();
  const made = await calls(one, 'page 1');
  expect(await finds(other, 'page 1', START)).toEqual(made);
  expect(await finds(other, 'page 1', START)).toEqual(made);
  expect(await finds(other, 'page 2', START)).toBe('absent');
});
