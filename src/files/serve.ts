/** Serves files to whoever has a signed address: Teams' clients, and people who open the original. Nothing else is answered, not even why. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { type Files, type StoredFile, VARIANTS, type Variant } from '../engine/ports/files.ts';
import type { Log } from '../engine/ports/log.ts';
import { type FileKind, isPicture } from '../outage/types/files.ts';
import type { Instant } from '../outage/types/values.ts';
import { isSigned, PATH } from './addresses.ts';

const TYPES: { readonly [kind in FileKind]: string } = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  pdf: 'application/pdf',
  text: 'text/plain; charset=utf-8',
  zip: 'application/zip',
};
/** Whatever a file holds, no client runs any of it, guesses another kind, or keeps it. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
};

const askedSchema = z.object({
  id: z.guid(),
  variant: z.enum(VARIANTS),
  until: z.coerce.number().int().positive(),
  signature: z.string().length(43),
});

export type ServeFile = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function createServeFile({ files, now, log }: { files: Files; now: () => Promise<Instant>; log: Log }): ServeFile {
  return async (request, response) => {
    try {
      const found = await find(request.url ?? '');
      if (!found) return answer(response, 404, { 'content-type': 'text/plain; charset=utf-8' }, 'Not found');
      const { file, variant } = found;
      const length = variant === 'preview' ? (file.preview?.bytes ?? 0) : file.bytes;
      const headers = { ...headersOf(file, variant), 'content-length': String(length) };
      if (request.method === 'HEAD') return answer(response, 200, headers);
      begin(response, 200, headers);
      await pipeline(Readable.from(files.read(file, variant)), response);
    } catch (error) {
      log.warn({ err: error }, 'a file could not be served');
      if (response.headersSent) response.destroy();
      else answer(response, 503, { 'retry-after': '10' });
    }
  };

  async function find(url: string): Promise<{ readonly file: StoredFile; readonly variant: Variant } | null> {
    const { pathname, searchParams } = new URL(url, 'http://files');
    const asked = askedSchema.safeParse({ ...Object.fromEntries(searchParams), id: pathname.slice(PATH.length) }).data;
    if (!asked) return null;
    const file = await files.find(asked.id);
    // What is not there is checked too, so that the time of the answer tells nothing.
    const signed = isSigned(file ?? { id: asked.id, outageId: '', secret: asked.id }, asked, await now());
    return file && signed && (asked.variant === 'original' || file.preview) ? { file, variant: asked.variant } : null;
  }
}

function headersOf({ kind, name, preview }: StoredFile, variant: Variant) {
  const shown = variant === 'preview' && preview ? preview.kind : kind;
  const disposition = isPicture({ kind: shown }) ? 'inline' : 'attachment';
  // The first is for old clients, which read Latin letters alone.
  const plain = name.replace(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return { 'content-type': TYPES[shown], 'content-disposition': `${disposition}; filename="${plain}"; filename*=UTF-8''${encoded}` };
}

function begin(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>): void {
  response.writeHead(status, { ...ALWAYS, ...headers });
}

function answer(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, text = ''): void {
  begin(response, status, headers);
  response.end(text);
}
