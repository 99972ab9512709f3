/** The reporter and the desk talk: a sentence of the customer, a question of the engineer, the reply, and what nobody else reads of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IN_THREAD, startPrivateBot } from '../../support/bot/private.ts';
import { chat, fillReport, type PersonKey, PLACES, type Shown, startTestBot, type TestBot, thread } from '../../support/bot/test-bot.ts';
import type { SentMessage } from '../../support/teams/fake-graph.ts';

let testBot: TestBot;
beforeEach(async () => {
  testBot = await startTestBot({ quirks: [] });
});
afterEach(() => testBot.stop());

const root = (index = 0) =>
  testBot.teams.messages
    .filter(({ conversationId, id }) => conversationId.endsWith(`;messageid=${id}`))
    .filter(({ conversationId }) => conversationId.startsWith(PLACES.desk))[index];
const inThread = () => testBot.teams.in(root()?.conversationId ?? '');
const inChat = (person: PersonKey = 'maya') => testBot.teams.in(`a:${person}`);
const text = (message: SentMessage | undefined) => testBot.teams.text(message);
const titles = ({ buttons }: Pick<Shown, 'buttons'>) => buttons.map(({ title }) => title);
const mentions = (message: SentMessage | undefined): readonly string[] =>
  ((message?.card as { msteams?: { entities?: { mentioned: { name: string } }[] } } | undefined)?.msteams?.entities ?? []).map(
    ({ mentioned }) => mentioned.name,
  );
const says = async (...said: Parameters<TestBot['says']>): Promise<Shown> => {
  const shown = await testBot.says(...said);
  if (!shown) throw new Error(`no answer to ${said[1]}`);
  return shown;
};
/** Nobody who follows, and nobody else in their own chat, has read these words. */
function nobodyElseReads(words: string, except: readonly string[] = ['a:maya', root()?.conversationId ?? '']): void {
  const others = testBot.teams.messages.filter(({ conversationId }) => !except.includes(conversationId));
  expect(others.filter((message) => JSON.stringify(message).includes(words)).map(({ conversationId }) => conversationId)).toEqual([]);
}
async function taken(): Promise<void> {
  await testBot.reports();
  await testBot.presses('priya', 'Acknowledge', root());
  await testBot.settles();
}

