/** Back from a form: the outage as it is now. */
import { type PressHandler, sentence } from '../command.ts';
import { present, target } from '../forms/on-card.ts';

export const showPress: PressHandler = async (data, caller, parts) => {
  const found = target(data, caller, 'see-notes');
  if ('reply' in found) return found.reply;
  const recorded = await parts.outages.read(found.outageId);
  return recorded ? await present(recorded.outage, caller, parts) : sentence(caller.words.refused.unknownOutage);
};
