/** Makes the certificate of an outage from its record, as it was at one event. */
import { createShownNames } from '../cards/base/shown-names.ts';
import type { Desk } from '../desk/desk.ts';
import type { Audit } from '../engine/ports/audit.ts';
import type { OutageStore } from '../engine/ports/outages.ts';
import type { Instant } from '../outage/types/values.ts';
import { wordsFor } from '../words/words.ts';
import { type Certificate, certificateOf, isCertified, type Reader } from './document.ts';
import { type DeskKey, signed } from './sign.ts';

export type IssuerParts = {
  readonly desk: Desk;
  readonly key: DeskKey;
  readonly outages: Pick<OutageStore, 'read'>;
  readonly audit: Pick<Audit, 'hashOf'>;
};

/** `seq`: up to which event; null: all. */
export type Wanted = {
  readonly outageId: string;
  readonly seq: number | null;
  readonly reader: Reader;
  readonly timeZone: string;
  readonly language: string;
  readonly issuedAt: Instant;
};

/** `text`: the signed file. */
export type Issued = { readonly certificate: Certificate; readonly text: string };
export type Issue = (wanted: Wanted) => Promise<Issued | null>;

/** null: there is none of it, or personal data was removed since, which must not come back. */
export function createIssue({ desk, key, outages, audit }: IssuerParts): Issue {
  const { name, certificateKeyUrl } = desk.file.desk;
  return async ({ outageId, seq, reader, timeZone, language, issuedAt }) => {
    const recorded = await outages.read(outageId);
    if (!recorded || !isCertified(recorded.outage)) return null;
    const events = recorded.events.slice(0, seq ?? undefined);
    const head = await audit.hashOf(outageId, seq ?? events.length);
    const isRemovedSince = recorded.events.slice(events.length).some(({ type }) => type === 'personal-data-removed');
    if (head === null || isRemovedSince) return null;
    const seen = reader === 'desk' ? events : createShownNames(desk, wordsFor(language).news.engineer)(events);
    const of = { name, keyId: key.id, keyUrl: certificateKeyUrl ?? null };
    const certificate = certificateOf({ events: seen, head, reader, timeZone, language, issuedAt, desk: of });
    return { certificate, text: signed(certificate, key) };
  };
}
