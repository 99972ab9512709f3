/** Taking an outage, working on it, and saying that it is over. */
import type { ActionOf, PersonsAction } from '../actions.ts';
import { accept, alreadyEnded, type Decision, late, nothing, outdatedFor, reject, stamp } from '../decision.ts';
import type { OutageEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { cadenceMs } from '../promise.ts';
import { type Acknowledged, isOpen, type Outage, unknownSince } from '../types/outage.ts';
import { isClient } from '../types/person-key.ts';

/** Acknowledging an outage that was offered to the engineer accepts the offer; the owner has it already. */
export function acknowledge(action: ActionOf<'acknowledge'>, outage: Outage): Decision {
  if (!isOpen(outage)) return alreadyEnded(outage);
  if (outage.state === 'reported') return accept(...taking(action, outage));
  if (outage.owner.id === action.by.id) return nothing;
  if (outage.offeredTo?.id === action.by.id) return accept(takingOver(action, outage));
  return reject({ type: 'already-acknowledged', by: outage.owner, at: outage.ownerSince });
}

type ByAt = Pick<ActionOf<'acknowledge'>, 'by' | 'at' | 'onCall' | 'byReaction'>;

export const takingOver = (action: ByAt, { owner }: Acknowledged): OutageEvent => ({ type: 'handed-over', ...stamp(action), from: owner });

/** A late acknowledgement is still one; a breach that no timer has recorded yet is recorded with it. */
export function taking(action: ByAt, { ladder, ladderFrom, acknowledgeBy, breachedAt }: Outage): readonly OutageEvent[] {
  const { at, by } = stamp(action);
  const { onCall, byReaction } = action;
  const how = { ...(onCall && { onCall }), ...(byReaction && { byReaction }) };
  const taken = { type: 'acknowledged', at, by, afterMs: at - ladderFrom, withinMs: ladder.acknowledgeWithinMs, ...how } as const;
  return at > acknowledgeBy && breachedAt === null ? [{ type: 'breached', at, dueAt: acknowledgeBy }, taken] : [taken];
}

/** Work on an outage without an owner makes the engineer its owner: a person looked at it, which is what the promise is about. */
export function working(
  action: Extract<PersonsAction, { seen: number | null }>,
  outage: Outage,
  work: (taken: Acknowledged) => OutageEvent | null,
): Decision {
  if (!isOpen(outage)) return alreadyEnded(outage);
  const outdated = outdatedFor(action, outage);
  if (outdated) return outdated;
  const first = outage.state === 'reported' ? taking(action, outage) : [];
  const event = work(first.reduce<Outage | null>(evolve, outage) as Acknowledged);
  return event ? accept(...first, event) : nothing;
}

export function update(action: ActionOf<'update'>, outage: Outage): Decision {
  if (sentTwice(action, outage)) return nothing;
  const { at, text, phase, nextUpdateInMs } = action;
  return working(action, outage, (taken) => {
    const nextUpdateBy = at + (nextUpdateInMs ?? cadenceMs(taken, at));
    // Without a new choice, a later time that the owner chose before holds: people were told it.
    const chosen = nextUpdateInMs === null ? taken.nextUpdateBy : 0;
    // What happened since a restore is not known, so nothing is called late then.
    const due = outage.state === 'acknowledged' && unknownSince(outage) === null ? outage.nextUpdateBy : undefined;
    const said = { text, phase: phase ?? taken.phase, nextUpdateBy: Math.max(nextUpdateBy, chosen) };
    return { type: 'updated', ...stamp(action), ...said, ...late(at, due) };
  });
}

/** Teams sends a typed message again, under a new id, when it hears no answer in 15 seconds. */
export const REDELIVERY_MS = 60_000;

/**
 * Whether this is the last update again, from a second tap or a redelivery: the same words, from a form with an older version,
 * or soon after the last one when they were typed or there are none.
 */
function sentTwice({ seen, by, text, phase, at }: ActionOf<'update'>, outage: Outage): boolean {
  if (outage.state !== 'acknowledged' || outage.updates === 0) return false;
  const { lastChange, lastUpdate } = outage;
  const again = seen === null || text === '' ? at - lastChange.at < REDELIVERY_MS : lastChange.version > seen;
  const same = text === '' || lastUpdate === text;
  return again && lastChange.by.id === by.id && same && (phase === null || phase === outage.phase);
}

export const resolve = (action: ActionOf<'resolve'>, outage: Outage): Decision =>
  working(action, outage, () => ({ type: 'resolved', ...stamp(action), text: action.text }));

/** The two quick choices after an acknowledgement; any engineer may make them for the owner. */
export function plan(action: ActionOf<'plan'>, outage: Outage): Decision {
  const { firstLook, nextUpdateInMs, at } = action;
  if (!isOpen(outage)) return alreadyEnded(outage);
  if (outage.state === 'reported') return reject({ type: 'not-now', state: outage.state });
  // An older card may still have the choice, but people were given a time since, or it has passed.
  const timeIsKnown = outage.updates > 0 || outage.nudges > 0;
  if (nextUpdateInMs !== null && timeIsKnown) return reject({ type: 'not-now', state: outage.state });
  const look = firstLook ?? outage.firstLook;
  const next = nextUpdateInMs === null ? outage.nextUpdateBy : at + nextUpdateInMs;
  // A second tap of the same choice moves the time by no more than the tap took.
  const sameTime = Math.abs(next - outage.nextUpdateBy) < REDELIVERY_MS;
  if (look === outage.firstLook && sameTime) return nothing;
  return accept({ type: 'planned', ...stamp(action), firstLook: look, nextUpdateBy: sameTime ? outage.nextUpdateBy : next });
}

export function note(action: ActionOf<'note'>, outage: Outage): Decision {
  const { by, at, text, shown, works, whileOpen } = action;
  const { lastNote } = outage;
  if (whileOpen && !isOpen(outage)) return alreadyEnded(outage);
  // What a client sends twice is known by the id of its request.
  const again = !isClient(by.id) && lastNote?.text === text && lastNote.by.id === by.id && at - lastNote.at < REDELIVERY_MS;
  return again ? nothing : accept({ type: 'noted', ...stamp(action), text, shown, ...(works && { works }) });
}
