/** What reporters type, in their own chat or where they reported: which of their outages they mean. */
import { asName } from '../../cards/text.ts';
import { outageName } from '../../outage/types/numbers.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { isReporter } from '../authorize/visibility.ts';
import type { Found, Reply, Turn } from '../command.ts';
import type { About } from './outage-press.ts';
import { sayLine } from './outage-thread.ts';
import { type reporterForm, showOwn } from './own-outage.ts';

/** No more of one person's outages are searched; the older ones are named by their number. */
const MOST_OWN = 50;

/** The outage with the number that was typed; without one (null), the only one of this reporter's that fits. */
export async function namedOwnOutage(number: number | null, fits: (outage: Outage) => boolean, turn: Turn): Promise<Found<About>> {
  const { words } = turn;
  const found = (outage: Outage) => ({ found: { outage, by: turn.actor, seen: outage.version } });
  if (number !== null) {
    const id = await turn.outages.idByNumber(number);
    const outage = id === null ? undefined : (await turn.outages.read(id))?.outage;
    return outage && isReporter(turn, outage) ? found(outage) : { reply: sayLine(words.refusals.unknownOutage, turn) };
  }
  const filter = { projects: null, personId: turn.actor.id, states: null, limit: MOST_OWN };
  const recorded = [...(await turn.outages.list(filter)), ...(await turn.outages.list({ ...filter, series: 'request' }))];
  const isHere = ({ origin }: Outage) => turn.place.kind === 'personal' || origin.conversationId === turn.place.conversationId;
  const own = recorded.map(({ outage }) => outage).filter((outage) => isReporter(turn, outage) && isHere(outage) && fits(outage));
  const [only] = own;
  if (!only) return { reply: sayLine(words.ending.reporter.noneHere, turn) };
  return own.length === 1 ? found(only) : { reply: sayLine(words.ending.reporter.whichOne(words.formats.list(own.map(outageName))), turn) };
}

/** Asks by a form; in company by the card whose button opens it, because only one person may see the form. */
export async function askReporter(
  about: About,
  form: Pick<ReturnType<typeof reporterForm>, 'open' | 'makesSense'>,
  turn: Turn,
): Promise<Reply> {
  const { outage } = about;
  if (turn.place.kind === 'personal' || !form.makesSense(outage, turn)) return await form.open(about, turn);
  return await showOwn(outage, turn, turn.words.ending.reporter.useButton(asName(outage.reporter.name)));
}
