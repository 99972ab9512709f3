/** What takes one tap beside acknowledging: nothing new, what is looked at first, when the next update comes, and More. */
import { z } from 'zod';
import { FIRST_LOOKS, QUICK_MINUTES } from '../../cards/outage/desk-buttons.ts';
import { moreCard } from '../../cards/outage/more.ts';
import { wordsOfDesk } from '../../words/words.ts';
import { type Command, cardReply, type PressHandler, says, sentence } from '../command.ts';
import { settled, target } from '../forms/outage-press.ts';
import { inThread } from '../forms/outage-thread.ts';

/** An update without words is one: people know that somebody is at it, and when to look again. */
const nothing = { type: 'update', text: '', phase: null, nextUpdateInMs: null } as const;

export const nothingNew: Command = {
  name: 'nothing new',
  needs: 'update',
  help: (words) => words.engineer.commands.nothingNew,
  menu: [],
  parse: says(/^\/?(?:nothing new|no news)(?: yet)?[.!]*$/i),
  run: (_text, caller, services) => inThread('update', caller, services, (common) => ({ ...common, ...nothing, seen: null })),
};

export const nothingNewPress: PressHandler = async (data, caller, services) => {
  const found = target(data, caller, 'update');
  if ('reply' in found) return found.reply;
  const outcome = await services.handle({ ...nothing, outageId: found.outageId, by: caller.actor, seen: found.seen });
  return await settled(outcome, caller, services);
};

const choiceSchema = z.object({ choice: z.union([z.enum(FIRST_LOOKS), z.enum(QUICK_MINUTES.map(String))]) });

export const planPress: PressHandler = async (data, caller, services) => {
  const found = target(data, caller, 'plan');
  if ('reply' in found) return found.reply;
  const parsed = choiceSchema.safeParse(data);
  if (!parsed.success) return sentence(caller.words.refused.oldCard);
  const look = FIRST_LOOKS.find((one) => one === parsed.data.choice);
  const outcome = await services.handle({
    ...{ type: 'plan', outageId: found.outageId, by: caller.actor },
    // It goes on the record, which is in the words that all share.
    firstLook: look ? wordsOfDesk().engineer.quick.looks[look] : null,
    nextUpdateInMs: look ? null : Number(parsed.data.choice) * 60_000,
  });
  return await settled(outcome, caller, services);
};

export const morePress: PressHandler = async (data, caller, services) => {
  const found = target(data, caller, 'see-notes');
  if ('reply' in found) return found.reply;
  const recorded = await services.outages.read(found.outageId);
  if (!recorded) return sentence(caller.words.refused.unknownOutage);
  return cardReply(moreCard({ outage: recorded.outage, desk: services.desk, words: caller.words }));
};
