/** What a webhook says: its schema, from which schema.json is made, and the body of one event. */
import { z } from 'zod';
import { publishedAs } from '../outage/audience.ts';
import { type EventOf, eventOf, type OutageEvent } from '../outage/events.ts';
import { replay } from '../outage/evolve.ts';
import { isRemoved } from '../outage/personal-data.ts';
import { rungKind } from '../outage/promise.ts';
import { type Outage, outageName, ownerOf, PHASES } from '../outage/types/outage.ts';
import type { Instant, Report } from '../outage/types/values.ts';
import { WEBHOOK_EVENTS } from '../outage/types/webhooks.ts';

/** Raised when a key goes or means something else. New keys may come with the same version. */
const VERSION = 1;
const STATES = ['reported', 'acknowledged', 'transferred', 'withdrawn', 'merged', 'resolved', 'closed'] as const;
const RUNGS = ['reminder', 'last-call', 'breach', 'still-open'] as const;

const time = z.string().meta({ format: 'date-time', description: 'UTC.' });
const named = z.object({ id: z.string(), name: z.string() });

const outageSchema = z.object({
  number: z.string().describe('As people write it, such as OUT-1042. It is the same in every event of an outage.'),
  state: z.enum(STATES),
  phase: z.enum(PHASES).nullable().describe('How far the work is, while it is acknowledged.'),
  project: named.describe('The customer, by the desk file.'),
  environment: named,
  scenario: z.object({ id: z.string(), title: z.string() }),
  reportedAt: time,
  acknowledgeBy: time.describe('The end of the promise.'),
  acknowledgedAt: time.nullable(),
  breachedAt: time.nullable().describe('When the promise ended and nobody had acknowledged.'),
  nextUpdateBy: time.nullable(),
  resolvedAt: time.nullable(),
  team: z
    .object({ ...named.shape, replyBy: time })
    .nullable()
    .describe('Who answers, where it was transferred.'),
  mergedInto: z.string().nullable().describe('The number of the outage that it is the same as.'),
});

const fullSchema = z.object({
  title: z.string(),
  description: z.string(),
  affected: z.string(),
  impact: z.string(),
  recentChanges: z.string(),
  reporter: z.string(),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
  owner: z.string().describe('The engineer who has it; empty: nobody.'),
  by: z.string().describe('Who did what the event says; empty: the clock.'),
  text: z.string().describe('What they wrote: the update, the resolution, the reason.'),
  tickets: z.array(z.string()).describe('In other systems, each by its address where an engineer gave one, else by its number.'),
});

export const bodySchema = z
  .object({
    type: z.enum(WEBHOOK_EVENTS).describe('What happened.'),
    timestamp: time.describe('When it happened. The header webhook-timestamp says when it was sent.'),
    data: z.object({
      version: z.literal(VERSION).describe('Of this schema. New keys may come with the same version.'),
      sequence: z.int().min(1).describe('Grows with each event of an outage; some numbers are left out.'),
      drill: z.boolean().describe('A drill: nothing is down.'),
      rung: z.enum(RUNGS).nullable().describe('Of outage.escalated: which step of the escalation it is.'),
      outage: outageSchema.describe('As it was after the event.'),
      full: fullSchema.optional().describe('With detail: full alone. Empty where personal data was removed since.'),
    }),
  })
  .describe('What Outage Desk sends to a webhook.');
export type Body = z.infer<typeof bodySchema>;

/** For a file, and for a receiver that checks what comes. */
export const bodyJsonSchema = (): object => {
  const { $schema, ...schema } = z.toJSONSchema(bodySchema, { io: 'input' });
  return { $schema, title: 'Outage Desk webhook', ...schema };
};

type Told = { readonly key: string; readonly seq: number };
type Events = readonly OutageEvent[];

