/**
 * `outage-desk leave TENANT`: ends all of it for a customer who had a tenant of their own. Their people are removed from what has ended, and
 * from the rest when it ends; their rooms, drafts and what was remembered of the tenant go at once. The bots may run meanwhile.
 */
import { ConfigError, deskFileOf } from '../../config.ts';
import { confirm } from '../terminal.ts';
import { FOR_GOOD, finishFirst, PartlyDoneError, readDeskOfSettings, WHAT_TEAMS_HOLDS, withStore } from '../tool.ts';
import { removeFromEnded } from './removal.ts';

/** Throws where the desk file still names the tenant: its people would be stored again, and of the desk's own much would be lost. */
function checkNotNamed(tenant: string): void {
  if (readDeskOfSettings().members.tenants.has(tenant))
    throw new ConfigError([`the desk file ${deskFileOf(process.env)} still names ${tenant}: take it out there first.`]);
}

/** `tenant`: an Entra tenant id in small letters. `yes`: nobody is asked. */
export const leave = async (tenant: string, { yes }: { readonly yes: boolean }): Promise<string> =>
  await withStore(async (store) => {
    checkNotNamed(tenant);
    const people = await store.personal.peopleOf(tenant);
    const known = (await store.rooms.all()).filter(({ tenantId }) => tenantId === tenant);
    await confirm(
      [
        `This ends everything for the customer with the tenant ${tenant}:`,
        `- people who are removed, now from outages that have ended and from others when they end: ${people.length}`,
        `- channels and chats that are forgotten: ${known.map(({ name }) => name).join(', ') || 'none'}`,
        '- their drafts, what they follow and chose, and what was remembered of the tenant',
        `The anonymous record stays. ${FOR_GOOD}`,
      ],
      { yes },
    );
    finishFirst();
    try {
      for (const person of people) await store.personal.forget(person);
      const rooms = await store.personal.dropTenant(tenant);
      const removed = await removeFromEnded(store);
      const open = new Set((await Promise.all(people.map((person) => store.personal.open(person)))).flat());
      return [
        `People of ${tenant}: ${people.length}. Removed from the outages that have ended: ${removed}. The anonymous record stays.`,
        `Channels and chats that followed and are forgotten: ${rooms}. Drafts and what was remembered of the tenant are deleted.`,
        open.size === 0
          ? 'No open outage holds anything of them.'
          : `Still open, and the bots remove it within an hour of their end: ${open.size}.`,
        'Take the tenant out of the desk file and restart the bots, if that is not done: until then its people may report, and are stored again.',
        'Backups made until now still hold it. After a restore of one of them run this again.',
        WHAT_TEAMS_HOLDS,
      ].join('\n');
    } catch (cause) {
      throw new PartlyDoneError('Run this again: what was done already does no harm', { cause });
    }
  });
