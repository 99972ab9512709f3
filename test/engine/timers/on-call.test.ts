/** The messages about the on-call schedule: each once by all bots together, whatever Teams and the bots do. */

import path from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { Desk } from '../../../src/desk/desk.ts';
import { type Address, type Message, SendError } from '../../../src/engine/ports/messenger.ts';
import { createOnCallMessages } from '../../../src/engine/timers/on-call.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { AFTER_RESTORE } from '../../../src/store/tools/backup.ts';
import { openForTools } from '../../../src/store/tools/open.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import { type FakeClock, fakeClock } from '../../support/clock.ts';
import { SMALL_PEOPLE, smallDesk } from '../../support/desk/small-desk.ts';
import { type LogLine, silentLog } from '../../support/log/silent-log.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const { ada, bob } = SMALL_PEOPLE;
/** A Monday; the rotation begins at 09:00. */
const BEGIN = Date.parse('2026-01-05T07:00:00Z');
const desk = smallDesk((text) =>
  text.replace('  primary: [ada]\n', '  primary: { rotation: [ada, bob], starts: 2026-01-05, handOver: 09:00, every: 4 hours }\n'),
);

type Sent = { readonly what: string; readonly to: string; readonly at: number };
type Bot = ReturnType<typeof createOnCallMessages>;

async function world({ file = ':memory:', desk: own = desk }: { file?: string; desk?: Desk } = {}) {
  const clock = fakeClock(BEGIN);
  const store = await openSqlite({ file, now: clock.now, log: silentLog() });
  onTestFinished(() => store.close());
  const sent: Sent[] = [];
  const log: LogLine[] = [];
  const script = { post: (_one: Sent): void | Promise<void> => {}, draw: (): void => {} };
  const bot = (): Bot => botOn(own, store, clock, sent, log, script);
  /** So many minutes, in which each bot looks every minute. */
  async function passes(minutes: number, bots: readonly Bot[]) {
    for (let left = minutes; left > 0; left--) {
      clock.advance(MINUTE_MS);
      await Promise.all(bots.map((one) => one.round()));
    }
  }
  return { clock, store, sent, log, script, bot, passes };
}

type Script = { readonly post: (one: Sent) => void | Promise<void>; readonly draw: () => void };

function botOn(own: Desk, store: Store, clock: FakeClock, sent: Sent[], log: LogLine[], script: Script): Bot {
  return createOnCallMessages({
    ...store,
    desk: own,
    async draw({ notice }) {
      script.draw();
      return { card: notice, summary: '' };
    },
    messenger: {
      async post(address: Address, { card }: Message) {
        const { kind, at } = card as { kind: string; at: number };
        const to = address.to === 'person' ? address.personId : address.to === 'new-thread' ? address.room.conversationId : '';
        const one = {
          what: `${kind} ${new Date(at).toISOString().slice(11, 16)}`,
          to: to === ada ? 'ada' : to === bob ? 'bob' : to,
          at: clock.now(),
        };
        await script.post(one);
        sent.push(one);
        return { conversationId: to, activityId: '1' };
      },
    },
    sleep: async () => {},
    onTurn: () => {},
    log: silentLog(log),
  });
}
const told = (sent: readonly Sent[]) => sent.map(({ what, to }) => `${to}: ${what}`);
const ALL = [
  'ada: before 09:00',
  '19:desk@thread.tacv2: week 09:00',
  'ada: change 09:00',
  'bob: before 13:00',
  'ada: change 13:00',
  'bob: change 13:00',
];

test('two bots tell each of it once, as soon as they look', async () => {
  const { sent, bot, passes } = await world();
  await passes(7 * 60, [bot(), bot()]);
  expect(told(sent).sort()).toEqual(ALL.toSorted());
  expect(sent.map(({ at }) => (at - BEGIN) % MINUTE_MS)).toEqual(sent.map(() => 0));
});

test('bots that stop and start at any time, one of them alone or none, tell it once, unless none ran for too long', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 25 }), bots: fc.constantFrom(1, 2, 2, 0) }), {
        minLength: 25,
        maxLength: 40,
      }),
      async (lives) => {
        const { sent, bot, passes, clock } = await world();
        for (const { minutes, bots } of lives) {
          if (bots === 0) clock.advance(minutes * MINUTE_MS);
          else await passes(minutes, Array.from({ length: bots }, bot));
        }
        const twice = told(sent).filter((one, index, all) => all.indexOf(one) !== index);
        expect(twice).toEqual([]);
        // Nobody is down for longer than 25 minutes at a time, so nothing but what comes shortly before a start is left out.
        const end = clock.now();
        for (const [who, at] of [
          ['ada', 9],
          ['bob', 13],
        ] as const) {
          const when = Date.parse(`2026-01-05T${String(at).padStart(2, '0')}:00:00Z`);
          if (end >= when + HOUR_MS && lives.every(({ bots }, index) => bots > 0 || (lives[index + 1]?.bots ?? 0) > 0))
            expect(told(sent)).toContain(`${who}: change ${String(at).padStart(2, '0')}:00`);
        }
      },
    ),
    { numRuns: 12 },
  );
});

