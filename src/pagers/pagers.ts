/** All pagers of a desk: their secrets, checked when the bot starts, what they send, and what comes back from them. */

import { ConfigError } from '../config.ts';
import type { Desk } from '../desk/desk.ts';
import { type PagerFile, secretNameOf } from '../desk/file/pagers.ts';
import type { Log } from '../engine/ports/log.ts';
import type { Outlet } from '../engine/ports/outlets.ts';
import { readNamedSecrets } from '../named-secrets.ts';
import { createCallbacks, type ReceiveCallback } from './callbacks.ts';
import { createPagerOutlet } from './outlet.ts';

/** What each kind of secret looks like, because a wrong one would be found out at night. */
const SECRETS: { readonly [type in PagerFile['type']]: { readonly form: RegExp; readonly remedy: string } } = {
  pagerduty: { form: /^[A-Za-z0-9]{32}$/, remedy: 'is no integration key of PagerDuty, which has 32 letters and digits.' },
  twilio: { form: /^[0-9a-f]{32}$/i, remedy: 'is no Auth Token of Twilio, which has 32 digits from 0 to 9 and a to f.' },
  webhook: {
    form: /^(?:whsec_)?(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2,3}={0,2})?$/,
    remedy: 'is no secret of Standard Webhooks: write whsec_ and 24 to 64 bytes in base64, as openssl rand -base64 32 makes them.',
  },
};

/** By their names. Throws ConfigError with each that is missing or cannot be right; it names none of their values. */
export function readPagerSecrets(pagers: Desk['file']['pagers'], environment: Parameters<typeof readNamedSecrets>[1]) {
  const secrets = readNamedSecrets([...new Set(Object.values(pagers).map(secretNameOf))], environment);
  const problems = Object.entries(pagers).flatMap(([id, pager]) => {
    const { form, remedy } = SECRETS[pager.type];
    const name = secretNameOf(pager);
    return form.test(secrets.get(name) ?? '') ? [] : [`${name}, which pagers > ${id} of the desk file names, ${remedy}`];
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return secrets;
}

type Parts = Parameters<typeof createPagerOutlet>[0] & Parameters<typeof createCallbacks>[0] & { readonly log: Log };

/** No outlet where the desk file has no pager, and nothing is received where Twilio calls nobody or can reach nothing here. */
export function createPagers(parts: Parts): { readonly outlet?: Outlet; readonly receive: ReceiveCallback | null } {
  const all = Object.values(parts.desk.file.pagers);
  if (all.length === 0) return { receive: null };
  const isCalled = parts.publicUrl !== '' && all.some(({ type }) => type === 'twilio');
  return { outlet: createPagerOutlet(parts), receive: isCalled ? createCallbacks(parts) : null };
}
