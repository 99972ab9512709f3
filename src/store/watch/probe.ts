/** Finds out whether a report could be stored now: does what a report does, and takes it back. */
import { randomInt, randomUUID } from 'node:crypto';
import type { SqlDialect } from '../dialect.ts';

/** More than the events, the deliveries and the draft of a long report take. */
const BYTES = 64 * 1024;
/** The lowest numbers of the column, which no series comes to; a random one, or two bots that look at once would wait for each other. */
const LOWEST = -(2 ** 31);
const ROOM = 1_000_000;

const TAKEN_BACK = new Error('the probe is taken back');

/** Throws when a report could not be stored now. */
export async function probe({ db, growBy }: SqlDialect): Promise<void> {
  const [id, large, number] = [randomUUID(), 'x'.repeat(BYTES), LOWEST + randomInt(ROOM)];
  const ofNobody = { project_id: '', environment_id: '', scenario_id: '', reporter_id: '' };
  const outage = { id, number, state: 'reported', version: 1, head: '', ...ofNobody, reported_at: 0, updated_at: 0 } as const;
  const event = { outage_id: id, seq: 1, type: 'reported', at: 0, data: large, hash: '' } as const;
  const opening = { key: id, outage_id: id, kind: 'opening', place: 'desk', lane: id, seq: 1, priority: 0 } as const;
  const delivery = { ...opening, state: 'waiting', due_at: 0, created_at: 0 } as const;
  const deadline = { outage_id: id, kind: 'ladder', due_at: 0, lease_until: 0 } as const;
  const draft = { nonce: id, person_id: '', data: large, touched_at: 0, nudge: 0, held_until: 0 };
  const writing = db.transaction().execute(async (transaction) => {
    const counter = transaction.updateTable('counter').set((of) => ({ value: of.ref('value') }));
    await counter.where('name', '=', 'probe').execute();
    await transaction.insertInto('outage').values(outage).execute();
    await transaction.insertInto('outage_event').values(event).execute();
    await transaction.insertInto('personal').values({ outage_id: id, token: '', person_id: '', value: large }).execute();
    await transaction.insertInto('lane').values({ id }).execute();
    await transaction.insertInto('delivery').values(delivery).execute();
    await transaction.insertInto('deadline').values(deadline).execute();
    await transaction.insertInto('draft').values(draft).execute();
    throw TAKEN_BACK;
  });
  await writing.catch((error) => {
    if (error !== TAKEN_BACK) throw error;
  });
  await growBy(BYTES);
}
