/** A restore from an older state, as people see it in Teams: nobody is told something old as new, and the promises go on. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backupSqlite, restoreSqlite } from '../../../src/store/sqlite/backup.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { startBot, testFolder } from '../../support/bot/bot-process.ts';
import { isSentTo } from '../../support/bot/followed.ts';
import { createUsers, objectId, PLACES, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';
import { childEnvironment } from '../../support/child-environment.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { startFakeTeams } from '../../support/teams/fake-teams.ts';
import { until } from '../../support/until.ts';

const LINE = "The desk's records were restored to";
/** For those who are not of the desk. */
const ENDS = 'After a failure, our records end at';

describe('an outage that was acknowledged after the backup', () => {
  /** Reported, put on the backup, then taken by Priya; and another one that only the lost records knew. */
  async function restoredTown(beforeBackup = async (_: TestBot) => {}): Promise<TestBot & { heard(place: string): string[] }> {
    const clock = fakeClock();
    const teams = await startFakeTeams(clock.now);
    onTestFinished(() => teams.stop());
    const folder = testFolder();
    const file = path.join(folder, 'desk.sqlite');
    const from = path.join(folder, 'copy');
    const start = () => startTestBot({ clock, teams, store: (now) => openSqlite({ file, now, log: silentLog() }) });
    const before = await start();
    await before.reports('maya');
    await beforeBackup(before);
    await backupSqlite({ file, to: from, now: clock.now });
    clock.advance(60_000);
    await before.presses(
      'priya',
      'Acknowledge',
      teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk)),
    );
    await before.reports('jonas');
    await before.app.stop();
    await restoreSqlite({ file, from, replace: true });
    const known = teams.messages.length;
    const testBot = await start();
    onTestFinished(() => testBot.app.stop());
    const heard = (place: string) =>
      teams.messages
        .slice(known)
        .filter(({ conversationId }) => conversationId.startsWith(place))
        .map((message) => `${message.summary}\n${teams.text(message)}`);
    return { ...testBot, heard };
  }
  it('reminds nobody again of a follow-up that was due before', async () => {
    const testBot = await restoredTown(async (before) => {
      const { handle } = before.app.engine;
      await before.reports('jonas');
      const outageId = (await before.app.store.outages.idByNumber(1002)) ?? '';
      const by = before.desk.actor({ id: objectId('priya'), name: 'Priya Nair' });
      await handle({ type: 'resolve', outageId, by, text: 'Restarted.', seen: null });
      const followUp = (text: string, afterMs: number, place: number) => ({
        ...{ text, owner: { id: objectId('tomas'), name: 'Tomás' }, dueAt: before.clock.now() + afterMs, place },
      });
      const followUps = [followUp('Soon', 30_000, 0), followUp('Later', 3_600_000, 1)];
      await handle({ type: 'review', outageId, by, seen: null, cause: '', helped: '', followUps });
      await before.settles();
    });
    await testBot.passes(3);
    expect(testBot.heard('a:chat-with-29:tomas').join()).not.toContain('follow-up');
    await testBot.passes(60);
    const heard = testBot.heard('a:chat-with-29:tomas').filter((one) => one.includes('follow-up'));
    expect(heard.map((one) => /Soon|Later/.exec(one)?.[0])).toEqual(['Later']);
    expect(heard[0]).toContain('Later');
  });

  const threadOf = ({ teams }: TestBot, name: string) =>
    teams.messages.find(({ conversationId, summary }) => conversationId.startsWith(PLACES.desk) && summary.startsWith(name));
  const parts = (text: string | undefined, ...expected: string[]) => {
    for (const part of expected) expect(text).toContain(part);
  };

  it('is open again, and its cards and the desk’s channel say since when nothing is known', async () => {
    const testBot = await restoredTown();
    await testBot.settles();
    const [told, ...more] = testBot.heard(PLACES.desk);
    expect(more).toEqual([]);
    parts(told, LINE, '1 outage was open then', 'OUT-1001: Not acknowledged yet', '<at>Priya Nair</at>: you are on call');
    parts(testBot.teams.text(threadOf(testBot, 'OUT-1001')), LINE, 'please post it again', 'Acknowledge by');
    parts(testBot.teams.text(testBot.teams.in('a:maya')[0]), ENDS, 'A support engineer acknowledges it by');
    await testBot.passes(1);
    expect(testBot.heard(PLACES.desk)).toHaveLength(1);
  });

  it('tells people who follow nothing old, and what is new from then on', async () => {
    const testBot = await restoredTown(async ({ says, settles }) => {
      await says('jonas', 'follow OUT-1001');
      await says('tomas', 'follow Contoso ERP');
      await settles();
    });
    const told = (person: 'jonas' | 'tomas') => testBot.teams.messages.filter(isSentTo(person)).length;
    const before = [told('jonas'), told('tomas')];
    await testBot.passes(5);
    expect([told('jonas'), told('tomas')]).toEqual(before);
    await testBot.presses('priya', 'Acknowledge', threadOf(testBot, 'OUT-1001'));
    await testBot.settles();
    expect([told('jonas'), told('tomas')]).toEqual([(before[0] ?? 0) + 1, before[1]]);
    await testBot.reports('maya');
    expect(told('tomas')).toBe((before[1] ?? 0) + 1);
  });

  it('is pinged about with that line, and its reporter is not told that nobody took it', async () => {
    const testBot = await restoredTown();
    await testBot.passes(31);
    const [, reminder, lastCall, breach, ...more] = testBot.heard(PLACES.desk);
    expect(more).toEqual([]);
    for (const ping of [reminder, lastCall, breach]) parts(ping, LINE, 'please post it again');
    for (const direct of testBot.heard('a:chat-with-29:priya')) parts(direct, LINE, 'please post it again');
    const [breached, ...others] = testBot.heard('a:maya');
    expect(others).toEqual([]);
    parts(breached, 'OUT-1001: acknowledged or not, we cannot see', ENDS, 'They do not have what you heard after that');
    expect(breached).not.toContain('Nobody has acknowledged');
  });

  it('is known again as soon as somebody says it: from then on all is as usual', async () => {
    const testBot = await restoredTown();
    await testBot.settles();
    await testBot.presses('priya', 'Acknowledge', threadOf(testBot, 'OUT-1001'));
    await testBot.settles();
    parts(testBot.heard('a:maya').at(-1), 'OUT-1001: Acknowledged', ENDS);
    expect(testBot.teams.text(threadOf(testBot, 'OUT-1001'))).not.toContain(LINE);
    expect(testBot.teams.text(testBot.teams.in('a:maya')[0])).not.toContain(ENDS);
    await testBot.says('priya', 'update We found it.', { kind: 'channel', id: threadOf(testBot, 'OUT-1001')?.conversationId ?? '' });
    await testBot.settles();
    expect(testBot.heard('a:maya').at(-1)).toContain('We found it.');
    expect(testBot.heard('a:maya').at(-1)).not.toContain(ENDS);
  });

  it('hears again what was on its way when the backup was made, labelled, and with that line', async () => {
    const testBot = await restoredTown(async (before) => void (await before.presses('priya', 'Acknowledge', threadOf(before, 'OUT-1001'))));
    await testBot.settles();
    const [again, ...more] = testBot.heard('a:maya');
    expect(more).toEqual([]);
    parts(again, 'OUT-1001: Acknowledged', 'Sent again', ENDS);
  });

  it('and one that was reported after it: the one is gone, and its number is given to no other', async () => {
    const testBot = await restoredTown();
    await testBot.settles();
    expect((await testBot.presses('priya', 'Acknowledge', threadOf(testBot, 'OUT-1002'))).text).toContain('I do not know that outage');
    expect((await testBot.reports('jonas')).text).toContain('OUT-2002: your report has arrived');
  });
});

