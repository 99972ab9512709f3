/** Back from a form: the outage as it is now. */
import { type PressHandler, sentence } from '../command.ts';
import { present, target } from '../forms/outage-press.ts';

export const showPress: PressHandler = async (data, caller, services) => {
  const found = target(data, caller, 'see-notes');
  if ('reply' in found) return found.reply;
  const recorded = await services.outages.read(found.outageId);
  return recorded ? await present(recorded.outage, caller, services) : sentence(caller.words.refused.unknownOutage);
};
