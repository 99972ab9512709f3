/**
 * What kinds of outage can be chosen. The default catalogue is ours, made after what Microsoft publishes about
 * production outages of its finance and operations apps; no official list exists as text. A desk file may replace it.
 */
import { z } from 'zod';

export const scenarioSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'use small letters, digits and hyphens'),
  title: z.string().trim().min(1).max(60, 'keep it under 60 characters; it has to fit a phone'),
  /** One line that ends the doubt. */
  chooseWhen: z.string().trim().min(1).max(160, 'keep it under 160 characters'),
  /** What to do instead: who chooses this is told so, and nothing is reported. */
  redirect: z.string().trim().min(1).optional(),
});

export const DEFAULT_SCENARIOS: z.infer<typeof scenarioSchema>[] = [
  {
    id: 'sign-in',
    title: 'Nobody can sign in',
    chooseWhen: 'Every user fails to sign in to production. One user or one password is for your own IT helpdesk.',
  },
  {
    id: 'environment-down',
    title: 'Production cannot be reached',
    chooseWhen: 'The site shows an error, stays blank or never loads, for everyone and from more than one network.',
  },
  {
    id: 'severe-slowness',
    title: 'The whole system is too slow to work',
    chooseWhen: 'Most users are stalled in several modules. One slow form or report is an ordinary request.',
  },
  {
    id: 'core-process-blocked',
    title: 'A core process fails for everyone',
    chooseWhen: 'The site is up, but posting, order release or invoicing fails for all.',
  },
  {
    id: 'batch-stopped',
    title: 'Batch jobs do not run',
    chooseWhen: 'The queue is stuck, nothing executes and the business waits for it. Not for one failed job.',
  },
  {
    id: 'data-exchange-down',
    title: 'Import and export have stopped',
    chooseWhen: 'Data management fails for every entity. Not for one file or one mapping.',
  },
  {
    id: 'integration-down',
    title: 'API or web service cannot be reached',
    chooseWhen: 'All integrations fail. Not for one app with an expired secret or a 401 of its own.',
  },
  {
    id: 'commerce-down',
    title: 'Stores or web shop cannot sell',
    chooseWhen: 'Point of sale, scale unit or web shop is down. Not for one register, printer or terminal.',
  },
  {
    id: 'warehouse-down',
    title: 'The warehouse floor has stopped',
    chooseWhen: 'The mobile app cannot process work at one or more sites. Not for one device.',
  },
  {
    id: 'financial-reporting-down',
    title: 'Financial reporting is down at closing',
    chooseWhen: 'Reporting is unavailable and a closing or statutory date is at hand.',
  },
  {
    id: 'update-failed',
    title: 'Production is stuck after an update',
    chooseWhen: 'An update or deployment ran over its window or left production unusable.',
  },
  {
    id: 'wider-incident',
    title: 'A wider Microsoft incident hits us',
    chooseWhen: 'Service health shows an incident that matches yours, and you need help with it.',
  },
  {
    id: 'security',
    title: 'A suspected breach or data exposure',
    chooseWhen: 'Somebody may have got in, or data may have got out.',
    redirect:
      'A suspected breach must not be written into a channel. Call us now and say that it is about security; we will take it from there with you alone.',
  },
  {
    id: 'not-listed',
    title: 'None of these',
    chooseWhen: 'All three conditions hold, but nothing above fits. Support confirms whether it is an outage.',
  },
];
