/** What people ask for: the open outages, their own, the card of one, who did what. And what they must not read. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionRequest } from '../../../src/engine/handle.ts';
import {
  chat,
  objectId,
  type PersonKey,
  PLACES,
  type Place,
  startTestBot,
  type TestBot,
  testDesk,
  thread,
} from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

/** Maya and Jonas belong to Contoso, Aiko to Fabrikam; only the chat of the announcements follows Fabrikam. */
const twoCustomers = (text: string) =>
  text
    .replace(
      '\nfollowers:\n',
      `
  - id: fabrikam
    name: Fabrikam
    members: [aiko]
    environments:
      - { id: fabrikam-live, name: Fabrikam Live, kind: production }

followers:
`,
    )
    .replace('- id: general\n', '- id: general\n    projects: [contoso-erp]\n');

const deskRoot = (index = 0) => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk))[index];
const general: Place = { kind: 'channel', id: `${PLACES.general};messageid=1700000000001` };
const announcements: Place = { kind: 'groupChat', id: PLACES.announcements };
const stranger: Place = { kind: 'groupChat', id: '19:somewhere-else@thread.v2' };

async function asks(person: PersonKey, text: string, place: Place = chat(person)): Promise<string> {
  return (await testBot.says(person, text, place))?.text ?? '';
}
async function acts(person: PersonKey, action: Partial<ActionRequest> & Pick<ActionRequest, 'type'>) {
  const outageId = (await testBot.app.store.outages.idByNumber(1001)) ?? '';
  const by = testBot.desk.actor({ id: objectId(person), name: person === 'priya' ? 'Priya Nair' : 'Tomás Herrera' });
  expect((await testBot.app.engine.handle({ outageId, by, ...action } as ActionRequest)).ok).toBe(true);
  await testBot.settles();
}

beforeEach(async () => {
  testBot = await startTestBot({ desk: testDesk(twoCustomers), environment: { TENANTS: '7e9a1c00-0000-4000-8000-00000000beef' } });
  await testBot.reports('maya');
  await testBot.reports('aiko');
});

describe('15.1 what is chosen after a slash', () => {
  it('is answered with words behind it, to that person alone, and no report begins', { tags: 'full' }, async () => {
    await testBot.stop();
    testBot = await startTestBot({ environment: { TARGETED_MESSAGES: 'on' } });
    await testBot.reports('maya');
    const before = testBot.teams.messages.length;
    const chosen = async (text: string) => {
      // The conversation takes so many messages in a moment.
      testBot.clock.advance(2_100);
      return (await testBot.slash('maya', text, general))?.text;
    };
    expect(await chosen('list please')).toContain('1 outage is open');
    expect(await chosen('//Status 1001 please')).toContain('OUT-1001');
    expect(await chosen('mine today')).toContain('OUT-1001');
    expect(await chosen('help, how does it go on')).toContain('Is production down? Report it here');
    expect(testBot.teams.messages.slice(before).map(({ only }) => only)).toEqual(Array(4).fill('29:maya'));
    expect(await testBot.app.store.drafts.newestOf(objectId('maya'))).toBeNull();
  });
});

describe('/outage list', () => {
  it('tells a customer of the outages of their projects, an engineer of all', async () => {
    const maya = await asks('maya', '/outage list');
    expect(maya).toContain('1 outage is open');
    expect(maya).toContain('OUT-1001');
    expect(maya).toContain('Support will acknowledge it by');
    expect(maya).not.toMatch(/OUT-1002|Fabrikam/);
    expect(await asks('jonas', '/outage list')).toContain('OUT-1001');
    const priya = await asks('priya', '/outage list');
    expect(priya).toContain('2 outages are open');
    // 16.2: its deadline is the nearest.
    expect(priya).toMatch(/OUT-1001[\s\S]*OUT-1002[\s\S]*Fabrikam/);
    expect(await asks('priya', '/outage list', thread(deskRoot()))).toContain('2 outages are open');
  });

  it('tells in company only of what is followed there', async () => {
    for (const person of ['maya', 'priya'] as const) {
      const said = await asks(person, '/outage list', general);
      expect(said, person).toContain('OUT-1001');
      expect(said, person).not.toContain('Fabrikam');
      expect(await asks(person, '/outage list', stranger), person).toContain('Ask me that in our own chat');
    }
    expect(await asks('aiko', '/outage list', general)).toContain('Ask me that in our own chat');
    expect(await asks('aiko', '/outage list', announcements)).toMatch(/1 outage is open[\s\S]*OUT-1002/);
  });

  it('forgets what has ended', async () => {
    await acts('priya', { type: 'resolve', text: 'Done.', seen: null });
    expect(await asks('maya', '/outage list')).toContain('No outage is open');
  });
});

