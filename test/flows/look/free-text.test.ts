/** What people write to the bot in their own words: a greeting, what is down, a number, "cancel". None of it meets a wall of commands. */
// @module-tag sampled
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/report/draft.ts';
import { ANSWERS, chat, objectId, PLACES, type Place, startTestBot, type TestBot, thread } from '../../support/bot/test-bot.ts';
import { sample } from '../../support/sample.ts';

let testBot: TestBot;
beforeEach(async () => {
  testBot = await startTestBot();
});
afterEach(() => testBot.stop());

const says = async (...said: Parameters<TestBot['says']>) => {
  const shown = await testBot.says(...said);
  if (!shown) throw new Error(`no answer to ${said[1]}`);
  return shown;
};
const titles = ({ buttons }: { buttons: readonly { title: string }[] }) => buttons.map(({ title }) => title);
const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));

describe('3.5: a customer who has never read a manual', () => {
  it.each([
    ['production is down', 'production is down'],
    ["we can't post invoices any more", "we can't post invoices any more"],
    ['Hello! Nobody can log in', 'Nobody can log in'],
    ['help, production is down!', 'help, production is down!'],
    ['thanks but it fails again', 'thanks but it fails again'],
    ['Morning run fails since 6:00', 'Morning run fails since 6:00'],
    ['nothing works', 'nothing works'],
    ['Note that posting fails', 'Note that posting fails'],
    ['Update 10.0.39 broke posting', 'Update 10.0.39 broke posting'],
    ['Transfer orders are stuck', 'Transfer orders are stuck'],
  ])('writes %j and gets the first step with it as the title, and nothing is sent', async (text, title) => {
    const first = await says('maya', text);
    expect(first.text).toContain('Is this a production outage?');
    expect(first.text).toContain(title);
    expect(titles(first)).toContain('Cancel');
    await testBot.settles();
    expect(root()).toBeUndefined();
    const scenarios = await testBot.presses('maya', 'Yes, all three are true', first);
    const details = await testBot.presses('maya', 'A core process fails for everyone', scenarios);
    expect(JSON.stringify(details.card)).toContain(JSON.stringify(title));
  });

  it.each([
    'hi',
    'Hello',
    'hey there',
    'Good morning!',
    'hello Outage Desk',
    'thanks',
    'Thank you very much!',
    'ok, thanks',
    '\u{1F44D}',
    'perfect',
  ])('writes %j and gets one kind line with the button', async (text) => {
    const shown = await says('maya', text);
    expect(titles(shown)).toEqual(['Report an outage']);
    expect(shown.text).toMatch(/^(?:Hello|You are welcome)\. .{20,120}\nReport an outage$/);
  });

  it('is told in company too that a greeting was heard, and nobody begins a report by a remark', async () => {
    const general: Place = { kind: 'channel', id: `${PLACES.general};messageid=1` };
    expect((await says('maya', 'hello', general)).text).toContain('Hello.');
    expect((await says('maya', 'production is down', general)).text).toContain('I did not understand that');
  });

  it('with an open outage is asked whether the desk is to read it, and no second report begins', async () => {
    await testBot.reports();
    const shown = await says('maya', 'invoices are stuck as well');
    expect(shown.text).toContain('It is not sent yet.');
    expect(titles(shown)).toEqual(['Add to OUT-1001', 'Start a new report']);
  });

  it('who belongs to no project reads whom to call', async () => {
    expect((await says('aiko', 'production is down')).text).toContain('Do not wait for this: call');
  });

  it.each(sample('words 1', ['cancel', 'Cancel.', 'never mind', 'cancel my report', 'stop'], 2))(
    'drops what was begun with %j',
    async (text) => {
      const first = await says('maya', '/outage production is down');
      expect((await says('maya', text)).text).toContain('Cancelled. Nothing was sent.');
      const pressed = await testBot.presses('maya', 'Yes, all three are true', first);
      expect(pressed.said).toContain('no longer here');
    },
  );

  it('who cancels what was sent is asked whether to withdraw it, and who has nothing is told so', async () => {
    expect((await says('maya', 'cancel')).text).toContain('There is nothing to cancel');
    await testBot.reports();
    expect((await says('maya', 'cancel')).text).toContain('OUT-1001: withdraw it?');
    expect((await says('maya', 'cancel OUT-1001')).text).toContain('OUT-1001: withdraw it?');
    expect((await says('jonas', 'cancel OUT-1001')).text).toContain('I do not know that outage');
  });

  it.each(sample('words 2', ['OUT-1001', '1001', '#1001', 'out-1001.', '1001?'], 2))(
    'finds an outage by its number alone: %j',
    async (text) => {
      await testBot.reports();
      expect((await says('maya', text)).text).toContain('OUT-1001');
      expect((await says('priya', text, thread(root()))).text).toContain('Invoices cannot be posted');
    },
  );

  it.each([
    ['list', '1 outage is open'],
    ['list all', '1 outage is open'],
    ['mine', 'Your outages'],
    ['my reports', 'Your outages'],
  ])('is understood with %j', async (text, heading) => {
    await testBot.reports();
    expect((await says('maya', text)).text).toContain(heading);
  });
});

