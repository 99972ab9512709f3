/** Requests and reports that were begun and not sent: the reminder, the offer and the text say which one it is, and send that. */
import { afterEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  ANSWERS,
  answersStep,
  fillReport,
  objectId,
  PLACES,
  type Place,
  type Shown,
  show,
  startTestBot,
  TENANT,
  type TestBot,
  teamOf,
  testDesk,
} from '../../support/bot/test-bot.ts';
import { ofType } from '../../support/cards/walk.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { requestLabel } from '../../support/report/step-label.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const OWN: Place = { kind: 'personal', id: 'a:chat-with-29:maya' };
const group: Place = { kind: 'groupChat', id: PLACES.announcements };
const NO_REQUEST = /an outage anyway|acknowledge|30 minutes|your report/i;
const titles = (shown: Shown) => shown.buttons.map(({ title }) => title);
const nudges = () => testBot.teams.in(OWN.id);
const inDesk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));

/** Lets time pass in which nobody presses anything. */
async function silence(minutes: number): Promise<void> {
  for (let left = minutes; left > 0; left--) {
    testBot.clock.advance(60_000);
    await testBot.app.draftReminders.round();
  }
}

/** Begins a request and goes on to its details; where it is not about the live environment, to the choice of the environment. */
async function asRequest(place?: Place, first?: Shown, ticked = { live: 'true', many: 'false', stopped: 'true' }): Promise<Shown> {
  const opened = first ?? (await testBot.says('maya', '/outage', place)) ?? undefined;
  const ticking = await testBot.presses('maya', 'No, not all three', opened, {}, place);
  const exit = await testBot.presses('maya', 'Continue', ticking, ticked, place);
  return await testBot.presses('maya', 'Send as a request', exit, {}, place);
}
/** The same, up to its review. */
async function wholeRequest(): Promise<Shown> {
  const contact = await testBot.presses('maya', 'Continue', await asRequest(), ANSWERS.details);
  return await testBot.presses('maya', 'Continue', contact, ANSWERS.contact);
}

/** A store in which nothing is sent, or no draft is found or kept, while `away` says so. */
async function fragileStore(now: () => number, away: () => 'outages' | 'drafts' | null): Promise<Store> {
  const store = await openSqlite({ file: ':memory:', now, log: silentLog() });
  const unless = (what: 'outages' | 'drafts') => {
    if (away() === what) throw new Error('the disk is full');
  };
  const transaction: Store['outages']['transaction'] = async (work) => {
    unless('outages');
    return await store.outages.transaction(work);
  };
  const find: Store['drafts']['find'] = async (nonce) => {
    unless('drafts');
    return await store.drafts.find(nonce);
  };
  return { ...store, outages: { ...store.outages, transaction }, drafts: { ...store.drafts, find } };
}

