/** ONE suite for every database: a store that passes it may be used for any other. */
import { alarmsContract } from './alarms.ts';
import { auditContract } from './audit.ts';
import { cacheContract } from './cache.ts';
import { deadlinesContract } from './deadlines.ts';
import { triesContract } from './delivery-attempts.ts';
import { draftsContract } from './drafts.ts';
import { filesContract } from './files.ts';
import { healthContract } from './health.ts';
import { lanesContract } from './lanes.ts';
import { waitsContract } from './leases.ts';
import { listsContract } from './lists.ts';
import { looksContract } from './looks.ts';
import { maintenanceContract } from './maintenance.ts';
import { numbersContract } from './numbers.ts';
import { onCallContract } from './on-call.ts';
import { outagesContract } from './outages.ts';
import { overridesContract } from './overrides.ts';
import { paceContract } from './rate-limits.ts';
import { receiptsContract } from './receipts.ts';
import { requestsContract } from './requests.ts';
import { roomsContract } from './rooms.ts';
import { settledContract } from './settled.ts';
import type { OpenStores } from './stores.ts';

export function storeContract(open: OpenStores): void {
  outagesContract(open);
  listsContract(open);
  requestsContract(open);
  deadlinesContract(open);
  lanesContract(open);
  triesContract(open);
  paceContract(open);
  cacheContract(open);
  healthContract(open);
  alarmsContract(open);
  waitsContract(open);
  roomsContract(open);
  overridesContract(open);
  onCallContract(open);
  numbersContract(open);
  looksContract(open);
  maintenanceContract(open);
  receiptsContract(open);
  draftsContract(open);
  filesContract(open);
  auditContract(open);
  settledContract(open);
}
