/** "catch up": what changed since this person looked last, of the outages that they have to do with, or of one. For them alone. */
import type { Card } from '../../cards/base/card.ts';
import { catchUpCard, catchUpList, changedIn, shownIn } from '../../cards/look/catch-up.ts';
import type { Recorded } from '../../engine/ports/outages.ts';
import { isEngineer } from '../../outage/permissions.ts';
import { isOpen, OPEN_STATES, type Outage } from '../../outage/types/outage.ts';
import { showingOf, visibleProjects } from '../authorize/access.ts';
import { type Command, cardReply, isAlone, orInCompany, ownZone, type Reply, sayLine, says, type Turn, whenFound } from '../command.ts';
import { catchUpView, readIn } from './last-look.ts';
import { findOutage } from './status.ts';

/** No more outages of a kind, and no more of those that they looked at last, are read for one answer. */
const MOST_READ = 20;

const ofOne = whenFound(findOutage, async ({ recorded, showing }, turn) =>
  answered(catchUpCard(await catchUpView(recorded, showing, turn)), [recorded.outage], turn),
);

/** It counts as read once it was sent: in a room Teams may not show it to them alone, and then nothing was shown. */
const answered = (card: Card, outages: readonly Outage[], { actor, looks }: Turn): Reply => ({
  ...cardReply(card),
  onSent: () => looks.saw(actor.id, outages),
});

/** What is open and theirs, of their projects, or for engineers of the desk; and whatever they looked at last, also once it has ended. */
async function concerning(looks: readonly { readonly outageId: string }[], turn: Turn): Promise<readonly Recorded[]> {
  const { actor, outages } = turn;
  const filter = { projects: null, personId: actor.id, states: OPEN_STATES, limit: MOST_READ };
  const projects = await visibleProjects(turn);
  const open = await Promise.all([
    outages.list({ ...filter, personId: null, projects, waitingFirst: true }),
    isEngineer(actor) ? [] : outages.list(filter),
    isEngineer(actor) ? [] : outages.joinedBy(actor.id, OPEN_STATES),
  ]);
  const found = new Map(open.flat().map((one) => [one.outage.id, one]));
  const others = looks.slice(0, MOST_READ).filter(({ outageId }) => !found.has(outageId));
  const looked = await Promise.all(others.map(({ outageId }) => outages.read(outageId)));
  return [...found.values(), ...looked.flatMap((one) => one ?? [])];
}

async function ofAll(turn: Turn): Promise<Reply> {
  const { desk, words } = turn;
  const [looks, now] = await Promise.all([turn.looks.of(turn.actor.id), turn.outages.now()]);
  const found = await Promise.all(
    (await concerning(looks, turn)).map(async (recorded) => {
      const showing = await showingOf(recorded.outage, turn);
      if (!showing || showing === 'own-chat') return [];
      const view = { desk, words, now, ...readIn(recorded, { showing, turn, looks }) };
      // What they never looked at is news only while it is open.
      const changed = view.seen || isOpen(recorded.outage) ? changedIn(view) : null;
      return changed ? [changed] : [];
    }),
  );
  const changed = found.flat();
  const card = catchUpList({ words, now, zone: ownZone(turn) }, changed, looks[0]?.at ?? null);
  const outages = shownIn(changed).map(({ outage }) => outage);
  return answered(card, outages, turn);
}

export const catchUp: Command = {
  name: '/outage catch up',
  needs: 'see',
  menu: ['personal', 'slash'],
  parse: says(/^\/?(?:outages?\s+)?catch[\s-]*(?:me\s+)?up((?:\s+(?:on\s+|with\s+|of\s+)?(?:(?:OUT|REQ|DRILL)-?)?\d{1,9})?)[.!?]*$/i),
  async run(argument, turn) {
    const alone = { ...turn, isPrivate: true };
    const reply = argument === '' ? await ofAll(alone) : await ofOne(argument, alone);
    if (!isAlone(turn)) return orInCompany(reply, turn, async () => sayLine(turn.words.look.list.ownChat, turn));
    // Nothing keeps it from them, also as the answer to a press, which is no message.
    const { onSent, ...answer } = { onSent: undefined, ...reply };
    await onSent?.();
    return answer;
  },
};