describe("19: the reporter's word", () => {
  it('is asked about, and when it is added it stands in the thread and mentions the owner', async () => {
    await taken();
    const before = testBot.teams.messages.length;
    const asked = await says('maya', 'The printers stopped as well');
    await testBot.settles();
    expect(testBot.teams.messages.length - before, 'nothing but the question').toBe(1);
    expect(titles(asked)).toEqual(['Add to OUT-1001', 'Start a new report']);
    expect(JSON.stringify(asked.card)).toContain('"value":"The printers stopped as well"');

    const told = await testBot.presses('maya', 'Add to OUT-1001', asked, { text: 'The printers stopped as well, in Odense' });
    expect(told.text).toContain('We told the support desk in its thread.');
    await testBot.settles();
    const word = inThread().at(-1);
    expect(text(word)).toContain('OUT-1001: message from the reporter');
    expect(text(word)).toContain('The printers stopped as well, in Odense');
    expect(mentions(word)).toEqual(['Priya Nair']);
    nobodyElseReads('in Odense');
  });

  it.each(['Update OUT-1001: the printers stopped too', 'note OUT-1001 the printers stopped too', 'Update: the printers stopped too'])(
    '%j begins with a word of engineers, and is for the outage that it names',
    async (said) => {
      await testBot.reports();
      if (said.includes('OUT-')) await testBot.reports();
      const asked = await says('maya', said);
      expect(titles(asked)).toEqual(['Add to OUT-1001', 'Start a new report']);
      expect((await says('jonas', said)).text).not.toContain('Add to');
      expect((await says('maya', 'update OUT-1001')).text).toContain('Only engineers');
    },
  );

  it('mentions nobody before it is acknowledged, and the escalation goes on', async () => {
    await testBot.reports();
    const asked = await says('maya', 'It is worse now');
    await testBot.presses('maya', 'Add to OUT-1001', asked, { text: 'It is worse now' });
    await testBot.settles();
    expect(text(inThread().at(-1))).toContain('It is worse now');
    expect(mentions(inThread().at(-1))).toEqual([]);
    await testBot.passes(16);
    expect(text(inThread().at(-1))).toContain('OUT-1001: please acknowledge');
  });

  it('may be the beginning of another report, with the words as its title', async () => {
    await taken();
    const asked = await says('maya', 'Nobody can sign in');
    const first = await testBot.presses('maya', 'Start a new report', asked, { text: 'Nobody can sign in' });
    expect(first.text).toContain('Is this a production outage?');
    expect(first.text).toContain('Nobody can sign in');
  });

  it('is for the one that the person chooses, where several are open', async () => {
    await testBot.reports();
    await testBot.reports();
    const asked = await says('maya', 'Only one company is affected');
    expect(asked.text).toContain('For which outage?');
    const { choices } = JSON.parse(/\{[^{}]*"choices":\[[^\]]*\][^{}]*\}/.exec(JSON.stringify(asked.card))?.[0] ?? '{}') as {
      choices: { title: string; value: string }[];
    };
    expect(choices.map(({ title }) => title).sort()).toEqual(['OUT-1001', 'OUT-1002']);
    const second = choices.find(({ title }) => title === 'OUT-1002')?.value ?? '';
    await testBot.presses('maya', 'Add to this outage', asked, { text: 'Only one company is affected', outage: second });
    await testBot.settles();
    const other = testBot.teams.messages.findLast(
      (message) => text(message).includes('Only one company') && message.conversationId.startsWith(PLACES.desk),
    );
    expect(text(other)).toContain('OUT-1002: message from the reporter');
  });

  it('of somebody who joined is marked with the customer', async () => {
    await testBot.reports();
    const first = await says('jonas', '/outage');
    const scenarios = await testBot.presses('jonas', 'Yes, all three are true', first);
    const offer = await testBot.presses('jonas', 'A core process fails for everyone', scenarios);
    await testBot.presses('jonas', 'Join this outage', offer);
    await testBot.settles();
    await testBot.says('priya', 'ask Is the payroll encrypted?', thread(root()));
    await testBot.settles();
    const asked = await says('jonas', 'Our warehouse stands still');
    // What the desk asks the reporter is for the reporter.
    expect(titles(asked)).toEqual(['Add to OUT-1001', 'Start a new report']);
    expect(JSON.stringify(testBot.teams.in('a:jonas'))).not.toContain('payroll');
    await testBot.presses('jonas', 'Add to OUT-1001', asked, { text: 'Our warehouse stands still' });
    await testBot.settles();
    const word = inThread().at(-1);
    expect(text(word)).toContain('OUT-1001: message from an affected person');
    expect(text(word)).toMatch(/Customer\n.+/);
    nobodyElseReads('Our warehouse stands still', ['a:jonas', root()?.conversationId ?? '']);
  });

  it('that is long comes with its beginning, and nothing of a card in it is a card', async () => {
    await taken();
    const asked = await says('maya', `**bold** {{DATE(2026-01-01T00:00:00Z)}} Acknowledge ${'x'.repeat(100_000)}`);
    expect(asked.text).toContain('It was too long, so this is only its beginning.');
    expect(JSON.stringify(asked.card).length).toBeLessThan(25_000);
    const refused = await testBot.presses('maya', 'Add to OUT-1001', asked, { text: 'y'.repeat(5_000) });
    expect(refused.text).toContain('Please shorten it.');
    await testBot.presses('maya', 'Add to OUT-1001', asked, { text: '{{DATE(2026-01-01T00:00:00Z)}} [a](http://evil.example)' });
    await testBot.settles();
    expect(JSON.stringify(inThread().at(-1)?.card)).not.toContain('{{DATE(2026-01-01');
  });

  it('is added by nobody who has no part in it', async () => {
    await taken();
    const asked = await says('maya', 'The printers stopped as well');
    for (const person of ['jonas', 'aiko'] as const) {
      const refused = await testBot.presses(person, 'Add to OUT-1001', asked, { text: 'I know better' });
      expect(refused.text + refused.said).not.toContain('We told');
    }
    await testBot.settles();
    nobodyElseReads('I know better', []);
  });
});

