/** Planned maintenance of a project: when it runs, and what is wrong with a window that somebody wrote. Pure. */
import { z } from 'zod';
import type { Instant } from '../outage/types/values.ts';
import { at, type Found, field, list, type Path } from './file/raw.ts';
import { DAY_MS, instantOf, isZone, type LocalTime, readLocal, timeZoneSchema } from './on-call/local-time.ts';
import { keySchema } from './on-call/schema.ts';
import { type InLanguage, textSchema } from './texts.ts';

export type Maintenance = {
  /** A GUID; of one in the desk file its project, its begin and its environments, by which it is known when the file is changed. */
  readonly id: string;
  readonly projectId: string;
  /** Their ids; empty: the whole project. */
  readonly environments: readonly string[];
  readonly from: Instant;
  readonly until: Instant;
  readonly what: string;
  /** The engineer who planned it in Teams; null: the desk file does. */
  readonly by: string | null;
};

export const LONGEST_WHAT = 200;
export const LONGEST_MS = 14 * DAY_MS;

const WHEN = 'write a day and a time, like 2026-12-05 12:00';
const readWhen = (text: string): LocalTime | null => {
  const [date = '', time = '', ...more] = text.split(' ');
  return more.length > 0 ? null : readLocal(date, time);
};
const when = z.string(WHEN).refine((text) => readWhen(text) !== null, WHEN);

export const maintenanceSchema = z.array(
  z.strictObject({
    from: when.describe('When it begins, like 2026-12-05 12:00.'),
    until: when.describe('When it ends; at most 14 days later.'),
    timeZone: timeZoneSchema.optional().describe("The time zone of these times; the desk's own without it."),
    what: textSchema(z.string().trim().min(1, 'say something here').max(LONGEST_WHAT, `keep it under ${LONGEST_WHAT} characters`)).describe(
      'What is done. Customers and those who follow read it.',
    ),
    environments: z
      .array(keySchema)
      .min(1, 'name at least one environment, or leave this out')
      .optional()
      .describe('Of which environments of the project; without it, of all.'),
  }),
);

type WindowFile = InLanguage<z.infer<typeof maintenanceSchema>>[number];

/** Times that the clock shows twice or never are read as those of on-call: the first one, or as much later. */
function timesOf({ from, until, timeZone }: Pick<WindowFile, 'from' | 'until' | 'timeZone'>, zone: string) {
  const read = (text: string) => instantOf(readWhen(text) ?? Number.NaN, timeZone ?? zone);
  return { from: read(from), until: read(until) };
}

type Named = { readonly id: string; readonly maintenance: readonly WindowFile[] };

/** Those that the desk file plans. `zone`: of the desk. */
export const maintenanceOf = (projects: readonly Named[], zone: string): readonly Maintenance[] =>
  projects.flatMap(({ id: projectId, maintenance }) =>
    maintenance.map(({ what, environments = [], ...entry }) => {
      const times = timesOf(entry, zone);
      // Sorted, so that it is the same in whatever order the file names them.
      return { id: [projectId, times.from, ...environments.toSorted()].join(' '), projectId, environments, ...times, what, by: null };
    }),
  );

/** What is wrong with its times, whoever wrote them; null: nothing. */
export function faultOf({ from, until }: Pick<Maintenance, 'from' | 'until'>): 'ends-first' | 'too-long' | null {
  if (until <= from) return 'ends-first';
  return until - from > LONGEST_MS ? 'too-long' : null;
}

/** Of the whole project, or of an environment that both have. */
const meets = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === 0 || others.length === 0 || some.some((one) => others.includes(one));

/** Whether these environments are all of those, and perhaps more. */
const covers = (these: readonly string[], those: readonly string[]): boolean =>
  these.length === 0 || (those.length > 0 && those.every((one) => these.includes(one)));

export const isRunning = ({ from, until }: Maintenance, now: Instant): boolean => from <= now && now < until;

