/** Of which environment: what somebody is told whose only one is none of them, and where theirs is missing from the list. */
import { afterEach, describe, expect, it } from 'vitest';
import { PLACES, type Place, startTestBot, type TestBot, testDesk } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const PRODUCTION = 'kind: production, url:';
const only = (made: string, more = (text: string) => text) => testDesk((text) => more(text.replace(PRODUCTION, `${made}, url:`)));

describe('somebody whose environments cannot be reported', () => {
  it.each([
    ['a sandbox', 'kind: sandbox', 'These are sandboxes: Contoso Production, Contoso Sandbox.'],
    ['one that they run themselves', 'kind: production, managedBy: customer', 'Contoso Production is run by you or your partner.'],
    [
      'one without an eligible product',
      'kind: production, products: [crm]',
      'Contoso Production runs no product that we cover (Dynamics 365 Finance).',
    ],
  ])('%s: is told what each is, whom to call, and what to do instead', async (_what, made, why) => {
    testBot = await startTestBot({
      desk: only(made, (text) =>
        text.replace(
          '{ id: supply-chain-management, name: Dynamics 365 Supply Chain Management }',
          '{ id: crm, name: Sales, eligible: false }',
        ),
      ),
    });
    const told = await testBot.says('maya', '/outage');
    expect(told?.text).toContain('Your environments are not covered here');
    expect(told?.text).toContain(why);
    expect(told?.text).toMatch(/Contoso Sandbox is a sandbox|These are sandboxes: Contoso Production, Contoso Sandbox/);
    expect(told?.text).toContain('call +45 70 10 20 30 (Europe)');
    expect(JSON.stringify(told?.card)).toContain('https://support.example.com/requests/new');
  });

  it('in company hears that it cannot be, and why only by a press', async () => {
    testBot = await startTestBot({ desk: only('kind: sandbox') });
    const room: Place = { kind: 'channel', id: `${PLACES.general};messageid=1` };
    const told = await testBot.says('maya', '/outage', room);
    expect(told?.text).toContain('You cannot report this outage here');
    expect(JSON.stringify(told?.card)).not.toContain('Sandbox');
    const why = await testBot.presses('maya', 'Show me why', told ?? undefined, {}, room);
    expect(why.text).toContain('These are sandboxes: Contoso Production, Contoso Sandbox.');
    // Whoever else presses it learns nothing of them.
    expect((await testBot.presses('aiko', 'Show me why', told ?? undefined, {}, room)).text).not.toContain('Contoso');
  });
});

describe('"Find my environment"', () => {
  it('names what is beside the list and why, and Back has what was ticked', async () => {
    testBot = await startTestBot();
    const first = await testBot.says('maya', '/outage');
    const missing = await testBot.presses('maya', 'Find my environment', first ?? undefined, { live: 'true', many: 'true' });
    expect(missing.text).toContain('Contoso Sandbox is a sandbox.');
    expect(missing.text).toContain('call +45 70 10 20 30 (Europe)');
    const back = await testBot.presses('maya', 'Back', missing);
    expect(back.text).toContain('Is this a production outage?');
    const ticked = (JSON.stringify(back.card).match(/"id":"(live|many|stopped)"[^}]*"value":"true"/g) ?? []).length;
    expect(ticked).toBe(2);
  });

  it('tells somebody else nothing', async () => {
    testBot = await startTestBot();
    const first = await testBot.says('maya', '/outage');
    expect((await testBot.presses('aiko', 'Find my environment', first ?? undefined)).text).toContain('You are not in any project');
    expect((await testBot.presses('jonas', 'Find my environment', first ?? undefined)).said).toContain('no longer here');
  });
});