describe("19: the engineer's question", () => {
  it('goes to the reporter alone, and the reply comes into the thread and mentions who asked', async () => {
    await taken();
    expect(await testBot.says('tomas', 'ask Does it fail for every company? [Yes, No]', thread(root()))).toBeNull();
    await testBot.settles();
    const question = inChat().at(-1);
    expect(text(question)).toContain('OUT-1001: the support desk has a question');
    expect(text(question)).toContain('Does it fail for every company?');
    expect(text(inThread().at(-1))).toContain('Replies by one tap: Yes, No.');
    nobodyElseReads('Does it fail for every company?');
    await testBot.passes(1);
    expect(text(root())).toContain('Waits for a reply');
    expect(text(root())).toContain('Does it fail for every company?');
    const members = await says('jonas', '/outage timeline OUT-1001');
    expect(members.text).toContain('OUT-1001: timeline');
    expect(members.text).not.toContain('every company');
    expect((await says('priya', '/outage timeline OUT-1001', thread(root()))).text).toContain('asked the reporter');

    const told = await testBot.presses('maya', 'Yes', question, {}, chat('maya'));
    expect(told.text).toContain('Your reply is with the support desk');
    await testBot.settles();
    const reply = inThread().findLast((message) => text(message).includes('reply from the reporter'));
    expect(text(reply)).toContain('Yes');
    expect(text(reply)).toContain('Does it fail for every company?');
    expect(mentions(reply)).toEqual(['Tomás Herrera']);
    await testBot.passes(1);
    expect(text(root())).not.toContain('Waits for a reply');
    // The same tap once more, as Teams sends it again, says nothing twice.
    const before = inThread().length;
    const again = await testBot.presses('maya', 'Yes', question, {}, chat('maya'));
    expect(again.text).toContain('There is a reply to this question already.');
    await testBot.settles();
    expect(inThread()).toHaveLength(before);
  });

  it('is a form beside Post update, and is answered in words or by a wish to be called', async () => {
    await taken();
    const form = await testBot.presses('priya', 'Ask reporter', root());
    const wrong = await testBot.presses('priya', 'Send question', form, { text: 'Since when?', choices: 'a,b,c,d,e' });
    expect(wrong.text).toContain('Please give at most 4');
    await testBot.presses('priya', 'Send question', form, { text: 'Since when?', choices: 'Today, Yesterday' });
    await testBot.presses('priya', 'Send question', form, { text: 'Which version?', choices: '' });
    await testBot.settles();
    const [since, version] = inChat().slice(-2);
    await testBot.presses('maya', 'Send reply', since, { text: 'Since the update on Sunday' }, chat('maya'));
    await testBot.presses('maya', 'Call me', version, {}, chat('maya'));
    await testBot.settles();
    const replies = inThread()
      .map(text)
      .filter((one) => one.includes('reply from the reporter'));
    expect(replies[0]).toContain('Since the update on Sunday');
    expect(replies[1]).toContain('Please call me: +45 32 12 34 56');
  });

  it('is answered by one tap with what was written beside it, also where there is a reply already', async () => {
    await taken();
    await testBot.says('priya', 'ask Since when? [Today, Yesterday]', thread(root()));
    await testBot.settles();
    const question = inChat().at(-1);
    const long = await testBot.presses('maya', 'Today', question, { text: 'x'.repeat(4_001) }, chat('maya'));
    expect(long.text).toContain('Please shorten it');
    const told = await testBot.presses('maya', 'Call me', question, { text: 'Only company 7, since 9:40' }, chat('maya'));
    expect(told.text).toContain('Your reply is with the support desk');
    await testBot.presses('maya', 'Today', question, { text: 'Company 8 as well' }, chat('maya'));
    await testBot.settles();
    expect(inThread().map(text).join()).toMatch(/Please call me: \+45 32 12 34 56\s+Only company 7, since 9:40/);
    expect(inThread().map(text).join()).toContain('Company 8 as well');
  });

  it('may end with an address in brackets, which is no reply', async () => {
    await taken();
    await testBot.says('priya', 'ask Does this page open for you [https://erp.example/a, b]', thread(root()));
    await testBot.settles();
    expect(text(inChat().at(-1))).toContain('https://erp.example/a');
  });

  it('takes what nobody has: somebody has looked at it', async () => {
    await testBot.reports();
    await testBot.says('priya', 'ask Since when?', thread(root()));
    await testBot.settles();
    await testBot.passes(1);
    expect(text(root())).toContain('Priya Nair');
    expect(inChat().map(text).join()).toContain('Acknowledged');
  });

  it('is reminded of once, and the desk is told the number to call', async () => {
    await taken();
    await testBot.says('priya', 'ask Since when?', thread(root()));
    await testBot.settles();
    await testBot.passes(9);
    expect(inChat().map(text).join()).not.toContain('OUT-1001: please reply to the desk');
    await testBot.passes(2);
    const missed = inThread().at(-1);
    expect(text(missed)).toContain('OUT-1001: no reply from the reporter yet');
    expect(text(missed)).toContain('+45 32 12 34 56');
    expect(mentions(missed)).toEqual(['Priya Nair']);
    expect(text(inChat().at(-1))).toContain('OUT-1001: please reply to the desk');
    const count = inChat().filter((message) => text(message).includes('OUT-1001: please reply to the desk')).length;
    await testBot.passes(15);
    expect(inChat().filter((message) => text(message).includes('OUT-1001: please reply to the desk'))).toHaveLength(count);
    // The reminder can be replied to like the question.
    await testBot.presses(
      'maya',
      'Send reply',
      inChat().findLast((message) => text(message).includes('OUT-1001: please reply to the desk')),
      { text: 'Since six' },
      chat('maya'),
    );
    await testBot.settles();
    expect(inThread().map(text).join()).toContain('Since six');
  });

  it('is replied to from the own card, where they say to which one, and by what they just write', async () => {
    await taken();
    await testBot.says('priya', 'ask Since when?', thread(root()));
    await testBot.says('priya', 'ask Which version?', thread(root()));
    await testBot.settles();
    const own = await says('maya', 'OUT-1001');
    expect(own.text).toContain('The support desk has a question and waits for your reply.');
    const form = await testBot.presses('maya', 'Reply to the desk', own);
    expect(form.text).toContain('Which question?');
    await testBot.presses('maya', 'Send reply', form, { question: '3', text: 'Since Sunday' });
    const asked = await says('maya', 'yes');
    expect(titles(asked)[0]).toBe('Send as reply');
    expect(asked.text).toContain('Priya Nair asked: “Which version?”');
    await testBot.presses('maya', 'Send as reply', asked, { text: '10.0.39' });
    await testBot.settles();
    const replies = inThread()
      .map(text)
      .filter((one) => one.includes('reply from the reporter'));
    expect(replies.map((one) => /Since when\?|Which version\?/.exec(one)?.[0])).toEqual(['Since when?', 'Which version?']);
    expect(replies[1]).toContain('10.0.39');
  });

  it('has an answer after the end too, which is told and reopens nothing', async () => {
    await taken();
    await testBot.says('tomas', 'ask Since when?', thread(root()));
    await testBot.settles();
    const question = inChat().at(-1);
    await testBot.says('priya', 'resolve It was a certificate', thread(root()));
    await testBot.settles();
    await testBot.presses('maya', 'Send reply', question, { text: 'Since Sunday' }, chat('maya'));
    await testBot.settles();
    const reply = inThread().at(-1);
    expect(text(reply)).toContain('Since Sunday');
    expect([...mentions(reply)].sort()).toEqual(['Priya Nair', 'Tomás Herrera']);
    expect(text(root())).toContain('Resolved');
    await testBot.passes(15);
    expect(inThread().map(text).join()).not.toContain('no reply from the reporter yet');
  });

  it('without an answer before the end reminds nobody when the outage is reopened', async () => {
    await taken();
    await testBot.says('priya', 'ask Since when?', thread(root()));
    await testBot.says('priya', 'resolve It was a certificate', thread(root()));
    await testBot.settles();
    await testBot.passes(60);
    await testBot.says('priya', 'reopen It fails again', thread(root()));
    await testBot.settles();
    await testBot.passes(15);
    expect(text(root())).toContain('Since when?');
    expect(inThread().map(text).join()).not.toContain('no reply from the reporter yet');
    expect(inChat().map(text).join()).not.toContain('please reply to the desk');
  });

  it('has its replies in the thread also when several come at once, and while other outages call the desk', async () => {
    await testBot.reports();
    for (const asked of ['One?', 'Two?', 'Three?', 'Four?']) await testBot.says('priya', `ask ${asked}`, thread(root()));
    await testBot.settles();
    const [last, ...questions] = inChat().slice(-4).reverse();
    for (const [index, question] of questions.entries())
      await testBot.presses('maya', 'Send reply', question, { text: `Answer ${index}` }, chat('maya'));
    await testBot.passes(1);
    for (const index of questions.keys()) expect(inThread().map(text).join()).toContain(`Answer ${index}`);
    for (let more = 0; more < 3; more++) await testBot.reports('jonas');
    // The reminders of the others are due, and come as one message beside the threads.
    testBot.clock.advance(15 * 60_000);
    await testBot.presses('maya', 'Send reply', last, { text: 'Since the update on Sunday' }, chat('maya'));
    await testBot.passes(1);
    expect(inThread().map(text).join()).toContain('Since the update on Sunday');
    expect(testBot.teams.messages.map(text).join()).toContain('3 outages need somebody');
  });

  it('without a reply has the number to call in its thread, also where several wait', async () => {
    for (let count = 0; count < 3; count++) {
      await testBot.reports();
      await testBot.says('priya', 'ask Since when?', thread(root(count)));
    }
    await testBot.passes(12);
    for (let count = 0; count < 3; count++) {
      const missed = testBot.teams
        .in(root(count)?.conversationId ?? '')
        .map(text)
        .join();
      expect(missed).toContain('no reply from the reporter yet');
      expect(missed).toContain('+45 32 12 34 56');
    }
  });

  it('goes to them again where the same is asked after the outage came back, and one reply answers both', async () => {
    await taken();
    const asks = async () => {
      const form = await testBot.presses('priya', 'Ask reporter', root());
      const answer = await testBot.presses('priya', 'Send question', form, { text: 'Does it work now?', choices: '' });
      await testBot.settles();
      return answer.text;
    };
    const questions = () => inChat().filter((message) => text(message).includes('OUT-1001: the support desk has a question'));
    expect(await asks()).toContain('The question goes to the reporter');
    expect(await asks(), 'a second tap').toContain('It was not sent again');
    expect(questions()).toHaveLength(1);
    await testBot.says('priya', 'resolve Restarted', thread(root()));
    await testBot.settles();
    await testBot.says('priya', 'reopen It fails again', thread(root()));
    await testBot.settles();
    expect(await asks()).toContain('The question goes to the reporter');
    expect(questions()).toHaveLength(2);
    await testBot.presses('maya', 'Send reply', questions()[0], { text: 'No, it fails again' }, chat('maya'));
    await testBot.settles();
    await testBot.passes(30);
    expect(text(root())).not.toContain('Waits for a reply');
    expect(inThread().map(text).join()).toContain('No, it fails again');
    expect(inThread().map(text).join()).not.toContain('no reply from the reporter yet');
  });

  it('is no business of anybody else: neither asking nor replying', async () => {
    await taken();
    expect((await says('maya', 'ask Since when? OUT-1001')).text).not.toContain('question to the reporter');
    await testBot.says('priya', 'ask Since when?', thread(root()));
    await testBot.settles();
    const question = inChat().at(-1);
    for (const person of ['jonas', 'aiko', 'priya'] as const)
      await testBot.presses(person, 'Send reply', question, { text: 'Since never' }, chat(person));
    await testBot.settles();
    nobodyElseReads('Since never', []);
  });

  it('of more than a card has room for is refused, and so is one of 100 KB', async () => {
    await taken();
    for (let count = 1; count <= 8; count += 1) await testBot.says('priya', `ask Question ${count}?`, thread(root()));
    const refused = await says('priya', 'ask Question 9?', thread(root()));
    expect(refused.text).toContain('8 questions about OUT-1001 wait for a reply already');
    expect((await says('priya', `ask ${'x'.repeat(100_000)}`, thread(root()))).text).toContain('Please shorten it');
  });
});

