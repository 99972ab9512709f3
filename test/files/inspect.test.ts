/** What a file is, by its first bytes, and the preview that a card shows of a picture. */
// @module-tag full
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { inspectFile } from '../../src/files/inspect.ts';
import { recognise } from '../../src/files/recognise.ts';

const noise = (width: number, height: number) => sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } });
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

describe('a file is', () => {
  test.each([
    ['png', () => noise(4, 4).png().toBuffer()],
    ['jpeg', () => noise(4, 4).jpeg().toBuffer()],
    ['webp', () => noise(4, 4).webp().toBuffer()],
    ['gif', () => noise(4, 4).gif().toBuffer()],
    ['pdf', () => bytes('%PDF-1.4\n%%EOF')],
    ['zip', () => Buffer.concat([bytes('504b0304', 'hex'), randomBytes(50)])],
    ['zip', () => bytes(`504b0506${'00'.repeat(18)}`, 'hex')],
    ['text', () => bytes('2026-11-30 10:00 ERROR Überlauf \u{1F4A5}\n')],
    ['text', () => bytes('\uFEFF<?xml version="1.0"?>\n<log><entry level="error"/></log>')],
    ['text', () => bytes('{"error": "<svg is not the first thing here>"}')],
  ] as const)('%s by its first bytes', async (kind, make) => {
    expect(await recognise(await make())).toEqual({ kind });
  });

  test.each([
    ['markup', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['markup', '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "y"><svg/>'],
    ['markup', '\uFEFF  <!-- a comment --> <HTML><script>1</script>'],
    ['markup', '<!doctype html>'],
    ['markup', '<x:svg xmlns:x="http://www.w3.org/2000/svg"/>'],
    ['markup', '<script>alert(1)</script>'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['unknown-kind', ''],
    ['unknown-kind', 'text with a \0 in it'],
  ] as const)('refused as %s: %j', async (refused, text) => {
    expect(await recognise(bytes(text))).toEqual({ refused });
  });

  test.each([
    '7f454c46020101000000000000000000',
    '4d5a90000300000004000000ffff0000',
    'cafebabe00000034',
    '1f8b0800000000000003',
    'c328a0a1',
  ])('refused when it is a program, an archive or no text: %s', async (hex) => {
    expect(await recognise(bytes(hex, 'hex'))).toEqual({ refused: 'unknown-kind' });
  });
});

describe('a picture', () => {
  test('of noise, which compresses badly, has a preview that a card takes', async () => {
    const found = await inspectFile(await noise(3_000, 2_000).png().toBuffer());
    if (!('kind' in found) || !found.preview) throw new Error('no preview');
    const { width, height, format } = await sharp(found.preview.data).metadata();
    expect([found.kind, found.preview.kind, format, width, height]).toEqual(['png', 'jpeg', 'jpeg', 1_024, 683]);
    expect(found.preview.data.length).toBeLessThanOrEqual(1_000_000);
  });

  test('has a preview without what a camera writes into it', async () => {
    const photo = await noise(300, 200)
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Copyright: 'Mia Winter' } })
      .jpeg()
      .toBuffer();
    expect(photo.includes('Mia Winter')).toBe(true);
    const found = await inspectFile(photo);
    if (!('kind' in found) || !found.preview) throw new Error('no preview');
    expect(Buffer.from(found.preview.data).includes('Mia Winter')).toBe(false);
    expect(await sharp(found.preview.data).metadata()).toMatchObject({ width: 200, height: 300 });
  });

  test('that moves, or is transparent, has a still preview', async () => {
    const found = await inspectFile(await noise(30, 20).ensureAlpha(0.5).webp().toBuffer());
    expect(found).toMatchObject({ kind: 'webp', preview: { kind: 'png' } });
  });

  test('that cannot be read, or is too large in memory, is refused, and the process goes on', async () => {
    const png = await noise(400, 400).png().toBuffer();
    expect(await inspectFile(png.subarray(0, 1_000))).toEqual({ refused: 'broken' });
    const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await inspectFile(bomb)).toEqual({ refused: 'broken' });
    expect(await inspectFile(bytes('a text'))).toEqual({ kind: 'text', preview: null });
  });
});
