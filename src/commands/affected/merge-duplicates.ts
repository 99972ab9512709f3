/** For engineers: who is affected by an outage, and merging several outages that look the same. */
import { z } from 'zod';
import { affectedCard, type MergedDuplicates, MOST_ALIKE, mergedDuplicatesCard } from '../../cards/affected.ts';
import { withoutApart } from '../../outage/decide/affected.ts';
import { isOpen, type Outage } from '../../outage/types/outage.ts';
import { isTelling } from '../../outage/types/values.ts';
import { atDesk } from '../authorize/access.ts';
import { explain } from '../authorize/rejection-text.ts';
import { cardReply, type Presses, sentence, type Turn, whenFound } from '../command.ts';
import { outageOnCard } from '../forms/outage-press.ts';

const othersSchema = z.object({ others: z.array(z.guid()).min(1).max(MOST_ALIKE) });

/** Phones and e-mail addresses stay in the desk's channel. */
const showAffected = whenFound(outageOnCard, async ({ outage }, turn) => {
  if (!atDesk(turn, outage.desk)) return sentence(turn.words.affected.desk.onlyThere);
  return cardReply(affectedCard({ outage, words: turn.words, now: await turn.outages.now() }));
});

/** Merges those that the card listed and that are still open, one after the other. Pressed again it finds nothing to do. */
const mergeDuplicates = whenFound(outageOnCard, async ({ outage: into }, turn, data) => {
  const listed = othersSchema.safeParse(data);
  if (!listed.success) return sentence(turn.words.refusals.oldCard);
  const { others } = listed.data;
  const merged: Outage[] = [];
  const before: Outage[] = [];
  const not: Outage[] = [];
  const parted: string[] = [];
  for (const id of new Set(others)) {
    const listed = (await turn.outages.read(id))?.outage;
    if (!listed || id === into.id) continue;
    const outcome = await turn.handle({ type: 'merge', outageId: id, by: turn.actor, intoId: into.id, seen: null });
    if (!outcome.ok && outcome.rejection.type === 'bad-target') return sentence(await explain(outcome, turn));
    if (!outcome.ok && outcome.rejection.type === 'parted') parted.push(await explain(outcome, turn));
    else if (!outcome.ok) not.push(outcome.recorded?.outage ?? listed);
    else (outcome.events.length > 0 ? merged : before).push(outcome.recorded.outage);
  }
  const result: MergedDuplicates = { into, merged, before, not, parted, since: await since(into, others, turn) };
  return cardReply(mergedDuplicatesCard({ desk: turn.desk, words: turn.words }, result));
});

/** Other open outages that look the same and were reported soon after it; the card did not list them yet. */
async function since(before: Outage, listed: readonly string[], turn: Turn): Promise<readonly Outage[]> {
  const into = (await turn.outages.read(before.id))?.outage ?? before;
  const { scenario, project, environment } = into.report;
  const until = into.reportedAt + turn.desk.manyAtOnce.withinMs;
  const more = (await turn.outages.openOfScenario(scenario.id, into.reportedAt))
    // With a scenario that says nothing, an outage of another project does not look the same.
    .filter((one) => isTelling(scenario.id) || (one.projectId === project.id && one.environmentId === environment.id))
    .filter(({ id, reportedAt }) => id !== into.id && !listed.includes(id) && reportedAt <= until)
    .slice(0, MOST_ALIKE);
  const read = await Promise.all(more.map(({ id }) => turn.outages.read(id)));
  return withoutApart([into, ...read.flatMap((one) => one?.outage ?? []).filter(isOpen)]).slice(1);
}

export const mergeDuplicatesPresses = {
  'outage-affected': { needs: 'see-affected', run: showAffected },
  'outage-make-one': { needs: 'merge', run: mergeDuplicates },
} satisfies Partial<Presses>;
