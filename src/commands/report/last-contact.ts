/** How somebody was reached last time, so that it is not typed again. The record of outages is the one home of it. */
import type { OutageStore } from '../../engine/ports/outages.ts';
import type { Contact } from '../../outage/types/report.ts';

/** Who answers outages owns more of them than they report: so far back it is looked. */
const LOOKED_THROUGH = 20;

/** The contact of the person's last report, drills left out; null when there is none. */
export async function lastContact(outages: OutageStore, personId: string): Promise<Contact | null> {
  const recent = await outages.list({ projects: null, personId, states: null, limit: LOOKED_THROUGH });
  return recent.find(({ outage }) => outage.reporter.id === personId && outage.drill === null)?.outage.report.contact ?? null;
}
