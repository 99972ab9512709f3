/** The signed file and its PDF: what any tool can check, and that nothing can be changed unnoticed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../src/certificate/document.ts';
import { createFonts } from '../../src/certificate/fonts.ts';
import { COMMANDS } from '../../src/certificate/instructions.ts';
import { drawPdf, fileIn } from '../../src/certificate/pdf.ts';
import { type DeskKey, judge, jwkOf, newKey, pemOf, readKey, readPublicKeys, signed } from '../../src/certificate/sign.ts';
import { ConfigError } from '../../src/config.ts';
import { LANGUAGES } from '../../src/outage/follow/language.ts';
import { wordsFor } from '../../src/words/words.ts';
import { testFolder } from '../support/bot/bot-process.ts';
import { certifiedStories, issued } from '../support/certificate.ts';

function keyOf(pem = newKey()): DeskKey {
  const key = readKey(pem);
  if (!key) throw new Error('no key');
  return key;
}
function sampleOf(name = 'without many updates', more: Partial<Certificate> = {}, key = keyOf()) {
  const story = new Map(certifiedStories()).get(name);
  if (!story) throw new Error(`there is no story ${name}`);
  const certificate = { ...issued(story), ...more };
  return { key, certificate, text: signed({ ...certificate, desk: { ...certificate.desk, keyId: key.id } }, key) };
}
type Jws = { protected: string; payload: string; signature: string };
const changed = (text: string, change: (jws: Jws) => Partial<Jws>): string => {
  const jws = JSON.parse(text) as Jws;
  return JSON.stringify({ ...jws, ...change(jws) });
};
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (text: string): Certificate => JSON.parse(Buffer.from(text, 'base64url').toString());
/** What a payload would be with this change. */
const withFact = (change: (certificate: Certificate) => Partial<Certificate>) => (jws: Jws) => {
  const certificate = decoded(jws.payload);
  return { payload: encoded({ ...certificate, ...change(certificate) }) };
};

