/** Pagers through the whole bot: what rings and when, a key on a phone, what came of it, and what happens when nobody can be paged. */
import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { objectId, PLACES, teamOf } from '../../support/bot/test-bot.ts';
import { ACCOUNT, FROM, PAGERS_YAML, signed, spokenIn } from '../../support/pagers/fake-pagers.ts';
import { type PagingBot, PHONES, pagingDesk, startPagingBot } from '../../support/pagers/paging-bot.ts';

let bot: PagingBot;
afterEach(() => bot.stop());

const PHONES_ALONE = `pagers:\n  phones: { type: twilio, account: ${ACCOUNT}, token: TWILIO_TOKEN, from: "${FROM}" }`;
const OPS_ALONE = 'pagers:\n  ops: { type: pagerduty, routingKey: PD_KEY }';
/** A service first, phones at the breach. */
const OPS_THEN_PHONES = `${OPS_ALONE}\n  phones: { type: twilio, account: ${ACCOUNT}, token: TWILIO_TOKEN, from: "${FROM}" }
promise:
  ladder:
    - { beforeEndMinutes: 5, kind: last-call, levels: [primary, secondary], page: [ops] }
  breach: { page: [phones] }`;

const inDesk = () => bot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const summaries = () => inDesk().map(({ summary }) => summary);
const deskCard = () => bot.teams.text(inDesk()[0]);
const idOf = async () => (await bot.app.store.outages.idByNumber(1001)) ?? '';
const events = async () => (await bot.app.store.outages.read(await idOf()))?.events ?? [];
const typesOf = async () => (await events()).map(({ type }) => type);
const priya = () => bot.desk.actor({ id: objectId('priya'), name: 'Priya Nair' });
const resolves = async () =>
  await bot.app.engine.handle({ type: 'resolve', outageId: await idOf(), by: priya(), seen: null, text: 'It works again.' });
const callsTo = (number: string) => bot.pagers.calls.filter(({ kind, to }) => kind === 'Calls' && to === number);
const ledgerOf = async () => (await bot.app.store.deliveries.ledger(await idOf())).filter(({ key }) => key.includes('/pager:'));

describe('the default ladder', () => {
  it('pages at the last call and at the breach, with all there is; each page once', async () => {
    bot = await startPagingBot(pagingDesk(PAGERS_YAML));
    await bot.reports();
    await bot.passes(24.5);
    expect(bot.pagers.asked()).toBe(0);
    await bot.passes(1);
    expect([...bot.pagers.incidents.values()]).toEqual([
      {
        state: 'triggered',
        rings: 1,
        summary: expect.stringMatching(/^OUT-1001, Contoso ERP: .+\. Acknowledge it within (?:4|5) minutes\.$/),
      },
    ]);
    expect(bot.pagers.calls.map(({ kind, to }) => `${kind} ${to}`).sort()).toEqual(
      [PHONES.priya, PHONES.tomas].flatMap((number) => [`Calls ${number}`, `Messages ${number}`]).sort(),
    );
    expect(bot.pagers.sirens.map(({ type }) => type)).toEqual(['page.triggered']);
    await bot.passes(2);
    expect(bot.pagers.incidents.size).toBe(1);
    await bot.passes(3);
    expect([bot.pagers.incidents.size, bot.pagers.calls.length, bot.pagers.sirens.length]).toEqual([2, 8, 2]);
    expect([...bot.pagers.incidents.values()].at(-1)?.summary).toMatch(
      /Nobody has acknowledged it, \d+ (?:second|minute)s? after the deadline\.$/,
    );
    expect(bot.pagers.wrong).toEqual([]);
    expect((await ledgerOf()).every(({ state, attempts }) => state === 'done' && attempts === 1)).toBe(true);
    expect(await typesOf()).not.toContain('page-missed');
  });

  it('pages nobody of whom somebody took care, and ends what rang', async () => {
    bot = await startPagingBot(pagingDesk(PAGERS_YAML));
    await bot.reports();
    await bot.passes(26);
    await bot.says('priya', 'ack OUT-1001');
    await bot.settles();
    expect([...bot.pagers.incidents.values()].map(({ state }) => state)).toEqual(['acknowledged']);
    await resolves();
    await bot.passes(10);
    expect([...bot.pagers.incidents.values()].map(({ state, rings }) => [state, rings])).toEqual([['resolved', 1]]);
    expect(bot.pagers.sirens.map(({ type }) => type)).toEqual(['page.triggered', 'page.acknowledged', 'page.resolved']);
    expect(new Set(bot.pagers.sirens.map(({ data }) => JSON.stringify(data.keys))).size).toBe(1);
    expect(bot.pagers.calls).toHaveLength(4);
    expect(bot.pagers.wrong).toEqual([]);
  });

  it('ends all that rang, also of an outage that nobody took for five hours', async () => {
    bot = await startPagingBot(pagingDesk(OPS_ALONE));
    await bot.reports();
    await bot.settles();
    for (let count = 0; count < 32; count++) {
      bot.clock.advance(10 * 60_000);
      await bot.settles();
    }
    await bot.says('priya', 'ack OUT-1001');
    await bot.settles();
    const states = [...bot.pagers.incidents.values()].map(({ state }) => state);
    expect([states.length > 20, new Set(states)]).toEqual([true, new Set(['acknowledged'])]);
  });
});

