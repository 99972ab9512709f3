/** `/outage check`: would it work tonight? For engineers. */
import { sentenceCard } from '../cards/answer-card.ts';
import { checkCard } from '../cards/check-card.ts';
import { checkDesk, checkReach, roomsOf } from '../desk/check.ts';
import { type Command, cardReply, says } from './command.ts';
import { atDesk } from './may-see.ts';

export const check: Command = {
  name: '/outage check',
  help: (words) => words.commands.check,
  menu: ['team'],
  parse: says(/^\/?outage\s+check[.?]?$/i),
  async run(_argument, caller, { desk, outages, overrides, rooms, reach }) {
    const { actor, place, words } = caller;
    if (!actor.roles.includes('engineer')) return cardReply(sentenceCard({ desk, words }, words.refused.notPermitted));
    const used = desk.roomsIn(await rooms.all());
    // It names people, rooms and projects: where customers may read it, it would be told to them.
    if (place.kind !== 'personal' && !atDesk(caller, used.desk))
      return cardReply(sentenceCard({ desk, words }, words.reporter.list.ownChat));
    const asking = roomsOf(used, desk.file).map(async ({ id, room }) => ({
      id,
      members: await reach.members(room),
    }));
    const onRoster = desk.onRoster.map(({ id }) => id);
    const [now, byHand, places, chats] = await Promise.all([
      ...([outages.now(), overrides.list()] as const),
      ...([Promise.all(asking), reach.chats(onRoster, desk.file.desk.tenant)] as const),
    ]);
    const { findings, until } = checkDesk(desk, now, byHand);
    return cardReply(checkCard({ findings: [...findings, ...checkReach(desk, { places, chats })], until }, { words, now }));
  },
};
