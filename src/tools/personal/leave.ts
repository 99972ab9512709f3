/**
 * `npm run leave -- TENANT`: ends all of it for a customer who had a tenant of their own. Their people are removed from what has ended, and
 * from the rest when it ends; their rooms, drafts and what was remembered of the tenant go at once. The bots may run meanwhile.
 */
import { ConfigError, deskFileOf, readDeskText } from '../../config.ts';
import { readDeskFile } from '../../desk/file/read-desk-file.ts';
import { onlyArgument, PartlyDoneError, runTool, WHAT_TEAMS_HOLDS, withStore } from '../tool.ts';
import { removeFromEnded } from './removal.ts';

const USAGE = 'usage: npm run leave -- TENANT, the Entra tenant id of a customer, who is in the desk file no more';
const TENANT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Throws where the desk file still names the tenant: its people would be stored again, and of the desk's own much would be lost. */
function checkNotNamed(tenant: string): void {
  const file = deskFileOf(process.env);
  const read = readDeskFile(readDeskText(file));
  if (!('desk' in read)) throw new ConfigError([`the desk file ${file} has mistakes: npm run check names them.`]);
  if (read.desk.members.tenants.has(tenant))
    throw new ConfigError([`the desk file ${file} still names ${tenant}: take it out there first.`]);
}

await runTool(USAGE, async () => {
  const tenant = onlyArgument(USAGE).toLowerCase();
  if (!TENANT.test(tenant)) throw new ConfigError([USAGE]);
  return await withStore(async (store) => {
    checkNotNamed(tenant);
    const people = await store.personal.peopleOf(tenant);
    for (const person of people) await store.personal.forget(person);
    const rooms = await store.personal.dropTenant(tenant);
    try {
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
      throw new PartlyDoneError('It is noted, and the bots remove what is left within an hour. Or run this again', { cause });
    }
  });
});