describe('a call', () => {
  it('says number, customer, title and the time left, twice, and 1 takes the outage as the button does', async () => {
    bot = await startPagingBot(pagingDesk(PHONES_ALONE));
    await bot.reports();
    await bot.passes(25.5);
    const [call] = callsTo(PHONES.tomas);
    const said = bot.pagers.heard(call);
    expect(said).toMatch(
      /^This is Outage Desk\. Outage 1 0 0 1\. Customer: Contoso ERP\. .+\. Acknowledge it within \d minutes\. Press 1 to acknowledge it\. I repeat\. This/,
    );
    expect(said.split('Press 1').length).toBe(3);
    const answer = await bot.callback(bot.pagers.press(call));
    expect([answer.status, spokenIn(answer.text)]).toEqual([200, 'Thank you. You are the owner now. Open its thread in Teams. Goodbye.']);
    await bot.settles();
    expect(summaries().at(-1)).toMatch(/^OUT-1001: Acknowledged\. By Tomás Herrera/);
    expect((await events()).at(-1)).toMatchObject({ type: 'acknowledged', by: { id: objectId('tomas') } });
    expect((await bot.says('priya', '/outage timeline OUT-1001'))?.text).toMatch(/Tomás Herrera acknowledged it after .* by phone/);
    // The same press again, and one of somebody else.
    expect(spokenIn((await bot.callback(bot.pagers.press(call))).text)).toMatch(/^You are the owner already\./);
    expect(spokenIn((await bot.callback(bot.pagers.press(callsTo(PHONES.priya)[0]))).text)).toMatch(
      /^Tomás Herrera is the owner already\./,
    );
    expect((await typesOf()).filter((type) => type === 'acknowledged')).toHaveLength(1);
  });

  it('is told on the card and in the timeline with what came of it, and with a number that is shortened', async () => {
    bot = await startPagingBot(pagingDesk(PHONES_ALONE));
    await bot.reports();
    await bot.passes(25.5);
    expect((await bot.callback(bot.pagers.ends(callsTo(PHONES.priya)[0], 'no-answer'))).status).toBe(204);
    expect((await bot.callback(bot.pagers.ends(callsTo(PHONES.tomas)[0], 'busy'))).status).toBe(204);
    // Out of order, and again.
    await bot.callback(bot.pagers.ends(callsTo(PHONES.tomas)[0], 'ringing'));
    await bot.callback(bot.pagers.ends(callsTo(PHONES.tomas)[0], 'completed'));
    await bot.passes(0.5);
    expect(deskCard()).toMatch(/Priya Nair, \+45 \.\. \.\.56 at .*: no answer/);
    expect(deskCard()).toMatch(/Tomás Herrera, \+45 \.\. \.\.57 at .*: busy/);
    expect((await bot.says('ingrid', '/outage timeline OUT-1001'))?.text).toContain('Paged Priya Nair, +45 .. ..56: no answer');
    const shown = JSON.stringify(bot.teams.messages);
    for (const number of Object.values(PHONES)) expect(shown).not.toContain(number.slice(3));
    expect(JSON.stringify(bot.log)).not.toMatch(/20123456|20123457/);
  });

  it('with another key says it again; of an outage that has ended or was given back it takes nothing', async () => {
    bot = await startPagingBot(pagingDesk(PHONES_ALONE));
    await bot.reports();
    await bot.passes(25.5);
    const [call] = callsTo(PHONES.tomas);
    expect(spokenIn((await bot.callback(bot.pagers.press(call, '7'))).text)).toMatch(/^That was not 1\. This is Outage Desk\./);
    await bot.says('priya', 'ack OUT-1001');
    await bot.app.engine.handle({ type: 'release', outageId: await idOf(), by: priya(), seen: null, reason: 'I have to leave.' });
    const stale = await bot.callback(bot.pagers.press(call));
    expect(spokenIn(stale.text)).toMatch(/^It has changed since this call began\./);
    expect((await events()).at(-1)?.type).toBe('released');
    await bot.passes(16);
    const later = callsTo(PHONES.tomas).at(-1);
    await resolves();
    expect(spokenIn((await bot.callback(bot.pagers.press(later))).text)).toMatch(/^It has ended\./);
  });

  it('is taken by nobody whose number the desk file does not know, and by no duty manager who is no engineer', async () => {
    const withDuty = (text: string) =>
      text
        .replace('name: Ingrid Sørensen }', 'name: Ingrid Sørensen, phone: "+4520123458" }')
        .replace('engineers: [priya, tomas, ingrid]', 'engineers: [priya, tomas]');
    bot = await startPagingBot(pagingDesk(PHONES_ALONE, withDuty));
    await bot.reports();
    await bot.passes(25.5);
    const [duty] = callsTo('+4520123458');
    expect(spokenIn((await bot.callback(bot.pagers.press(duty))).text)).toMatch(/^Only engineers of this desk can acknowledge it\./);
    await bot.app.auditor.idle();
    expect(await bot.app.store.audit.refusalsOf(await idOf(), 9)).toMatchObject([
      { reason: 'not-permitted', client: 'phone', what: 'acknowledge' },
    ]);
    const { url } = bot.pagers.press(duty);
    for (const To of ['+4520999999', '', PHONES.priya.slice(1)]) {
      expect(spokenIn((await bot.callback(signed(url, { To, From: FROM, Digits: '1' }))).text), To).toMatch(
        /^The desk file does not know this number/,
      );
    }
    // Priya's number on the call of somebody else's page is not that page.
    const [ofPriya] = callsTo(PHONES.priya);
    const other = bot.pagers.press(ofPriya).url.replace(/\/\d+\/gather$/, '/1/gather');
    expect(spokenIn((await bot.callback(signed(other, { To: PHONES.priya, From: FROM, Digits: '1' }))).text)).toMatch(
      /^It has changed since/,
    );
    expect(await typesOf()).not.toContain('acknowledged');
  });

  it('is answered by nothing that Twilio did not sign', async () => {
    bot = await startPagingBot(pagingDesk(PHONES_ALONE));
    await bot.reports();
    await bot.passes(25.5);
    const real = bot.pagers.press(callsTo(PHONES.tomas)[0]);
    const forged = [
      { ...real, signature: '' },
      { ...real, signature: 'A'.repeat(28) },
      bot.pagers.press(callsTo(PHONES.tomas)[0], '1', 'another token'),
      { ...real, form: new URLSearchParams([...real.form, ['Digits', '1']]), url: `${real.url}?x=1` },
      { ...real, url: real.url.replace('/gather', '/status') },
      { ...real, url: real.url.replace('/phones/', '/nowhere/') },
      { ...real, url: real.url.replace('/phones/', '/__proto__/') },
      { ...real, form: new URLSearchParams([['To', PHONES.tomas]]) },
    ];
    for (const one of forged) expect((await bot.callback(one)).status, one.url).toBe(403);
    expect((await bot.callback({ ...real, form: new URLSearchParams({ a: 'x'.repeat(20_000) }) })).status).toBe(413);
    expect(await typesOf()).not.toContain('acknowledged');
    expect((await bot.callback(real)).status).toBe(200);
  });

  it('made in a drill says so first, and rings each phone once; a drill without pings rings none', async () => {
    bot = await startPagingBot(pagingDesk(PAGERS_YAML));
    await bot.says('priya', '/outage drill');
    for (let second = 0; second < 62; second++) await bot.passes(1 / 60);
    expect(bot.pagers.asked()).toBe(0);
    expect((await bot.says('priya', '/outage drill with pings'))?.text).toContain('People are pinged, and pagers ring.');
    for (let second = 0; second < 62; second++) await bot.passes(1 / 60);
    expect(bot.pagers.heard(callsTo(PHONES.priya)[0])).toMatch(/^This is Outage Desk\. This is a drill\. Nothing is down\. Drill 2\./);
    expect(callsTo(PHONES.priya)).toHaveLength(1);
    expect([...bot.pagers.incidents.values()]).toEqual([
      { state: 'resolved', rings: 1, summary: expect.stringMatching(/^Drill\. DRILL-2/) },
    ]);
    expect(bot.pagers.calls.find(({ kind }) => kind === 'Messages')?.body).toMatch(/^Drill\. DRILL-2/);
  });
});