describe('a signed file', () => {
  it('is valid with the key that it names, also among older ones, and is the same bytes once more', () => {
    const { key, certificate, text } = sampleOf();
    expect(signed(decoded((JSON.parse(text) as Jws).payload), key)).toBe(text);
    const judged = judge(text, readPublicKeys(`Key of 2025\n${pemOf(keyOf())}\nKey of 2026\n${pemOf(key)}`));
    expect(judged).toMatchObject({ keyId: key.id, certificate: { outage: certificate.outage, promises: certificate.promises } });
  });

  it('names its key by the thumbprint of RFC 7638 that RFC 8037 gives as an example', () => {
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
    const pem = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const [key] = readPublicKeys(pem.toString());
    expect(key?.id).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
    expect(key && jwkOf(key)).toEqual({ kty: 'OKP', crv: 'Ed25519', x, kid: key?.id, alg: 'EdDSA', use: 'sig' });
  });

  it('is not valid with the key of another desk, nor where anything of it was changed', () => {
    const { key, text } = sampleOf();
    expect(judge(text, [keyOf()])).toMatchObject({ wrong: expect.stringContaining(key.id) });
    const other = sampleOf('merged', {}, key).text;
    const tampered: { readonly [what: string]: string } = {
      'the number': changed(
        text,
        withFact(({ outage }) => ({ outage: { ...outage, number: 'OUT-9' } })),
      ),
      'a time': changed(
        text,
        withFact(({ history: [first, ...rest] }) => ({ history: first ? [{ ...first, at: '2026-01-01T00:00:00.000Z' }, ...rest] : [] })),
      ),
      'a promise': changed(
        text,
        withFact(({ promises }) => ({ promises: promises.map((one) => ({ ...one, outcome: 'kept' as const })) })),
      ),
      'who reads it': changed(
        text,
        withFact(() => ({ reader: 'reporter' as const })),
      ),
      'the signature': changed(text, ({ signature }) => ({ signature: `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}` })),
      'the signature of another': changed(text, () => ({ signature: (JSON.parse(other) as Jws).signature })),
      'no signature': changed(text, () => ({ signature: '' })),
      'no algorithm': changed(text, () => ({ protected: encoded({ alg: 'none', kid: key.id }), signature: '' })),
      'another algorithm': changed(text, () => ({ protected: encoded({ alg: 'HS256', kid: key.id }) })),
      'the header': changed(text, () => ({ protected: encoded({ kid: key.id, alg: 'EdDSA' }) })),
      'no JSON': text.slice(0, -10),
      'an empty file': '',
    };
    for (const [what, file] of Object.entries(tampered)) expect(judge(file, [key]), what).toHaveProperty('wrong');
    expect(judge(text, [key])).not.toHaveProperty('wrong');
  });

  it('is not read by what stands beside the signed text', () => {
    const { key, text } = sampleOf();
    const beside = JSON.stringify({ ...JSON.parse(text), certificate: { state: 'closed' }, howToCheck: ['trust me'] });
    expect(judge(beside, [key])).toEqual(judge(text, [key]));
  });

  it('is refused where it is signed and of a later version', () => {
    const { key, text } = sampleOf();
    const later = changed(
      text,
      withFact(() => ({ version: 2 }) as unknown as Partial<Certificate>),
    );
    const jws = JSON.parse(later) as Jws;
    const signature = sign(null, Buffer.from(`${jws.protected}.${jws.payload}`), key.private).toString('base64url');
    expect(judge(JSON.stringify({ ...jws, signature }), [key])).toMatchObject({ wrong: expect.stringContaining('version') });
  });

  it('takes no other key than one of Ed25519, written with line breaks or with \\n', () => {
    const pem = newKey();
    expect(readKey(pem.trim().replaceAll('\n', '\\n'))?.id).toBe(readKey(pem)?.id);
    expect(readKey('')).toBeNull();
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const wrong = [rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 'hunter-2', pemOf(keyOf(pem))];
    for (const one of wrong) expect(() => readKey(one)).toThrow(ConfigError);
    expect(() => readPublicKeys(pem)).toThrow('no Ed25519 public key');
    expect(() => readPublicKeys(rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString())).toThrow('no Ed25519 public key');
  });

  it('is checked by openssl with the commands that stand in it, and not when it was changed', { tags: 'full' }, ({ skip }) => {
    if (spawnSync('openssl', ['version']).status !== 0) skip('openssl is not installed');
    const folder = testFolder();
    const { key, text } = sampleOf();
    const write = (file: string, content: string) => writeFileSync(path.join(folder, file), content);
    const instructions = (JSON.parse(text) as { howToCheck: string[] }).howToCheck;
    // As somebody would copy them out of the file.
    for (const command of COMMANDS) expect(text).toContain(`"${command}"`);
    expect(instructions.join('\n')).toContain(key.id);
    const runAll = () => spawnSync('sh', ['-c', COMMANDS.join('\n')], { cwd: folder, encoding: 'utf8' });
    write('key.pem', pemOf(key));
    write('certificate.json', text);
    const { stdout } = runAll();
    expect(stdout).toContain('Signature Verified Successfully');
    expect(JSON.parse(stdout.slice(stdout.indexOf('{')))).toEqual(decoded((JSON.parse(text) as Jws).payload));
    write(
      'certificate.json',
      `${JSON.stringify(
        JSON.parse(
          changed(
            text,
            withFact(() => ({ state: 'closed' as const })),
          ),
        ),
        null,
        2,
      )}\n`,
    );
    expect(runAll().stdout).toContain('Signature Verification Failure');
    write('certificate.json', text);
    write('key.pem', pemOf(keyOf()));
    expect(runAll().stdout).toContain('Signature Verification Failure');
  });
});

