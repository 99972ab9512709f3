/** A deadline has passed. Rungs that fell due while no bot ran are collapsed into the highest: one message instead of many. */
import type { ActionOf } from '../actions.ts';
import { accept, type Decision, nothing } from '../decision.ts';
import { evolve } from '../evolve.ts';
import { breachRung, calledOn, drillEndsAt, everyoneOnce, highestNudgeDue, highestRungDue, nudged, rungAudience } from '../promise.ts';
import type { Acknowledged, Open, Outage, Reported } from '../types/outage.ts';
import { remindOfQuestions } from './conversation.ts';
import { overduePages, pageMissed, pagesOf } from './pages.ts';

export function passDeadline(action: ActionOf<'pass-deadline'>, outage: Outage): Decision {
  const endsAt = drillEndsAt(outage);
  if (endsAt !== null && action.at >= endsAt) return accept({ type: 'drill-ended', at: action.at, came: action.came ?? [] });
  switch (outage.state) {
    case 'reported':
      return reminding(action, outage, paging(action, outage, escalate(action, outage)));
    case 'acknowledged':
      return reminding(action, outage, nudge(action, outage));
    case 'resolved': {
      const due = !outage.drill && action.at >= outage.resolvedAt + outage.policy.closeAfterMs;
      return due ? accept({ type: 'closed', at: action.at, by: null }) : nothing;
    }
    default:
      return nothing;
  }
}

/** One deadline is claimed for all that is due, so the questions that wait are looked at with it. */
function reminding({ at }: ActionOf<'pass-deadline'>, outage: Open, decision: Decision): Decision {
  const reminders = remindOfQuestions(at, outage);
  return 'events' in decision ? accept(...decision.events, ...reminders) : decision;
}

/** Pages that no pager took in time are looked at after the step that is due, whose pages they need not make again. */
function paging(action: ActionOf<'pass-deadline'>, outage: Reported, decision: Decision): Decision {
  if ('rejection' in decision) return decision;
  const then = decision.events.reduce<Outage>((before, event) => evolve(before, event), outage);
  return accept(...decision.events, ...overduePages(action, then as Reported));
}

export function escalate(action: Pick<ActionOf<'pass-deadline'>, 'at' | 'onCall' | 'numbers'>, outage: Reported): Decision {
  const { at, onCall } = action;
  const { ladder, ladderFrom, rungsPassed, acknowledgeBy, breachedAt } = outage;
  const rung = highestRungDue(ladder, ladderFrom, at);
  if (rung < rungsPassed) return nothing;
  const { levels, direct } = rungAudience(ladder, rungsPassed, rung);
  const people = everyoneOnce(calledOn(levels, onCall));
  const found = pagesOf(action, outage, rung, people);
  const pages = found === 'nobody' ? [] : found;
  const escalated = { type: 'escalated', at, rung, people, direct, ...(pages.length > 0 && { pages }) } as const;
  const events = found === 'nobody' ? [escalated, pageMissed(action, outage, rung, [])] : [escalated];
  const breached = rung >= breachRung(ladder) && breachedAt === null;
  return breached ? accept({ type: 'breached', at, dueAt: acknowledgeBy }, ...events) : accept(...events);
}

function nudge({ at, onCall }: ActionOf<'pass-deadline'>, outage: Acknowledged): Decision {
  const due = highestNudgeDue(outage, at);
  if (due < outage.nudges) return nothing;
  return accept({ type: 'update-missed', at, dueAt: outage.nextUpdateBy, nudge: due, people: nudged(outage, due, onCall) });
}
