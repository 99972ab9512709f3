/**
 * `npm run forget -- PERSON`: removes a person from all outages that have ended, and notes that the bots are to remove them from
 * the others when these end. The bots may run meanwhile.
 */
import { outageName } from '../../outage/types/outage.ts';
import type { Store } from '../../store/store.ts';
import { PartlyDoneError, runPersonTool, WHAT_TEAMS_HOLDS } from '../tool.ts';
import { removeFromEnded } from './removal.ts';

async function forget(store: Store, personId: string): Promise<string> {
  await store.personal.forget(personId);
  try {
    return tell(await removeFromEnded(store), await store.personal.open(personId));
  } catch (cause) {
    throw new PartlyDoneError('It is noted, and the bots remove what is left within an hour. Or run this again', { cause });
  }
}

const tell = (removed: number, open: readonly number[]): string =>
  [
    `Removed from the outages that have ended: ${removed}. The anonymous record stays. Drafts and what was remembered of the person are deleted.`,
    open.length === 0
      ? 'No open outage holds anything of the person.'
      : `Still open, and the bot removes it within an hour of their end: ${open.map((number) => outageName({ number })).join(', ')}.`,
    'Backups made until now still hold it. After a restore of one of them run this again.',
    WHAT_TEAMS_HOLDS,
  ].join('\n');

await runPersonTool('forget', forget);
