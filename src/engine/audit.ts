/** Writes down what was asked for and denied. */
import type { Audit, Refused } from './ports/audit.ts';
import type { Log } from './ports/log.ts';
import type { OutageStore } from './ports/outages.ts';

/** While the store is slow, no more than this are kept waiting; the others are only in the log. */
const MOST_UNDER_WAY = 200;

export type Auditor = ReturnType<typeof createAuditor>;

export function createAuditor(parts: { audit: Pick<Audit, 'refused'>; outages: Pick<OutageStore, 'idByThread'>; log: Log }) {
  const { audit, outages, log } = parts;
  const underWay = new Set<Promise<void>>();
  return {
    /** Stores a denial in the background: the answer to the person does not wait for it and does not fail with it. */
    refused(refused: Refused) {
      const { person, what, reason, client } = refused;
      // The outage id is what the person sent and may be anything, so it goes to the store and not into the log.
      const fields = { by: person.id, what: asWord(what), reason, client: asWord(client) };
      if (underWay.size >= MOST_UNDER_WAY) return log.warn(fields, 'denied, and not stored: too many at the same time');
      log.info(fields, 'refused');
      const stored = store(refused)
        .catch((error) => log.warn({ err: error, ...fields }, 'a denial could not be stored'))
        .finally(() => underWay.delete(stored));
      underWay.add(stored);
    },
    /** Resolves when all denials so far are stored or given up. */
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };

  async function store({ threadId, ...refusal }: Refused): Promise<void> {
    const isNamed = refusal.outageId !== null || refusal.number !== null;
    const outageId = isNamed || threadId === null ? refusal.outageId : await outages.idByThread(threadId);
    await audit.refused({ ...refusal, outageId });
  }
}

/** Turns '/outage list' and 'card iOS' into the words that the log accepts. */
const asWord = (text: string): string => text.replace(/^\//, '').replaceAll(' ', '-');
