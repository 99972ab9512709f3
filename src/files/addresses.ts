/** The addresses of files: signed for one outage, one file and one variant, and only for a week. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { StoredFile, Variant } from '../engine/ports/files.ts';
import type { FileLinks } from '../outage/types/files.ts';
import type { Instant } from '../outage/types/values.ts';

export const LASTS_MS = 7 * 24 * 3_600_000;
export const PATH = '/files/';

type Signed = Pick<StoredFile, 'id' | 'outageId' | 'secret'>;

const signatureOf = ({ id, outageId, secret }: Signed, variant: Variant, until: Instant): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([outageId, id, variant, until]))
    .digest('base64url');

/** `publicUrl`: where the proxy listens, without a slash at its end. */
export function linksOf(files: readonly StoredFile[], publicUrl: string, now: Instant): FileLinks {
  const until = now + LASTS_MS;
  const address = (file: StoredFile, variant: Variant) =>
    `${publicUrl}${PATH}${file.id}?${new URLSearchParams({ variant, until: String(until), signature: signatureOf(file, variant, until) })}`;
  return new Map(
    files.map((file) => [file.id, { original: address(file, 'original'), preview: file.preview && address(file, 'preview') }]),
  );
}

/** Takes as long for a wrong signature as for a right one. */
export function isSigned(
  file: Signed,
  { variant, until, signature }: { variant: Variant; until: Instant; signature: string },
  now: Instant,
) {
  const expected = Buffer.from(signatureOf(file, variant, until));
  const given = Buffer.from(signature);
  const isEqual = given.length === expected.length && timingSafeEqual(given, expected);
  return isEqual && now < until && until <= now + LASTS_MS;
}
