/** By when a request gets its reply: the support plan of its project. */
import type { ReportAction } from '../outage/actions.ts';
import type { Parts } from './command.ts';

/** By which plan of the project a reply comes; null when the desk file gives it none. */
export function planOf(projectId: string, { desk }: Parts): NonNullable<ReportAction['request']>['plan'] {
  const plan = desk.planOf(projectId);
  return plan ? { name: plan.name, replyWithinMs: Math.round(plan.replyWithinMinutes * 60_000) } : null;
}
