/** Every deliberate defect, and the check that catches it; `npm run mutants` shows that it does. */

import { API } from './list/api.ts';
import { AUDIT_TRAIL } from './list/audit.ts';
import { COMMANDS_AND_REPORT } from './list/commands-and-report.ts';
import { DELIVERIES } from './list/deliveries.ts';
import { ENGINE_AND_STORE } from './list/engine-and-store.ts';
import { ENGINEERS } from './list/engineers.ts';
import { FROM_MESSAGE } from './list/from-message.ts';
import { JOINING } from './list/joining.ts';
import { LOGS_AND_SECRETS } from './list/logs.ts';
import { MAINTENANCE } from './list/maintenance.ts';
import { MEMBERS } from './list/members.ts';
import { NUMBERS } from './list/numbers.ts';
import { ON_CALL } from './list/on-call.ts';
import { OUTAGE } from './list/outage.ts';
import { PRIVACY } from './list/privacy.ts';
import { RECEIPTS_AND_DRAFTS } from './list/receipts.ts';
import { REQUESTS } from './list/requests.ts';
import { REVIEWS } from './list/reviews.ts';
import { SETUP_IN_TEAMS } from './list/setup.ts';
import { TEAMS } from './list/teams.ts';
import { WEBHOOKS } from './list/webhooks.ts';
import { WHAT_PEOPLE_SEE } from './list/what-people-see.ts';
import { WHO_MAY_DO_WHAT } from './list/who-may.ts';
import type { Mutant } from './mutant.ts';

export const MUTANTS: readonly Mutant[] = [
  ...OUTAGE,
  ...ON_CALL,
  ...MAINTENANCE,
  ...FROM_MESSAGE,
  ...ENGINE_AND_STORE,
  ...DELIVERIES,
  ...NUMBERS,
  ...TEAMS,
  ...API,
  ...COMMANDS_AND_REPORT,
  ...WHAT_PEOPLE_SEE,
  ...ENGINEERS,
  ...REQUESTS,
  ...JOINING,
  ...REVIEWS,
  ...SETUP_IN_TEAMS,
  ...RECEIPTS_AND_DRAFTS,
  ...MEMBERS,
  ...WHO_MAY_DO_WHAT,
  ...LOGS_AND_SECRETS,
  ...AUDIT_TRAIL,
  ...PRIVACY,
  ...WEBHOOKS,
];
