/** "cancel": drops the report that was begun and not sent; when there is none, it asks whether to withdraw what was sent. */
import { withdrawable } from '../../cards/outage/buttons.ts';
import { type Command, sayLine, says } from '../command.ts';
import { withdraw } from '../ending/reporter.ts';
import { ownOutages } from '../forms/own-outage.ts';
import { draftOf } from './drafts.ts';
import { reportPresses } from './report-presses.ts';

export const cancel: Command = {
  name: 'cancel',
  needs: 'begin',
  parse: says(
    /^\/?(?:cancel|abort|stop|never\s?mind|forget\s+it)(?:\s+(?:it|that|this|(?:my|the)\s+(?:report|outage|request)))?(\s+(?:OUT|REQ)-?\d{1,9})?[\s.!]*$/i,
  ),
  async run(argument, turn) {
    const draft = argument === '' ? await draftOf(turn.drafts, turn.actor.id) : null;
    if (draft) return await reportPresses['report-cancel'].run({ draft: draft.nonce, step: draft.step }, turn);
    const sent = argument !== '' || (await ownOutages(withdrawable, turn)).length > 0;
    return sent ? await withdraw.run(argument, turn) : sayLine(turn.words.report.exit.nothingToCancel, turn);
  },
};
