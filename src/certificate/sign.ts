/**
 * The desk's key, and what it signs: a JWS (RFC 7515, as flattened JSON) with Ed25519 (RFC 8037). A key is named by the thumbprint of its
 * public half (RFC 7638).
 */
import { createHash, createPublicKey, generateKeyPairSync, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { ConfigError, environmentSchema, NO_SIGNING_KEY, readSettings, signingKeyIn, withSecretFiles } from '../config.ts';
import { en } from '../words/en/index.ts';
import { type Certificate, certificateSchema } from './document.ts';
import { howToCheck } from './instructions.ts';

const KIND = 'ed25519';

export type PublicKey = { readonly id: string; readonly key: KeyObject };
/** `addresses`: what the addresses of certificates are signed with; nobody learns the key from it. */
export type DeskKey = PublicKey & { readonly private: KeyObject; readonly addresses: Buffer };

/** In PEM. */
export const newKey = (): string => generateKeyPairSync(KIND).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** null for an empty text. Throws ConfigError for what is no key. */
export function readKey(text: string): DeskKey | null {
  if (text === '') return null;
  const key = signingKeyIn(text);
  if (!key) throw new ConfigError([NO_SIGNING_KEY]);
  const der = key.export({ type: 'pkcs8', format: 'der' });
  return { ...named(createPublicKey(key)), private: key, addresses: Buffer.from(hkdfSync('sha256', der, '', 'addresses', 32)) };
}

/** The key of these settings, for tools. Throws ConfigError. */
export function keyIn(environment: Parameters<typeof withSecretFiles>[0]): DeskKey | null {
  const settings = withSecretFiles(environment, ['CERTIFICATE_KEY']);
  return readKey(readSettings(environmentSchema.pick({ CERTIFICATE_KEY: true }), settings).CERTIFICATE_KEY);
}

/** All public keys in PEM of a text. Throws when it holds none, or something else. */
export function readPublicKeys(text: string): readonly PublicKey[] {
  const keys = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  const read = keys.map((pem) => createPublicKey(pem));
  if (read.length === 0 || read.some(({ asymmetricKeyType }) => asymmetricKeyType !== KIND))
    throw new Error('the file of --key holds no Ed25519 public key in PEM');
  return read.map(named);
}

export const pemOf = ({ key }: PublicKey): string => key.export({ type: 'spki', format: 'pem' }).toString();
export const jwkOf = ({ id, key }: PublicKey): object => ({ ...key.export({ format: 'jwk' }), kid: id, alg: ALGORITHM, use: 'sig' });

function named(key: KeyObject): PublicKey {
  const { x } = key.export({ format: 'jwk' });
  return {
    id: createHash('sha256')
      .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
      .digest('base64url'),
    key,
  };
}

const ALGORITHM = 'EdDSA';
const headerSchema = z.object({ alg: z.literal(ALGORITHM), kid: z.string(), crit: z.undefined().optional() });
const fileSchema = z.object({ protected: z.base64url(), payload: z.base64url(), signature: z.base64url() });

/** The text of the file: the same for the same certificate. */
export function signed(certificate: Certificate, key: DeskKey): string {
  const header = Buffer.from(JSON.stringify({ alg: ALGORITHM, kid: key.id })).toString('base64url');
  const payload = base64url(JSON.stringify(certificate, null, 2));
  const signature = sign(null, Buffer.from(`${header}.${payload}`), key.private).toString('base64url');
  const file = { howToCheck: howToCheck(certificate.desk, en.certificate.pdf.how), protected: header, payload, signature };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** With line ends behind it until it needs no padding, so that each tool reads it. */
function base64url(text: string): string {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, Buffer.from('\n'.repeat((3 - (bytes.length % 3)) % 3))]).toString('base64url');
}

export type Judged = { readonly certificate: Certificate; readonly keyId: string } | { readonly wrong: string };

/** Reads nothing but what is signed. */
export function judge(text: string, keys: readonly PublicKey[]): Judged {
  const file = fileSchema.safeParse(fromJson(text)).data;
  if (!file) return { wrong: 'it is no certificate of an Outage Desk' };
  const header = headerSchema.safeParse(fromJson(Buffer.from(file.protected, 'base64url').toString())).data;
  if (!header) return { wrong: 'it is not signed in the way of a certificate' };
  const known = keys.find(({ id }) => id === header.kid);
  if (!known) return { wrong: `it names the key ${header.kid}, which is none of these: ${keys.map(({ id }) => id).join(', ')}` };
  if (!verify(null, Buffer.from(`${file.protected}.${file.payload}`), known.key, Buffer.from(file.signature, 'base64url')))
    return { wrong: 'its signature is not of this text: the text or the signature was changed' };
  const certificate = certificateSchema.safeParse(fromJson(Buffer.from(file.payload, 'base64url').toString())).data;
  return certificate ? { certificate, keyId: known.id } : { wrong: 'it is signed, and of a version that is not known here' };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
