/** Monitors that report in the same moment, to bots that share a PostgreSQL: one outage, which the others join. */
// @module-tag full
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { alertsSent, startApiBot } from '../../support/bot/api.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { startPostgres } from '../../support/store/postgres.ts';
import { startFakeTeams } from '../../support/teams/fake-teams.ts';

const postgres = await startPostgres();
afterAll(() => postgres.stop(), 60_000);

const group = (index: number) => ({
  ...{ version: '4', groupKey: `{}:{alertname="A${index}"}`, status: 'firing', commonLabels: { alertname: `A${index}` } },
  commonAnnotations: {},
  alerts: [
    { status: 'firing', labels: { i: `${index}` }, annotations: {}, startsAt: '2026-01-04T08:57:26.7+01:00', fingerprint: `p${index}` },
  ],
});

it.each([1, 2])('eight groups of alerts at %i bots are one outage', async (count) => {
  const url = await postgres.createDatabase();
  const clock = fakeClock();
  const teams = await startFakeTeams(clock.now);
  onTestFinished(() => teams.stop());
  const start = () => startApiBot({ clock, teams, store: async (now) => openPostgres({ url, now, log: silentLog() }) });
  const bots = [await start(), ...(count === 2 ? [await start()] : [])] as const;
  onTestFinished(async () => void (await Promise.all(bots.map((bot) => bot.app.stop()))));
  const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => alertsSent(bots[index % count] ?? bots[0], group(index))));
  expect(answers.map(({ body }) => body.outage?.number)).toEqual(Array(8).fill('OUT-1001'));
  expect(answers.map(({ body }) => body.result).toSorted()).toEqual(['created', ...Array(7).fill('joined')]);
  const stored = await bots[0].app.store.outages.list({ projects: null, personId: null, states: null, limit: 50 });
  expect(stored.map(({ outage }) => outage.number)).toEqual([1001]);
});
