/** The certificate of an outage: who gets it, what it says to whom, and when its address ends. */
// @module-tag full
import { afterEach, describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificate/document.ts';
import { fileIn } from '../../../src/certificate/pdf.ts';
import { judge, newKey, pemOf, readKey, readPublicKeys } from '../../../src/certificate/sign.ts';
import { fetched } from '../../support/bot/attaching.ts';
import { KEY_URL, linksOf, openedJson, signingDesk, startSigningBot } from '../../support/bot/certificates.ts';
import {
  chat,
  MINUTE_MS,
  objectId,
  type PersonKey,
  PLACES,
  type Place,
  type Shown,
  type TestBot,
  testDesk,
  thread,
  withHarbour,
} from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(() => testBot.stop());

const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
const KEY = newKey();
const keys = () => {
  const key = readKey(KEY);
  return key ? readPublicKeys(pemOf(key)) : [];
};
const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const asks = async (person: PersonKey, { place = chat(person), name = 'OUT-1001' }: { place?: Place; name?: string } = {}) =>
  await testBot.says(person, `/outage certificate ${name}`, place);
async function readBy(shown: Shown | null | undefined): Promise<Certificate> {
  const judged = judge(await openedJson(testBot, shown), keys());
  if ('wrong' in judged) throw new Error(judged.wrong);
  return judged.certificate;
}
/** Reported by Maya; acknowledged, updated late, and resolved by Priya. */
async function toItsEnd(options: Parameters<typeof startSigningBot>[0] = {}) {
  testBot = await startSigningBot({ key: KEY, ...options });
  await testBot.reports();
  await testBot.passes(5);
  await testBot.presses('priya', 'Acknowledge', root());
  await testBot.passes(40);
  await testBot.says('priya', 'update We found the cause.', thread(root()));
  await testBot.passes(5);
  await testBot.says('priya', 'resolve Posting works again.', thread(root()));
  await testBot.settles();
}

describe('/outage certificate', () => {
  it('gives its reporter one file, as JSON and as a PDF that holds the same JSON, which say the same', async () => {
    await toItsEnd();
    const shown = await asks('maya');
    expect(shown?.text).toContain('OUT-1001: certificate');
    const json = await openedJson(testBot, shown);
    const certificate = await readBy(shown);
    expect(certificate).toMatchObject({
      reader: 'reporter',
      desk: { keyUrl: KEY_URL, keyId: keys()[0]?.id },
      outage: { number: 'OUT-1001', project: { id: 'contoso-erp' } },
      state: 'resolved',
      isOver: true,
      affected: { people: 1 },
    });
    expect(certificate.history.map(({ what }) => what)).toEqual(['reported', 'acknowledged', 'updated', 'resolved']);
    expect(certificate.promises.map(({ what, outcome }) => [what, outcome])).toEqual([
      ['acknowledge', 'kept'],
      ['update', 'late'],
      ['update', 'kept'],
    ]);
    const pdf = await fetched(testBot, linksOf(shown).pdf);
    expect([pdf.status, pdf.headers.get('content-type'), fileIn(pdf.data)]).toEqual([200, 'application/pdf', json]);
    expect((await fetched(testBot, linksOf(shown).pdf)).data.equals(pdf.data)).toBe(true);
    expect(Object.fromEntries(pdf.headers)).toMatchObject({
      'content-disposition': 'attachment; filename="OUT-1001.pdf"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
    expect((await fetched(testBot, linksOf(shown).pdf, { method: 'HEAD' })).headers.get('content-length')).toBe(String(pdf.data.length));
    expect((await fetched(testBot, linksOf(shown).pdf, { method: 'POST' })).status).toBe(405);
  });

  it('says before the end that it is not over, and the address goes on to say what was when it was asked for', async () => {
    testBot = await startSigningBot({ key: KEY });
    await testBot.reports();
    const before = await asks('maya');
    expect(before?.text).toContain('It is not over yet');
    expect(before?.text).toContain('No promise has come due yet.');
    const json = await openedJson(testBot, before);
    expect(await readBy(before)).toMatchObject({ isOver: false, state: 'reported', promises: [{ what: 'acknowledge', outcome: 'open' }] });
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.says('priya', 'resolve Restarted.', thread(root()));
    await testBot.settles();
    expect(await openedJson(testBot, before)).toBe(json);
    expect(await readBy(await asks('maya'))).toMatchObject({ isOver: true, state: 'resolved' });
  });

  it('is offered on the card of its reporter and of the desk once it has ended, and not before', async () => {
    testBot = await startSigningBot({ key: KEY });
    await testBot.reports();
    const titles = (shown: Shown | null) => shown?.buttons.map(({ title }) => title) ?? [];
    expect(titles(await testBot.says('maya', 'OUT-1001', chat('maya')))).not.toContain('Show certificate');
    const taken = await testBot.presses('priya', 'Acknowledge', root());
    expect(titles(taken)).not.toContain('Show certificate');
    await testBot.says('priya', 'resolve Restarted.', thread(root()));
    await testBot.settles();
    const own = await testBot.says('maya', 'OUT-1001', chat('maya'));
    const pressed = await testBot.presses('maya', 'Show certificate', own ?? undefined);
    expect(await readBy(pressed)).toMatchObject({ reader: 'reporter' });
    expect((await testBot.presses('maya', 'Back', pressed)).text).toContain('OUT-1001');
    const atDesk = await testBot.presses('priya', 'Show certificate', root(), {}, thread(root()));
    expect(await readBy(atDesk)).toMatchObject({ reader: 'desk' });
    expect((await testBot.presses('priya', 'Back', atDesk, {}, thread(root()))).text).toContain('OUT-1001');
  });

  it('is not offered where the desk file does not say who signs', async () => {
    await toItsEnd({ desk: testDesk() });
    const own = await testBot.says('maya', 'OUT-1001', chat('maya'));
    expect(own?.buttons.map(({ title }) => title)).not.toContain('Show certificate');
    expect(await readBy(await asks('maya'))).toMatchObject({ desk: { keyUrl: null } });
  });

  it('shows customers engineers as the desk file has it, and the desk their names', async () => {
    await toItsEnd({ desk: signingDesk((text) => text.replace('desk:\n', 'desk:\n  engineerNames: first\n')) });
    const by = ({ history }: Certificate) => history.flatMap((one) => one.by ?? []);
    const full = by(await readBy(await asks('priya', { place: thread(root()), name: '' })));
    expect(full).toEqual([expect.stringMatching(/^Priya \w+$/)]);
    expect(by(await readBy(await asks('maya')))).toEqual(['Priya (support engineer)']);
    expect(await readBy(await asks('priya'))).toMatchObject({ reader: 'desk' });
  });

  it('counts for the reporter nobody of another customer, whose outage was merged with it', async () => {
    testBot = await startSigningBot({ key: KEY, desk: signingDesk((text) => withHarbour(text)) });
    await testBot.reports();
    await testBot.reports('aiko');
    const at: Place = { kind: 'channel', id: PLACES.desk };
    const asked = await testBot.says('priya', 'merge OUT-1002 into OUT-1001', at);
    await testBot.presses('priya', 'Merge', asked ?? undefined, {}, at);
    await testBot.settles();
    expect(await readBy(await asks('maya'))).toMatchObject({ affected: { people: 1 } });
    expect(await readBy(await asks('priya'))).toMatchObject({ affected: { people: 2 } });
    const hers = await readBy(await asks('aiko', { name: 'OUT-1002' }));
    expect(hers).toMatchObject({ state: 'merged', outage: { project: { id: 'harbour' } }, affected: { people: 1 } });
    expect(hers.history.at(-1)).toMatchObject({ what: 'merged', more: 'OUT-1001' });
    expect(JSON.stringify(hers)).not.toMatch(/contoso-erp|Contoso Production|maya/i);
    // Of the other one, she may know no more than of one that is not there.
    const unknown = await asks('aiko', { name: 'OUT-1099' });
    expect((await asks('aiko'))?.text).toBe(unknown?.text);
  });

  it('is for its reporter and for engineers alone, each in their own chat or at the desk', async () => {
    await toItsEnd({ desk: signingDesk((text) => withHarbour(text)) });
    const unknown = (person: PersonKey) => asks(person, { name: 'OUT-1099' });
    expect((await asks('aiko'))?.text).toBe((await unknown('aiko'))?.text);
    const colleague = await asks('jonas');
    expect(colleague?.text).toContain('Only engineers of the support desk can do that');
    const room: Place = { kind: 'channel', id: `${PLACES.general};messageid=1700000000001` };
    for (const shown of [colleague, await asks('aiko'), await asks('priya', { place: room })])
      expect(JSON.stringify(shown?.card ?? '')).not.toContain('/certificates/');
    expect((await asks('priya', { place: room }))?.text).toContain('Ask me that in our own chat');
    const own = await testBot.says('maya', 'OUT-1001', chat('maya'));
    for (const person of ['jonas', 'aiko'] as const) {
      const pressed = await testBot.presses(person, 'Show certificate', own ?? undefined);
      expect(JSON.stringify(pressed.card ?? '')).not.toContain('/certificates/');
    }
  });

  it('is of no drill', async () => {
    testBot = await startSigningBot({ key: KEY });
    await testBot.says('priya', '/outage drill');
    await testBot.settles();
    expect((await asks('priya', { name: 'DRILL-1' }))?.text).toContain('DRILL-1 has no certificate');
  });

  it('says to the desk what is missing, and to the reporter whom to ask', async () => {
    await toItsEnd({ environment: { CERTIFICATE_KEY: '' } });
    expect((await asks('priya'))?.text).toContain('npx outage-desk keys');
    const said = (await asks('maya'))?.text ?? '';
    expect(said).toContain('does not sign certificates yet');
    expect(said).not.toContain('npm');
    await testBot.stop();
    await toItsEnd({ environment: { PUBLIC_URL: '' } });
    expect((await asks('priya'))?.text).toContain('npx outage-desk certificate OUT-1001 FILE.pdf');
    expect((await asks('maya'))?.text).toContain('Ask the support desk for the certificate of OUT-1001');
    expect((await fetch(`${testBot.url}/certificates/OUT-1001.pdf`)).status).toBe(404);
  });
});

describe('the address of a certificate', () => {
  it('is of one outage, event, reader, zone and time, and of one key', async () => {
    await toItsEnd();
    const { json } = linksOf(await asks('maya'));
    const forged: { readonly [name: string]: string } = {
      outageId: '7e9a1c00-0000-4000-8000-00000000ffff',
      seq: '1',
      reader: 'desk',
      timeZone: 'UTC',
      issuedAt: String(Number(new URL(json).searchParams.get('issuedAt')) - 1),
      signature: 'A'.repeat(43),
    };
    for (const [name, value] of Object.entries(forged)) {
      const url = new URL(json);
      expect(url.searchParams.has(name), name).toBe(true);
      url.searchParams.set(name, value);
      expect((await fetched(testBot, url.href)).status, name).toBe(404);
      url.searchParams.delete(name);
      expect((await fetched(testBot, url.href)).status, `no ${name}`).toBe(404);
    }
    expect((await fetched(testBot, json)).status).toBe(200);
    expect((await fetched(testBot, json.replace('.json', '.html'))).status).toBe(404);
    // The bots of a desk share its key; another desk's bot knows of nothing.
    const other = await startSigningBot();
    expect((await fetched(other, json)).status).toBe(404);
    await other.stop();
  });

  it('lasts for a week', async () => {
    await toItsEnd();
    const { json } = linksOf(await asks('maya'));
    testBot.clock.advance(WEEK_MS - MINUTE_MS);
    expect((await fetched(testBot, json)).status).toBe(200);
    testBot.clock.advance(MINUTE_MS);
    expect((await fetched(testBot, json)).status).toBe(404);
  });

  it('ends when somebody in it is forgotten, and a new one says no name', async () => {
    await toItsEnd();
    const shown = await asks('maya');
    const { pdf } = linksOf(shown);
    expect((await fetched(testBot, pdf)).data.toString('latin1')).toContain('%PDF-');
    expect((await readBy(shown)).history.some(({ by }) => by)).toBe(true);
    await testBot.passes(1);
    await testBot.presses('maya', 'Works again', (await testBot.says('maya', 'OUT-1001', chat('maya'))) ?? undefined);
    const outageId = new URL(pdf).searchParams.get('outageId') ?? '';
    const of = { id: objectId('priya'), name: '' };
    const outcome = await testBot.app.engine.handle({ type: 'remove-personal-data', outageId, of, endedBefore: testBot.clock.now() });
    expect(outcome).toMatchObject({ ok: true });
    for (const url of [pdf, linksOf(shown).json]) expect((await fetched(testBot, url)).status).toBe(404);
    const again = await readBy(await asks('maya'));
    expect(again.history.filter(({ by }) => by)).toEqual([]);
    expect(JSON.stringify(again)).not.toMatch(/Priya|~[\w-]{22}/);
  });
});
