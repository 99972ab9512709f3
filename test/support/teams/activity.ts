/** An activity as Teams sends it, without a server: for tests of how one is read. */
import { readActivity } from '../../../src/teams/in/activity.ts';
import type { Incoming } from '../../../src/teams/in/incoming.ts';

export const TENANT = '00000000-0000-4000-8000-000000000001';

/** A message in a person's own chat with the bot. */
export const anActivity = (more: object = {}): object => ({
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:x', aadObjectId: 'a1b2c3d4-0000-4000-8000-000000000001' },
  recipient: { id: '28:bot', name: 'Outage Desk' },
  conversation: { id: 'a:x', conversationType: 'personal', tenantId: TENANT },
  ...more,
});

/** Reads it as the bot of `tenant` would, whatever its service address. */
export const read = (activity: unknown, tenant: string = TENANT): Incoming => readActivity(activity, { tenant, isTrusted: () => true });
