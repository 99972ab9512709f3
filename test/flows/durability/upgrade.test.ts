/** An upgrade from a store that the version before, or the first release, wrote while promises ran: they go on, and nobody is told anything old. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import { chat, PLACES, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { startFakeTeams } from '../../support/teams/fake-teams.ts';

const WRITTEN = path.join(import.meta.dirname, '../../store/upgrades');
/** When each one's bot was stopped: 16 minutes after the first report, 3 after the second. */
const STOPPED = Date.parse('2026-01-04T09:16:00Z');

async function upgradedFrom(version: string): Promise<TestBot> {
  const clock = fakeClock(STOPPED);
  const teams = await startFakeTeams(clock.now);
  onTestFinished(() => teams.stop());
  const file = path.join(testFolder(), 'desk.sqlite');
  const database = new DatabaseSync(file);
  database.exec(readFileSync(path.join(WRITTEN, `${version}.sql`), 'utf8').replaceAll('http://127.0.0.1:1/teams', teams.serviceUrl));
  database.close();
  const testBot = await startTestBot({ clock, teams, store: (now) => openSqlite({ file, now, log: silentLog() }) });
  onTestFinished(() => testBot.app.stop());
  return testBot;
}

const told = ({ teams }: TestBot): readonly string[] => teams.messages.map((message) => `${message.summary} ${teams.text(message)}`);

describe.each(['0.2.0', '0.9.0'])('a store of %s with two promises that run', (version) => {
  const upgraded = () => upgradedFrom(version);

  it('tells nobody anything until something new happens', async () => {
    const testBot = await upgraded();
    await testBot.passes(11);
    expect(told(testBot)).toEqual([]);
  });

  it('goes on with both promises at their times, in the threads where they began', async () => {
    const testBot = await upgraded();
    // Of OUT-1002, 15 minutes before its end.
    await testBot.passes(13);
    expect(told(testBot)).toHaveLength(1);
    const [ping] = testBot.teams.messages;
    expect(ping?.conversationId.startsWith(PLACES.desk)).toBe(true);
    expect(told(testBot)[0]).toContain('OUT-1002: please acknowledge');
    // The update of OUT-1001 was promised for 09:42, and OUT-1002 gets its last call before its end.
    await testBot.passes(14);
    const now = told(testBot).join('\n');
    expect(now).toContain('OUT-1002: deadline is near');
    expect(now).toMatch(/OUT-1001: .*update/i);
  });

  it('is counted in the numbers, and shows what it is to who catches up', async () => {
    const testBot = await upgraded();
    const numbers = await testBot.says('priya', '/outage numbers 90 days', chat('priya'));
    expect(numbers?.text).toContain('1 of 1');
    expect(numbers?.text).toContain('1 outage not acknowledged yet');
    const caughtUp = await testBot.says('maya', 'catch up', chat('maya'));
    expect(caughtUp?.text).toContain('OUT-1001');
    // The two answers, and nothing else.
    expect(told(testBot)).toHaveLength(2);
  });

  it('takes what this version adds', async () => {
    const testBot = await upgraded();
    await testBot.says('priya', 'follow OUT-1001', chat('priya'));
    await testBot.says('maya', 'still down', chat('maya'));
    await testBot.settles();
    const outage = await testBot.app.store.outages.idByNumber(1001);
    const recorded = outage ? await testBot.app.store.outages.read(outage) : null;
    expect(recorded?.events.map(({ type }) => type).slice(0, 3)).toEqual(['reported', 'acknowledged', 'updated']);
    expect(recorded?.events.map(({ type }) => type).slice(3)).toEqual(['followed', 'pulsed']);
  });
});