describe('/outage mine', () => {
  it('holds what one reported or owns, also what ended last', async () => {
    expect(await asks('priya', '/outage mine')).toContain('You have no outages');
    await acts('priya', { type: 'acknowledge' });
    expect(await asks('priya', '/outage mine')).toMatch(/Your outages[\s\S]*OUT-1001/);
    await acts('priya', { type: 'resolve', text: 'Done.', seen: null });
    for (const person of ['maya', 'priya'] as const) expect(await asks(person, '/outage mine'), person).toMatch(/OUT-1001[\s\S]*Resolved/);
    expect(await asks('jonas', '/outage mine')).toContain('You have no outages');
    expect(await asks('maya', '/outage mine', stranger)).toContain('Ask me that in our own chat');
  });
});

describe('/outage status', () => {
  it('is the card as each may see it', async () => {
    const maya = await testBot.says('maya', '/outage status OUT-1001');
    expect(maya?.buttons.map(({ title }) => title)).toEqual([
      ...['Add information', 'Correct report', 'Withdraw report'],
      ...['Still down', 'Better', 'Works'],
    ]);
    const jonas = await testBot.says('jonas', 'status 1001');
    expect(jonas?.text).toContain('Invoices cannot be posted');
    expect(jonas?.buttons.map(({ title }) => title)).toEqual(['Follow in my chat', 'Join this outage']);
    const priya = await testBot.says('priya', '/outage status OUT-1001');
    expect(priya?.buttons.map(({ title }) => title)).toContain('Acknowledge');
    for (const shown of [jonas, priya]) expect(JSON.stringify(shown?.card)).not.toContain('32 12 34 56');
    expect(await asks('priya', 'status', thread(deskRoot()))).toContain('+45 32 12 34 56');
  });

  it('of an outage that one may not see is that of none', async () => {
    const unknown = await asks('maya', '/outage status OUT-1099');
    expect(unknown).toContain('I do not know that outage');
    expect(await asks('maya', '/outage status OUT-1002')).toBe(unknown);
    expect(await asks('ingrid', '/outage status OUT-1002')).toContain('Fabrikam');
    expect(await asks('maya', '/outage status OUT-1001', stranger)).toContain('Ask me that in our own chat');
    expect(await asks('aiko', '/outage status OUT-1001', stranger)).toBe(unknown);
    expect(await asks('maya', '/outage status', stranger)).toContain('Write which one');
    // 15.1: a slash command comes without a number.
    expect(await asks('maya', '/outage status')).toContain('1 outage is open\nTo see one, write its number: /outage status OUT-1001');
  });

  it('counts for nothing from another tenant', async () => {
    const activity = testBot.activity('maya', chat('maya'), { type: 'message', text: '/outage status OUT-1001' });
    const other = '7e9a1c00-0000-4000-8000-00000000beef';
    const conversation = { ...(activity.conversation as object), tenantId: other };
    await testBot.post({ ...activity, conversation, channelData: { tenant: { id: other } } });
    expect(testBot.teams.text(testBot.teams.in('a:maya').at(-1))).toContain('I do not know that outage');
  });
});

describe('the timeline', () => {
  it('says who did what and when, and notes to engineers only', async () => {
    await testBot.passes(16);
    await acts('priya', { type: 'acknowledge' });
    await acts('priya', { type: 'note', text: 'The vendor lies.', shown: false });
    await acts('tomas', { type: 'update', text: 'A fix is on its way.', phase: null, nextUpdateInMs: null, seen: null });
    const desk = await asks('priya', 'timeline', thread(deskRoot()));
    const order = [
      'Maya Lindt reported it',
      'Pinged: Priya Nair (primary on call), Tomás Herrera (secondary on call)',
      'Priya Nair acknowledged it after 16 minutes',
      'Priya Nair noted: \u201CThe vendor lies.\u201D',
      'Tomás Herrera posted an update: \u201CA fix is on its way.\u201D',
    ];
    const at = order.map((line) => desk.indexOf(line));
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(at).not.toContain(-1);
    const maya = await asks('maya', '/outage timeline OUT-1001');
    expect(maya).toContain('Tomás Herrera posted an update: \u201CA fix is on its way.\u201D');
    expect(maya).not.toContain('vendor');
    expect(await asks('priya', '/outage timeline OUT-1001', general)).not.toContain('vendor');
    expect(await asks('priya', '/outage timeline OUT-1001')).toContain('vendor');
    expect(await asks('aiko', '/outage timeline OUT-1001')).toContain('I do not know that outage');
  });
});
