/** What Teams does not take, or what does not come from Teams at all: whoever is called is called in another way, and told why. */
import { afterEach, describe, expect, it } from 'vitest';
import { PLACES, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';
import type { ProxyAnswer } from '../../support/teams/quirks/answers.ts';

let testBot: TestBot;
afterEach(() => testBot.stop());

const inDesk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const deliveries = async () => {
  const id = (await testBot.app.store.outages.idByNumber(1001)) ?? '';
  return await testBot.app.store.deliveries.ledger(id);
};

describe('A2: a proxy answers 200 to everything once the thread is there', () => {
  it.each<ProxyAnswer>(['proxy answers 200 with a page', 'proxy answers 200 with {}', 'proxy answers 200 without body'])(
    '%s: no ping counts as delivered, and the desk is told of each that never came',
    async (proxy) => {
      testBot = await startTestBot({ quirks: [] });
      await testBot.reports();
      testBot.teams.failNext({ proxy }, { times: 9_999 });
      await testBot.watches(20);
      const [ping] = (await deliveries()).filter(({ key }) => key.includes('/ping/desk/'));
      expect(ping).toMatchObject({ state: 'failed', attempts: 2 });
      expect(testBot.app.watcher.troubles().map(({ kind }) => kind)).toContain('desk-untold');
      testBot.teams.heal();
      await testBot.watches(10);
      const told = inDesk().map((message) => testBot.teams.text(message));
      expect(told.filter((text) => text.includes('OUT-1001') && text.includes('never confirmed')).length).toBeGreaterThan(0);
      // The next rung of the ladder comes as if nothing had been.
      expect(told.filter((text) => text.includes('last call'))).toHaveLength(1);
    },
  );
});
