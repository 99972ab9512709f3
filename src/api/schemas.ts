/** What the API takes and gives. The OpenAPI document is made of these schemas. */
import { z } from 'zod';
import type { Outage } from '../outage/types/outage.ts';
import { FIELDS } from '../report/fields.ts';
import { isBlank } from '../report/step.ts';
import { PROBLEM_CODES } from './problem.ts';

const text = (limit: number) => z.string().trim().max(limit, `keep it under ${limit} characters`);
const needed = (limit: number) => text(limit).refine((value) => !isBlank(value), 'say something here');
const time = z.iso.datetime({ offset: true, error: 'write a time with its offset, such as 2026-11-30T09:00:00Z' });
const id = z.string().max(200);

export const reportBody = z
  .strictObject({
    project: id.meta({ description: 'The id of the project in the desk file.', example: 'contoso-erp' }),
    environment: id.meta({ description: 'The id of one of its production environments.', example: 'production' }),
    scenario: id.optional().meta({ description: 'The id of the kind of outage in the desk file. Left out: none that is listed.' }),
    title: needed(FIELDS.title.limit).meta({ description: 'What is wrong, in a few words.', example: 'Checkout does not answer' }),
    description: text(FIELDS.description.limit).default('').meta({ description: 'What is known of it. People read it as plain text.' }),
    impact: text(FIELDS.impact.limit).default('').meta({ description: 'What that stops.' }),
    beganAt: time.optional().meta({ description: 'When it began. A time to come counts as now.' }),
    contact: z
      .strictObject({
        name: needed(FIELDS.name.limit),
        phone: text(FIELDS.phone.limit).default('').meta({ description: 'With its country code.' }),
        email: text(FIELDS.email.limit).default(''),
      })
      .optional()
      .meta({ description: 'Somebody whom the desk may call. It is personal data: it is deleted after a while, and never given out.' }),
  })
  .meta({ id: 'Report' });
export type ReportBody = z.infer<typeof reportBody>;

const labels = z.record(z.string(), z.string()).default({});
const alertStatus = z.enum(['firing', 'resolved']);
export const alertsBody = z
  .object({
    status: alertStatus,
    groupKey: z.string().min(1),
    commonLabels: labels,
    commonAnnotations: labels,
    truncatedAlerts: z.number().catch(0).meta({ description: 'How many `max_alerts` left out.' }),
    alerts: z
      .array(z.object({ status: alertStatus, labels, annotations: labels, startsAt: time, fingerprint: z.string().default('') }))
      .min(1),
  })
  .meta({ id: 'Alerts', description: 'What Prometheus Alertmanager sends. Other keys are not read.' });
export type AlertsBody = z.infer<typeof alertsBody>;

export const noteBody = z.strictObject({ text: needed(FIELDS.description.limit) }).meta({ id: 'Note' });

const STATES = [
  ...(['requested', 'reported', 'acknowledged', 'transferred'] as const),
  ...(['withdrawn', 'merged', 'resolved', 'closed'] as const),
] as const satisfies readonly Outage['state'][];
const maybe = time.nullable();

export const outageAnswer = z
  .object({
    number: z.string().meta({ example: 'OUT-1042' }),
    state: z.enum(STATES),
    project: id,
    environment: id,
    scenario: id,
    reportedAt: time,
    acknowledgeBy: time.meta({ description: 'The promise: a support engineer acknowledges it by then.' }),
    acknowledgedAt: maybe,
    isLate: z.boolean().meta({ description: 'The promise was broken.' }),
    nextUpdateBy: maybe,
    resolvedAt: maybe,
    mergedInto: z.string().nullable(),
    title: z.string().optional().meta({ description: 'This and what follows: with the permission see-entered alone.' }),
    description: z.string().optional(),
    lastUpdate: z.string().optional(),
    resolution: z.string().optional(),
  })
  .meta({ id: 'Outage' });
export type OutageAnswer = z.infer<typeof outageAnswer>;

export const reportAnswer = z
  .object({
    result: z.enum(['created', 'joined', 'nothing']).meta({
      description:
        'created: a new outage. joined: one was open in this environment, and what was sent is a note there. nothing: of alerts that are resolved, none is open.',
    }),
    outage: outageAnswer.optional(),
  })
  .meta({ id: 'Reported' });

export const listAnswer = z
  .object({ outages: z.array(outageAnswer), more: z.boolean().meta({ description: 'There are more than are listed.' }) })
  .meta({ id: 'Outages' });

export const problemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(PROBLEM_CODES).meta({ description: 'The kind of problem, for programs.' }),
    detail: z.string().meta({ description: 'What happened and what to do.' }),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    id: z.string().optional().meta({ description: 'For the administrator, who finds it in the log.' }),
  })
  .meta({ id: 'Problem' });
