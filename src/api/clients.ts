/** Who asks: a client that signs (Standard Webhooks) or that sends its token. Nothing here tells a stranger which clients there are. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { ConfigError } from '../config.ts';
import { type ClientEntry, type ClientPermission, projectsOfClient } from '../desk/file/clients.ts';
import { readNamedSecrets } from '../named-secrets.ts';
import { may } from '../outage/permissions.ts';
import { clientKey } from '../outage/types/person-key.ts';
import type { Actor } from '../outage/types/values.ts';

export type Client = { readonly entry: ClientEntry; readonly actor: Actor; readonly projects: readonly string[] };

/** A permission is asked of the one table, and of what the desk file gives this client. */
export const mayClient = ({ entry, actor }: Client, permission: ClientPermission): boolean =>
  entry.permissions.includes(permission) && may(actor, permission);

export type Headers = { readonly [name: string]: string | string[] | undefined };

/** As Standard Webhooks say. */
const TOLERANCE_S = 5 * 60;
const TOKEN = /^\S{32,}$/;
/** At least 24 bytes in Base64. */
const SECRET = /^(?:whsec_)?(?:[A-Za-z0-9+/]{4}){8,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const LONGEST_ID = 200;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isEqual = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** A request that claims to be of a client. Its body is not read yet. */
export type Claim = { readonly webhookId: string; readonly isSignedBy: (text: string) => Client | null };

export type Clients = ReturnType<typeof createClients>;

/**
 * null: the desk file lists none. `environment`: has the secrets that it names. `now`: this process's clock, in ms. Throws ConfigError with each
 * secret that is missing or weak, and the remedy.
 */
export function readClients(entries: readonly ClientEntry[], environment: Environment, now: () => number): Clients | null {
  if (entries.length === 0) return null;
  const names = entries.flatMap((entry) => [entry.token, ...(entry.kind === 'standard' ? [entry.secret] : [])]);
  const secrets = readNamedSecrets(names, environment);
  const weak = weakSecrets(entries, secrets);
  if (weak.length > 0) throw new ConfigError(weak);
  return createClients(entries, secrets, now);
}
type Environment = { readonly [key: string]: string | undefined };

function createClients(entries: readonly ClientEntry[], secrets: ReadonlyMap<string, string>, now: () => number) {
  const clients = entries.map((entry) => ({
    entry,
    actor: { id: clientKey(entry.id), name: entry.name, roles: ['client'] } satisfies Actor,
    projects: projectsOfClient(entry),
    token: secrets.get(entry.token) ?? '',
    webhook: entry.kind === 'standard' ? new Webhook(secrets.get(entry.secret) ?? '') : null,
  }));
  // A wrong signature takes as long for a client that is not there.
  const nobody = new Webhook(digest('nobody').toString('base64'));
  return {
    /** All tokens are compared, so the time tells nothing of which one was nearly right. */
    byToken(headers: Headers): Client | null {
      const [, token = ''] = /^Bearer +(\S+)$/i.exec(String(headers.authorization ?? '')) ?? [];
      return clients.filter((one) => isEqual(one.token, token))[0] ?? null;
    },

    /** 'stale': its clock, or ours, is off. null: it is not signed at all. */
    claim(clientId: string | null, headers: Headers): Claim | 'stale' | null {
      const [webhookId, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) => String(headers[`webhook-${name}`] ?? ''));
      if (!clientId || !webhookId || webhookId.length > LONGEST_ID || !signatures || !/^\d{1,12}$/.test(timestamp ?? '')) return null;
      const seconds = Number(timestamp);
      if (Math.abs(now() / 1_000 - seconds) > TOLERANCE_S) return 'stale';
      const client = clients.find(({ entry, webhook }) => webhook && entry.id === clientId);
      return {
        webhookId,
        isSignedBy(text) {
          const expected = (client?.webhook ?? nobody).sign(webhookId, new Date(seconds * 1_000), text);
          // While a secret is changed, a sender signs with both.
          const isRight = signatures.split(' ').filter((one) => isEqual(one, expected)).length > 0;
          return isRight && client ? client : null;
        },
      };
    },
  };
}

/** What is wrong with the secrets that are there, each with the remedy. It never quotes them. */
function weakSecrets(entries: readonly ClientEntry[], secrets: ReadonlyMap<string, string>): readonly string[] {
  const secretOf = (name: string) => secrets.get(name) ?? '';
  const tokens = entries.map(({ token }) => token);
  const again = tokens.filter((name, index) => tokens.findIndex((other) => secretOf(other) === secretOf(name)) !== index);
  const signing = entries.flatMap((entry) => (entry.kind === 'standard' ? [entry.secret] : []));
  return [
    ...tokens
      .filter((name) => !TOKEN.test(secretOf(name)))
      .map((name) => `${name} is too short for a token: use that of "openssl rand -hex 32".`),
    ...again.map((name) => `${name} is the token of another client too: give each its own.`),
    ...signing
      .filter((name) => !SECRET.test(secretOf(name)))
      .map((name) => `${name} is no secret of Standard Webhooks: write whsec_ and behind it that of "openssl rand -base64 32".`),
  ];
}
