/** Personal data stands beside the record, by tokens; the record is a chain of hashes; and when an outage ended is known. */
import { type Kysely, sql } from 'kysely';
import type { OutageEvent } from '../../outage/events.ts';
import { hashOf } from '../outages/record.ts';
import { newSalt, type Personal, SALT_ROW, split } from '../personal/split.ts';

const TABLES = [
  sql`create table personal (
    outage_id text not null references outage (id),
    token text not null,
    person_id text not null,
    value text not null,
    constraint personal_key primary key (outage_id, token)
  )`,
  sql`create index personal_of_person on personal (person_id)`,
  sql`create table to_forget (person_id text primary key, asked_at bigint not null)`,
  sql`alter table outage_event add column hash text not null default ''`,
  sql`alter table outage add column head text not null default ''`,
  sql`alter table outage add column ended_at bigint`,
  sql`create index outage_to_anonymise on outage (ended_at) where ended_at is not null`,
  sql`update outage set ended_at = updated_at where state in ('closed', 'withdrawn', 'merged', 'transferred')
    or (state = 'requested' and exists (select 1 from outage_event e where e.outage_id = outage.id and e.type = 'answered'))`,
];

export async function personalData(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES) await statement.execute(db);
  await moveOut(db);
}

type Row = { seq: number; type: string; at: number; data: string };

/** Until now the events held everything, and there was no chain. */
async function moveOut(db: Kysely<unknown>): Promise<void> {
  const { rows: outages } = await sql<{ id: string }>`select id from outage`.execute(db);
  for (const { id: outageId } of outages) {
    const { rows } = await sql<Row>`select seq, type, at, data from outage_event where outage_id = ${outageId} order by seq`.execute(db);
    const salt = newSalt();
    const found = new Map<string, Personal>([[SALT_ROW, { token: SALT_ROW, personId: '', value: salt }]]);
    let before = '';
    for (const { seq, type, at, data: whole } of rows) {
      const { data, personal } = split(JSON.parse(whole) as OutageEvent, salt);
      for (const one of personal.values()) found.set(one.token, one);
      before = hashOf(before, { outageId, seq, type, at: Number(at), data });
      await sql`update outage_event set data = ${data}, hash = ${before} where outage_id = ${outageId} and seq = ${seq}`.execute(db);
    }
    await sql`update outage set head = ${before} where id = ${outageId}`.execute(db);
    for (const { token, personId, value } of found.values())
      await sql`insert into personal (outage_id, token, person_id, value) values (${outageId}, ${token}, ${personId}, ${value})`.execute(
        db,
      );
  }
}