describe('a pager that does not take a page', () => {
  it('is told to the desk and everybody on call within a minute, and the pagers of the next step ring at once', async () => {
    bot = await startPagingBot(pagingDesk(OPS_THEN_PHONES));
    bot.fault = ({ url }) => (url.includes('pagerduty') ? 'hang' : null);
    await bot.reports();
    await bot.passes(26.2);
    expect(await typesOf()).toContain('page-missed');
    expect(summaries().at(-1)).toMatch(/^OUT-1001: nobody was paged in time/);
    expect(bot.teams.text(inDesk().at(-1))).toMatch(/Not paged: the pager .ops.+Paging now: Priya Nair, \+45 \.\. \.\.56, Tomás Herrera/s);
    expect(callsTo(PHONES.priya)).toHaveLength(1);
    // The pager is back: the breach pages at the phones as ever.
    bot.fault = () => null;
    await bot.passes(5);
    expect(callsTo(PHONES.priya)).toHaveLength(2);
    expect(bot.pagers.wrong).toEqual([]);
  });

  it('at the breach is told without a word of a deadline that is over', async () => {
    bot = await startPagingBot(pagingDesk(OPS_ALONE));
    await bot.reports();
    await bot.passes(29);
    bot.fault = () => 'wrong';
    await bot.passes(2);
    const told = bot.teams.messages.map((one) => bot.teams.text(one)).filter((text) => text.includes('No other pager is left'));
    expect(told.length).toBeGreaterThan(0);
    for (const text of told) expect(text).not.toContain('before the deadline');
  });

  it('is told at once when it refuses for ever, and named with its reason in the ledger', async () => {
    bot = await startPagingBot(pagingDesk(OPS_ALONE));
    bot.fault = () => 'wrong';
    await bot.reports();
    await bot.passes(25.2);
    expect(bot.teams.text(inDesk().at(-1))).toContain('No other pager is left for now');
    expect((await ledgerOf())[0]).toMatchObject({ state: 'failed', error: 'PagerDuty: 400', attempts: 1 });
  });

  it.each(['busy', 'error', 'away', 'redirect'] as const)('%s for some seconds does no harm', async (fault) => {
    bot = await startPagingBot(pagingDesk(OPS_ALONE));
    let times = 0;
    bot.fault = () => (times++ < 3 ? fault : null);
    await bot.reports();
    await bot.passes(26.5);
    const isLost = fault === 'redirect';
    expect([...bot.pagers.incidents.values()].map(({ rings }) => rings)).toEqual(isLost ? [] : [1]);
    expect((await typesOf()).includes('page-missed')).toBe(isLost);
  });

  it('that only the desk file of another bot has is asked by that one, and people are told after a minute where there is none', async () => {
    bot = await startPagingBot(pagingDesk(PHONES_ALONE));
    await bot.reports();
    const pager = bot.desk.file.pagers.phones;
    delete bot.desk.file.pagers.phones;
    await bot.passes(25.2);
    expect([await typesOf(), (await ledgerOf()).map(({ state }) => state)]).toEqual([
      expect.not.arrayContaining(['page-missed']),
      ['waiting', 'waiting'],
    ]);
    await bot.passes(1);
    expect(await typesOf()).toContain('page-missed');
    Object.assign(bot.desk.file.pagers, { phones: pager });
    await bot.passes(0.5);
    expect([callsTo(PHONES.priya).length, callsTo(PHONES.tomas).length]).toEqual([1, 1]);
  });

  it('Twilio loses an answer: its list is looked at, and nobody is called twice', async () => {
    bot = await startPagingBot(pagingDesk(PHONES_ALONE));
    const lost = new Set<string>();
    bot.fault = ({ method, body = '' }) => {
      const isFirst = method === 'POST' && !lost.has(body);
      lost.add(body);
      return isFirst ? 'lost' : null;
    };
    await bot.reports();
    await bot.passes(26.5);
    expect([callsTo(PHONES.priya).length, callsTo(PHONES.tomas).length]).toEqual([1, 1]);
    expect((await ledgerOf()).map(({ state, repeats }) => [state, repeats])).toEqual([
      ['done', 0],
      ['done', 0],
    ]);
    expect(await typesOf()).not.toContain('page-missed');
  });

  it('Twilio does not have the call, or says nothing: it is called once more, because two calls are better than none', async () => {
    bot = await startPagingBot(pagingDesk(PHONES_ALONE));
    const asked = new Map<string, number>();
    bot.fault = ({ method, body = '' }) => {
      if (method === 'GET') return body === '' && asked.size % 2 === 0 ? 'list-away' : null;
      const to = new URLSearchParams(body).get('To') ?? '';
      asked.set(to, (asked.get(to) ?? 0) + 1);
      return asked.get(to) === 1 ? 'hang' : null;
    };
    await bot.reports();
    await bot.passes(26.5);
    expect([callsTo(PHONES.priya).length, callsTo(PHONES.tomas).length]).toEqual([1, 1]);
    expect([...asked.values()]).toEqual([2, 2]);
    expect(await typesOf()).not.toContain('page-missed');
  });
});

