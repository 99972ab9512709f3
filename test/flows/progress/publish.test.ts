/** An engineer's message in the desk's thread becomes an update or a note: the preview, what is taken out, and who hears it. */
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { publicRequests, seenByOthers, startPrivateBot } from '../../support/bot/private.ts';
import {
  chat,
  type PersonKey,
  PLACES,
  type Place,
  type Shown,
  show,
  startTestBot,
  type TestBot,
  thread,
} from '../../support/bot/test-bot.ts';
import { inputs as inputsOf } from '../../support/cards/walk.ts';
import { cardText } from '../../support/teams/fake-teams.ts';
import { strange } from '../../support/teams/quirks/activities.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const THREAD = (): Place => thread(root());
const SECRETS = 'Restarted SQL-PROD-01 with password=hunter2-X, call me at +45 20 30 40 50 or Priya. Posting works on 10.0.18.2.';

async function reported(start: () => Promise<TestBot> = startPrivateBot): Promise<void> {
  testBot = await start();
  await testBot.reports();
  await testBot.presses('priya', 'Acknowledge', root());
  await testBot.settles();
}

const messageOf = (html: string, more: object = {}) => ({
  id: randomUUID(),
  replyToId: /messageid=(\d+)/.exec(THREAD().id)?.[1],
  createdDateTime: '2026-01-04T08:40:00.000Z',
  from: { user: { id: 'x', displayName: 'Priya Nair' }, application: null },
  body: { contentType: 'html', content: html },
  attachments: [],
  ...more,
});

/** Chooses "Publish this message", and gives what the dialog says. */
async function chooses(person: PersonKey, message: unknown, place: Place = THREAD()): Promise<string> {
  const value = { commandId: 'publish', commandContext: 'message', messagePayload: message };
  const { status, body } = await testBot.post(
    testBot.activity(person, place, { type: 'invoke', name: 'composeExtension/fetchTask', value }),
  );
  expect(status, body).toBe(200);
  const { task } = JSON.parse(body) as { task: { value: { title: string; card: { content: unknown } } } };
  expect(task.value.title).toBe('Publish this message');
  return cardText(task.value.card.content);
}

/** The last form that was shown to this person alone. */
function formOf(person: PersonKey): Shown {
  const message = testBot.teams.messages.findLast(
    ({ only, conversationId }) => only === `29:${person}` || conversationId.endsWith(`:${person}`),
  );
  return { ...show(message?.card), ...(message ? { message } : {}) };
}
const valuesOn = ({ card }: Shown): Record<string, string> =>
  Object.fromEntries(inputsOf(card).map(({ id, value }) => [String(id), String(value ?? '')]));
const sends = (person: PersonKey, title: string, form: Shown, changed: Record<string, string> = {}) =>
  testBot.presses(person, title, form, { ...valuesOn(form), ...changed });
/** Where Teams does not say which message it was, the form stays, and the outage stands in its place. */
const answerIn = ({ said, text }: Shown): string => said || text;
const choicesOn = ({ card }: Shown) =>
  (inputsOf(card).find(({ id }) => id === 'remove')?.choices ?? []) as readonly { title: string; value: string }[];

/** What customers read. */
const told = () =>
  testBot.teams.messages
    .filter(({ conversationId }) => !conversationId.startsWith(PLACES.desk) && !conversationId.endsWith(':priya'))
    .map(testBot.teams.text)
    .join('\n');
const recorded = async () => await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(1001)) ?? '');

