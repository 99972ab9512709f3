/** "Report an outage" on a message: the dialog, the draft, and the report in the person's own chat, over real HTTP. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  ANSWERS,
  answersStep,
  chat,
  fillReport,
  type PersonKey,
  PLACES,
  type Place,
  type Shown,
  show,
  startTestBot,
  TENANT,
  type TestBot,
} from '../../support/bot/test-bot.ts';
import { stepLabel } from '../../support/report/step-label.ts';
import { cardText } from '../../support/teams/fake-teams.ts';

let testBot: TestBot;
afterEach(() => testBot.stop());

const LINK = 'https://teams.microsoft.com/l/message/19:contoso-erp@thread.tacv2/1767517200000?tenantId=t&groupId=g';
const MESSAGE = {
  id: '1767517200000',
  messageType: 'message',
  createdDateTime: '2026-01-04T08:40:00.000Z',
  subject: null,
  linkToMessage: LINK,
  from: { user: { id: 'x', displayName: 'Jonas Weber', userIdentityType: 'aadUser' }, application: null },
  body: {
    contentType: 'html',
    content:
      '<p>Posting <b>fails</b> for <at id="0">Everyone</at>&nbsp;&amp; all:</p><ul><li>Update conflict</li></ul><script>alert(1)</script>',
  },
  attachments: [],
};
/** Where the bot need not be. */
const elsewhere: Place = { kind: 'channel', id: '19:somewhere@thread.tacv2;messageid=1' };
/** The chat that the fake Teams makes for the bot and a person. */
const own = (person: PersonKey) => testBot.teams.in(`a:chat-with-29:${person}`);

type Dialog = { text: string; card: { actions?: { type: string; title: string }[] } };
async function chooses(person: PersonKey, message: unknown = MESSAGE, more: object = {}, name = 'fetchTask'): Promise<Dialog> {
  const value = { commandId: 'report-outage', commandContext: 'message', context: { theme: 'default' }, messagePayload: message };
  const { status, body } = await testBot.post(
    testBot.activity(person, elsewhere, { type: 'invoke', name: `composeExtension/${name}`, value, ...more }),
  );
  expect(status, body).toBe(200);
  const { task } = JSON.parse(body) as { task: { type: string; value: { card: { content: Dialog['card'] } } } };
  expect(task.type).toBe('continue');
  return { text: cardText(task.value.card.content), card: task.value.card.content };
}
const shownIn = (person: PersonKey): Shown => show(own(person).at(-1)?.card);
const inOwnChat = (person: PersonKey): Place => ({ kind: 'personal', id: `a:chat-with-29:${person}` });
const at = (step: keyof typeof ANSWERS) => Object.keys(ANSWERS).indexOf(step);

it.each<[string, object]>([
  ['a picture in it', { body: { contentType: 'html', content: '<p>Down <img src="https://x.example/1" alt=""></p>' } }],
  ['a file beside it', { attachments: [{ contentType: 'reference', name: 'log.txt' }] }],
])('C19: the report of a message with %s says that it is in the message only', async (_what, more) => {
  testBot = await startTestBot();
  await chooses('maya', { ...MESSAGE, ...more });
  expect(await detailsOf('maya')).toContain('(A picture or a file came with it. It is in the message only.)');
});

/** Goes on until the details are there, and gives what stands in the field of what happens. */
async function detailsOf(person: PersonKey, first: Shown = shownIn(person)): Promise<string> {
  let shown = first;
  for (const answers of Object.values(ANSWERS).slice(0, at('details')))
    shown = await answersStep(testBot, person, shown, answers, inOwnChat(person));
  const found = /"id":"description"[^}]*?"value":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(shown.card));
  return JSON.parse(found?.[1] ?? '""') as string;
}

