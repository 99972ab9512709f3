/** What a person typed is never thrown away: not by a failing store, another device, a press too many, or a colleague. */
import { afterEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/open-sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { silentLog } from '../support/silent-log.ts';
import { ANSWERS, chat, fillReport, PLACES, type Place, startTown, type Town } from '../support/town.ts';

let town: Town;
afterEach(async () => await town.stop());

const group: Place = { kind: 'groupChat', id: PLACES.announcements };

/** A store whose cache refuses to write while `broken` says so. */
async function fragileStore(now: () => number, broken: () => boolean): Promise<Store> {
  const store = await openSqlite({ file: ':memory:', now, log: silentLog() });
  const set: Store['cache']['set'] = async (key, value, lifeMs) => {
    if (broken() && key.startsWith('draft')) throw new Error('the disk is full');
    await store.cache.set(key, value, lifeMs);
  };
  return { ...store, cache: { ...store.cache, set } };
}

describe('what was entered', () => {
  it('comes back on the card when it could not be kept, and goes on when it can', async () => {
    let broken = false;
    town = await startTown({ store: (now) => fragileStore(now, () => broken) });
    let shown = await town.says('maya', '/outage');
    shown = await town.presses('maya', 'Next', shown ?? undefined, ANSWERS.confirmation);
    shown = await town.presses('maya', 'Next', shown, ANSWERS.scenario);
    broken = true;
    const failed = await town.presses('maya', 'Next', shown, ANSWERS.details);
    expect(failed.text).toMatch(/That did not work.*say this id: [0-9a-f]{8}.*\+45 70 10 20 30/s);
    expect(JSON.stringify(failed.card)).toContain('Since the morning run.');
    broken = false;
    expect((await town.presses('maya', 'Next', failed, ANSWERS.details)).text).toContain('Step 4 of 4');
  });

  it('is offered again by /outage, on another device and after a pause, and can be started over', async () => {
    town = await startTown();
    let shown = await town.says('maya', '/outage');
    shown = await town.presses('maya', 'Next', shown ?? undefined, ANSWERS.confirmation);
    shown = await town.presses('maya', 'Next', shown, ANSWERS.scenario);
    await town.presses('maya', 'Back', shown, { title: 'Half a title' });
    town.clock.advance(60 * 60_000);
    const offered = await town.says('maya', 'outage');
    expect(offered?.text).toContain('"Half a title", begun at 10:00');
    expect((await town.presses('maya', 'Go on', offered ?? undefined)).text).toContain('Step 2 of 4');
    const fresh = await town.presses('maya', 'Start over', offered ?? undefined);
    expect(fresh.text).toContain('Step 1 of 4');
    expect(JSON.stringify(fresh.card)).not.toContain('Half a title');
  });

  it('is seen in a group by the one who enters it, and by nobody else', async () => {
    town = await startTown();
    const open = await town.says('maya', 'outage', group);
    expect(open?.text).toContain('Maya Lindt is reporting a production outage');
    const stranger = await town.presses('jonas', 'Go on with my report', open ?? undefined, {}, group);
    expect(stranger.said).toContain('only Maya Lindt can go on with it');
    const first = await town.presses('maya', 'Go on with my report', open ?? undefined, {}, group);
    const review = await fillReport(town, 'maya', first, group);
    expect((await town.presses('jonas', 'Done', review, {}, group)).said).toContain('only Maya Lindt');
    await town.presses('maya', 'Done', review, {}, group);
    await town.settles();
    const inGroup = town.teams.in(PLACES.announcements);
    expect(inGroup).toHaveLength(1);
    expect(town.teams.text(inGroup[0])).toContain('OUT-1001, reported by Maya Lindt');
    for (const message of inGroup) expect(JSON.stringify(message.card)).not.toMatch(/Invoices|Update conflict|trucks|32 12 34 56|maya@/);
  });

  it('is not taken over by a card that was left in another chat: it shows what became of the report', async () => {
    town = await startTown();
    const open = await town.says('maya', 'outage', group);
    await town.reports('maya', chat('maya'));
    const later = await town.presses('maya', 'Go on with my report', open ?? undefined, {}, group);
    expect(later.text).toContain('OUT-1001');
  });
});