describe('a request that was begun and not sent', () => {
  it('is reminded of as a request, and is sent as one by the button that says so', async () => {
    testBot = await startTestBot();
    await wholeRequest();
    await silence(5);
    const [nudge] = nudges();
    expect(nudge?.summary).toBe('Your request waits to be sent. Nobody has read it yet.');
    expect(testBot.teams.text(nudge)).toContain('Nobody is alerted for a request. If production goes down, report an outage with /outage.');
    expect(testBot.teams.text(nudge)).not.toMatch(NO_REQUEST);
    expect(titles(show(nudge?.card))).toEqual(['Continue', 'Send request']);
    const receipt = await testBot.presses('maya', 'Send request', nudge, {}, OWN);
    expect(receipt.text).toContain('REQ-1 was sent to Contoso ERP support');
    await testBot.settles();
    expect(inDesk().map((message) => testBot.teams.text(message))).toEqual([
      expect.stringContaining('REQ-1: Request, waiting for a reply'),
    ]);
  });

  it('with gaps can only be gone on with', async () => {
    testBot = await startTestBot();
    await asRequest();
    await silence(5);
    const [nudge] = nudges();
    expect(titles(show(nudge?.card))).toEqual(['Continue']);
    expect((await testBot.presses('maya', 'Continue', nudge, {}, OWN)).text).toContain('Send a support request');
  });

  it('is offered again by /outage as what it is, with the way to an outage', async () => {
    testBot = await startTestBot();
    await asRequest();
    const offered = (await testBot.says('maya', '/outage')) ?? undefined;
    expect(offered?.text).toContain('Your request is not sent yet');
    expect(offered?.text).toContain('If production is down now, press Start over');
    expect((await testBot.presses('maya', 'Continue', offered)).text).toContain('Send a support request');
    expect((await testBot.presses('maya', 'Start over', offered)).text).toContain('Is this a production outage?');
  });

  it('is no outage to a group in which it was begun', async () => {
    testBot = await startTestBot();
    const open = (await testBot.says('maya', '/outage', group)) ?? undefined;
    await asRequest(group, await testBot.presses('maya', 'Continue my report', open, {}, group));
    const again = (await testBot.says('maya', '/outage', group)) ?? undefined;
    expect(again?.text).toContain('Maya Lindt is writing a support request');
    expect(again?.text).not.toContain('production outage');
  });

  it('is sent by "Try again" after a Done that failed, and by nothing that said outage', async () => {
    let away: 'outages' | null = null;
    testBot = await startTestBot({ store: (now) => fragileStore(now, () => away) });
    const review = await wholeRequest();
    away = 'outages';
    const failed = await testBot.presses('maya', 'Send request', review);
    expect(failed.text).toContain('Your request was not sent');
    away = null;
    expect((await testBot.presses('maya', 'Try again', failed)).text).toContain('REQ-1 was sent');
  });

  it('stays a request on a card that comes back because it could not be kept', async () => {
    let away: 'drafts' | null = null;
    testBot = await startTestBot({ store: (now) => fragileStore(now, () => away) });
    const details = await asRequest();
    away = 'drafts';
    const failed = await testBot.presses('maya', 'Continue', details, ANSWERS.details);
    expect(failed.text).toContain('That did not work');
    expect(failed.text).toContain('Send a support request');
    expect(failed.text).toContain(requestLabel('details'));
    expect(JSON.stringify(failed.card)).toContain('Since the morning run.');
  });

  it('is not sent by the reminder of the outage that it was', async () => {
    testBot = await startTestBot();
    await testBot.reviews();
    await silence(5);
    const [nudge] = nudges();
    const outage = show(nudge?.card);
    // On another device she finds out that it is no outage.
    let shown = await testBot.presses('maya', 'Continue', nudge, {}, OWN);
    for (const { press: _, ...inputs } of [{}, ANSWERS.contact, ANSWERS.questions, ANSWERS.details, {}] as Record<string, string>[])
      shown = await testBot.presses('maya', 'Back', shown, inputs);
    const asked = await asRequest(undefined, shown, { live: 'false', many: 'true', stopped: 'true' });
    expect(asked.text).toContain('Which environment is it?');
    const answer = await testBot.presses('maya', 'Send report', outage);
    expect(answer.text).toContain('Send a support request');
    await testBot.settles();
    expect(inDesk()).toEqual([]);
  });
});

describe('a report of what is in no list', () => {
  it('is not sent as it is: whether it goes as an outage was not said yet', async () => {
    testBot = await startTestBot();
    let shown = await testBot.reviews();
    for (const inputs of [{}, ANSWERS.contact, ANSWERS.questions, ANSWERS.details] as Record<string, string>[])
      shown = await testBot.presses('maya', 'Back', shown, inputs);
    const exit = await testBot.presses('maya', 'None of these', shown);
    expect(titles(exit)).toContain('Send as a request');
    await silence(5);
    const [nudge] = nudges();
    expect(titles(show(nudge?.card))).toEqual(['Continue']);
    expect((await testBot.presses('maya', 'Continue', nudge, {}, OWN)).text).toContain('Chosen before: None of these');
  });
});

