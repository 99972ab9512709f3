/** A report that a program sends: on the road of every report, or, where an outage is open in that environment, a note there. */
import type { ActionRequest, Handle, Outcome } from '../engine/handle.ts';
import { AlreadyOpenError, type OutageStore } from '../engine/ports/outages.ts';
import { apiRequest } from '../outage/types/client.ts';

/** Of more that are open in one environment, the others are not looked at. */
export const MOST_OPEN = 20;

type ReportRequest = Extract<ActionRequest, { type: 'report' }>;

/**
 * `requestId`: of this request; sent again, it does nothing more, also after a restart and by another bot. `said`: what the note says.
 * The outcome is that of the outage that was made, or joined. Throws when it failed.
 */
export async function reportOrJoin(
  { handle, outages }: { readonly handle: Handle; readonly outages: Pick<OutageStore, 'similar'> },
  { requestId, report, said }: { readonly requestId: string; readonly report: ReportRequest; readonly said: string },
): Promise<Outcome> {
  const { project, environment, scenario } = report.report;
  const client = apiRequest(requestId);
  for (;;) {
    const filter = { projects: [project.id], same: { environmentId: environment.id }, limit: MOST_OPEN };
    const open = (await outages.similar(filter)).filter(({ id }) => id !== report.outageId);
    const same = open.find(({ scenarioId }) => scenarioId === scenario.id) ?? open[0];
    if (!same) {
      const outcome = await handle({ ...report, unlessOpen: true }, client).catch(noneWhereOpen);
      if (outcome) return outcome;
      continue;
    }
    const outcome = await handle({ type: 'note', outageId: same.id, by: report.by, text: said, shown: false, whileOpen: true }, client);
    // It ended in that moment, so it is looked again for what is open.
    if (outcome.ok || outcome.rejection.type !== 'already-ended') return outcome;
  }
}

/** Another report was first, so it is looked again for what is open. */
function noneWhereOpen(error: unknown): null {
  if (error instanceof AlreadyOpenError) return null;
  throw error;
}
