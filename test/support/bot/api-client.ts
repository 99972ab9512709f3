/** What a program needs to speak with the bot by the API: its secrets, and how it signs. */
import { createHash, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** Made here, so that none is written anywhere. */
const made = (name: string, encoding: 'hex' | 'base64') => createHash('sha256').update(`only for tests: ${name}`).digest(encoding);
export const API_SECRETS: Readonly<Record<string, string>> = {
  MONITOR_SECRET: `whsec_${made('monitor', 'base64')}`,
  MONITOR_TOKEN: made('monitor token', 'hex'),
  HARBOUR_SECRET: `whsec_${made('harbour', 'base64')}`,
  HARBOUR_TOKEN: made('harbour token', 'hex'),
  ALERTS_TOKEN: made('alerts token', 'hex'),
  READER_SECRET: `whsec_${made('reader', 'base64')}`,
  READER_TOKEN: made('reader token', 'hex'),
};

export const NAMES = { monitor: 'MONITOR', 'harbour-desk': 'HARBOUR', alerts: 'ALERTS', reader: 'READER' } as const;
export type ClientId = keyof typeof NAMES;
const secretOf = (id: ClientId, what: 'SECRET' | 'TOKEN') => API_SECRETS[`${NAMES[id]}_${what}`] ?? '';
export const bearer = (id: ClientId) => ({ authorization: `Bearer ${secretOf(id, 'TOKEN')}` });

/** The headers of a signed body. `at`: by the sender's clock. */
export const signed = (id: ClientId, body: string, at: number, webhookId: string = randomUUID()) => ({
  'content-type': 'application/json',
  'webhook-id': webhookId,
  'webhook-timestamp': String(Math.floor(at / 1_000)),
  'webhook-signature': new Webhook(secretOf(id, 'SECRET')).sign(webhookId, new Date(at), body),
});

export const REPORT = {
  project: 'contoso-erp',
  environment: 'production',
  scenario: 'sign-in',
  title: 'Sign-in fails for everybody',
  description: 'Probe 7 sees 503 since 08:58.',
};
