/** Which events have news that show or say more than others. */
import type { OutageEventType } from '../../outage/events.ts';

/** The news that show where the outage stands now. */
export const TELL_STAGE: readonly OutageEventType[] = ['acknowledged', 'updated', 'resolved', 'closed', 'breached'];

/** What the customer is told. A caller who reads nothing in Teams has to be called instead. */
export const TOLD: readonly OutageEventType[] = [
  'acknowledged',
  'updated',
  'handed-over',
  'transferred',
  'merged',
  'absorbed',
  'resolved',
  'reopened',
];

/** What calls somebody to acknowledge it: it shows how much time is left. */
export const CALLS: readonly OutageEventType[] = [
  ...(['escalated', 'page-missed', 'released', 'taken-back', 'objected', 'reopened', 'desk-unreached', 'place-lost'] as const),
];
