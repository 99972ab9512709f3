/** Wires what goes out beside Teams. */
import { ConfigError } from './config.ts';
import type { Finding } from './desk/check.ts';
import type { Desk } from './desk/desk.ts';
import { secretsOf } from './desk/file/webhooks.ts';
import type { Cache } from './engine/ports/messenger.ts';
import type { Outlets } from './engine/ports/outlets.ts';
import { readNamedSecrets } from './named-secrets.ts';
import { request } from './outward/request.ts';
import { lookAtPagers } from './pagers/look.ts';
import { lookAtWebhooks } from './webhooks/look.ts';
import { createKnown, createWebhookOutlet } from './webhooks/outlet.ts';
import { type Receiver, toReceivers } from './webhooks/receivers.ts';

/** The webhooks of the desk file with their secrets. Throws ConfigError with every secret that is missing or wrong. */
export function readReceivers({ file: { webhooks } }: Desk, environment: Parameters<typeof readNamedSecrets>[1]): readonly Receiver[] {
  const secrets = readNamedSecrets(Object.values(webhooks).flatMap(secretsOf), environment);
  const { receivers, problems } = toReceivers(webhooks, secrets);
  if (problems.length > 0) throw new ConfigError(problems);
  return receivers;
}

/** `look`: what is wrong with the other systems now. `send`: how a request is made, where it is no real one. */
export function createOutlets(desk: Desk, receivers: readonly Receiver[], cache: Pick<Cache, 'get' | 'set' | 'delete'>, send = request) {
  const known = createKnown(cache);
  const outlets: Outlets = receivers.length > 0 ? { webhook: createWebhookOutlet({ receivers, known, request: send }) } : {};
  const look = async (): Promise<readonly Finding[]> => (await Promise.all([lookAtWebhooks(receivers, known), lookAtPagers(desk)])).flat();
  return { outlets, look };
}