describe('a message that is reported', () => {
  it('stands in the details of a report that goes on in the person’s own chat, and its link on the desk’s card', async () => {
    testBot = await startTestBot();
    const dialog = await chooses('maya');
    expect(dialog.text).toMatch(/Continue in your own chat[\s\S]*The message is in its details[\s\S]*\+45 70/);
    expect(dialog.card.actions).toEqual([]);
    expect(testBot.teams.messages.map(({ conversationId }) => conversationId)).toEqual(['a:chat-with-29:maya']);
    expect(shownIn('maya').text).toContain(stepLabel('confirmation'));

    const said = 'Jonas Weber wrote at 09:40 (Copenhagen time):\nPosting fails for Everyone\u00A0& all:\n- Update conflict';
    expect(await detailsOf('maya')).toBe(said);
    const details = { ...ANSWERS.details, description: said };
    const review = await fillReport(testBot, 'maya', shownIn('maya'), inOwnChat('maya'), { ...ANSWERS, details });
    expect(JSON.stringify(review.card)).toContain(`"url":"${LINK}"`);
    await testBot.presses('maya', 'Send report', review, {}, inOwnChat('maya'));
    await testBot.settles();
    const root = testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
    expect(testBot.teams.text(root)).toMatch(/What is happening\nJonas Weber wrote at 09:40[\s\S]*Message\nOpen it in Teams/);
    expect(JSON.stringify(root?.card)).toContain(`"url":"${LINK}"`);
    const outage = await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(1001)) ?? '');
    expect(outage?.outage).toMatchObject({ report: { link: LINK }, origin: { kind: 'personal' }, reporter: { name: 'Maya Lindt' } });
    // Customers who follow see no link into somebody's conversation.
    for (const place of [PLACES.general, PLACES.announcements])
      expect(JSON.stringify(testBot.teams.messages.filter((one) => one.conversationId.startsWith(place)))).not.toContain('/l/message/');
  });

  it('that Teams hands over twice is one card in the chat', async () => {
    testBot = await startTestBot();
    for (const name of ['fetchTask', 'fetchTask', 'submitAction']) {
      expect((await chooses('maya', { ...MESSAGE, linkToMessage: '' }, {}, name)).text).toContain('The message is in its details');
    }
    expect(own('maya')).toHaveLength(1);
  });

  it('has a subject: that is the title', async () => {
    testBot = await startTestBot();
    await chooses('maya', { ...MESSAGE, subject: 'Posting\nis down' });
    await detailsOf('maya');
    const resumed = await testBot.says('maya', '/outage', inOwnChat('maya'));
    expect(resumed?.text).toContain('Posting is down');
  });
});

describe('a draft that is there already', () => {
  it('is not thrown away: it is offered, with the message where nothing was typed', async () => {
    testBot = await startTestBot();
    const first = await testBot.says('maya', '/outage');
    await answersStep(testBot, 'maya', first ?? undefined, ANSWERS.confirmation);
    expect((await chooses('maya')).text).toContain('The message is in its details');
    expect(shownIn('maya').buttons.map(({ title }) => title)).toContain('Start over');
    const goneOn = await testBot.presses('maya', shownIn('maya').buttons[0]?.title ?? '', shownIn('maya'), {}, inOwnChat('maya'));
    expect(goneOn.text).toContain(stepLabel('scenario'));
    const shown = await answersStep(testBot, 'maya', goneOn, ANSWERS.scenario, inOwnChat('maya'));
    expect(JSON.stringify(shown.card)).toContain('Jonas Weber wrote at 09:40');
  });

  it('keeps what was typed as details, and the dialog says so', async () => {
    testBot = await startTestBot();
    const first = await testBot.says('maya', '/outage');
    let shown = first ?? undefined;
    for (const step of ['confirmation', 'scenario', 'details'] as const) shown = await answersStep(testBot, 'maya', shown, ANSWERS[step]);
    expect((await chooses('maya')).text).toContain('so I did not add this message. Nothing that you typed was changed.');
    const draft = JSON.stringify(await testBot.app.store.drafts.newestOf('a1b2c3d4-0000-4000-8000-000000000001'));
    expect(draft).toContain('Since the morning run.');
    expect(draft).not.toMatch(/Jonas|\/l\/message/);
  });
});