it.each(sample('words 3', ['check', 'Check?', '/outage check'], 2))('3.5: an engineer is understood with %j in a thread', async (text) => {
  await testBot.reports();
  expect((await says('priya', text, thread(root()))).text).toContain('Would it work tonight');
});

it('3.5: who may see none is told so where it was asked, and is not sent to their own chat for the same answer', async () => {
  await testBot.reports();
  const general: Place = { kind: 'channel', id: `${PLACES.general};messageid=1` };
  const inChannel = (await says('aiko', '/outage list', general)).text;
  expect(inChannel).toContain('Only people of a project and engineers of the desk can look up outages');
  expect(inChannel).toContain('ask an administrator of the support desk');
  expect((await says('aiko', '/outage status OUT-1001', general)).text).toContain('only the people of its project may look it up');
  expect((await says('maya', '/outage list', general)).text).toContain('1 outage is open');
  // Who sees it in their own chat is sent there.
  const stranger: Place = { kind: 'groupChat', id: '19:somewhere-else@thread.v2' };
  expect((await says('maya', '/outage list', stranger)).text).toContain('Ask me that in our own chat');
});

describe('3.5: what is written while a report is begun', () => {
  const atDetails = async () => {
    const first = await says('maya', 'production is down');
    const scenarios = await testBot.presses('maya', 'Yes, all three are true', first);
    return await testBot.presses('maya', 'A core process fails for everyone', scenarios);
  };
  const draft = async () => (await testBot.app.store.drafts.newestOf(objectId('maya')))?.data as Draft | undefined;
  const entered = async () => (await draft())?.entered.description;

  it.each(sample('words 4', ['yes', 'ok', 'No.', 'thanks', 'hello'], 2))(
    '%j is answered with what waits, and the button to go on',
    async (text) => {
      await atDetails();
      const shown = await says('maya', text);
      expect(shown.text).toContain('Your report is not sent yet. Press a button on it.');
      expect(shown.text).toContain('production is down');
      expect((await testBot.presses('maya', 'Continue', shown)).text).toContain('What is happening?');
      // Nobody else reads of it.
      expect((await says('maya', 'thanks', { kind: 'channel', id: `${PLACES.general};messageid=1` })).text).not.toContain('not sent');
      expect((await says('jonas', text)).text).not.toContain('not sent');
    },
  );

  it.each(sample('words 5', ['mine', 'list'], 2))('3.5: %j leads with what was not sent, and goes on with it', async (text) => {
    await says('maya', 'production is down');
    const shown = await says('maya', text);
    expect(shown.text).toMatch(/^Your report is not sent yet\n.*production is down.*\n(?:You have no outages|No outage is open)/);
    expect((await testBot.presses('maya', 'Continue', shown)).text).toContain('Is this a production outage?');
    await says('maya', 'cancel');
    expect((await says('maya', text)).text).not.toContain('not sent');
  });

  it('is put into its details, said so, and not sent', async () => {
    await atDetails();
    const answer = await says('maya', 'the printers print nothing either');
    expect(answer.text).toContain('What you just wrote is in its details now. Nobody has read it yet.');
    const on = await testBot.presses('maya', 'Continue', answer);
    expect(JSON.stringify(on.card)).toContain('the printers print nothing either');
    expect(root()).toBeUndefined();
  });

  it('is not taken back by the older card that is still open, but may be by the newer one', async () => {
    const older = await atDetails();
    const answer = await says('maya', 'the printers print nothing either');
    await says('maya', '/outage and the scanners');
    const wrong = await testBot.presses('maya', 'Continue', older, { ...ANSWERS.details, description: 'Nobody can post.', affected: '' });
    expect(await entered()).toBe('Nobody can post.\nthe printers print nothing either\nand the scanners');
    const stale = await testBot.presses('maya', 'Continue', answer);
    expect(JSON.stringify(stale.card)).toContain('and the scanners');
    await testBot.presses('maya', 'Continue', wrong, { ...ANSWERS.details, description: 'Only the posting.' });
    expect(await entered()).toBe('Only the posting.');
  });

  it('that does not fit into the details is said not to be in them', async () => {
    const card = await atDetails();
    await testBot.presses('maya', 'Continue', card, { ...ANSWERS.details, description: 'x'.repeat(3_990), affected: '' });
    expect((await says('maya', 'the printers print nothing either')).text).toContain('I did not add what you just wrote');
  });

  it('twice is counted once, so that the draft does not grow', async () => {
    await atDetails();
    for (let times = 0; times < 3; times++) await says('maya', 'the printers print nothing either');
    expect((await draft())?.remarks).toEqual(['the printers print nothing either']);
  });

  it.each([
    ['one log of 25,000 characters', [25_000]],
    ['two logs of 11,600', [11_600, 11_600]],
    ['23 messages of 900', Array<number>(23).fill(900)],
  ])('at its first step, as %s, is said not to fit, and the report goes on', async (_what, lengths) => {
    await says('maya', 'production is down');
    let first = await says('maya', '/outage');
    for (const [at, length] of lengths.entries()) first = await says('maya', `log ${at} `.padEnd(length, 'at Frame.method() '));
    expect(first.text).toContain('I did not add what you just wrote, because the details would be too long.');
    const scenarios = await testBot.presses('maya', 'Yes, all three are true', first);
    expect(titles(scenarios)).toContain('A core process fails for everyone');
    const { title, description = '' } = (await draft())?.entered ?? {};
    expect(`${description}\n${title}`).toContain('production is down');
  });

  it('first of all and too long is said not to fit', async () => {
    const first = await says('maya', 'production is down '.repeat(1_500));
    expect(first.text).toContain('I did not add what you just wrote');
    await testBot.presses('maya', 'Yes, all three are true', first);
    expect((await says('maya', 'it is down')).text).toContain('What you just wrote is in its details now.');
  });

  it('at its first step becomes the title, and the title before it goes into the details', async () => {
    await says('maya', 'production is down');
    const long = `we cannot post invoices ${'again and '.repeat(15)}again`;
    const first = await says('maya', long);
    const scenarios = await testBot.presses('maya', 'Yes, all three are true', first);
    await testBot.presses('maya', 'A core process fails for everyone', scenarios);
    expect(await entered()).toBe(`production is down\n${long}`);
  });

  it('in company is kept too, and not repeated to everybody', async () => {
    await atDetails();
    const general: Place = { kind: 'channel', id: `${PLACES.general};messageid=1` };
    const shown = await says('maya', '/outage the printers print nothing either', general);
    expect(shown.text).toContain('What you just wrote is in its details now.');
    expect(shown.text).not.toContain('printers');
    expect(await entered()).toContain('the printers print nothing either');
  });
});

