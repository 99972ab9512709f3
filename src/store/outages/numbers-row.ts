/** What is counted of an outage, as a row. */
import { APART, type Counted } from '../../outage/numbers/count.ts';

/** Times and lengths in ms; the rules are in outage/numbers/count.ts. It holds nothing of a person. */
export type NumbersRow = {
  outage_id: string;
  /** Of the outage when it was counted. An older one says that the row lags. */
  version: number;
  number: number;
  project_id: string;
  scenario_id: string;
  reported_at: number;
  /** The index in APART. */
  apart: number;
  due_at: number;
  in_time: number | null;
  acknowledged_after: number | null;
  resolved_after: number | null;
  updates: number;
  updates_on_time: number;
  update_by: number | null;
};

export const rowOf = ({ id, version }: { readonly id: string; readonly version: number }, counted: Counted): NumbersRow => ({
  outage_id: id,
  version,
  number: counted.number,
  project_id: counted.projectId,
  scenario_id: counted.scenarioId,
  reported_at: counted.reportedAt,
  apart: APART.indexOf(counted.apart),
  due_at: counted.dueAt,
  in_time: counted.inTime === null ? null : Number(counted.inTime),
  acknowledged_after: counted.acknowledgedAfter,
  resolved_after: counted.resolvedAfter,
  updates: counted.updates,
  updates_on_time: counted.updatesOnTime,
  update_by: counted.updateBy,
});