describe('who cannot report', () => {
  it.each<[string, string, PersonKey, string]>([
    ['is not a member', 'You are not in any project', 'aiko', TENANT],
    ['is of another tenant', 'This account is from another organization', 'maya', '7e9a1c00-0000-4000-8000-00000000beef'],
  ])('and %s reads the same refusal as by /outage, and gets no message', async (_who, refusal, person, tenantId) => {
    testBot = await startTestBot({ environment: { TENANTS: tenantId } });
    const dialog = await chooses(person, MESSAGE, { conversation: { id: '19:x@thread.v2', conversationType: 'groupChat', tenantId } });
    expect(dialog.text).toMatch(new RegExp(`${refusal}[\\s\\S]*\\+45 70`));
    for (const { type } of dialog.card.actions ?? []) expect(type).toBe('Action.OpenUrl');
    expect(testBot.teams.messages).toEqual([]);
    expect(testBot.teams.received).toEqual([]);
    const typed = testBot.activity(person, chat(person), { type: 'message', text: '/outage' });
    await testBot.post({ ...typed, conversation: { id: `a:${person}`, conversationType: 'personal', tenantId } });
    // A dialog can hold no button of the bot's own.
    expect(cardText(testBot.teams.in(`a:${person}`)[0]?.card).replace('Try again\n', '')).toBe(dialog.text);
  });

  it('because the bot is not installed for them is told how, and goes on from there', async () => {
    testBot = await startTestBot();
    testBot.teams.failNext(
      { status: 403 },
      { times: 9, matches: ({ path, text }) => path === '/conversations' && text.includes('29:maya') },
    );
    const dialog = await chooses('maya');
    expect(dialog.text).toMatch(/I cannot write to you yet\nOpen Apps in Teams[\s\S]*\+45 70/);
    expect(dialog.card.actions).toMatchObject([{ type: 'Action.Submit', title: 'Try again' }]);
    expect(own('maya')).toEqual([]);
    // Installed meanwhile, and begun by typing: the message was kept.
    expect(await detailsOf('maya', (await testBot.says('maya', '/outage')) ?? undefined)).toContain('Jonas Weber wrote');
    testBot.teams.heal();
    expect((await chooses('maya', MESSAGE, {}, 'submitAction')).text).toContain('Continue in your own chat');
    expect(own('maya')).toHaveLength(1);
  });

  it('because Teams does not answer in time is told so before Teams gives up', async () => {
    testBot = await startTestBot({ overrides: { dialogLimitMs: 100 } });
    testBot.teams.failNext('hang', { matches: ({ path }) => path.includes('chat-with-29:maya/activities') });
    expect((await chooses('maya')).text).toMatch(/My message may not have arrived[\s\S]*write \/outage there/);
  });
});

describe('what comes in', () => {
  it.each<[string, object | null | string, string]>([
    [
      'no text, by a bot',
      {
        ...MESSAGE,
        from: { application: { displayName: 'Build bot' } },
        body: { contentType: 'html', content: '<attachment id="1"></attachment>' },
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: '{}' }],
      },
      'Build bot wrote at 09:40 (Copenhagen time):\n(no text: a card, a picture or a file)',
    ],
    ['nothing in it', {}, 'Someone wrote:\n(no text: a card, a picture or a file)'],
    [
      'wrong types everywhere',
      { id: 7, subject: [], createdDateTime: 'soon', linkToMessage: 5, from: 'me', body: [] },
      'Someone wrote:\n(no text: a card, a picture or a file)',
    ],
    [
      'plain text',
      { ...MESSAGE, body: { contentType: 'text', content: 'a < b & c > d' } },
      'Jonas Weber wrote at 09:40 (Copenhagen time):\na < b & c > d',
    ],
  ])('with %s still begins a report', async (_what, message, said) => {
    testBot = await startTestBot();
    await chooses('maya', message);
    expect(await detailsOf('maya')).toBe(said);
  });

  it('without a message, or another command, begins nothing', async () => {
    testBot = await startTestBot();
    expect((await chooses('maya', null)).text).toContain('could not read');
    const value = { commandId: 'something-else', messagePayload: MESSAGE };
    const { status } = await testBot.post(
      testBot.activity('maya', elsewhere, { type: 'invoke', name: 'composeExtension/fetchTask', value }),
    );
    expect(status).toBe(400);
    expect(testBot.teams.messages).toEqual([]);
  });

  it('that is very long is cut to what a report takes, in whole characters', async () => {
    testBot = await startTestBot();
    await chooses('maya', { ...MESSAGE, body: { contentType: 'html', content: `<p>${'😀'.repeat(20_000)}</p>` } });
    const said = await detailsOf('maya');
    expect(said.length).toBeLessThanOrEqual(4000);
    expect(said.length).toBeGreaterThan(3990);
    expect(said).toMatch(/😀…$/);
    expect(said.isWellFormed()).toBe(true);
  });

  it('from a room without the bot does not make it known as one with it', async () => {
    testBot = await startTestBot();
    const room = { conversationId: PLACES.general, kind: 'channel', name: 'General', teamId: 't', tenantId: null } as const;
    await testBot.app.store.rooms.lose([room], 'bot-removed');
    const place = { id: PLACES.general, conversationType: 'channel', tenantId: '7e9a1c00-0000-4000-8000-00000000c0de' };
    await chooses('maya', MESSAGE, { conversation: place });
    await testBot.settles();
    expect(await testBot.app.store.rooms.all()).toMatchObject([{ conversationId: PLACES.general, lost: 'bot-removed' }]);
  });
});
