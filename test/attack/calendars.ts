/** Guessed addresses of calendars, and one that was withdrawn: each answers as what is not there, and none sooner than another. */
import { randomBytes } from 'node:crypto';
import { offers, type Shown, type Users } from '../support/bot/users.ts';
import { inputs } from '../support/cards/walk.ts';
import { PUBLIC_URL } from './files.ts';
import type { Target } from './target.ts';

const MOST_ASKED = 10;
const GUESSES = 600;
/** Of the medians of two kinds of guesses, which take turns. What a network adds to an answer is more. */
const MOST_APART = 3;
const median = (all: readonly number[]): number => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;

/** Makes an address as an engineer does. A strange Teams loses answers, so it is asked for again; null: in vain. */
async function makes(users: Users): Promise<{ readonly address: string; readonly card: Shown } | null> {
  for (let asked = 0; asked < MOST_ASKED; asked++) {
    const shown = await users.says('priya', '/outage on-call');
    if (!shown || !offers(shown, 'Add to calendar')) continue;
    const form = await users.presses('priya', 'Add to calendar', shown);
    if (!offers(form, 'Make address')) continue;
    const card = await users.presses('priya', 'Make address', form, { what: 'primary' });
    const address = inputs(card.card).find(({ id }) => id === 'address')?.value;
    if (typeof address === 'string') return { address: address.replace(PUBLIC_URL, ''), card };
  }
  return null;
}

export async function guessedCalendars(target: Target, users: Users, url: string): Promise<void> {
  const made = await makes(users);
  if (!made) throw new Error('an engineer gets no address of a calendar');
  const get = async (path: string) => {
    const began = performance.now();
    const response = await fetch(`${url}${path}`);
    return {
      status: response.status,
      body: await response.text(),
      cache: response.headers.get('cache-control'),
      ms: performance.now() - began,
    };
  };
  const real = await get(made.address);
  if (real.status !== 200 || !real.body.startsWith('BEGIN:VCALENDAR')) throw new Error(`a calendar is not served: ${real.status}`);
  const guess = async (name: string, path: string): Promise<number> => {
    const { status, body, cache, ms } = await get(path);
    const isRight = status === 404 && body === 'Not found' && cache === 'no-store';
    target.judge(`a calendar: ${name}`, isRight ? null : `${status} for ${path.slice(0, 60)}: ${body.slice(0, 100)}`);
    return ms;
  };
  const token = made.address.slice('/on-call/'.length, -'.ics'.length);
  const strange = [
    token,
    `${token}.ICS`,
    `${token}.ics/`,
    `x/${token}.ics`,
    `${token.toLowerCase()}.ics`,
    `${token.slice(1)}.ics`,
    `${token}A.ics`,
    `${encodeURIComponent(`${token}\0`)}.ics`,
    "' or hash <> '.ics",
    '',
    '.ics',
    `${'x'.repeat(8_000)}.ics`,
  ];
  for (const one of strange) await guess('a strange address', `/on-call/${one}`);
  // A guess that shares all but its last letter with a real one is answered as late as any other.
  const near = `${token.slice(0, -1)}${token.endsWith('A') ? 'Q' : 'A'}`;
  const times: Record<'near' | 'far', number[]> = { near: [], far: [] };
  for (let turn = 0; turn < GUESSES / 2; turn++) {
    times.near.push(await guess('a near guess', `/on-call/${near}.ics`));
    times.far.push(await guess('a guess', `/on-call/${randomBytes(32).toString('base64url')}.ics`));
  }
  const apart = Math.max(median(times.near) / median(times.far), median(times.far) / median(times.near));
  target.judge('the time of a guess', apart < MOST_APART ? null : `a near guess takes ${apart.toFixed(1)} times as long`);
  await users.presses('priya', 'Withdraw address', made.card);
  await guess('a withdrawn address', made.address);
}
