/** The call in which an outage is talked about, and its tickets in other systems. */
import type { ActionOf } from '../actions.ts';
import { accept, alreadyEnded, type Decision, nothing, reject, stamp } from '../decision.ts';
import { isNamedBy, isSameTicket, MOST_TICKETS } from '../types/links.ts';
import { isOpen, type Outage } from '../types/outage.ts';

export function setBridge(action: ActionOf<'set-bridge'>, outage: Outage): Decision {
  if (!isOpen(outage)) return alreadyEnded(outage);
  const { url } = action;
  const shared = url !== '' && action.shared;
  const { bridge } = outage;
  if ((bridge?.url ?? '') === url && (bridge?.shared ?? false) === shared) return nothing;
  return accept({ type: 'bridge-set', ...stamp(action), url, shared });
}

/** Also after the end: what another system keeps of it may be written down then. */
export function addTicket(action: ActionOf<'add-ticket'>, { tickets }: Outage): Decision {
  const { ticket } = action;
  if (tickets.some((one) => isSameTicket(one, ticket))) return nothing;
  if (tickets.length >= MOST_TICKETS) return reject({ type: 'too-many', most: MOST_TICKETS });
  return accept({ type: 'ticket-added', ...stamp(action), ticket });
}

export function removeTicket(action: ActionOf<'remove-ticket'>, { tickets }: Outage): Decision {
  const named = tickets.filter((one) => isNamedBy(one, action.ticket));
  return accept(...named.map(({ added }) => ({ type: 'ticket-removed', ...stamp(action), added }) as const));
}
