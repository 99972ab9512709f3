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
  const [id, large] = [randomUUID(), 'x'.repeat(BYTES)];
  const [none, zero] = ['', 0];
  const names = { project_id: none, environment_id: none, scenario_id: none, reporter_id: none, owner_id: null };
  const times = { reported_at: zero, updated_at: zero, ended_at: null };
  const outage = {
    ...names,
    ...times,
    id,
    number: LOWEST + randomInt(ROOM),
    request_number: null,
    version: 1,
    head: none,
  };
  const message = { key: id, outage_id: id, kind: 'opening', place: 'desk', lane: id, seq: 1, priority: zero, after_key: null } as const;
  const undelivered = {
    state: 'waiting',
    due_at: zero,
    created_at: zero,
    error: null,
    conversation_id: null,
    activity_id: null,
    done_at: null,
  } as const;
  try {
    await db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('counter')
        .set((of) => ({ value: of.ref('value') }))
        .where('name', '=', 'probe')
        .execute();
      await transaction
        .insertInto('outage')
        .values({ ...outage, state: 'reported' })
        .execute();
      const event = { outage_id: id, seq: 1, type: 'reported', at: zero, data: large, client: null, hash: none } as const;
      await transaction.insertInto('outage_event').values(event).execute();
      await transaction.insertInto('personal').values({ outage_id: id, token: none, person_id: none, value: large }).execute();
      await transaction.insertInto('lane').values({ id }).execute();
      await transaction
        .insertInto('delivery')
        .values({ ...message, ...undelivered })
        .execute();
      await transaction.insertInto('deadline').values({ outage_id: id, kind: 'ladder', due_at: zero, lease_until: zero }).execute();
      await transaction
        .insertInto('draft')
        .values({ nonce: id, person_id: none, data: large, touched_at: zero, nudge: zero, held_until: zero })
        .execute();
      throw TAKEN_BACK;
    });
  } catch (error) {
    if (error !== TAKEN_BACK) throw error;
  }
  await growBy(BYTES);
}