it('outage-desk restore says where no store is, and makes none', { tags: 'full' }, async () => {
  const file = path.join(testFolder(), 'no desk', 'desk.sqlite');
  const env = { ...childEnvironment(), DATABASE_FILE: file };
  const ended = promisify(execFile)(process.execPath, ['src/outage-desk.ts', 'restore', '--in-place'], { env });
  const stderr = `Nothing was changed:\n- there is no store at ${file}. Set DATABASE_FILE to the path of yours, and use an account that may read it\n`;
  await expect(ended).rejects.toMatchObject({ code: 1, stderr });
  expect(existsSync(path.dirname(file))).toBe(false);
});

it('outage-desk backup and outage-desk restore do it with the real program', { tags: 'full' }, async () => {
  const teams = await startFakeTeams(Date.now);
  onTestFinished(() => teams.stop());
  const folder = testFolder();
  const backup = path.join(folder, 'a copy of it');
  const storage = { DATABASE_FILE: path.join(folder, 'the desk', 'desk.sqlite') };
  const environment = { ...storage, SERVICE_URL: teams.serviceUrl };
  const tool = async (name: string, ...args: string[]) => {
    const env = { ...childEnvironment(), ...storage };
    return (await promisify(execFile)(process.execPath, ['src/outage-desk.ts', name, ...args], { env })).stdout;
  };
  let bot = await startBot(environment);
  const users = createUsers({ teams, url: () => bot.url() });
  const inDesk = () => teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
  await users.presses('maya', 'Send report', await users.reviews('maya'));
  await teams.until(() => inDesk().length === 1);

  expect(await tool('backup', backup)).toContain(`${backup} is a whole backup`);
  await expect(tool('backup', backup)).rejects.toThrow('exists already');
  await users.presses('priya', 'Acknowledge', inDesk()[0]);
  await teams.until(() => inDesk().length === 2);
  await expect(tool('restore', backup, '--yes')).rejects.toThrow('a bot is running');
  await bot.kill();
  await expect(tool('restore', backup)).rejects.toThrow('Add --yes');
  expect(await tool('restore', backup, '--replace')).toMatch(
    /desk\.sqlite is put back to 20.*\n- Open outages that go on where they were then: 1/,
  );

  const { edits = 0 } = inDesk()[0] ?? {};
  bot = await startBot(environment);
  await teams.until(() => inDesk().length === 3 && (inDesk()[0]?.edits ?? 0) > edits);
  expect(teams.text(inDesk()[2])).toContain('OUT-1001: Not acknowledged yet');
  // Until the store knows that it was told, it would be told again.
  await until(() => bot.log.some(({ msg }) => msg === 'the desk was told of the restore'));
  await bot.kill();
  bot = await startBot(environment);
  expect((await users.presses('priya', 'Acknowledge', inDesk()[0])).text).toContain('Acknowledged by Priya Nair');
  await teams.until(() => inDesk().length === 4);
});
