/** The webhooks of the desk file with their secrets: checked when the bot starts, because a wrong secret would be found out at night. */
import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { DeskFile } from '../desk/desk-file.ts';
import { isUsable } from '../outward/request.ts';

type Webhooks = DeskFile['webhooks'];
type Settings = Webhooks[string];

export type Receiver = Pick<Settings, 'detail' | 'allowPrivate' | 'events' | 'projects'> & {
  readonly id: string;
  readonly url: URL;
  /** Of its address: what is known of a receiver is not known of another at the same key. */
  readonly mark: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signer: Pick<Webhook, 'sign'>;
};

/** What Standard Webhooks asks of a secret. */
const BYTES = { least: 24, most: 64 };
const BASE64 = /^(?:whsec_)?[A-Za-z0-9+/]+={0,2}$/;
const PRINTABLE = /^[\x20-\x7e]+$/;

/** `secrets`: by their names. All mistakes are named at once, by the name of the secret and never by its value. */
export function toReceivers(
  webhooks: Webhooks,
  secrets: ReadonlyMap<string, string>,
): { readonly receivers: readonly Receiver[]; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const receivers = Object.entries(webhooks).map(([id, settings]): Receiver => {
    const { detail, allowPrivate, events, projects } = settings;
    const complain = (name: string, what: string) => problems.push(`${name}, which webhooks > ${id} of the desk file names, ${what}`);
    const secret = secrets.get(settings.secret) ?? '';
    const isSecret = BASE64.test(secret) && within(Buffer.from(secret.replace(/^whsec_/, ''), 'base64').length);
    if (!isSecret)
      complain(
        settings.secret,
        'is no secret of Standard Webhooks: write whsec_ and 24 to 64 bytes in base64, as openssl rand -base64 32 makes them.',
      );
    const text = secrets.get(settings.address) ?? settings.address;
    const url = URL.parse(text);
    if (!url || !isUsable(url, allowPrivate)) complain(settings.address, 'is no address with https://, without a name and password in it.');
    const headers = Object.entries(settings.headers).map(([header, name]): [string, string] => {
      const value = secrets.get(name) ?? '';
      if (!PRINTABLE.test(value)) complain(name, 'holds signs that no HTTP header may have.');
      return [header, value];
    });
    return {
      ...{ id, detail, allowPrivate, events, projects },
      url: url ?? new URL('https://invalid'),
      mark: hash('sha256', text).slice(0, 16),
      headers: Object.fromEntries(headers),
      signer: isSecret ? new Webhook(secret) : { sign: () => '' },
    };
  });
  return { receivers: problems.length > 0 ? [] : receivers, problems };
}

const within = (bytes: number): boolean => bytes >= BYTES.least && bytes <= BYTES.most;
