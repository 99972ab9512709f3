/** The programs and phones beside Teams: a monitor that reports by the API, pagers that ring, and people who press a key or do not. */
import { guidOf } from '../../src/api/reports.ts';
import { clientKey } from '../../src/outage/types/person-key.ts';
import type { Random } from '../simulation/random.ts';
import { REPORT, signed } from '../support/bot/api-client.ts';
import { objectId } from '../support/bot/users.ts';
import { type Call, type Callback, type FakePagers, pagedFor, post, spokenIn } from '../support/pagers/fake-pagers.ts';
import { type ServedPagers, servePagers } from '../support/pagers/served-pagers.ts';
import { PHONES } from './desk-file.ts';
import { ENGINEERS, type Told } from './people.ts';
import { anyUrl } from './user-requests.ts';
import { heldWithin } from './wait-within.ts';

/** A message of the monitor: `requestId` as the bot stores it, and the number that each answer named. */
export type Posted = { readonly requestId: string; readonly numbers: string[] };
/** What a service took to page, and when. `isLost`: nobody hears that it did. */
export type Paged = { readonly at: number; readonly for: NonNullable<ReturnType<typeof pagedFor>>; readonly isLost: boolean };
export type Phone = { readonly isOf: (typeof ENGINEERS)[number]; readonly number: string };

const REPORT_AGAIN_MS = [3_000, 15_000] as const;
const ANSWER_LIMIT_MS = 10_000;
const AGAIN_MS = [200, 1_500] as const;
/** A monitor and Twilio give up at last; a killed bot is back before. */
const MOST_TRIES = 60;
/** How often a service does something strange while things are killed, and how often a person takes the call. */
const STRANGE = 0.15;
const STRANGELY = ['error', 'busy', 'lost', 'away', 'list-away'] as const;
const ANSWERED = 0.25;
const PHONE_RINGS_MS = [300, 3_000] as const;

export const personOf = (number: string): string | undefined => {
  const name = ENGINEERS.find((one) => one in PHONES && PHONES[one as keyof typeof PHONES] === number);
  return name && objectId(name);
};

export async function startPagers(random: Random, isStrange: () => boolean): Promise<ServedPagers & { readonly paged: readonly Paged[] }> {
  const paged: Paged[] = [];
  const served = await servePagers({
    fault: () => (isStrange() && random.chance(STRANGE) ? random.pick(STRANGELY) : null),
    onTaken(ask, isLost) {
      const what = pagedFor(ask);
      if (what) paged.push({ at: Date.now(), for: what, isLost });
    },
  });
  return { ...served, paged };
}

type Parts = { readonly urls: () => readonly string[]; readonly random: Random };

/** Each call rings a moment; then its person presses 1, or it ends. Resolves when all that came while `goesOn` has ended. */
export async function answerPhones(pagers: FakePagers, told: Told[], { urls, random }: Parts, goesOn: () => boolean): Promise<void> {
  const ringing: Promise<void>[] = [];
  while (goesOn()) {
    for (const call of pagers.calls.slice(ringing.length)) ringing.push(answer(call));
    await heldWithin(100, () => !goesOn());
  }
  await Promise.all(ringing);

  async function answer(call: Call): Promise<void> {
    await heldWithin(random.int(...PHONE_RINGS_MS), () => false);
    const outageId = /\/pagers\/phones\/([^/]+)\//.exec(call.status ?? '')?.[1] ?? '';
    const person = personOf(call.to);
    if (random.chance(ANSWERED) && person) {
      const heard = await insist(pagers.press(call));
      if (heard && spokenIn(heard).includes('You are the owner now')) told.push({ kind: 'phone', at: Date.now(), outageId, person });
      await insist(pagers.ends(call, 'completed'));
    } else await insist(pagers.ends(call, 'no-answer'));
  }

  /** As somebody who presses again because the voice said nothing. null: in vain. */
  async function insist(callback: Callback): Promise<string | null> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const url = anyUrl(urls(), random);
      const answered = url ? await post(callback, url).catch(() => null) : null;
      if (answered && answered.status < 300) return answered.text;
      await heldWithin(random.int(...AGAIN_MS), () => false);
    }
    return null;
  }
}

/** Reports again and again what it sees, each until it is answered, and some of it once more, to any bot. */
export async function monitorLoop({ urls, random }: Parts, goesOn: () => boolean, slower = 1): Promise<readonly Posted[]> {
  const all: Posted[] = [];
  for (let count = 1; goesOn(); count++) {
    const webhookId = `probe-${count}`;
    const posted: Posted = { requestId: guidOf(clientKey('monitor'), webhookId), numbers: [] };
    all.push(posted);
    const body = JSON.stringify({ ...REPORT, title: `Probe ${count} fails` });
    await Promise.all(Array.from({ length: random.chance(0.3) ? 2 : 1 }, () => insist(posted, webhookId, body)));
    await heldWithin(slower * random.int(...REPORT_AGAIN_MS), () => !goesOn());
  }
  return all;

  async function insist({ numbers }: Posted, webhookId: string, body: string): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const number = await attempt(webhookId, body).catch(() => null);
      if (number !== null) return void numbers.push(number);
      await heldWithin(random.int(...AGAIN_MS), () => false);
    }
    throw new Error(`the monitor's ${webhookId} was not answered`);
  }

  /** The number of the outage; null: the bot asks for another attempt. Throws where nothing was answered. */
  async function attempt(webhookId: string, body: string): Promise<string | null> {
    const url = anyUrl(urls(), random);
    const headers = signed('monitor', body, Date.now(), webhookId);
    const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
    const response = await fetch(`${url}/api/reports?client=monitor`, { method: 'POST', headers, body, signal });
    if (response.status >= 300) return null;
    return ((await response.json()) as { readonly outage: { readonly number: string } }).outage.number;
  }
}
