/** The addresses of certificates, and what is at them: signed for one outage, one event and one reader, and only for a week. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { CertificateDesk } from '../engine/ports/files.ts';
import type { Log } from '../engine/ports/log.ts';
import type { OutageStore } from '../engine/ports/outages.ts';
import { READERS } from './document.ts';
import { createIssue, type Issued, type IssuerParts, type Wanted } from './issue.ts';
import { drawPdf } from './pdf.ts';
import { readKey } from './sign.ts';

export const PATH = '/certificates/';
const LASTS_MS = 7 * 24 * 3_600_000;
/** So long a PDF stays in memory, with the names in it. */
const DRAWN_MS = 60_000;
const TYPES = { pdf: 'application/pdf', json: 'application/json' } as const;

/** Whatever it holds, no client runs any of it, guesses another kind, or keeps it. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
};

const askedSchema = z.object({
  kind: z.enum(['pdf', 'json']),
  outageId: z.guid(),
  seq: z.coerce.number().int().positive(),
  reader: z.enum(READERS),
  timeZone: z.string().max(64),
  language: z.string().max(35),
  issuedAt: z.coerce.number().int().positive(),
  signature: z.string().length(43),
});

export type ServeCertificate = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Parts = Omit<IssuerParts, 'key' | 'outages'> & {
  readonly outages: Pick<OutageStore, 'read' | 'now'>;
  /** Without a key nothing is signed; without an address nobody can fetch from here. */
  readonly config: Pick<Config, 'CERTIFICATE_KEY' | 'PUBLIC_URL'>;
  readonly log: Log;
};

/** `serve` null: there are no addresses. */
export function createCertificates(parts: Parts): { readonly service: CertificateDesk; readonly serve: ServeCertificate | null } {
  const { outages, audit, log } = parts;
  const { PUBLIC_URL: publicUrl, CERTIFICATE_KEY } = parts.config;
  const key = readKey(CERTIFICATE_KEY);
  if (!key) return { service: { off: 'key' }, serve: null };
  if (publicUrl === '') return { service: { off: 'address' }, serve: null };
  const issue = createIssue({ ...parts, key });
  // Drawing takes some milliseconds, so who has an address must not be able to ask for it again and again.
  const drawn = new LRUCache<string, Promise<Buffer>>({ max: 8, ttl: DRAWN_MS, ttlAutopurge: true });

  /** The head is signed too: after a restore another record may have the same number of events. */
  const signatureOf = ({ outageId, seq, reader, timeZone, language, issuedAt }: Wanted, head: string): string =>
    createHmac('sha256', key.addresses)
      .update(JSON.stringify([outageId, seq, head, reader, timeZone, language, issuedAt]))
      .digest('base64url');

  return {
    service: {
      off: null,
      async of(outageId, reader, read) {
        const issuedAt = await outages.now();
        const issued = await issue({ outageId, seq: null, reader, ...read, issuedAt });
        if (!issued) return null;
        const { outage, record, promises } = issued.certificate;
        const wanted = { outageId, seq: record.events, reader, ...read, issuedAt };
        const query = { ...wanted, seq: String(record.events), issuedAt: String(issuedAt), signature: signatureOf(wanted, record.head) };
        const address = (kind: keyof typeof TYPES) => `${publicUrl}${PATH}${outage.number}.${kind}?${new URLSearchParams(query)}`;
        const due = promises.filter(({ outcome }) => outcome === 'kept' || outcome === 'late');
        const kept = due.filter(({ outcome }) => outcome === 'kept').length;
        return { pdf: address('pdf'), json: address('json'), kept, due: due.length, until: issuedAt + LASTS_MS };
      },
    },

    async serve(request, response) {
      try {
        const found = await find(request.url ?? '');
        if (!found) {
          response.writeHead(404, { ...ALWAYS, 'content-type': 'text/plain; charset=utf-8' });
          return void response.end('Not found');
        }
        const { kind, issued } = found;
        const body = kind === 'json' ? Buffer.from(issued.text) : await pdfOf(issued);
        response.writeHead(200, {
          ...ALWAYS,
          'content-type': TYPES[kind],
          'content-length': String(body.length),
          'content-disposition': `attachment; filename="${issued.certificate.outage.number}.${kind}"`,
        });
        response.end(request.method === 'HEAD' ? undefined : body);
      } catch (error) {
        log.warn({ err: error }, 'a certificate could not be served');
        response.writeHead(503, { ...ALWAYS, 'retry-after': '10' });
        response.end();
      }
    },
  };

  /** null: it is signed for nobody, or its week is over, or the record is another one. */
  async function find(url: string): Promise<{ readonly kind: keyof typeof TYPES; readonly issued: Issued } | null> {
    const { pathname, searchParams } = new URL(url, 'http://certificates');
    const asked = askedSchema.safeParse({ ...Object.fromEntries(searchParams), kind: /\.(\w+)$/.exec(pathname)?.[1] }).data;
    const now = await outages.now();
    if (!asked || asked.issuedAt > now || now >= asked.issuedAt + LASTS_MS) return null;
    const { kind, signature, ...wanted } = asked;
    const expected = Buffer.from(signatureOf(wanted, (await audit.hashOf(wanted.outageId, wanted.seq)) ?? ''));
    const given = Buffer.from(signature);
    // Nothing else is read for a forged one, so that the time of the answer tells nothing.
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const issued = await issue(wanted);
    return issued && { kind, issued };
  }

  function pdfOf({ certificate, text }: Issued): Promise<Buffer> {
    const pdf = drawn.get(text) ?? drawPdf(certificate, text);
    drawn.set(text, pdf);
    return pdf;
  }
}