/** The same whenever it is sent: the outage as it was after the event. Throws when the event is not published. */
export function bodyOf(notice: Told, events: Events, detail: 'public' | 'full'): Body {
  const event = eventOf(notice, events);
  const type = publishedAs(event);
  if (type === null) throw new Error(`${event.type} is not for webhooks`);
  return bodyAs(type, notice, events, detail);
}

/** The same of an event that no webhook hears, under a name for it. */
export function bodyAs<Type extends string>(type: Type, notice: Told, events: Events, detail: 'public' | 'full') {
  const event = eventOf(notice, events);
  const outage = replay(events.slice(0, notice.seq));
  if (!outage || outage.state === 'requested') throw new Error(`${event.type} is of no outage`);
  const data = {
    version: VERSION,
    sequence: notice.seq,
    drill: outage.drill !== null,
    rung: event.type === 'escalated' ? rungKind(outage.ladder, event.rung) : null,
    outage: publicOf(outage),
    ...(detail === 'full' && { full: fullOf(outage, event) }),
  } as const;
  return { type, timestamp: iso(event.at), data };
}

const iso = (at: Instant): string => new Date(at).toISOString();
const isoOrNull = (at: Instant | null | undefined): string | null => (typeof at === 'number' ? iso(at) : null);

/** Times, our own states, and names of the desk file. */
function publicOf(outage: Exclude<Outage, { state: 'requested' }>): Body['data']['outage'] {
  const { report } = outage;
  const inWork = outage.state === 'acknowledged';
  return {
    number: outageName(outage),
    state: outage.state,
    phase: inWork ? outage.phase : null,
    project: idAndName(report.project),
    environment: idAndName(report.environment),
    scenario: { id: report.scenario.id, title: report.scenario.title },
    reportedAt: iso(outage.reportedAt),
    acknowledgeBy: iso(outage.acknowledgeBy),
    acknowledgedAt: isoOrNull('acknowledgedAt' in outage ? outage.acknowledgedAt : null),
    breachedAt: isoOrNull(outage.breachedAt),
    nextUpdateBy: inWork ? iso(outage.nextUpdateBy) : null,
    resolvedAt: isoOrNull('resolvedAt' in outage ? outage.resolvedAt : null),
    team: outage.state === 'transferred' ? { ...idAndName(outage.team), replyBy: iso(outage.replyBy) } : null,
    mergedInto: outage.state === 'merged' ? outageName(outage.into) : null,
  };
}

const idAndName = ({ id, name }: Report['project']) => ({ id, name });

function fullOf(outage: Outage, event: OutageEvent): NonNullable<Body['data']['full']> {
  const { report, reporter } = outage;
  const { name, email, phone } = report.contact;
  // Whoever is affected too may be of another customer.
  const isUnnamed = event.type === 'reopened' && event.stillDown !== undefined;
  const reason = 'reason' in event && !isUnnamed ? event.reason : '';
  const written = 'text' in event ? event.text : event.type === 'reviewed' ? reviewOf(event) : reason;
  return {
    title: kept(report.title),
    description: kept(report.description),
    affected: kept(report.affected),
    impact: kept(report.impact),
    recentChanges: kept(report.recentChanges),
    reporter: kept(reporter.name),
    contact: { name: kept(name), email: kept(email), phone: kept(phone) },
    owner: kept(ownerOf(outage)?.name ?? ''),
    by: kept((!isUnnamed && 'by' in event ? event.by?.name : '') ?? ''),
    text: kept(written),
    tickets: outage.tickets.map(({ name, url }) => kept(url ?? name)).filter(Boolean),
  };
}

/** Cause, what helped, and the follow-ups, a line each. */
const reviewOf = ({ cause, helped, followUps }: EventOf<'reviewed'>): string =>
  [cause, helped, ...followUps.map(({ text, owner, dueAt }) => [text, owner.name].map(kept).concat(iso(dueAt)).join(', '))]
    .map(kept)
    .filter(Boolean)
    .join('\n');

/** A token of the store says nothing to anybody. */
const kept = (text: string): string => (isRemoved(text) ? '' : text);
