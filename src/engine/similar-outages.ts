/** After a report: finds open outages that look the same, so that the desk is offered to merge them. */
import type { ManyAtOnce } from '../desk/file/policy.ts';
import type { ActionOf } from '../outage/actions.ts';
import { withoutApart } from '../outage/decide/affected.ts';
import type { Similarity, SimilarOutage } from '../outage/types/affected.ts';
import { type Outage, outageName } from '../outage/types/outage.ts';
import { isTelling } from '../outage/types/values.ts';
import type { OutageTransaction, SimilarCandidate } from './ports/outages.ts';

/** Two reports of one environment and scenario within this time: the second reporter could not see the first report. */
const AT_ONCE_MS = 2 * 60_000;
const AT_ONCE = 2;

type MergeSuggestion = Omit<ActionOf<'suggest-merge'>, 'at'>;

/** The action on the earliest of them; null: none. `declined`: outages that the reporter was shown and said to be different. */
export async function suggestMerge(
  transaction: OutageTransaction,
  reported: Outage,
  { limits, declined }: { readonly limits: ManyAtOnce; readonly declined: readonly string[] },
): Promise<MergeSuggestion | null> {
  const since = transaction.now - Math.max(limits.withinMs, AT_ONCE_MS);
  const candidates = await transaction.openOfScenario(reported.report.scenario.id, since);
  const found = similarity(reported, candidates, { limits, declined, now: transaction.now });
  const [earliest] = found?.members ?? [];
  if (!found || !earliest) return null;
  const isGathered = async () => (await transaction.read(earliest.id))?.outage.gathered.includes(found.likeness);
  // The lock comes second, so that most reports of a crowd do not wait for the earliest outage.
  if (await isGathered()) return null;
  await transaction.lock(earliest.id);
  if (await isGathered()) return null;
  const members: Outage[] = [];
  for (const { id } of found.members) {
    const outage = (await transaction.read(id))?.outage;
    if (!outage) throw new Error(`${outageName(reported)} is similar to ${id}, which is not in the store`);
    members.push(outage);
  }
  const others = withoutApart(members).slice(1).map(similarOutage);
  return others.length > 0 ? { type: 'suggest-merge', outageId: earliest.id, likeness: found.likeness, others } : null;
}

const similarOutage = ({ id, number, reporter, report }: Outage): SimilarOutage => ({
  id,
  number,
  reporter: reporter.name,
  project: report.project.name,
  environment: report.environment.name,
});

/** The widest similarity that enough outages share, and these outages, the earliest first. */
export function similarity(
  { id, report }: Pick<Outage, 'id' | 'report'>,
  candidates: readonly SimilarCandidate[],
  { limits, declined, now }: { readonly limits: ManyAtOnce; readonly declined: readonly string[]; readonly now: number },
): { readonly likeness: Similarity; readonly members: readonly SimilarCandidate[] } | null {
  const within = (ms: number) => candidates.filter(({ reportedAt }) => reportedAt >= now - ms);
  const ofScenario = within(limits.withinMs);
  const telling = isTelling(report.scenario.id);
  if (telling && ofScenario.length >= limits.ofScenario) return { likeness: 'scenario', members: ofScenario };
  const ofProject = ofScenario.filter(({ projectId }) => projectId === report.project.id);
  if (telling && ofProject.length >= limits.ofProject) return { likeness: 'project', members: ofProject };
  const atOnce = within(AT_ONCE_MS)
    .filter(({ projectId, environmentId }) => projectId === report.project.id && environmentId === report.environment.id)
    .filter((one) => one.id === id || !declined.includes(one.id));
  return atOnce.length >= AT_ONCE ? { likeness: 'environment', members: atOnce } : null;
}
