/** The certificate of an outage: who gets it, what it says to whom, and when its address ends. */
// @module-tag full
import { afterEach, describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificate/document.ts';
import { fileIn } from '../../../src/certificate/pdf.ts';
import { judge, newKey, pemOf, readKey, readPublicKeys } from '../../../src/certificate/sign.ts';
import { fetched } from '../../support/bot/attaching.ts';
import { KEY_URL, linksOf, openedJson, signingDesk, startSigningBot } from '../../support/bot/certificates.ts';
import { chat, PLACES, type PersonKey, type Place, type Shown, type TestBot, thread, withHarbour } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(() => testBot.stop());

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
  });
});
