/** Pictures and files: from the chat to the desk's card, fetched there by a client without a token; and every refusal. */
// @module-tag full
import { hash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import sharp from 'sharp';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { attaches, fetched, fetchesAll, file, linksOn, PUBLIC_URL, picture, picturesOn } from '../../support/bot/attaching.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import { chat, MINUTE_MS, objectId, PLACES, type Place, startTestBot, type TestBot, testDesk, thread } from '../../support/bot/test-bot.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { openOnSmallDisk, type SmallDisk } from '../../support/store/small-disk.ts';
import { startFakeTeams } from '../../support/teams/fake-teams.ts';

let testBot: TestBot;
afterEach(() => testBot.stop());

const png = (width = 1_600, height = 900) =>
  sharp({ create: { width, height, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
async function begins(options: Parameters<typeof startTestBot>[0] = {}): Promise<void> {
  testBot = await startTestBot({ quirks: [], ...options, environment: { PUBLIC_URL, ...options.environment } });
}
async function reported(options: Parameters<typeof startTestBot>[0] = {}): Promise<void> {
  await begins(options);
  await testBot.reports();
}
const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const inThread = () => testBot.teams.in(root()?.conversationId ?? '');
const texts = (messages: Parameters<TestBot['teams']['text']>[0][]) => messages.map(testBot.teams.text).join('\n');
const inChat = (person: Parameters<typeof chat>[0] = 'maya') => texts(testBot.teams.in(chat(person).id));
/** What came to this person in their own chat, by whatever conversation Teams gave the bot for it. */
const toldTo = (person: string) =>
  texts(testBot.teams.messages.filter(({ conversationId }) => [`a:${person}`, `a:chat-with-29:${person}`].includes(conversationId)));
const withFiles = () => inThread().findLast((message) => testBot.teams.text(message).includes('By Maya Lindt'));
/** A store in memory that does this before its files do that. */
const storeWith = (name: 'move' | 'expect', before: () => Promise<void>) => async (now: () => number) => {
  const store = await openSqlite({ file: ':memory:', now, log: silentLog() });
  const act = store.files[name] as (...of: unknown[]) => Promise<never>;
  return { ...store, files: { ...store.files, [name]: async (...of: unknown[]) => await before().then(() => act(...of)) } };
};
/** Somebody begins a report and is offered to join what is open. */
async function offered(person: Parameters<typeof chat>[0]) {
  const first = await testBot.says(person, '/outage posting stops');
  const scenarios = await testBot.presses(person, 'Yes, all three are true', first ?? undefined);
  return await testBot.presses(person, 'A core process fails for everyone', scenarios);
}

describe('a picture that the reporter sends', () => {
  it('stands in the desk’s thread, where a client without a token fetches it, and the original behind it', async () => {
    await reported();
    const original = await png();
    const [answer] = await attaches(testBot, 'maya', [picture(testBot, original)]);
    expect(testBot.teams.text(answer)).toContain('I pass on 1 file to the support desk, for OUT-1001.');
    expect(inThread()).toHaveLength(1);
    await fetchesAll(testBot);
    const news = withFiles();
    expect(testBot.teams.text(news)).toContain('OUT-1001: new picture\n');
    const [shown] = picturesOn(news);
    const preview = await fetched(testBot, shown?.url ?? '');
    const { width, height, format } = await sharp(preview.data).metadata();
    expect([preview.status, width, height, format]).toEqual([200, 1_024, 576, 'png']);
    expect(preview.data.length).toBeLessThanOrEqual(1_000_000);
    expect(Object.fromEntries(preview.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(preview.data.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
    expect(preview.headers.get('content-disposition')).toMatch(/^inline;/);
    expect((await fetched(testBot, shown?.original ?? '')).data.equals(original)).toBe(true);
    expect((await fetched(testBot, shown?.original ?? '', { method: 'HEAD' })).headers.get('content-length')).toBe(String(original.length));
    expect((await fetched(testBot, shown?.original ?? '', { method: 'POST' })).status).toBe(405);
    // The desk's card counts it; a follower hears nothing.
    expect(testBot.teams.text(root())).toContain('1 file, the last from Maya Lindt');
    const elsewhere = testBot.teams.messages.filter(({ conversationId }) => !conversationId.startsWith(PLACES.desk));
    expect(texts(elsewhere)).not.toMatch(/new picture|picture\.png/);
    expect(JSON.stringify(elsewhere)).not.toContain('/files/');
  });

  it('comes with files, whose names and kinds are listed, and which are saved and not opened', async () => {
    await reported();
    const log = 'line 1\nline 2\n';
    const zip = Buffer.concat([Buffer.from('504b0304', 'hex'), randomBytes(2_000)]);
    const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    await attaches(
      testBot,
      'maya',
      [picture(testBot, await png(40, 30)), file(testBot, 'trace.log', log), file(testBot, 'all.zip', zip), file(testBot, 'a.pdf', pdf)],
      { text: 'this is what we see' },
    );
    await fetchesAll(testBot);
    const news = withFiles();
    expect(testBot.teams.text(news)).toContain('OUT-1001: new picture and 3 new files');
    for (const said of ['trace.log', 'text, 1 KB', 'all.zip', 'ZIP, not opened', 'a.pdf']) expect(testBot.teams.text(news)).toContain(said);
    const found = await Promise.all(linksOn(news).map((url) => fetched(testBot, url)));
    const byName = new Map(found.map((one) => [/filename="([^"]+)"/.exec(one.headers.get('content-disposition') ?? '')?.[1], one]));
    expect(byName.get('trace.log')?.data.toString()).toBe(log);
    expect(byName.get('all.zip')?.data.equals(zip)).toBe(true);
    for (const [name, type] of [
      ['trace.log', 'text/plain; charset=utf-8'],
      ['all.zip', 'application/zip'],
      ['a.pdf', 'application/pdf'],
    ] as const) {
      expect(byName.get(name)?.headers.get('content-type')).toBe(type);
      expect(byName.get(name)?.headers.get('content-disposition')).toMatch(/^attachment;/);
    }
  });

  it('is sent while the report is being written, and is there with the report', async () => {
    await begins();
    const first = await testBot.says('maya', '/outage');
    const [answer] = await attaches(testBot, 'maya', [picture(testBot, await png(40, 30))]);
    expect(testBot.teams.text(answer)).toContain('I keep 1 file for your report.');
    await fetchesAll(testBot);
    expect(root()).toBeUndefined();
    expect(first?.text).toContain('Is this a production outage?');
    await testBot.presses('maya', 'Send report', await testBot.reviews('maya'));
    await testBot.settles();
    await fetchesAll(testBot);
    expect(picturesOn(withFiles())).toHaveLength(1);
  });

  it('goes with its person, who joins another report instead, also when the bot dies before it has moved', async () => {
    let dies = true;
    const dying = async () => {
      if (dies) throw new Error('the bot dies here');
    };
    await reported({ store: storeWith('move', dying) });
    const offer = await offered('jonas');
    await attaches(testBot, 'jonas', [picture(testBot, await png(40, 30))]);
    await testBot.presses('jonas', 'Join this outage', offer);
    dies = false;
    const again = await testBot.presses('jonas', 'Join this outage', offer);
    expect(again.text).toContain('You joined it at');
    expect(again.text).not.toContain('What you wrote was not added');
    await fetchesAll(testBot);
    const joined = await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(1001)) ?? '');
    expect(joined?.outage.joined[0]?.said).toContain('posting stops');
    expect(inThread().filter((message) => picturesOn(message).length > 0)).toHaveLength(1);
    expect((await testBot.says('jonas', '/outage'))?.text).not.toContain('Continue');
  });

  it('goes with them too where it comes in the moment in which they join', async () => {
    let joins: Promise<unknown> = Promise.resolve();
    const joining = async () => {
      joins = testBot.presses('jonas', 'Join this outage', offer);
      // Longer than a press takes that waits for nothing.
      for (let turns = 0; turns < 20_000; turns++) await setImmediate();
    };
    await reported({ store: storeWith('expect', joining) });
    const offer = await offered('jonas');
    await attaches(testBot, 'jonas', [picture(testBot, await png(40, 30))]);
    await joins;
    await fetchesAll(testBot);
    expect(inThread().filter((message) => picturesOn(message).length > 0)).toHaveLength(1);
  });

  it('is offered on the step that asks what happens, and on the receipt', async () => {
    await begins();
    const first = await testBot.says('maya', '/outage');
    const scenarios = await testBot.presses('maya', 'Yes, all three are true', first ?? undefined);
    const details = await testBot.presses('maya', 'A core process fails for everyone', scenarios);
    expect(details.text).toContain('You can send pictures and files of it here');
    const receipt = await testBot.reports('jonas');
    expect(receipt.text).toContain('You can send pictures and files of it here');
  });

  it('is for one of several outages, which is asked', async () => {
    await reported();
    await testBot.reports();
    const [asked] = await attaches(testBot, 'maya', [picture(testBot, await png(40, 30))]);
    expect(testBot.teams.text(asked)).toContain('Which outage is it about? (1 file)');
    await fetchesAll(testBot);
    const pressed = await testBot.presses('maya', 'Add to OUT-1001', asked, {}, chat('maya'));
    expect(pressed.text).toContain('I pass on 1 file to the support desk, for OUT-1001.');
    const again = await testBot.presses('maya', 'Add to OUT-1001', asked, {}, chat('maya'));
    expect(again.text, 'by a second tap').toContain('I pass on 1 file to the support desk, for OUT-1001.');
    // Nobody else can say it, and she says it once.
    expect((await testBot.presses('jonas', 'Add to OUT-1002', asked, {}, chat('jonas'))).said).toContain('I do not know that outage');
    expect((await testBot.presses('maya', 'Add to OUT-1002', asked, {}, chat('maya'))).said).toContain('I do not have that any more');
    await fetchesAll(testBot);
    expect(picturesOn(withFiles())).toHaveLength(1);
    expect((await testBot.presses('maya', 'Add to OUT-1001', asked, {}, chat('maya'))).text, 'when it is there').toContain(
      'I pass on 1 file',
    );
    await fetchesAll(testBot);
    expect(inThread().filter((message) => picturesOn(message).length > 0)).toHaveLength(1);
  });

  it('is for the outage whose number is written with it, also where more are open than can be offered', async () => {
    await begins();
    for (let count = 0; count < 6; count++) await testBot.reports();
    const [asked] = await attaches(testBot, 'maya', [picture(testBot, await png(40, 30))]);
    expect(testBot.teams.text(asked)).not.toContain('OUT-1001');
    expect(testBot.teams.text(asked)).toContain('You have 1 more outage. To add it there, send it again with the number of the outage.');
    const answers = await attaches(testBot, 'maya', [picture(testBot, await png(41, 30))], { text: 'OUT-1001 looks like this' });
    expect(texts([...answers])).toContain('I pass on 1 file to the support desk, for OUT-1001.');
  });

  it('is taken once, however often Teams sends the message', async () => {
    await reported();
    const sent = [picture(testBot, await png(40, 30))];
    await attaches(testBot, 'maya', sent, { id: 'again' });
    await attaches(testBot, 'maya', sent, { id: 'again' });
    await fetchesAll(testBot);
    expect(inThread().filter((message) => picturesOn(message).length > 0)).toHaveLength(1);
  });

  it('is shown again with new addresses when the desk asks for all of them, after the first have ended', async () => {
    await reported();
    await attaches(testBot, 'maya', [picture(testBot, await png(40, 30))]);
    await fetchesAll(testBot);
    const [old] = picturesOn(withFiles());
    testBot.clock.advance(7 * 24 * 60 * MINUTE_MS);
    expect((await fetched(testBot, old?.url ?? '')).status).toBe(404);
    await testBot.says('priya', 'ack', thread(root()));
    await testBot.settles();
    const more = await testBot.presses('priya', 'More', root());
    const shown = await testBot.presses('priya', 'Show files', more, {}, thread(root()));
    const [renewed] = picturesOn({ card: shown.card } as Parameters<typeof picturesOn>[0]);
    expect((await fetched(testBot, renewed?.url ?? '')).status).toBe(200);
    // In an engineer's own chat the desk's card stands without the contact, and without these.
    expect((await testBot.presses('priya', 'Show files', more, {}, chat('priya'))).said).toContain('in the desk');
  });
});

describe('an engineer’s picture', () => {
  it('goes to the reporter and the followers with the update that it came with', async () => {
    await reported();
    await testBot.says('priya', 'ack', thread(root()));
    await testBot.settles();
    const [, answer] = await attaches(testBot, 'priya', [picture(testBot, await png(40, 30))], {
      text: 'update OUT-1001 Post it here instead',
    });
    expect(testBot.teams.text(answer)).toContain('I show 1 file to everybody who hears of OUT-1001');
    await fetchesAll(testBot);
    const shown = testBot.teams.messages
      .filter((message) => picturesOn(message).length > 0)
      .map(({ conversationId }) => conversationId.split(';')[0]);
    expect(shown).toEqual(expect.arrayContaining([PLACES.desk, chat('maya').id, PLACES.general]));
    expect(inChat()).toContain('Post it here instead');
  });

  it('goes nowhere without one, and says how it would', async () => {
    await reported();
    const [answer] = await attaches(testBot, 'priya', [picture(testBot, await png(40, 30))]);
    expect(testBot.teams.text(answer)).toContain('update OUT-1042');
    const [, other] = await attaches(testBot, 'maya', [picture(testBot, await png(40, 30))], { text: 'update OUT-1001 I am no engineer' });
    expect(testBot.teams.text(other)).toContain('to the support desk');
    await fetchesAll(testBot);
    expect(testBot.teams.messages.filter((message) => picturesOn(message).length > 0).map(({ conversationId }) => conversationId)).toEqual([
      root()?.conversationId,
    ]);
  });

  it('with an update that nobody gets goes nowhere either, also where they have reported an outage', async () => {
    await reported({ desk: testDesk((text) => text.replace('members: [maya, jonas]', 'members: [maya, jonas, priya]')) });
    await testBot.reports('priya');
    for (const text of [`update OUT-1001 ${'x'.repeat(4_100)}`, 'update OUT-1009 see this', 'update OUT-1001', 'update see this']) {
      const answers = await attaches(testBot, 'priya', [picture(testBot, await png(40, 30))], { text });
      expect(texts([...answers]), text.slice(0, 20)).toContain('Nobody got that. To show a picture to everybody');
    }
    await fetchesAll(testBot);
    expect(testBot.teams.messages.filter((message) => picturesOn(message).length > 0)).toEqual([]);
  });
});

describe('what is not taken', () => {
  const SVG = '<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  it.each<[string, () => Promise<Buffer | string> | Buffer | string, string, string]>([
    ['SVG under another name', () => SVG, 'error.png', 'SVG and HTML can run programs'],
    ['HTML', () => '<!doctype html><html><body>hi</body></html>', 'page.txt', 'SVG and HTML can run programs'],
    ['a program', () => Buffer.from(`MZ${'\0'.repeat(200)}`), 'notes.txt', 'I take PNG, JPEG'],
    ['bytes that are no text', () => Buffer.from([0xff, 0xfe, 0x00, 0x41]), 'log.txt', 'I take PNG, JPEG'],
    ['nothing', () => '', 'empty.txt', 'I take PNG, JPEG'],
    ['a picture that is cut off', async () => (await png()).subarray(0, 200), 'half.png', 'I could not read it'],
    ['a picture with too many pixels', () => png(9_000, 9_000), 'bomb.png', 'I could not read it'],
    ['too large a file', () => randomBytes(1_100_000).toString('hex'), 'large.log', 'It is too large'],
  ])('%s is told to its person, and is nowhere else', async (_what, make, name, said) => {
    await reported({ desk: testDesk((text) => text.replace('followers:', 'files: { megabytes: 2 }\nfollowers:')) });
    await attaches(testBot, 'maya', [file(testBot, name, await make())]);
    await fetchesAll(testBot);
    expect(toldTo('maya')).toContain(said);
    expect(toldTo('maya')).toContain('I did not take this file:');
    expect(withFiles()).toBeUndefined();
    expect(JSON.stringify(testBot.log)).not.toContain(name);
  });

  it.each<[string, Parameters<TestBot['teams']['failNext']>[0]]>([
    ['with a fault', { status: 500 }],
    ['without an answer', 'reset'],
  ])('a file is told to its person also when Teams fails once %s', async (_how, failure) => {
    await reported();
    await attaches(testBot, 'maya', [file(testBot, 'page.html', '<!doctype html><html><body>hi</body></html>')]);
    testBot.teams.failNext(failure, { matches: ({ method, path: to }) => method === 'POST' && to.includes('activities') });
    await fetchesAll(testBot);
    expect(toldTo('maya')).not.toContain('I did not take this file:');
    for (let minutes = 0; minutes < 2; minutes++) await testBot.passes(1);
    await fetchesAll(testBot);
    expect(toldTo('maya')).toContain('I did not take this file:');
  });

  it('a file of somebody who has left before it was added', async () => {
    await reported();
    const joined = await testBot.presses('jonas', 'Join this outage', await offered('jonas'));
    await attaches(testBot, 'jonas', [picture(testBot, await png(40, 30))]);
    await testBot.presses('jonas', 'Leave this outage', joined);
    await fetchesAll(testBot);
    expect(inThread().filter((message) => picturesOn(message).length > 0)).toHaveLength(0);
    expect(toldTo('jonas')).toContain('The outage takes no files from you any more');
  });

  it('a foreign address is refused at once, and never asked', async () => {
    await reported();
    const foreign = { contentType: 'image/png', contentUrl: 'https://attacker.example/x.png' };
    const [answer] = await attaches(testBot, 'maya', [foreign, foreign]);
    expect(testBot.teams.text(answer)).toContain('not stored in Teams');
    const [mixed] = await attaches(testBot, 'maya', [foreign, picture(testBot, await png(40, 30))]);
    expect(testBot.teams.text(mixed)).toContain('1 more was not from Teams');
    await testBot.reports();
    const [asked] = await attaches(testBot, 'maya', [foreign, picture(testBot, await png(40, 30))]);
    expect(testBot.teams.text(asked)).toContain('Which outage is it about?');
    expect(testBot.teams.text(asked)).toContain('1 more was not from Teams');
  });

  it('what Teams does not say the address of, or is too much for one message, is told of beside what is taken', async () => {
    await reported({ desk: testDesk((text) => text.replace('followers:', 'files: { perPerson: 100 }\nfollowers:')) });
    const link = { contentType: 'reference', contentUrl: 'https://contoso.sharepoint.com/sites/x/trace.log', name: 'trace.log' };
    const [one] = await attaches(testBot, 'maya', [picture(testBot, await png(40, 30)), link]);
    expect(testBot.teams.text(one)).toMatch(/I pass on 1 file .*1 more I could not take/);
    const many = Array.from({ length: 23 }, (_none, n) => file(testBot, `${n}.log`, `line ${n}`));
    const [other] = await attaches(testBot, 'maya', many);
    expect(testBot.teams.text(other)).toMatch(/I pass on 20 files .*3 more I could not take/);
  });

  it('what is added by editing a message is told of, and what had come with it before is not', async () => {
    await reported();
    const image = picture(testBot, await png(40, 30));
    await attaches(testBot, 'maya', [image], { id: 'sent', text: 'this is what we see' });
    const edits = async (id: string, attachments: readonly object[]) => {
      const before = testBot.teams.in(chat('maya').id).length;
      const typed = testBot.typed('maya', 'look at this', chat('maya'));
      const channelData = { ...(typed.channelData as object), eventType: 'editMessage' };
      await testBot.post({ ...typed, id, type: 'messageUpdate', channelData, attachments });
      return texts(testBot.teams.in(chat('maya').id).slice(before));
    };
    expect(await edits('sent', [image])).toBe('');
    expect(await edits('sent', [image, picture(testBot, await png(41, 30))])).toContain('Please send pictures and files in a new message.');
    expect(await edits('text', [image])).toContain('Nobody got what was added to this message later.');
    expect(await edits('text', [image]), 'once').toBe('');
  });

  it('an address that leads to another host is not followed, and one that is dead is asked for again', async () => {
    await reported();
    const other = await startFakeTeams(testBot.clock.now);
    onTestFinished(() => other.stop());
    other.attached.set('/x', { data: await png(40, 30) });
    await attaches(testBot, 'maya', [picture(testBot, Buffer.from('x')), picture(testBot, Buffer.from('x'))]);
    const [led, dead] = [...testBot.teams.attached.values()];
    if (led) led.to = `${other.serviceUrl}/v3/x`;
    if (dead) dead.status = 404;
    await fetchesAll(testBot);
    expect(other.asked).toEqual([]);
    expect(toldTo('maya')).toContain('not stored in Teams');
    expect(toldTo('maya')).toContain('Please send it again');
  });

  it('an address that fails for now is tried again, and given up after some time', async () => {
    await reported();
    await attaches(testBot, 'maya', [picture(testBot, await png(40, 30)), picture(testBot, await png(41, 30))]);
    const [once, always] = [...testBot.teams.attached.values()];
    for (const one of [once, always]) if (one) one.status = 503;
    await fetchesAll(testBot);
    expect(withFiles()).toBeUndefined();
    if (once) once.status = 200;
    for (let minutes = 0; minutes < 20; minutes++) {
      await testBot.passes(1);
      await fetchesAll(testBot);
    }
    expect(picturesOn(withFiles())).toHaveLength(1);
    expect(toldTo('maya')).toContain('I could not fetch it from Teams in time. Please send it again.');
  });

  it('more than an outage may have, and more than there is room for', async () => {
    const files = 'files: { perPerson: 2, totalMegabytes: 0.001 }\nfollowers:';
    await reported({ desk: testDesk((text) => text.replace('followers:', files)) });
    const three = await Promise.all([1, 2, 3].map(async (n) => picture(testBot, await png(40, 30 + n))));
    const [answer] = await attaches(testBot, 'maya', three);
    expect(testBot.teams.text(answer)).toContain('you can send 2 files for one outage');
    const [said] = await attaches(testBot, 'maya', [file(testBot, 'a.log', 'a'.repeat(5_000))], { text: 'note this' });
    expect(testBot.teams.text(said)).not.toBe('');
    await fetchesAll(testBot);
    expect(toldTo('maya')).toContain('There is no room for it. What you wrote is kept.');
  });

  it('what the store has no room for, whose text is kept', async () => {
    let disk: SmallDisk | undefined;
    await reported({
      async store(now) {
        disk = await openOnSmallDisk(path.join(testFolder(), 'desk.sqlite'), now);
        return disk.store;
      },
    });
    const log = randomBytes(400_000).toString('hex');
    const [word] = await attaches(testBot, 'maya', [file(testBot, 'x.log', log)], { text: 'this is what we see' });
    disk?.fill();
    await fetchesAll(testBot);
    expect(toldTo('maya')).toContain('There is no room for it. What you wrote is kept.');
    disk?.makeRoom();
    await testBot.presses('maya', 'Add to OUT-1001', word, { text: 'this is what we see' }, chat('maya'));
    await testBot.settles();
    expect(texts(inThread())).toContain('this is what we see');
    const left = await disk?.store.files
      .read({ hash: hash('sha256', log) }, 'original')
      [Symbol.asyncIterator]()
      .next();
    expect(left?.done, 'nothing of it is left').toBe(true);
  });

  it('what cannot even be noted, whose text is kept too', async () => {
    await reported({ store: storeWith('expect', () => Promise.reject(new Error('the disk is full'))) });
    const said = texts([...(await attaches(testBot, 'maya', [picture(testBot, await png(40, 30))], { text: 'this is what we see' }))]);
    expect(said).toContain('I could not store that, and nobody got it.');
    expect(said).toContain('Shall the support desk read this?');
  });

  it('more than wait already for their person to choose an outage', async () => {
    await reported({ desk: testDesk((text) => text.replace('followers:', 'files: { perPerson: 2 }\nfollowers:')) });
    await testBot.reports();
    const [one, two, three] = await Promise.all([1, 2, 3].map(async (n) => picture(testBot, await png(40, 30 + n))));
    if (!one || !two || !three) throw new Error('no pictures');
    const [asked] = await attaches(testBot, 'maya', [one, two]);
    const [refused] = await attaches(testBot, 'maya', [three]);
    expect(testBot.teams.text(refused)).toContain('Choose above for which outage they are.');
    expect(texts([...(await attaches(testBot, 'maya', [one, two, three]))])).toContain('you can send 2 files for one outage');
    await testBot.presses('maya', 'Add to OUT-1001', asked, {}, chat('maya'));
    const [taken] = await attaches(testBot, 'maya', [three]);
    expect(testBot.teams.text(taken)).toContain('Which outage is it about?');
  });

  it('a picture without a name, which its person can tell from a file', async () => {
    await reported();
    await attaches(testBot, 'maya', [picture(testBot, (await png(400, 30)).subarray(0, 200))]);
    await fetchesAll(testBot);
    expect(toldTo('maya')).toMatch(/I did not take this file:\nA picture without a name/);
  });

  it('anything in a channel, which leads to the own chat', async () => {
    await reported();
    const place: Place = { kind: 'channel', id: `${PLACES.general};messageid=1` };
    const [answer] = await attaches(testBot, 'maya', [picture(testBot, await png(40, 30))], { text: 'hello', place });
    const all = texts(testBot.teams.in(place.id));
    expect(answer).toBeDefined();
    expect(all).toContain('Teams gives me files in your own chat with me only');
    expect(JSON.stringify(testBot.teams.in(place.id))).toContain('https://teams.microsoft.com/l/chat/0/0?users=28:');
  });

  it('anything without an open outage, or without an address under which it could be shown', async () => {
    await begins();
    const [none] = await attaches(testBot, 'maya', [picture(testBot, await png(40, 30))]);
    expect(testBot.teams.text(none)).toContain('you have no open outage');
    await testBot.stop();
    await reported({ environment: { PUBLIC_URL: '' } });
    const [off] = await attaches(testBot, 'maya', [picture(testBot, await png(40, 30))]);
    expect(testBot.teams.text(off)).toContain('I cannot pass on pictures or files');
    expect(testBot.teams.text(off)).toContain('call');
    expect(inChat()).not.toContain('You can send pictures');
  });

  it('a name with a path and direction marks is cleaned, and gets the ending of its kind', async () => {
    await reported();
    await attaches(testBot, 'maya', [file(testBot, '..\\..\\etc/\u202Egpj.exe', 'only text')]);
    await fetchesAll(testBot);
    expect(testBot.teams.text(withFiles())).toContain('\ngpj.exe.txt\n');
    expect(JSON.stringify(withFiles())).not.toContain('\u202E');
  });
});

describe('a signed address', () => {
  async function links() {
    await reported();
    await attaches(testBot, 'maya', [picture(testBot, await png(40, 30)), picture(testBot, await png(60, 30))]);
    await fetchesAll(testBot);
    return picturesOn(withFiles());
  }
  const changed = (url: string, change: (url: URL) => void): string => {
    const copy = new URL(url);
    change(copy);
    return copy.href;
  };

  it('is right as it stands alone: a changed part answers as what is not there', async () => {
    const [one, other] = await links();
    const url = one?.url ?? '';
    const id = (of: string | undefined) => new URL(of ?? '').pathname;
    const missing = await fetched(testBot, `${PUBLIC_URL}/files/8f0ad0f6-0000-4000-8000-000000000001`);
    const attempts = [
      changed(url, (to) => void Object.assign(to, { pathname: id(other?.url) })),
      changed(url, (to) => void Object.assign(to, { pathname: `${id(url)}/..%2f${id(other?.url)}` })),
      changed(url, (to) => to.searchParams.set('variant', 'original')),
      changed(url, (to) => to.searchParams.set('variant', 'secret')),
      changed(url, (to) => to.searchParams.set('until', String(Number(to.searchParams.get('until')) + 1))),
      changed(url, (to) => to.searchParams.set('until', '99999999999999')),
      changed(url, (to) => to.searchParams.set('signature', 'A'.repeat(43))),
      changed(url, (to) => to.searchParams.delete('signature')),
      changed(url, (to) => to.searchParams.append('signature', new URL(other?.url ?? '').searchParams.get('signature') ?? '')),
      changed(url, (to) => void Object.assign(to, { search: '' })),
    ];
    for (const attempt of attempts) {
      const { status, data, headers } = await fetched(testBot, attempt);
      expect([status, data.toString(), headers.get('cache-control')], attempt).toEqual([404, missing.data.toString(), 'no-store']);
    }
    expect((await fetched(testBot, url)).status).toBe(200);
  });

  it('ends when its person is forgotten', async () => {
    const [one] = await links();
    const outageId = (await testBot.app.store.outages.idByNumber(1001)) ?? '';
    await testBot.app.store.personal.forget(objectId('maya'));
    await testBot.app.retention.step();
    expect((await fetched(testBot, one?.url ?? '')).status, 'while it is open').toBe(200);
    const by = { id: objectId('maya'), name: 'Maya Lindt', roles: [] };
    expect(await testBot.app.engine.handle({ type: 'withdraw', outageId, reason: '', by })).toMatchObject({ ok: true });
    await testBot.app.retention.step();
    for (const url of [one?.url, one?.original]) expect((await fetched(testBot, url ?? '')).status).toBe(404);
  });

  it('ends after a week, and when everybody is forgotten', async () => {
    const [one] = await links();
    const outage = (await testBot.app.store.outages.idByNumber(1001)) ?? '';
    const until = Number(new URL(one?.url ?? '').searchParams.get('until'));
    expect(until - testBot.clock.now()).toBeLessThanOrEqual(7 * 24 * 60 * MINUTE_MS);
    testBot.clock.advance(until - testBot.clock.now() - 1);
    expect((await fetched(testBot, one?.url ?? '')).status).toBe(200);
    testBot.clock.advance(1);
    expect((await fetched(testBot, one?.url ?? '')).status).toBe(404);
    const renewed = (await testBot.app.store.files.of(outage)).map(({ hash }) => hash);
    const by = { id: objectId('maya'), name: 'Maya Lindt', roles: [] };
    expect(await testBot.app.engine.handle({ type: 'withdraw', outageId: outage, reason: '', by })).toMatchObject({ ok: true });
    testBot.clock.advance(200 * 24 * 60 * MINUTE_MS);
    await testBot.app.retention.step();
    expect(await testBot.app.store.files.of(outage)).toEqual([]);
    for (const hash of renewed) for await (const part of testBot.app.store.files.read({ hash }, 'original')) expect(part).toBeUndefined();
  });
});

describe('a bot that ends', () => {
  it.each([
    ['before it fetched', 0],
    ['between fetching it and telling of it', 1],
  ])('%s has the picture in the thread after its next start', async (_when, rounds) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-files-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const clock = fakeClock();
    const teams = await startFakeTeams(clock.now);
    const store = (now: () => number) => openSqlite({ file: path.join(folder, 'desk.sqlite'), now, log: silentLog() });
    await reported({ clock, teams, store });
    await attaches(testBot, 'maya', [picture(testBot, await png(40, 30))]);
    for (let done = 0; done < rounds; done++) await testBot.app.files?.round();
    await testBot.app.stop();
    await begins({ clock, teams, store });
    await fetchesAll(testBot);
    expect(inThread().filter((message) => picturesOn(message).length > 0)).toHaveLength(1);
  });
});