/** What runs at this moment in an environment, the one that ends last first. */
export const runningIn = (windows: readonly Maintenance[], projectId: string, environmentId: string, now: Instant) =>
  windows
    .filter((one) => one.projectId === projectId && isRunning(one, now) && meets(one.environments, [environmentId]))
    .toSorted((one, other) => other.until - one.until);

/** Another window of the same environment at the same time: people could not tell which of the two they see. */
export const overlapping = (window: Maintenance, others: readonly Maintenance[]): Maintenance | undefined =>
  others.find(
    (other) =>
      other.id !== window.id &&
      other.projectId === window.projectId &&
      other.from < window.until &&
      window.from < other.until &&
      meets(other.environments, window.environments),
  );

/** Whether the other ran when the window ended, in all its environments. */
export const goesOnIn = (window: Maintenance, other: Maintenance): boolean =>
  other.id !== window.id &&
  other.projectId === window.projectId &&
  other.from < window.until &&
  window.until < other.until &&
  covers(other.environments, window.environments);

/**
 * Which running windows of the desk file go on in a new one by another id, because their begin or their environments were corrected, or the
 * id is made otherwise than by an older bot: by the id that they had, the one that they have now.
 */
export function goingOn(known: readonly Maintenance[], planned: readonly Maintenance[], now: Instant): ReadonlyMap<string, string> {
  const inNoneOf = (windows: readonly Maintenance[]) => (one: Maintenance) =>
    isRunning(one, now) && !windows.some(({ id }) => id === one.id);
  const free = new Set(planned.filter(inNoneOf(known)));
  const ids = new Map<string, string>();
  for (const { id, projectId, environments } of known.filter(({ by }) => by === null).filter(inNoneOf(planned))) {
    const same = [...free].filter((one) => one.projectId === projectId && meets(one.environments, environments));
    const next = same.find((one) => covers(one.environments, environments) && covers(environments, one.environments)) ?? same[0];
    if (!next) continue;
    free.delete(next);
    ids.set(id, next.id);
  }
  return ids;
}

const FAULTS = {
  'ends-first': 'this is not after `from`; write a later time. Where the clocks change in between, write both with timeZone: UTC',
  'too-long': 'this is more than 14 days after `from`; write a shorter window, and another one for what follows',
} as const;

/** Its times, where they can be read at all: what cannot is a mistake that is named already. `zone`: where it names none. */
function readRaw(window: unknown, zone: unknown) {
  const [from, until, timeZone] = [field(window, 'from'), field(window, 'until'), field(window, 'timeZone') ?? zone];
  if (typeof from !== 'string' || typeof until !== 'string' || readWhen(from) === null || readWhen(until) === null) return null;
  return typeof timeZone === 'string' && isZone(timeZone) ? timesOf({ from, until }, timeZone) : null;
}

/** Checks the windows of a desk file in which other things may be wrong. */
export function checkMaintenance(file: Found, complain: (path: Path, message: string) => void): void {
  const zone = field(field(file.value, 'desk'), 'timeZone') ?? 'UTC';
  for (const project of at(file, 'projects.*')) {
    const known = list(field(project.value, 'environments')).map((one) => field(one, 'id'));
    const above: Maintenance[] = [];
    for (const { value, path } of at(project, 'maintenance.*')) {
      const environments = at({ value, path }, 'environments.*').filter((one) => typeof one.value === 'string');
      for (const one of environments)
        if (!known.includes(one.value)) complain(one.path, `this project has no environment '${one.value}'; name one of its own`);
      const times = readRaw(value, zone);
      if (!times) continue;
      const ids = environments.map((one) => String(one.value));
      const window = { id: path.join(), projectId: '', environments: ids, ...times, what: '', by: null };
      const fault = faultOf(times);
      if (fault) complain([...path, 'until'], FAULTS[fault]);
      else if (overlapping(window, above)) complain(path, 'this overlaps one above; make them one, or name other environments');
      above.push(window);
    }
  }
}
