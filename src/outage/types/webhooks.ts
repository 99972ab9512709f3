/** What other systems hear of an outage, by the names under which it is published. The names are a promise to them and do not change. */

export const WEBHOOK_EVENTS = [
  ...(['outage.reported', 'outage.acknowledged', 'outage.released', 'outage.escalated', 'outage.breached', 'outage.planned'] as const),
  ...(['outage.updated', 'outage.update_missed', 'outage.handed_over', 'outage.corrected', 'outage.transferred'] as const),
  ...(['outage.objected', 'outage.withdrawn', 'outage.merged', 'outage.resolved', 'outage.reopened', 'outage.closed'] as const),
  'outage.drill_ended',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** An address outside that hears of an outage; `id`: its key in the desk file, which says the rest. */
export type Webhook = { readonly id: string; readonly events: 'all' | readonly WebhookEvent[] };
/** Those that hear of an outage, as they were when it became one. */
export type Published = { readonly webhooks: readonly Webhook[] };
