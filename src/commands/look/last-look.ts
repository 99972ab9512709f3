/** How far somebody had read an outage, and what is new to them. */
import { changeLines } from '../../cards/look/catch-up.ts';
import type { Recorded } from '../../engine/ports/outages.ts';
import { may } from '../../outage/permissions.ts';
import type { Showing } from '../authorize/access.ts';
import { isAlone, ownZone, type Turn } from '../command.ts';
import { viewOf } from '../forms/outage-press.ts';

/** Whether the answer may hold what only engineers read. */
export const readsNotes = (showing: Showing, turn: Turn): boolean =>
  showing === 'desk' || (showing !== 'own' && isAlone(turn) && may(turn.actor, 'see-notes'));

/** What the lines about an outage are drawn from, and how far this person had read it. */
export async function catchUpView({ outage, events }: Recorded, showing: Showing, turn: Turn) {
  const [looks, view] = await Promise.all([turn.looks.of(turn.actor.id), viewOf(outage, turn)]);
  return { ...view, ...readIn({ outage, events }, { showing, turn, looks }) };
}

type Reading = { readonly showing: Showing; readonly turn: Turn; readonly looks: Awaited<ReturnType<Turn['looks']['of']>> };
/** What this person may read of it, and how far they had read. */
export function readIn({ outage, events }: Recorded, { showing, turn, looks }: Reading) {
  const seen = looks.find(({ outageId }) => outageId === outage.id);
  // After a restore they may have seen what is not there any more.
  const known = seen && seen.version <= outage.version ? seen : null;
  return { outage, events, notes: readsNotes(showing, turn), zone: ownZone(turn), seen: known };
}

/** The first thing on a card for one reader; empty where others read it too. From then on they have seen it. */
export async function sinceLastLook(recorded: Recorded, showing: Showing, turn: Turn): Promise<string> {
  const lines = isAlone(turn) ? changeLines(await catchUpView(recorded, showing, turn)) : [];
  await turn.looks.saw(turn.actor.id, [recorded.outage]);
  return lines.join('\n');
}
