/** The real bot with fake pagers: what it sends them, and what people do on their phones. */
import type { Desk } from '../../../src/desk/desk.ts';
import type { Ask } from '../../../src/outward/request.ts';
import { startTestBot, type TestBot, testDesk } from '../bot/test-bot.ts';
import { fakeClock } from '../clock.ts';
import { type Callback, createFakePagers, type FakePagers, PAGER_ENVIRONMENT, type PagerFault, PUBLIC_URL, post } from './fake-pagers.ts';

export const PHONES = { priya: '+4520123456', tomas: '+4520123457' } as const;

/** The playground's desk with these pagers; Priya and Tomás have phones, Ingrid has none. */
export const pagingDesk = (pagers: string, change: (text: string) => string = (text) => text): Desk =>
  testDesk((text) =>
    change(
      text
        .replace('name: Priya Nair }', `name: Priya Nair, phone: "${PHONES.priya}" }`)
        .replace('name: Tomás Herrera }', `name: Tomás Herrera, phone: "${PHONES.tomas}" }`)
        .replace('\npeople:', `\n${pagers}\npeople:`),
    ),
  );

export type PagingBot = TestBot & {
  readonly pagers: FakePagers;
  readonly callback: (callback: Callback) => ReturnType<typeof post>;
  /** What is wrong with the next requests; null: nothing. */
  fault: (ask: Ask) => PagerFault | null;
};

export async function startPagingBot(desk: Desk, options: Parameters<typeof startTestBot>[0] = {}): Promise<PagingBot> {
  const clock = options.clock ?? fakeClock();
  const wrongs = { fault: (_ask: Ask): PagerFault | null => null };
  const pagers = createFakePagers(clock.now, (ask) => wrongs.fault(ask));
  const bot = await startTestBot({
    ...options,
    desk,
    clock,
    environment: { PUBLIC_URL, ...options.environment },
    overrides: { request: pagers.request, environment: PAGER_ENVIRONMENT, ...options.overrides },
  });
  const paging = { ...bot, pagers, callback: (callback: Callback) => post(callback, bot.url) };
  return Object.defineProperty(paging, 'fault', {
    get: () => wrongs.fault,
    set: (fault: PagingBot['fault']) => {
      wrongs.fault = fault;
    },
  }) as PagingBot;
}
