/** What was reported, as a text that the reporter can copy; the answer to a press is drawn for who pressed alone. */
import { copyCard } from '../../cards/report/receipt.ts';
import { cardReply, type PressHandler } from '../command.ts';
import { ownOutage } from '../forms/own-outage.ts';

export const copyReportPress: PressHandler = async (data, caller, services) => {
  const own = await ownOutage(data, caller, services);
  if ('reply' in own) return own.reply;
  return cardReply(copyCard({ outage: own, desk: services.desk, words: caller.words, now: await services.outages.now() }));
};