describe('19: a reporter in a channel', () => {
  /** The chat that the bot opens with somebody who has never written to it. */
  const OWN = 'a:chat-with-29:maya';

  beforeEach(async () => {
    await testBot.stop();
    testBot = await startPrivateBot({ quirks: [] });
    const first = await testBot.slash('maya', 'outage', IN_THREAD);
    await testBot.presses('maya', 'Send report', await fillReport(testBot, 'maya', first ?? undefined, IN_THREAD));
    await testBot.settles();
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    testBot.clock.advance(5_000);
  });

  it('is asked in their own chat; where they have none, alone in the channel', async () => {
    await testBot.says('priya', 'ask Since when?', thread(root()));
    await testBot.settles();
    expect(text(testBot.teams.in(OWN).at(-1))).toContain('Since when?');
    testBot.teams.refusing.set(OWN, 403);
    await testBot.says('priya', 'ask Which version?', thread(root()));
    await testBot.settles();
    const alone = testBot.teams.messages.findLast((message) => text(message).includes('Which version?') && message.only !== null);
    expect(alone?.only).toBe('29:maya');
    expect(alone?.conversationId.startsWith(PLACES.general)).toBe(true);
    nobodyElseReads('Since when?', [OWN, root()?.conversationId ?? '']);
    await testBot.presses('maya', 'Send reply', alone, { text: '10.0.39' });
    await testBot.settles();
    expect(text(inThread().at(-1))).toContain('10.0.39');
  });

  it('adds a word by a mention there, which they alone are asked about', async () => {
    const asked = await says('maya', 'the printers stopped as well', IN_THREAD);
    expect(asked.message?.only).toBe('29:maya');
    await testBot.presses('maya', 'Add to OUT-1001', asked, { text: 'the printers stopped as well' });
    await testBot.settles();
    expect(text(inThread().at(-1))).toContain('the printers stopped as well');
  });

  it('reads where to write it, where Teams has no message for one person', async () => {
    testBot.teams.targeted = 403;
    const asked = await says('maya', 'the printers stopped as well', IN_THREAD);
    expect(asked.text).toContain('Maya Lindt: the support desk does not read what you wrote here. To add it to OUT-1001,');
    expect(asked.text).not.toContain('printers');
  });
});
