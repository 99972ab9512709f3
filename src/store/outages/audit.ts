/** Denials, and from which client the steps of an outage came. */
import type { Audit } from '../../engine/ports/audit.ts';
import { outageName } from '../../outage/types/outage.ts';
import type { SqlDialect } from '../dialect.ts';

const LONGEST_NAME = 200;

export function createAudit(dialect: SqlDialect): Audit {
  const { db, now } = dialect;
  return {
    async refused({ person, what, outageId, number, reason, client, conversationId }) {
      const meant = db
        .selectFrom('outage')
        .select('id')
        .where((is) => is.or([is('id', '=', outageId ?? ''), is('number', '=', number), is('request_number', '=', number)]))
        .limit(1);
      await db
        .insertInto('refusal')
        .values({
          at: now(),
          person_id: person.id,
          name: person.name.slice(0, LONGEST_NAME),
          what,
          reason,
          client,
          outage_id: outageId === null && number === null ? null : meant,
          asked: number === null ? '' : outageName({ number }),
          conversation_id: conversationId,
        })
        .execute();
    },

    async refusalsOf(outageId, limit) {
      const rows = await db
        .selectFrom('refusal')
        .select(['at', 'person_id', 'name', 'what', 'reason', 'client'])
        .where('outage_id', '=', outageId)
        .orderBy('at', 'desc')
        .orderBy('position', 'desc')
        .limit(limit)
        .execute();
      return rows.reverse().map(({ person_id: id, name, ...rest }) => ({ ...rest, person: { id, name } }));
    },

    async stepsOf(outageId) {
      const steps = await db
        .selectFrom('outage_event')
        .select(['seq', 'client'])
        .where('outage_id', '=', outageId)
        .where('client', 'is not', null)
        .execute();
      return new Map(steps.map(({ seq, client }) => [seq, client ?? '']));
    },

    async hashOf(outageId, seq) {
      const event = db.selectFrom('outage_event').select('hash').where('outage_id', '=', outageId).where('seq', '=', seq);
      return (await event.executeTakeFirst())?.hash ?? null;
    },
  };
}