it('a text message says the same and links to the thread, and its arrival is told', async () => {
  bot = await startPagingBot(pagingDesk(PAGERS_YAML));
  // Teams says of which group the channel is.
  const team = { id: teamOf(PLACES.desk), aadGroupId: '5f6d7c8b-0000-4000-8000-000000000001', name: 'Support' };
  const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }], channelData: { eventType: 'teamMemberAdded', team } };
  await bot.post(bot.activity('priya', { kind: 'channel', id: PLACES.desk }, added));
  await bot.reports();
  await bot.passes(25.5);
  const sms = bot.pagers.calls.find(({ kind, to }) => kind === 'Messages' && to === PHONES.priya);
  expect(sms?.body).toMatch(
    /^OUT-1001, Contoso ERP: .+ Acknowledge it within \d minutes\. Acknowledge it in Teams: https:\/\/teams\.microsoft\.com\/l\/message\//,
  );
  expect((await bot.callback(bot.pagers.ends(sms, 'delivered'))).status).toBe(204);
  expect((await events()).at(-1)).toMatchObject({ type: 'paged', pager: 'texts', outcome: 'answered' });
});

it('without a public address a call says where to go, asks for no key, and nothing is received', async () => {
  bot = await startPagingBot(pagingDesk(PHONES_ALONE), { environment: { PUBLIC_URL: '' } });
  await bot.reports();
  await bot.passes(25.5);
  const [call] = callsTo(PHONES.priya);
  expect(bot.pagers.heard(call)).toContain('Acknowledge it in Teams. I repeat.');
  expect([call?.status, call?.twiml.includes('Gather')]).toEqual([null, false]);
  expect((await fetch(`${bot.url}/pagers/phones/x/1/gather`, { method: 'POST' })).status).toBe(404);
  expect((await bot.says('priya', '/outage check'))?.text).toMatch(/no public address for phones/);
  expect((await bot.says('priya', '/outage check'))?.text).toMatch(
    /No pager can call these people of the on-call schedule: Ingrid Sørensen/,
  );
});