it('3.5: "mine" in a thread that waits is still asked back', async () => {
  await testBot.reports();
  expect((await says('priya', 'mine', thread(root()))).text).toContain('Acknowledge OUT-1001?');
});

describe('3.5: the help', () => {
  it.each(sample('words 6', ['maya', 'priya', 'aiko', 'ingrid'] as const, 2))(
    'is five lines for %s, with the button above them, and More has the rest',
    async (person) => {
      const shown = await says(person, 'help');
      const { body } = shown.card as { body: { type: string }[] };
      expect(body.map(({ type }) => type).slice(0, 2)).toEqual(['TextBlock', 'ActionSet']);
      expect(body.filter(({ type }) => type === 'RichTextBlock').length).toBeLessThanOrEqual(5);
      // 3.5: who may have reported something has a button for "mine".
      const calls = person === 'priya' || person === 'ingrid' ? ['Report for a caller'] : [];
      expect(titles(shown)).toEqual(['Report an outage', ...calls, ...(person === 'aiko' ? [] : ['Show my outages']), 'More']);
      const more = await testBot.presses(person, 'More', shown, {}, chat(person));
      expect(more.text).toContain('/outage  \u2013  Report a production outage');
      expect(more.text.length).toBeGreaterThan(person === 'aiko' ? 100 : shown.text.length);
    },
  );

  it.each(sample('words 7', ['what can you do?', 'how does this work?', 'commands', 'How do I report an outage?', 'help me please'], 2))(
    'comes for %j',
    async (text) => {
      expect((await says('maya', text)).text).toContain('Is production down?');
    },
  );
});