describe('a message of the thread', () => {
  it('is shown to its engineer alone, with what may be secret marked, and nothing is posted before a press', async () => {
    await reported();
    const before = { told: told(), publicly: publicRequests(testBot.teams).length };
    expect(await chooses('priya', messageOf(`<p>${SECRETS}</p>`))).toContain('where only you see it');
    await testBot.settles();
    const form = formOf('priya');
    expect(form.message?.only).toBe('29:priya');
    expect(form.message?.conversationId).toBe(THREAD().id);
    expect(form.text).toContain('Nothing is posted yet');
    expect(choicesOn(form).map(({ title }) => title.replaceAll('\u2060', ''))).toEqual([
      'Host name: SQL-PROD-01',
      'Key or password: hunter2-X',
      'Phone number: +45 20 30 40 50',
      'Name: Priya',
    ]);
    // Keys and numbers are ticked; the engineer decides on the others.
    expect(valuesOn(form).remove).toBe('key:hunter2-X,phone:+45 20 30 40 50');
    expect(form.text).toMatch(/Who reads an update: this outage's thread, the place where it was reported, .*follower/);
    expect(told()).toBe(before.told);
    expect(publicRequests(testBot.teams)).toHaveLength(before.publicly);
  });

  it('is posted as an update without what was taken out, once, and says to how many places', async () => {
    await reported();
    await chooses('priya', messageOf(`<p>${SECRETS}</p>`));
    const form = formOf('priya');
    const remove = `${valuesOn(form).remove},host:SQL-PROD-01`;
    const done = await sends('priya', 'Post as update', form, { remove, phase: 'monitoring', next: '60' });
    expect(answerIn(done)).toContain('Posted to 3 places beside the thread.');
    await testBot.settles();
    const said = 'Restarted [host name] with password=[key or password], call me at [phone number] or Priya. Posting works on 10.0.18.2.';
    expect((await recorded())?.outage).toMatchObject({ lastUpdate: said, phase: 'monitoring' });
    expect(told()).toContain('[phone number] or Priya');
    for (const secret of ['hunter2', '20 30 40', 'SQL-PROD']) expect(told()).not.toContain(secret);
    // A second tap of the same form.
    const updates = (await recorded())?.outage.updates;
    await sends('priya', 'Post as update', form, { remove, phase: 'monitoring', next: '60' });
    expect((await recorded())?.outage.updates).toBe(updates);
  });

  it('is kept as a note, which nobody but the desk reads', async () => {
    await reported();
    const before = told();
    await chooses('priya', messageOf('<p>The lock is on table 7</p>'));
    expect(answerIn(await sends('priya', 'Keep as note', formOf('priya')))).toContain('Kept as a note');
    await testBot.settles();
    expect((await recorded())?.outage.lastNote?.text).toBe('The lock is on table 7');
    expect(told()).toBe(before);
  });

  it('keeps out what was ticked when the text is changed, and asks again about what is new in it', async () => {
    await reported();
    await chooses('priya', messageOf(`<p>${SECRETS}</p>`));
    const form = formOf('priya');
    // Without "password=" nothing says that it is one.
    const text = 'We used hunter2-X. Write to ops@contoso.example, or see db7.contoso.com.';
    const again = await sends('priya', 'Post as update', form, { text });
    expect(again.text).toContain('something new that may be secret');
    expect(choicesOn(again).map(({ value }) => value)).toEqual([
      'key:hunter2-X',
      'phone:+45 20 30 40 50',
      'email:ops@contoso.example',
      'host:db7.contoso.com',
    ]);
    expect(valuesOn(again).remove).toBe('key:hunter2-X,phone:+45 20 30 40 50,email:ops@contoso.example');
    await sends('priya', 'Post as update', again, { text: valuesOn(again).text?.replace('hunter2-X', 'hunter\u200B2-X') ?? '' });
    expect((await recorded())?.outage.lastUpdate).toBe('We used [key or password]. Write to [e-mail address], or see db7.contoso.com.');
  });

  it('is read as its reader saw it: lists, code, mentions and links', async () => {
    await reported();
    const html =
      '<p>Done, <at id="0">Tomás Herrera</at>:</p><ul><li>one &amp; two</li></ul><pre>token=abc123\nx</pre><p><a href="https://wiki.example/a">notes</a></p>';
    await chooses('priya', messageOf(html));
    expect(valuesOn(formOf('priya')).text).toBe('Done, Tomás Herrera:\n- one & two\ntoken=abc123\nx\nnotes (https://wiki.example/a)');
  });

  it('that Teams hands over twice is one preview', async () => {
    await reported();
    const message = messageOf('<p>We restart it</p>');
    const before = testBot.teams.messages.length;
    const first = await chooses('priya', message);
    expect(await chooses('priya', message)).toBe(first);
    expect(testBot.teams.messages).toHaveLength(before + 1);
  });

  it('of 100 KB is cut to what an update takes, and its engineer is told so', async () => {
    await reported();
    await chooses('priya', messageOf(`<p>${'All is slow. '.repeat(8_000)}</p>`));
    expect(formOf('priya').text).toContain('longer than 4000 characters');
    expect(valuesOn(formOf('priya')).text).toHaveLength(4_000);
  });

  it('has more than anybody chooses from: what is not shown is taken out, and its engineer is told so', async () => {
    await reported();
    const all = Array.from({ length: 40 }, (_none, index) => `db${index + 10}.contoso.com`);
    await chooses('priya', messageOf(`<p>${all.join(' ')} password=${'a1'.repeat(1_000)}!</p>`));
    const form = formOf('priya');
    expect(choicesOn(form)).toHaveLength(25);
    expect(form.text).toContain('16 more are taken out too');
    await sends('priya', 'Post as update', form, { phase: 'monitoring' });
    const said = (await recorded())?.outage.lastUpdate;
    expect(said).toBe(`${all.slice(0, 25).join(' ')}${' [host name]'.repeat(15)} password=[key or password]`);
  });

  it('comes in their own chat where Teams has no messages for one person', async () => {
    await reported(startTestBot);
    expect(await chooses('priya', messageOf('<p>We restart it</p>'))).toContain('in our own chat');
    const form = formOf('priya');
    const done = await testBot.presses('priya', 'Post as update', form, valuesOn(form), {
      kind: 'personal',
      id: form.message?.conversationId ?? '',
    });
    expect(done.text).toContain('Posted to 3 places');
  });
});

describe('a message that is not published', () => {
  it.each<[string, PersonKey, () => unknown, () => Place, RegExp]>([
    ['of a customer', 'maya', () => messageOf('<p>x</p>'), THREAD, /Only engineers of the support desk/],
    ['without text', 'priya', () => messageOf('<p></p>'), THREAD, /That message has no text.*publish We found/],
    ['that was deleted', 'priya', () => messageOf('', { deleted: true }), THREAD, /That message has no text/],
    ['that Teams does not give', 'priya', () => null, THREAD, /could not read that/],
    [
      'in another channel',
      'priya',
      () => messageOf('<p>x</p>', { replyToId: null }),
      () => ({ kind: 'channel', id: '19:x@thread.tacv2' }),
      /Choose a message in the thread of an outage/,
    ],
    [
      'in a chat',
      'priya',
      () => messageOf('<p>x</p>', { replyToId: null }),
      () => ({ kind: 'groupChat', id: '19:x@thread.v2' }),
      /Choose a message in the thread of an outage/,
    ],
  ])('%s is refused, and says what to do', async (_what, person, message, place, says) => {
    await reported();
    const before = testBot.teams.messages.length;
    expect(await chooses(person, message(), place())).toMatch(says);
    expect(testBot.teams.messages).toHaveLength(before);
  });

  it('of an outage that ended is refused, also where the form was open', async () => {
    await reported();
    await chooses('priya', messageOf('<p>We restart it</p>'));
    const form = formOf('priya');
    await testBot.says('tomas', 'resolve Restarted', THREAD());
    await testBot.settles();
    expect((await sends('priya', 'Post as update', form)).text).toContain('Tomás Herrera resolved OUT-1001');
    expect(await chooses('priya', messageOf('<p>Too late</p>'))).toMatch(/OUT-1001 is not an open outage.*note, and then the text/);
    expect((await recorded())?.outage.updates).toBe(0);
  });
});

describe('"publish" that is typed', () => {
  it('takes the text behind it, or the message that it answers', async () => {
    await reported(() => startPrivateBot({ quirks: [] }));
    const typed = await testBot.says('priya', 'publish: We restart it', THREAD());
    expect(typed?.message?.only).toBe('29:priya');
    expect(valuesOn(typed as Shown).text).toBe('We restart it');
    await testBot.post(strange.quotedReply(testBot.typed('priya', 'publish', THREAD())));
    expect(valuesOn(formOf('priya')).text).toBe('Reported');
    expect(formOf('priya').text).toContain('only the beginning of a quoted message');
    const html =
      '<blockquote itemtype="http://schema.skype.com/Reply"><strong>Tomás</strong><p itemprop="preview">Disk &amp; log full</p></blockquote><p>publish</p>';
    await testBot.post({ ...testBot.typed('priya', 'publish', THREAD()), attachments: [{ contentType: 'text/html', content: html }] });
    expect(valuesOn(formOf('priya')).text).toBe('Disk & log full');
  });

  it('names the outage in their own chat', async () => {
    await reported();
    const form = await testBot.says('priya', 'publish OUT-1001 We restart it', chat('priya'));
    const done = await testBot.presses('priya', 'Post as update', form ?? undefined, valuesOn(form as Shown), chat('priya'));
    expect(done.text).toContain('Posted to 3 places');
    expect((await recorded())?.outage.lastUpdate).toBe('We restart it');
  });

  it.each<[PersonKey, string, () => Place, RegExp]>([
    ['maya', 'publish', () => chat('maya'), /Only engineers/],
    ['priya', 'publish', THREAD, /That message has no text/],
    ['priya', 'publish We restart it', () => chat('priya'), /Choose a message in the thread/],
    ['priya', 'publish OUT-1999 We restart it', () => chat('priya'), /do not know that outage/],
  ])('%s says "%s" and reads why not', async (person, text, place, says) => {
    await reported(() => startPrivateBot({ quirks: [] }));
    expect((await testBot.says(person, text, place()))?.text).toMatch(says);
  });

  it('shows its preview to nobody else where Teams has no messages for one person', async () => {
    await reported(startTestBot);
    const answer = await testBot.says('priya', 'publish password=hunter2', THREAD());
    expect(answer?.text).toContain('Only you may see the preview');
    expect(seenByOthers(testBot.teams, 'tomas', THREAD()).map(testBot.teams.text).join()).not.toContain('hunter2');
  });
});
