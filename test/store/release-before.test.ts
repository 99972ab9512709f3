/**
 * The code of the release before, itself, on a store of today: it starts there, and reads every event that today's code stores. Where
 * its code cannot be had, the reason stands beside the name of what was not tried.
 */
// @module-tag full
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutageEvent } from '../../src/outage/events.ts';
import { replay } from '../../src/outage/evolve.ts';
import { deadlines } from '../../src/outage/promise.ts';
import type { Outage } from '../../src/outage/types/outage.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { openForTools } from '../../src/store/tools/open.ts';
import { verify } from '../../src/store/tools/verify.ts';
import { fakeClock } from '../support/clock.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { MINUTE_MS, run } from '../support/outage/apply.ts';
import { sample } from '../support/outage/states.ts';
import { CALM, stories } from '../support/outage/stories.ts';
import { OUTAGE_EVENT_TYPES } from '../support/outage/types.ts';
import { checkOut, releaseBefore } from '../support/release-before.ts';
import { act } from './contract/stores.ts';

const found = releaseBefore();
const clock = fakeClock();
const log = silentLog();

/** Outages in every condition, each with an id and a number of its own, and all events among them. */
function everything(): readonly { readonly outage: Outage; readonly events: readonly OutageEvent[] }[] {
  const more = [
    run(sample('report', 0), sample('set-bridge', 2), sample('add-ticket', 3), sample('remove-ticket', 4)),
    run(sample('report', 0), sample('follow', 2), sample('unfollow', 3), sample('withdraw', 4), sample('remove-personal-data', 5)),
  ];
  return [...Object.values(stories(CALM, 'personal')), ...more].map((story, index) => {
    const apart = (number: number) => number + Math.sign(number) * index * 100;
    const text = JSON.stringify(story.events).replaceAll('"nonce-1', `"story-${index}`);
    const events = (JSON.parse(text) as OutageEvent[]).map((event) =>
      event.type === 'reported' || event.type === 'promoted' ? { ...event, number: apart(event.number) } : event,
    );
    const outage = replay(events);
    if (!outage) throw new Error('a story without an outage');
    return { outage, events };
  });
}

/** What the code in `folder` reads of these outages. */
const READ = `
  import { openSqlite } from './src/store/sqlite/open.ts';
  const log = { info() {}, warn() {}, error() {}, child: () => log };
  const store = await openSqlite({ file: process.argv[2], log });
  await store.ready();
  const read = [];
  for (const id of JSON.parse(process.argv[3])) {
    const { outage, events } = await store.outages.read(id);
    read.push({ id, state: outage.state, number: outage.number, version: outage.version, types: events.map(({ type }) => type) });
  }
  await store.close();
  process.stdout.write(JSON.stringify(read));
`;

describe.runIf('commit' in found)(`the release before (${'version' in found ? found.version : `not tried: ${found.missing}`})`, () => {
  let folder: string;
  let code: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-before-'));
    code = path.join(folder, 'code');
    if ('commit' in found) checkOut(found, code);
    writeFileSync(path.join(code, 'read.ts'), READ);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('starts on a store of today and reads all that is in it, and the record stays right', async () => {
    const file = path.join(folder, 'desk.sqlite');
    const store = await openSqlite({ file, now: clock.now, log });
    const all = everything();
    expect([...new Set(all.flatMap(({ events }) => events.map(({ type }) => type)))].sort()).toEqual([...OUTAGE_EVENT_TYPES].sort());
    for (const { outage, events } of all)
      await store.outages.transaction(({ append }) => append({ before: null, events, outage, notices: [], deadlines: deadlines(outage) }));
    await store.close();
    const ids = all.map(({ outage }) => outage.id);
    const { stdout } = await promisify(execFile)(process.execPath, ['read.ts', file, JSON.stringify(ids)], { cwd: code });
    const read = JSON.parse(stdout) as { id: string; types: string[] }[];
    expect(read.map(({ types: _, ...one }) => one)).toEqual(
      all.map(({ outage: { id, state, number, version } }) => ({ id, state, number, version })),
    );
    // Today's code goes on after it.
    const again = await openSqlite({ file, now: clock.now, log });
    clock.advance(MINUTE_MS);
    await act(again, { ...sample('note', 90), outageId: ids[0] ?? '' });
    await again.close();
    await using opened = await openForTools({ url: '', file });
    expect((await verify(opened.db)).problems.filter((problem) => !problem.includes('missing'))).toEqual([]);
  });
});

describe.runIf('missing' in found)('the release before', () => {
  it.skip(`was not tried: ${'missing' in found ? found.missing : ''}`, () => {});
});
