/** The list of what is measured, in the order of the table. */
import { acknowledgement } from './acknowledgement.ts';
import { answer } from './answer.ts';
import { append } from './append.ts';
import { delivery } from './delivery.ts';
import { idle } from './idle.ts';
import { lateness } from './lateness.ts';
import type { Measure } from './measure.ts';
import { memory } from './memory.ts';
import { numbers } from './numbers.ts';
import { peers } from './peers.ts';
import { plans } from './plans.ts';
import { report } from './report.ts';
import { start } from './start.ts';
import { step } from './step.ts';
import { storm } from './storm.ts';
import { twoBots } from './two-bots.ts';
import { webhooks } from './webhooks.ts';

export const MEASURES: readonly Measure[] = [
  ...[step, report, acknowledgement, answer, delivery, lateness, webhooks, storm],
  ...[plans, numbers, append, start, memory, twoBots, idle, peers],
];
