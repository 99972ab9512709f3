/** Two bots on one PostgreSQL get the same message of a monitor at the same moment: it is done once, whatever people do meanwhile. */
// @module-tag full
import { afterAll, expect, it } from 'vitest';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { type Answered, post, report, startApiBot } from '../../support/bot/api.ts';
import { objectId } from '../../support/bot/test-bot.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { startPostgres } from '../../support/store/postgres.ts';
import { startFakeTeams } from '../../support/teams/fake-teams.ts';

const START_LIMIT_MS = 300_000;
const postgres = await startPostgres();
afterAll(() => postgres.stop(), START_LIMIT_MS);

it(
  'reports, joins and notes once, also while what is open ends and another one is reported',
  async () => {
    const url = await postgres.createDatabase();
    const clock = fakeClock();
    const teams = await startFakeTeams(clock.now);
    const start = () => startApiBot({ clock, teams, store: async (now) => openPostgres({ url, now, log: silentLog() }) });
    const bots = await Promise.all([start(), start()]);
    const [one, other] = bots;
    const { outages } = one.app.store;
    const priya = one.desk.actor({ id: objectId('priya'), name: 'Priya Nair' });
    const all = () => outages.list({ projects: null, personId: null, states: null, limit: 200 });
    const numbersOf = (answers: readonly Answered[]) => new Set(answers.map(({ body }) => body.outage?.number ?? body.number));
    for (let round = 0; round < 12; round++) {
      const open = (await outages.list({ projects: null, personId: null, states: ['reported', 'acknowledged'], limit: 5 })).map(
        ({ outage }) => outage.id,
      );
      const webhookId = `message-${round}`;
      const [, , ...answers] = await Promise.all([
        open[0] && round % 2 ? one.app.engine.handle({ type: 'resolve', outageId: open[0], by: priya, text: 'Over', seen: null }) : null,
        round % 3 === 0 ? report(other, { title: 'Another monitor' }, { webhookId: `other-${round}` }) : null,
        ...[...bots, ...bots].map((bot) => report(bot, { title: `Message ${round}` }, { webhookId })),
      ]);
      expect(answers.map(({ status }) => status < 300)).toEqual([true, true, true, true]);
      expect(numbersOf(answers).size, `of message ${round}`).toBe(1);
      const said = (await all()).flatMap(({ events }) => events.filter((event) => JSON.stringify(event).includes(`"Message ${round}`)));
      expect(said, `in the record of message ${round}`).toHaveLength(1);
      const number = [...numbersOf(answers)][0];
      const notes = await Promise.all(
        [...bots, ...bots].map((bot) =>
          post(bot, `/api/outages/${number}/notes`, { text: `Note ${round}` }, { webhookId: `note-${round}` }),
        ),
      );
      expect(notes.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      const noted = (await all()).flatMap(({ events }) =>
        events.filter((event) => event.type === 'noted' && event.text === `Note ${round}`),
      );
      expect(noted).toHaveLength(1);
    }
    // Both happened, or the rounds would prove nothing.
    const events = (await all()).map((recorded) => recorded.events.map(({ type }) => type));
    expect(events.length).toBeGreaterThan(2);
    expect(events.flat().filter((type) => type === 'noted').length).toBeGreaterThan(12);
    await Promise.all(bots.map((bot) => bot.app.stop()));
    await teams.stop();
  },
  START_LIMIT_MS,
);
