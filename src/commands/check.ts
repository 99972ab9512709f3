/** `/outage check`: would it work tonight? For engineers. */
import { sentenceCard } from '../cards/answer-card.ts';
import { checkCard } from '../cards/check-card.ts';
import { checkDesk, checkReach, roomsOf } from '../desk/check.ts';
import { type Command, cardReply, says } from './command.ts';

export const check: Command = {
  name: '/outage check',
  help: (words) => words.commands.check,
  menu: ['team'],
  parse: says(/^\/?outage\s+check[.?]?$/i),
  async run(_argument, { actor, words }, { desk, outages, overrides, rooms, reach }) {
    if (!actor.roles.includes('engineer')) return cardReply(sentenceCard({ desk, words }, words.refused.notPermitted));
    const asking = roomsOf(desk.roomsIn(await rooms.all()), desk.file).map(async ({ id, room }) => ({
      id,
      members: await reach.members(room),
    }));
    const [now, byHand, asked] = await Promise.all([outages.now(), overrides.list(), Promise.all(asking)]);
    const { findings, until } = checkDesk(desk, now, byHand);
    return cardReply(checkCard({ findings: [...findings, ...checkReach(desk, asked)], until }, { words, now }));
  },
};