describe('a service that fails for a while', () => {
  it.each([3, 6, 12])('is called when it is back: Twilio answers 500 for %i seconds, calls and list alike', async (seconds) => {
    bot = await startPagingBot(pagingDesk(PHONES_ALONE));
    await bot.reports();
    await bot.passes(24.8);
    let since = 0;
    bot.fault = () => {
      since ||= bot.clock.now();
      return bot.clock.now() - since < seconds * 1_000 ? 'error' : null;
    };
    for (let second = 0; second < 120; second++) await bot.passes(1 / 60);
    expect(callsTo(PHONES.priya)).toHaveLength(1);
    expect(callsTo(PHONES.tomas)).toHaveLength(1);
  });

  it('and asks for an hour of silence is asked again within a minute', async () => {
    bot = await startPagingBot(pagingDesk(OPS_ALONE));
    await bot.reports();
    await bot.passes(24.8);
    let isFirst = true;
    bot.fault = () => {
      const fault = isFirst ? 'rests' : null;
      isFirst = false;
      return fault;
    };
    await bot.passes(1);
    expect([...bot.pagers.incidents.values()].map(({ state }) => state)).toEqual(['triggered']);
  });

  it('does not end with a late acknowledgement what rang after it', async () => {
    bot = await startPagingBot(
      pagingDesk(`${OPS_ALONE}
promise:
  ladder:
    - { afterMinutes: 1, kind: reminder, levels: [primary], page: [ops] }
    - { beforeEndMinutes: 5, kind: last-call, levels: [primary, secondary, duty-manager], page: [ops] }`),
    );
    await bot.reports();
    await bot.passes(1.5);
    expect(bot.pagers.incidents.size).toBe(1);
    bot.fault = () => 'error';
    await bot.says('priya', 'ack OUT-1001');
    await bot.passes(0.1);
    await bot.app.engine.handle({ type: 'release', outageId: await idOf(), by: priya(), seen: null, reason: 'I have to leave.' });
    for (let second = 0; second < 80; second++) await bot.passes(1 / 60);
    bot.fault = () => null;
    await bot.passes(1);
    expect((await bot.app.store.outages.read(await idOf()))?.outage.state).toBe('reported');
    expect([...bot.pagers.incidents.values()].map(({ state }) => state).at(-1)).toBe('triggered');
    expect(bot.pagers.incidents.size).toBe(2);
  });
});

it('a callback whose target is a whole address is refused like any that nobody signed', async () => {
  bot = await startPagingBot(pagingDesk(PHONES_ALONE), { environment: { PUBLIC_URL: 'https://desk.example.com:8443' } });
  const asked = { port: new URL(bot.url).port, method: 'POST', path: 'http://x/pagers/phones/x/1/gather' };
  const status = await new Promise((resolve, reject) => {
    const sent = request(asked, (answer) => resolve(answer.resume().statusCode)).once('error', reject);
    sent.end('a=1');
  });
  expect(status).toBe(403);
});
