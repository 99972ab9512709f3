/** "/outage timeline OUT-1042": who did what. In the desk's thread also without a number. */
import { timelineCard } from '../../cards/look/timeline.ts';
import { may } from '../../outage/permissions.ts';
import { type Command, cardReply, says, whenFound } from '../command.ts';
import { findOutage } from './find-outage.ts';

/** No more denials than these are read for one card. */
const MOST_REFUSED = 100;

export const outageTimeline: Command = {
  name: '/outage timeline',
  needs: 'see',
  help: (words) => words.commands.timeline,
  menu: ['team'],
  parse: says(/^\/?(?:outage\s+)?timeline((?:\s+(?:of\s+)?(?:(?:OUT|REQ)-?)?\d{1,9})?)[.!]*$/i),
  run: whenFound(findOutage, async ({ recorded, showing }, turn) => {
    const notes = showing === 'desk' || (showing !== 'own' && turn.place.kind === 'personal' && may(turn.actor, 'see-notes'));
    const { id } = recorded.outage;
    const audit = {
      ...(notes ? { clients: await turn.audit.stepsOf(id) } : {}),
      // Somebody who was refused may be of another customer.
      ...(showing === 'desk' ? { refused: await turn.audit.refusalsOf(id, MOST_REFUSED) } : {}),
    };
    const view = { ...recorded, ...audit, desk: turn.desk, words: turn.words, now: await turn.outages.now(), notes };
    return cardReply(timelineCard(view));
  }),
};
