/**
 * `outage-desk forget PERSON`: removes a person from all outages that have ended, and notes that the bots are to remove them from
 * the others when these end. The bots may run meanwhile.
 */
import { outageName } from '../../outage/types/outage.ts';
import type { Store } from '../../store/store.ts';
import { confirm } from '../terminal.ts';
import { FOR_GOOD, finishFirst, PartlyDoneError, personIn, WHAT_TEAMS_HOLDS, withStore } from '../tool.ts';
import { removeFromEnded } from './removal.ts';

/** `yes`: nobody is asked. */
export const forget = async (who: string, { yes }: { readonly yes: boolean }): Promise<string> =>
  await withStore(async (store) => {
    const personId = await personIn(store, who);
    await confirm(await whatGoes(store, personId), { yes });
    finishFirst();
    try {
      await store.personal.forget(personId);
      return tell(await removeFromEnded(store), await store.personal.open(personId));
    } catch (cause) {
      throw new PartlyDoneError('Run this again: what was done already does no harm', { cause });
    }
  });

async function whatGoes({ personal }: Store, personId: string): Promise<readonly string[]> {
  const { outages, drafts, files } = await personal.of(personId);
  const namesOf = (some: typeof outages) => some.map(outageName).join(', ') || 'none';
  return [
    `This removes ${personId}:`,
    `- now from the outages that have ended: ${namesOf(outages.filter(({ endedAt }) => endedAt))}`,
    `- from those that have not, when they end: ${namesOf(outages.filter(({ endedAt }) => !endedAt))}`,
    `- now: drafts (${drafts.length}), files that they sent (${files.length}), what they follow and chose, their calendar, what was remembered of them`,
    `The anonymous record stays. ${FOR_GOOD}`,
  ];
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