describe('the text to copy', () => {
  const link = 'https://teams.microsoft.com/l/message/19:contoso-erp@thread.tacv2/1767517200000?tenantId=t&groupId=g';
  const said = [
    'In which legal entities: All of them',
    'On behalf of: Jonas Weber',
    link,
    'Title: Invoices cannot be posted',
    '40 trucks wait',
    '+45 32 12 34 56',
  ];
  const copyIn = (card: unknown) => String(ofType(card, 'Input.Text')[0]?.value ?? '');

  /** A report from a message, for somebody else, with an answer to a question of the scenario. */
  async function reviewed(): Promise<Shown> {
    const messagePayload = { id: '1', linkToMessage: link, body: { contentType: 'text', content: 'Posting fails' } };
    const value = { commandId: 'report-outage', commandContext: 'message', messagePayload };
    const elsewhere: Place = { kind: 'channel', id: '19:somewhere@thread.tacv2;messageid=1' };
    await testBot.post(testBot.activity('maya', elsewhere, { type: 'invoke', name: 'composeExtension/fetchTask', value }));
    const answers = { ...ANSWERS, contact: { ...ANSWERS.contact, onBehalfOf: 'Jonas Weber' } };
    return await fillReport(testBot, 'maya', show(nudges()[0]?.card), OWN, answers);
  }

  it('holds all of it on the receipt while the desk is not reached', async () => {
    testBot = await startTestBot();
    const review = await reviewed();
    testBot.teams.failNext(
      { status: 503 },
      { times: 9_999, matches: ({ path, text }) => path === '/conversations' && text.includes(PLACES.desk) },
    );
    await testBot.presses('maya', 'Send report', review, {}, OWN);
    await testBot.passes(2);
    const receipt = nudges().find(({ summary }) => /not at the support desk yet/.test(summary));
    for (const one of said) expect(copyIn(receipt?.card)).toContain(one);
  });

  it('and on the card that says that Done failed', async () => {
    let away: 'outages' | null = null;
    testBot = await startTestBot({ store: (now) => fragileStore(now, () => away) });
    const review = await reviewed();
    away = 'outages';
    const failed = await testBot.presses('maya', 'Send report', review, {}, OWN);
    for (const one of said) expect(copyIn(failed.card)).toContain(one);
  });
});

describe('somebody whom Teams alone knows as a member', () => {
  const TEAM = teamOf(PLACES.general);
  const account = { id: '29:maya', aadObjectId: objectId('maya'), name: 'Maya Lindt', email: 'maya@example.com', tenantId: TENANT };
  const byTeam = () => testDesk((text) => text.replace('members: [maya, jonas]', `membersFrom: { team: "${TEAM}" }`));
  const byAccount = () =>
    testDesk((text) =>
      text.replace(
        'maya: { id: a1b2c3d4-0000-4000-8000-000000000001, name: Maya Lindt }',
        'maya: { upn: maya@contoso.example, name: Maya Lindt }',
      ),
    );
  /** A second project, of other people, is linked to a team as well; it must change nothing. */
  const twoProjects = () =>
    testDesk((text) =>
      text
        .replace('members: [maya, jonas]', `membersFrom: { team: "${TEAM}" }`)
        .replace(
          '\nfollowers:',
          '  - id: other\n    name: Other\n    membersFrom: { team: "19:team-of-others" }\n    environments: [{ id: live, name: Other live, kind: production }]\n\nfollowers:',
        ),
    );

  it.each([
    ['by the roster of one of two linked teams', twoProjects],
    ['by their account', byAccount],
  ])('%s is reminded, and sends it as it is', async (_how, desk) => {
    testBot = await startTestBot({ desk: desk() });
    Object.assign(testBot.teams.roster.find(({ id }) => id === '29:maya') ?? {}, { ...account, userPrincipalName: 'maya@contoso.example' });
    testBot.teams.rosters.set(TEAM, [account]);
    testBot.teams.rosters.set('19:team-of-others', []);
    await testBot.reviews();
    await silence(5);
    const receipt = await testBot.presses('maya', 'Send report', nudges()[0], {}, OWN);
    expect(receipt.text).toContain('OUT-1001: your report has arrived');
  });

  it('and who left the team since is not spoken to', async () => {
    testBot = await startTestBot({ desk: byTeam() });
    testBot.teams.rosters.set(TEAM, [account]);
    await answersStep(testBot, 'maya', (await testBot.says('maya', '/outage')) ?? undefined, ANSWERS.confirmation);
    testBot.teams.rosters.set(TEAM, []);
    await testBot.post(
      testBot.activity(
        'ingrid',
        { kind: 'channel', id: TEAM },
        {
          ...{ type: 'conversationUpdate', membersRemoved: [{ id: '29:maya', aadObjectId: objectId('maya') }] },
          channelData: { tenant: { id: TENANT }, team: { id: TEAM }, eventType: 'teamMemberRemoved' },
        },
      ),
    );
    await silence(10);
    expect(nudges()).toEqual([]);
  });
});
