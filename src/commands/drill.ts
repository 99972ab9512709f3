/** `/outage drill`: an outage to practise with in the desk's channel, sixty times as fast. For engineers. */
import { asName, readersClock } from '../cards/text.ts';
import { followersOf, roomOf } from '../desk/rooms.ts';
import { drillEndsAt, speedUp } from '../outage/promise.ts';
import { outageName } from '../outage/types/outage.ts';
import type { Report } from '../outage/types/values.ts';
import { type Command, forRoom, sayLine, says, sentence, type Turn } from './command.ts';

export const drill: Command = {
  name: '/outage drill',
  needs: 'drill',
  parse: says(/^\/?outage\s+drill((?:\s+(?:with\s+)?pings?)?(?:\s+for\s+[\w-]{1,64})?)[.!]?$/i),
  async run(argument, turn) {
    const { words, actor, place, desk, rooms, handle, outages, newId } = turn;
    const all = desk.roomsIn(await rooms.all());
    const used = all.desk;
    if (!used) return sayLine(words.setup.notSent, turn);
    const mentions = /ping/i.test(argument);
    const named = /for\s+([\w-]+)$/i.exec(argument)?.[1]?.toLowerCase();
    const customer = named ? desk.file.projects.find(({ id, drills }) => drills && id.toLowerCase() === named) : null;
    if (customer === undefined) return sayLine(words.watch.drill.notAgreed(asName(named ?? '')), turn);
    const outcome = await handle({
      type: 'report',
      outageId: newId(),
      by: actor,
      report: { ...reportOf(turn), ...(customer ? { project: { id: customer.id, name: customer.name } } : {}) },
      origin: { ...place, cardId: null },
      desk: roomOf(used, desk.file),
      // Of the customer's own rooms those that follow, and nobody else.
      followers: customer ? followersOf(all, customer.id, desk.file).filter(({ tenantId }) => tenantId !== desk.file.desk.tenant) : [],
      policy: speedUp(desk.policy),
      drill: { mentions },
      request: null,
    });
    if (!outcome.ok) return sentence(words.refusals.notPermitted);
    const { outage } = outcome.recorded;
    const ends = readersClock(drillEndsAt(outage) ?? outage.reportedAt, await outages.now(), turn.words);
    return forRoom(sayLine(words.watch.drill.begun(outageName(outage), ends, mentions, Object.keys(desk.file.pagers).length > 0), turn));
  },
};

function reportOf({ words, actor, timeZone, desk }: Turn): Report {
  const { drill: say } = words.watch;
  return {
    project: { id: 'drill', name: say.project },
    environment: { id: 'drill', name: say.environment, url: '' },
    scenario: { id: 'drill', title: say.scenario },
    title: say.title,
    description: say.description,
    beganAt: null,
    affected: '',
    impact: '',
    recentChanges: '',
    answers: [],
    contact: {
      name: asName(actor.name),
      email: '',
      phone: desk.file.desk.phones[0]?.number ?? '',
      aroundTheClock: true,
      secondContact: '',
      timeZone: timeZone || desk.file.desk.timeZone,
      language: words.language,
    },
  };
}