test('what Teams refuses for now is told later, what it refuses for good or may have taken is not, and nobody else waits', async () => {
  const { sent, log, script, bot, passes } = await world();
  let failing: SendError | null = new SendError('refused', 'busy');
  let tries = 0;
  script.post = ({ to }) => {
    if (to !== 'ada' || !failing) return;
    tries += 1;
    throw failing;
  };
  await passes(70, [bot(), bot()]);
  // Once a minute, by one of the bots.
  expect(tries).toBe(11);
  failing = null;
  await passes(2, [bot()]);
  expect(told(sent)).toEqual(['ada: before 09:00']);
  failing = new SendError('never', 'blocked');
  await passes(60, [bot()]);
  expect([told(sent), tries]).toEqual([['ada: before 09:00', '19:desk@thread.tacv2: week 09:00'], 12]);
  expect(log.filter(({ level }) => level === 'warn').at(-1)).toMatchObject({ fields: { kind: 'change', person: ada, again: false } });
  failing = new SendError('ambiguous', 'no answer');
  await passes(240, [bot()]);
  expect([told(sent).filter((one) => one.startsWith('ada')), tries]).toEqual([['ada: before 09:00'], 13]);
  expect(told(sent)).toContain('bob: change 13:00');
});

test('a message that could not be drawn, as while the store does not answer, is told when it can be', async () => {
  const { sent, script, bot, passes } = await world();
  script.draw = () => {
    throw new Error('the pool is empty');
  };
  const one = bot();
  await passes(60, []);
  await expect(one.round()).rejects.toThrow('the pool is empty');
  script.draw = () => {};
  await passes(62, [one]);
  expect(told(sent)).toContain('ada: before 09:00');
});

test('a refusal that lasts longer than the message is of use ends it', async () => {
  const { sent, script, bot, passes } = await world();
  script.post = ({ to }) => {
    if (to === 'ada') throw new SendError('refused', 'busy', { retryAfterMs: 90 * MINUTE_MS });
  };
  await passes(121, [bot()]);
  script.post = () => {};
  await passes(100, [bot()]);
  expect(told(sent)).toEqual(['19:desk@thread.tacv2: week 09:00']);
});

test('a bot that dies while it tells somebody does not make another one say it again, and the next message comes', async () => {
  const { sent, script, bot, passes } = await world();
  const begun = Promise.withResolvers<void>();
  script.post = async () => {
    begun.resolve();
    await new Promise<void>(() => {});
  };
  const dying = bot();
  void passes(60, [dying]);
  await begun.promise;
  script.post = () => {};
  await passes(61, [bot()]);
  expect(told(sent).sort()).toEqual(['19:desk@thread.tacv2: week 09:00', 'ada: change 09:00']);
});

test('the desk’s channel is told when one is chosen in time, and not while it is lost', async () => {
  const without = smallDesk((text) =>
    text.replace('  channel: "19:desk@thread.tacv2"\n', '').replace('engineers:', 'administrators: [bob]\nengineers:'),
  );
  const { sent, bot, passes, store, clock } = await world({ desk: without });
  const bots = [bot(), bot()];
  await passes(150, bots);
  expect(sent).toEqual([]);
  const room = { conversationId: '19:chosen@thread.tacv2', teamId: null, tenantId: null, kind: 'channel', name: 'Desk' } as const;
  await store.rooms.choose(room, { as: 'desk' });
  await store.rooms.lose([room], 'channel-deleted');
  await passes(10, bots);
  expect(sent).toEqual([]);
  await store.rooms.regain([room.conversationId], ['channel-deleted']);
  await passes(10, bots);
  expect(told(sent)).toEqual(['19:chosen@thread.tacv2: week 09:00']);
  clock.advance(12 * HOUR_MS);
  await passes(5, bots);
  expect(sent).toHaveLength(1);
});

test('after a restore no bot tells what was due before, and all tell what comes', async () => {
  const file = path.join(testFolder(), 'desk.sqlite');
  const { sent, bot, passes, clock } = await world({ file });
  clock.advance(2 * HOUR_MS + 10 * MINUTE_MS);
  const { db, store: tools } = await openForTools({ url: '', file });
  onTestFinished(() => tools.close());
  for (const statement of AFTER_RESTORE) await sql.raw(statement).execute(db);
  const bots = [bot(), bot()];
  await passes(300, bots);
  expect(told(sent).sort()).toEqual(['ada: change 13:00', 'bob: before 13:00', 'bob: change 13:00']);
  const { rows } = await sql`select name from counter where name like '%on-call%'`.execute(db);
  expect(rows).toEqual([{ name: 'on-call-since' }]);
});
