/** For engineers: who is affected by an outage, and making several that look the same one. */
import { z } from 'zod';
import { affectedCard, type MergedDuplicates, MOST_ALIKE, mergedDuplicatesCard } from '../../cards/affected/affected.ts';
import { OPEN_STATES, type Outage } from '../../outage/types/outage.ts';
import { isTelling } from '../../outage/types/report.ts';
import { cardClock, refusalText } from '../authorize/rejection-text.ts';
import { atDesk } from '../authorize/visibility.ts';
import { type Caller, cardReply, type Presses, type PressHandler, type Reply, type Services, sentence } from '../command.ts';
import { target } from '../forms/outage-press.ts';

const othersSchema = z.object({ others: z.array(z.guid()).min(1).max(MOST_ALIKE) });

/** Phones and e-mail addresses stay in the desk's channel. */
const showAffected: PressHandler = async (data, caller, services) => {
  const found = target(data, caller, 'see-affected');
  if ('reply' in found) return found.reply;
  const outage = (await services.outages.read(found.outageId))?.outage;
  if (!outage) return sentence(caller.words.refused.unknownOutage);
  if (!atDesk(caller, outage.desk)) return sentence(caller.words.joining.desk.onlyThere);
  return cardReply(affectedCard({ outage, words: caller.words, now: await services.outages.now() }));
};

/** Merges what the card listed and is still open, one after the other; pressed again it finds nothing to do. */
const mergeDuplicates: PressHandler = async (data, caller, services) => {
  const found = target(data, caller, 'merge');
  if ('reply' in found) return found.reply;
  const listed = othersSchema.safeParse(data);
  if (!listed.success) return sentence(caller.words.refused.oldCard);
  const into = (await services.outages.read(found.outageId))?.outage;
  if (!into) return sentence(caller.words.refused.unknownOutage);
  const merged: Outage[] = [];
  const before: Outage[] = [];
  const not: Outage[] = [];
  for (const id of new Set(listed.data.others)) {
    const was = (await services.outages.read(id))?.outage;
    if (!was || id === into.id) continue;
    const outcome = await services.handle({ type: 'merge', outageId: id, by: caller.actor, intoId: into.id, seen: null });
    if (!outcome.ok && outcome.rejection.type === 'bad-target') return await targetGone(outcome.rejection, was, caller, services);
    if (!outcome.ok) not.push(outcome.recorded?.outage ?? was);
    else (outcome.events.length > 0 ? merged : before).push(outcome.recorded.outage);
  }
  const result: MergedDuplicates = { into, merged, before, not, since: await since(into, listed.data.others, services) };
  return cardReply(mergedDuplicatesCard({ desk: services.desk, words: caller.words }, result));
};

async function targetGone(
  rejection: Parameters<typeof refusalText>[0],
  outage: Outage,
  caller: Caller,
  services: Services,
): Promise<Reply> {
  return sentence(refusalText(rejection, outage, caller.words, cardClock(await services.outages.now())));
}

/** What looks the same, is open, and was reported so soon after it that nobody listed it. */
async function since(into: Outage, listed: readonly string[], services: Services): Promise<readonly Outage[]> {
  const { scenario, project, environment } = into.report;
  const alike = { environmentId: '', scenarioId: scenario.id };
  // A scenario that says nothing makes nobody else's outage look the same.
  const projects = isTelling(scenario.id) ? null : [project.id];
  const here = ({ report }: Outage) => projects === null || report.environment.id === environment.id;
  const open = await services.outages.list({ projects, personId: null, states: OPEN_STATES, alike, limit: MOST_ALIKE });
  const until = into.reportedAt + services.desk.manyAtOnce.withinMs;
  return open
    .map(({ outage }) => outage)
    .filter(here)
    .filter(({ id, reportedAt }) => id !== into.id && !listed.includes(id) && reportedAt >= into.reportedAt && reportedAt <= until);
}

export const mergeDuplicatesPresses = {
  'outage-affected': { needs: 'see-affected', run: showAffected },
  'outage-make-one': { needs: 'merge', run: mergeDuplicates },
} satisfies Partial<Presses>;
