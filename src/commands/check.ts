/** `/outage check`: would it work tonight? For engineers. */
import { sentenceCard } from '../cards/answer-card.ts';
import { checkCard } from '../cards/check-card.ts';
import { checkDesk } from '../desk/check.ts';
import { type Command, cardReply, says } from './command.ts';

export const check: Command = {
  name: '/outage check',
  help: (words) => words.commands.check,
  menu: ['team'],
  parse: says(/^\/?outage\s+check[.?]?$/i),
  async run(_argument, { actor, words }, { desk, outages, overrides }) {
    if (!actor.roles.includes('engineer')) return cardReply(sentenceCard({ desk, words }, words.refused.notPermitted));
    const [now, byHand] = await Promise.all([outages.now(), overrides.list()]);
    return cardReply(checkCard(checkDesk(desk, now, byHand), { words, now }));
  },
};
