/** What a file is: by its first bytes, never by its name. */
import { fileTypeFromBuffer } from 'file-type';
import type { FileKind, FileRefusal } from '../outage/types/files.ts';

const KINDS: { readonly [mime: string]: FileKind } = {
  'image/png': 'png',
  'image/apng': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
};
/** An XML file is a text, if it is no picture or page. */
const TEXTS = ['application/xml', 'text/xml'];
/** Local header, end of an empty archive, and part of a split one. */
const ZIP = ['504b0304', '504b0506', '504b0708'];
const HEAD = 4_096;
/** What may stand before the first element of a document. */
const MARKUP =
  /^(?:\s|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!doctype[^>]*>)*<(?:[a-z][\w-]*:)?(?:svg|html|head|body|title|meta|link|style|script|iframe|object|embed|form|table|div|p|a|img)\b/i;
const DOCTYPE = /<!doctype\s+(?:html|svg)\b/i;

export async function recognise(data: Uint8Array): Promise<{ readonly kind: FileKind } | { readonly refused: FileRefusal }> {
  // The library would open an archive, to see what is in it.
  if (ZIP.includes(Buffer.from(data.subarray(0, 4)).toString('hex'))) return { kind: 'zip' };
  const mime = (await fileTypeFromBuffer(data))?.mime;
  const kind = mime === undefined ? undefined : KINDS[mime];
  if (kind) return { kind };
  if (mime !== undefined && !TEXTS.includes(mime)) return { refused: 'unknown-kind' };
  const text = textIn(data);
  if (text === null) return { refused: 'unknown-kind' };
  const head = text.slice(0, HEAD);
  return MARKUP.test(head) || DOCTYPE.test(head) ? { refused: 'markup' } : { kind: 'text' };
}

/** null: it is no text in UTF-8. */
function textIn(data: Uint8Array): string | null {
  if (data.length === 0 || data.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return null;
  }
}
