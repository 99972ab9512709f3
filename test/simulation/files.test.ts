/** Bots that die at any step while they fetch, keep and record files: none is lost, none is recorded twice, and each that is refused is told. */
import { describe, expect, it } from 'vitest';
import { createFileKeeper } from '../../src/engine/files.ts';
import { createHandle } from '../../src/engine/handle.ts';
import type { FetchFile, Files, InspectFile } from '../../src/engine/ports/files.ts';
import { SendError } from '../../src/engine/ports/messenger.ts';
import { FILE_REFUSALS } from '../../src/outage/types/files.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { START } from '../support/clock.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { reporter, sampleOnCall, sampleReportAction } from '../support/outage/sample.ts';
import { createRandom, type Random } from './random.ts';

const SEEDS = 10;
const MOST_LIVES = 250;
/** Longer than any lease and any pause. */
const LATER_MS = 6 * 60_000;
const DEAD = new Error('this bot is dead');

/** A process: at each call of the store it may die, before the call is made or after it. */
function createLife(random: Random, isMortal: () => boolean) {
  let dead = false;
  const step = () => {
    if (isMortal() && random.chance(0.04)) dead = true;
    if (dead) throw DEAD;
  };
  const mortal = <Ports extends object>(ports: Ports): Ports =>
    new Proxy(ports, {
      get(target, name, receiver) {
        const one: unknown = Reflect.get(target, name, receiver);
        if (typeof one !== 'function') return one;
        return async (...given: readonly unknown[]) => {
          step();
          const result: unknown = await one.apply(target, given);
          step();
          return result;
        };
      },
    });
  return { mortal, isDead: () => dead };
}

async function world(
  seed: string,
): Promise<{ readonly wrong: readonly string[]; readonly recorded: number; readonly told: number; readonly deaths: number }> {
  const random = createRandom(seed);
  let now = START;
  let isMortal = true;
  const store = await openSqlite({ file: ':memory:', now: () => now, log: silentLog() });
  const handleWith = (outages: typeof store.outages) =>
    createHandle({ outages, desk: { onCall: () => sampleOnCall, mayHear: () => true }, log: silentLog(), onStored: () => {} });
  const { at: _, number: __, onCall: ___, ...report } = sampleReportAction({ outageId: 'nonce-1' });
  const names: string[] = [];
  const told = new Map<string, number>();
  const fetchFile: FetchFile = async ({ name }) => {
    if (random.chance(0.3)) return { failed: 'later' };
    return random.chance(0.15) ? { failed: random.pick(['gone', 'too-large', 'elsewhere'] as const) } : { data: Buffer.from(name) };
  };
  const inspect: InspectFile = async () => (random.chance(0.15) ? { refused: random.pick(FILE_REFUSALS) } : { kind: 'png', preview: null });
  const files = store.files;
  /** Some before the report is sent, some after it. */
  const send = async () => {
    const count = random.int(1, 4);
    const sent = Array.from({ length: count }, (_none, index) => `${names.length + index}.png`);
    names.push(...sent);
    const common = { outageId: 'nonce-1', person: { id: reporter.id, name: reporter.name }, tenantId: 't', locale: 'en', shared: false };
    await files.expect(
      { ...common, batch: `batch-${names.length}`, files: sent.map((name) => ({ kind: 'picture', name, url: name })) },
      1_000,
    );
  };
  await send();
  let deaths = 0;
  for (let lives = 0; lives < MOST_LIVES; lives++) {
    isMortal = lives < MOST_LIVES / 2;
    if (lives === 5) await handleWith(store.outages)({ ...report, declined: [] });
    if (lives < 15) await send();
    const life = createLife(random, () => isMortal);
    const keeper = createFileKeeper({
      files: life.mortal<Files>(files),
      fetchFile,
      inspect,
      limits: { perPerson: 1_000, bytes: 1_000, totalBytes: 1_000_000 },
      handle: handleWith(life.mortal(store.outages)),
      actor: (person) => ({ ...person, roles: [] }),
      draw: ({ name }) => ({ card: { name }, summary: '' }),
      messenger: {
        async post(_address, { card }) {
          if (random.chance(0.2))
            throw random.pick([new SendError('refused', 'not now'), new SendError('ambiguous', 'no answer'), new Error()]);
          const { name } = card as { name: string };
          told.set(name, (told.get(name) ?? 0) + 1);
          return { conversationId: 'a:x', activityId: '1' };
        },
      },
      outages: store.outages,
      sleep: async () => {},
      onTurn: () => {},
      log: silentLog(),
    });
    for (let rounds = random.int(1, 6); rounds > 0; rounds--) await keeper.round().catch(() => undefined);
    if (life.isDead()) deaths++;
    now += random.pick([0, 1_000, LATER_MS]);
  }
  const outage = (await store.outages.read('nonce-1'))?.outage;
  const recorded = outage?.files.map(({ name }) => name) ?? [];
  const left = await files.nextDueAt();
  const wrong = names.flatMap((name) => {
    const times = recorded.filter((one) => one === name).length;
    return times + (told.has(name) ? 1 : 0) === 1 ? [] : [`${name} was recorded ${times} times, told ${told.get(name) ?? 0} times`];
  });
  const kept = await files.of('nonce-1');
  await store.close();
  return {
    wrong: [
      ...wrong,
      ...(left === null ? [] : ['something still waits']),
      ...(kept.length === recorded.length ? [] : [`${kept.length} are kept`]),
    ],
    ...{ recorded: recorded.length, told: told.size, deaths },
  };
}

describe('files, while bots die at any step', () => {
  it(`are each recorded once, or their person is told, in ${SEEDS} worlds`, async () => {
    const all = await Promise.all(Array.from({ length: SEEDS }, (_none, index) => world(`files ${index}`)));
    expect(all.flatMap(({ wrong }, index) => wrong.map((one) => `files ${index}: ${one}`))).toEqual([]);
    const sum = (what: 'recorded' | 'told' | 'deaths') => all.reduce((total, one) => total + one[what], 0);
    // Or nothing was tried.
    for (const what of ['recorded', 'told', 'deaths'] as const) expect(sum(what), what).toBeGreaterThan(40);
  });
});