describe('a PDF', () => {
  it('holds the signed file as it is, is the same bytes once more, and has as many pages as it needs', async () => {
    const { certificate, text } = sampleOf();
    const pdf = await drawPdf(certificate, text);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(fileIn(pdf)).toBe(text);
    expect((await drawPdf(certificate, text)).equals(pdf)).toBe(true);
    const pagesOf = (one: Buffer) => one.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    const [update] = certificate.history.filter(({ what }) => what === 'updated');
    const [promised] = certificate.promises;
    if (!update || !promised) throw new Error('the sample has no update');
    const history = [...certificate.history, ...Array.from({ length: 25 }, () => update)];
    const long = { ...certificate, history, promises: Array.from({ length: 26 }, () => promised) };
    const longPdf = await drawPdf(long, text);
    expect(pagesOf(pdf)).toBeLessThanOrEqual(2);
    expect(pagesOf(longPdf)).toBeGreaterThan(pagesOf(pdf));
    expect(pagesOf(longPdf)).toBeLessThanOrEqual(5);
  });

  it('is drawn for names of any length and script', async () => {
    const name = `${'Søren \u202E田中太郎 \u0000\n'.repeat(400)}🙂`;
    const { certificate, text } = sampleOf('merged', { desk: { name, keyId: 'x', keyUrl: null }, timeZone: 'Pacific/Auckland' });
    const outage = { ...certificate.outage, project: { id: 'x', name }, scenario: { id: 'x', title: '' } };
    const pdf = await drawPdf({ ...certificate, outage }, text);
    expect(fileIn(pdf)).toBe(text);
  });

  it('gives its file to poppler too, where that is installed', { tags: 'full' }, async ({ skip }) => {
    if (spawnSync('pdfdetach', ['-v']).error) skip('poppler-utils is not installed');
    const folder = testFolder();
    const { certificate, text } = sampleOf();
    writeFileSync(path.join(folder, 'certificate.pdf'), await drawPdf(certificate, text));
    execFileSync('pdfdetach', ['-saveall', 'certificate.pdf'], { cwd: folder });
    expect(execFileSync('cat', ['certificate.json'], { cwd: folder, encoding: 'utf8' })).toBe(text);
    const read = execFileSync('pdftotext', ['-layout', 'certificate.pdf', '-'], { cwd: folder, encoding: 'utf8' });
    for (const part of ['Certificate of outage OUT-1001', 'Promises', 'How to check it', certificate.record.head])
      expect(read).toContain(part);
  });

  const LETTERS = { Latin: 'Łukasz Šťastný', Greek: 'Γιώργος', Cyrillic: 'Щербаков Їжак', Japanese: '髙田 太郎 ゔァー' };
  const textsIn = (value: unknown): readonly string[] => {
    if (typeof value === 'function') return [String(value('1', 2, 3))];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [String(value)];
  };
  const named = (name: string, language = 'en') => {
    const { certificate, text } = sampleOf('merged');
    return { certificate: { ...certificate, language, desk: { ...certificate.desk, name } }, text };
  };

  it.each(LANGUAGES)('in %s draws each letter of its own sentences, and of names in four scripts', async (language) => {
    const { certificate, text } = named(Object.values(LETTERS).join(' '), language);
    const pdf = await drawPdf(certificate, text);
    expect((await drawPdf(certificate, text)).equals(pdf)).toBe(true);
    const font = createFonts(new PDFDocument());
    const said = textsIn(wordsFor(language).certificate.pdf);
    expect([...said, ...Object.values(LETTERS)].filter((one) => !font(one).isWhole)).toEqual([]);
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(3);
  });

  it('holds a font only where a letter needs it, and of that font only what is drawn', async () => {
    const drawn = async (name: string) => {
      const { certificate, text } = named(name);
      return (await drawPdf(certificate, text)).toString('latin1');
    };
    expect(await drawn('Søren “Ægir” €')).not.toContain('FontFile');
    const japanese = await drawn('田中');
    expect(japanese).toContain('BIZUDPGothic-Regular');
    expect(japanese.length).toBeLessThan(200_000);
  });

  it('says where a letter cannot be drawn, and draws the rest', () => {
    const font = createFonts(new PDFDocument());
    expect(font('田中 🙂')).toMatchObject({ text: '田中 ?', isWhole: false, isEmbedded: true });
    expect(font('Ann 🙂')).toMatchObject({ text: 'Ann ?', isWhole: false, font: 'Helvetica' });
    expect(font('田\u202E中')).toMatchObject({ text: '田?中', isWhole: false });
  });

  it('is read back by poppler in each language, where that is installed', { tags: 'full' }, async ({ skip }) => {
    if (spawnSync('pdftotext', ['-v']).error) skip('poppler-utils is not installed');
    const folder = testFolder();
    for (const language of LANGUAGES) {
      const { certificate, text } = named(Object.values(LETTERS).join(' '), language);
      writeFileSync(path.join(folder, 'certificate.pdf'), await drawPdf(certificate, text));
      const read = execFileSync('pdftotext', ['-raw', 'certificate.pdf', '-'], { cwd: folder, encoding: 'utf8' }).replaceAll(/\s/g, '');
      const { pdf } = wordsFor(language).certificate;
      for (const part of [...Object.values(LETTERS), pdf.promises, pdf.holds, pdf.how.verified, pdf.fact.customer, COMMANDS[1]])
        expect(read, language).toContain(part.replaceAll(/\s/g, ''));
      expect(read, language).not.toContain(pdf.missing.replaceAll(/\s/g, ''));
    }
  });

  it('without a file gives none', () => {
    expect(fileIn(Buffer.from('%PDF-1.7\nnothing'))).toBeNull();
  });
});
