/** What a certificate says: times, promises and counts of an outage, as one reader may see them. Pure. */
import { z } from 'zod';
import type { OutageEvent } from '../outage/events.ts';
import { replay } from '../outage/evolve.ts';
import { isRemoved } from '../outage/personal-data.ts';
import { affectedPeople, isOpen, type Outage, outageName } from '../outage/types/outage.ts';
import type { Instant } from '../outage/types/values.ts';
import { OUTCOMES, promisesOf } from './promises.ts';

/** `reporter`: names of engineers as customers read them, and nothing of another customer. `desk`: all names and everybody affected. */
export const READERS = ['reporter', 'desk'] as const;
export type Reader = (typeof READERS)[number];

export const HAPPENED = [
  ...(['reported', 'promoted', 'acknowledged', 'taken-back', 'handed-over', 'released', 'updated', 'transferred', 'objected'] as const),
  ...(['withdrawn', 'merged', 'resolved', 'reopened', 'closed', 'desk-unreached', 'desk-reached', 'restored'] as const),
] satisfies readonly OutageEvent['type'][];
export type Happened = (typeof HAPPENED)[number];
const isListed = (type: OutageEvent['type']): type is Happened => (HAPPENED as readonly string[]).includes(type);

/** Raised when a key goes or means something else. */
const VERSION = 1;
const time = z.iso.datetime();
const named = z.object({ id: z.string(), name: z.string() });

export const certificateSchema = z.object({
  format: z.literal('outage-desk-certificate'),
  version: z.literal(VERSION),
  issuedAt: time,
  reader: z.enum(READERS),
  /** In which people read the times of the PDF; the times here are UTC. */
  timeZone: z.string(),
  /** Of the pages. */
  language: z.string().default('en'),
  desk: z.object({ name: z.string(), keyId: z.string(), keyUrl: z.string().nullable() }),
  outage: z.object({ number: z.string(), project: named, environment: named, scenario: z.object({ id: z.string(), title: z.string() }) }),
  state: z.enum(['reported', 'acknowledged', 'transferred', 'withdrawn', 'merged', 'resolved', 'closed']),
  isOver: z.boolean(),
  /** `by`: the engineer who acknowledged. `more`: which team, which outage, or since when nothing is known. */
  history: z.array(z.object({ at: time, what: z.enum(HAPPENED), by: z.string().optional(), more: z.string().optional() })),
  promises: z.array(
    z.object({ what: z.enum(['acknowledge', 'update']), since: time, dueAt: time, doneAt: time.nullable(), outcome: z.enum(OUTCOMES) }),
  ),
  affected: z.object({ people: z.int() }),
  /** The hash of event number `events`, which is one over all events before it. */
  record: z.object({ events: z.int(), head: z.string() }),
});
export type Certificate = z.infer<typeof certificateSchema>;

export type Facts = {
  readonly events: readonly OutageEvent[];
  readonly head: string;
  readonly reader: Reader;
  readonly timeZone: string;
  readonly language: string;
  readonly issuedAt: Instant;
  readonly desk: Certificate['desk'];
};

/** Of a drill or a request there is none: nothing was down, or nothing was promised. */
export const isCertified = ({ drill, request }: Outage): boolean => !drill && (!request || request.promoted !== null);

const iso = (at: Instant): string => new Date(at).toISOString();

/** Throws for what is not certified. */
export function certificateOf({ events, head, reader, timeZone, language, issuedAt, desk }: Facts): Certificate {
  const outage = replay(events);
  if (!outage || outage.state === 'requested' || !isCertified(outage)) throw new Error('there is no certificate of it');
  const { project, environment, scenario } = outage.report;
  return {
    format: 'outage-desk-certificate',
    version: VERSION,
    issuedAt: iso(issuedAt),
    reader,
    timeZone,
    language,
    desk,
    outage: {
      number: outageName(outage),
      project: { id: project.id, name: project.name },
      environment: { id: environment.id, name: environment.name },
      scenario: { id: scenario.id, title: scenario.title },
    },
    state: outage.state,
    isOver: !isOpen(outage),
    history: events.flatMap((event) => (isListed(event.type) ? [{ at: iso(event.at), what: event.type, ...detailOf(event) }] : [])),
    promises: promisesOf(events, issuedAt).map(({ kind, since, dueAt, doneAt, outcome }) => ({
      ...{ what: kind, since: iso(since), dueAt: iso(dueAt), doneAt: doneAt === null ? null : iso(doneAt), outcome },
    })),
    affected: { people: affectedPeople(reader === 'desk' ? outage : withoutOthers(outage)).length },
    record: { events: events.length, head },
  };
}

/** Without those of other customers, and without those of whom the record does not say whose they are. */
const withoutOthers = (outage: Outage): Outage => ({
  ...outage,
  absorbed: [],
  joined: outage.joined.filter(({ project }) => project.id === outage.report.project.id),
});

function detailOf(event: OutageEvent): Pick<Certificate['history'][number], 'by' | 'more'> {
  switch (event.type) {
    case 'acknowledged':
    case 'handed-over':
      return isRemoved(event.by.name) ? {} : { by: event.by.name };
    case 'transferred':
      return { more: event.team.name };
    case 'merged':
      return { more: outageName(event.into) };
    case 'restored':
      return { more: iso(event.to) };
    default:
      return {};
  }
}
