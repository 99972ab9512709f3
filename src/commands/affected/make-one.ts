/** For engineers: who is affected by an outage, and making several that look the same one. */
import { z } from 'zod';
import { affectedCard, type MadeOne, MOST_ALIKE, madeOneCard } from '../../cards/affected/affected.ts';
import { isTelling } from '../../outage/joined.ts';
import { OPEN_STATES, type Outage } from '../../outage/outage.ts';
import { cardClock, refusalText } from '../authorize/rejection-text.ts';
import { atDesk } from '../authorize/visibility.ts';
import { type Caller, cardReply, type Parts, type PressHandler, type Reply, sentence } from '../command.ts';
import { target } from '../forms/on-card.ts';

const othersSchema = z.object({ others: z.array(z.guid()).min(1).max(MOST_ALIKE) });

/** Phones and e-mail addresses stay in the desk's channel. */
const showAffected: PressHandler = async (data, caller, parts) => {
  const found = target(data, caller, 'see-affected');
  if ('reply' in found) return found.reply;
  const outage = (await parts.outages.read(found.outageId))?.outage;
  if (!outage) return sentence(caller.words.refused.unknownOutage);
  if (!atDesk(caller, outage.desk)) return sentence(caller.words.joining.desk.onlyThere);
  return cardReply(affectedCard({ outage, words: caller.words, now: await parts.outages.now() }));
};

/** Merges what the card listed and is still open, one after the other; pressed again it finds nothing to do. */
const makeOne: PressHandler = async (data, caller, parts) => {
  const found = target(data, caller, 'merge');
  if ('reply' in found) return found.reply;
  const listed = othersSchema.safeParse(data);
  if (!listed.success) return sentence(caller.words.refused.oldCard);
  const into = (await parts.outages.read(found.outageId))?.outage;
  if (!into) return sentence(caller.words.refused.unknownOutage);
  const merged: Outage[] = [];
  const before: Outage[] = [];
  const not: Outage[] = [];
  for (const id of new Set(listed.data.others)) {
    const was = (await parts.outages.read(id))?.outage;
    if (!was || id === into.id) continue;
    const outcome = await parts.handle({ type: 'merge', outageId: id, by: caller.actor, intoId: into.id, seen: null });
    if (!outcome.ok && outcome.rejection.type === 'bad-target') return await targetGone(outcome.rejection, was, caller, parts);
    if (!outcome.ok) not.push(outcome.recorded?.outage ?? was);
    else (outcome.events.length > 0 ? merged : before).push(outcome.recorded.outage);
  }
  const result: MadeOne = { into, merged, before, not, since: await since(into, listed.data.others, parts) };
  return cardReply(madeOneCard({ desk: parts.desk, words: caller.words }, result));
};

async function targetGone(rejection: Parameters<typeof refusalText>[0], outage: Outage, caller: Caller, parts: Parts): Promise<Reply> {
  return sentence(refusalText(rejection, outage, caller.words, cardClock(await parts.outages.now())));
}

/** What looks the same, is open, and was reported so soon after it that nobody listed it. */
async function since(into: Outage, listed: readonly string[], parts: Parts): Promise<readonly Outage[]> {
  const { scenario, project, environment } = into.report;
  const alike = { environmentId: '', scenarioId: scenario.id };
  // A scenario that says nothing makes nobody else's outage look the same.
  const projects = isTelling(scenario.id) ? null : [project.id];
  const here = ({ report }: Outage) => projects === null || report.environment.id === environment.id;
  const open = await parts.outages.list({ projects, personId: null, states: OPEN_STATES, alike, limit: MOST_ALIKE });
  const until = into.reportedAt + parts.desk.manyAtOnce.withinMs;
  return open
    .map(({ outage }) => outage)
    .filter(here)
    .filter(({ id, reportedAt }) => id !== into.id && !listed.includes(id) && reportedAt >= into.reportedAt && reportedAt <= until);
}

export const makeOnePresses = {
  'outage-affected': showAffected,
  'outage-make-one': makeOne,
} satisfies { [verb: string]: PressHandler };
