/** Pagers in virtual time: the real outlet, and services that are slow, refuse, hang, lose answers, and are away for hours. */
import type { Desk } from '../../src/desk/desk.ts';
import type { Handle } from '../../src/engine/handle.ts';
import { SendError } from '../../src/engine/ports/messenger.ts';
import type { Outlet } from '../../src/engine/ports/outlets.ts';
import type { OutageEvent } from '../../src/outage/events.ts';
import type { Answer, Ask } from '../../src/outward/request.ts';
import { createPagerOutlet } from '../../src/pagers/outlet.ts';
import { wordsFor } from '../../src/words/words.ts';
import { NOWHERE } from '../support/log/silent-log.ts';
import {
  ACCOUNT,
  AUTH_TOKEN,
  createFakePagers,
  FROM,
  PAGER_FAULTS,
  type PagedFor,
  PUBLIC_URL,
  pagedFor,
  ROUTING_KEY,
} from '../support/pagers/fake-pagers.ts';
import { eventsOf } from './evidence.ts';
import type { History } from './history.ts';
import { ENGINEERS, HOUR_MS, phoneOf } from './people-and-places.ts';
import type { SimulatedProcess } from './process-faults.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

const BY_NAME = { PD_KEY: ROUTING_KEY, TWILIO_TOKEN: AUTH_TOKEN };
const address = { allowPrivate: false } as const;
const desk = {
  phoneOf,
  file: {
    pagers: {
      ops: { type: 'pagerduty', routingKey: 'PD_KEY', address: 'https://events.pagerduty.com', ...address },
      phones: {
        type: 'twilio',
        account: ACCOUNT,
        token: 'TWILIO_TOKEN',
        from: FROM,
        by: 'voice',
        address: 'https://api.twilio.com',
        ...address,
      },
    },
  },
} as unknown as Desk;

/** Of single requests. */
const WRONG = 0.12;
/** Of the hours in which one of them takes nothing. */
const BAD_HOURS = 0.25;

/** Of which event it is, and which pager of that one: `ops` or a phone. `idOf`: whose phone it is. */
export function pageTaken(paged: PagedFor, events: readonly OutageEvent[], idOf: (phone: string) => string | undefined) {
  if ('of' in paged) return { of: paged.of, pagerId: `phones+${idOf(paged.to)}` };
  // Of what happened in the same moment, one may have paged others, or nobody.
  const pages = (one: OutageEvent) => 'pages' in one && one.at === paged.at && one.pages?.some(({ person }) => person === null);
  return { of: events.findIndex(pages) + 1, pagerId: 'ops' };
}

export type SimulatedPagers = { readonly outletOf: (life: SimulatedProcess, handle: Handle) => Outlet };

/** `until`: from then on they work, so that what waits for them can go out. */
export function createSimulatedPagers(parts: { time: VirtualTime; random: Random; history: History; until: number }): SimulatedPagers {
  const { time, random, history, until } = parts;
  const words = wordsFor('en');
  const fake = createFakePagers(time.now, () => null);
  const hours = new Map<string, boolean>();

  /** In a bad hour one of them is away, or answers nothing. */
  function isBad(url: string): boolean {
    const hour = `${new URL(url).host} ${Math.floor(time.now() / HOUR_MS)}`;
    const known = hours.get(hour) ?? random.chance(BAD_HOURS);
    hours.set(hour, known);
    return known;
  }

  const drawFault = ({ url }: Ask) => {
    if (isBad(url)) return random.pick(['away', 'hang', 'error'] as const);
    return random.chance(WRONG) ? random.pick(PAGER_FAULTS) : null;
  };

  async function answer(ask: Ask): Promise<Answer> {
    const fault = time.now() < until ? drawFault(ask) : null;
    if (fault) history.strike(`pager ${fault}`);
    await time.wait(fault === 'hang' ? ask.limitMs : random.int(40, 2_500));
    const served = createFakeOnce(fault);
    const result = await served(ask).catch((error: unknown) => error);
    const isLost = fault === 'lost' && result instanceof SendError;
    if (ask.method === 'POST' && (isLost || (!(result instanceof Error) && (result as Answer).status < 300))) taken(ask, isLost);
    if (result instanceof Error) throw result;
    return result as Answer;
  }
  const createFakeOnce = (fault: (typeof PAGER_FAULTS)[number] | null) => async (ask: Ask) => {
    if (fault === 'away') throw new SendError('refused', 'no connection');
    if (fault === 'hang') throw new SendError('ambiguous', 'no answer');
    if (fault === 'rests') return { status: 503, headers: new Headers({ 'retry-after': '3600' }), text: '' };
    if (fault === 'busy' || fault === 'error' || fault === 'wrong' || fault === 'redirect')
      return { status: { busy: 429, error: 500, wrong: 400, redirect: 302 }[fault], headers: new Headers(), text: '' };
    if (fault === 'list-away' && ask.method === 'GET') throw new SendError('ambiguous', 'no answer');
    const given = await fake.request(ask);
    if (fault === 'lost') throw new SendError('ambiguous', 'reset');
    return given;
  };

  function taken(ask: Ask, lost: boolean): void {
    const paged = pagedFor(ask);
    if (!paged) return;
    const story = history.story(paged.outageId);
    const idOf = (phone: string) => ENGINEERS.find(({ id }) => phoneOf(id) === phone)?.id;
    const { of, pagerId } = pageTaken(paged, eventsOf(story), idOf);
    story.pages.push({ at: time.now(), pagerId, of, lost });
  }

  return {
    outletOf: (life, handle) =>
      createPagerOutlet({
        ...{ desk, words, handle, publicUrl: PUBLIC_URL, log: NOWHERE, secrets: new Map(Object.entries(BY_NAME)) },
        threadOf: async () => null,
        async request(ask) {
          await life.step('before page');
          const given = await answer(ask).catch((error: unknown) => error);
          await life.step('after page');
          if (given instanceof Error) throw given;
          return given as Answer;
        },
      }),
  };
}
