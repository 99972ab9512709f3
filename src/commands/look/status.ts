/** "/outage status OUT-1042": its card. In the desk's thread also without a number. */
import { deskCard, followerCard, originCard } from '../../cards/outage/outage.ts';
import { type Command, cardReply, says, whenFound } from '../command.ts';
import { findOutage } from './find-outage.ts';

export const outageStatus: Command = {
  name: '/outage status',
  needs: 'see',
  help: (words) => words.commands.status,
  menu: ['personal'],
  parse: says(/^\/?(?:outage\s+)?status((?:\s+(?:of\s+)?(?:(?:OUT|REQ)-?)?\d{1,9})?)[.!]*$/i),
  run: whenFound(findOutage, async ({ recorded, showing }, turn) => {
    const view = { outage: recorded.outage, desk: turn.desk, words: turn.words, now: await turn.outages.now() };
    switch (showing) {
      case 'desk':
      case 'engineer':
        return cardReply(deskCard(view, { mentionOnCall: false, contact: showing === 'desk' }));
      case 'own':
      case 'origin':
        return cardReply(originCard(view, { own: showing === 'own' }));
      case 'follower':
        return cardReply(followerCard(view));
    }
  }),
};
