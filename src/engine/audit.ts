/**
 * Who wanted what, when, from which client, and did not get it; and from which client the steps of an outage came. It stands
 * beside the record: what happened is in the events, and a refusal changes nothing.
 */
import type { DenialReason } from '../outage/denial-reasons.ts';
import type { Instant } from '../outage/outage.ts';
import type { Log, OutageStore } from './ports/ports.ts';

export type Refusal = {
  readonly person: { readonly id: string; readonly name: string };
  /** The action, the button or the command; never what was typed. */
  readonly what: string;
  /** What they meant, as far as they said it; the store finds out whether it is there. */
  readonly outageId: string | null;
  readonly number: number | null;
  readonly reason: DenialReason;
  readonly client: string;
  readonly conversationId: string;
};
/** `threadId`: the conversation that says which outage is meant, where nothing else does. */
export type Refused = Refusal & { readonly threadId: string | null };
export type KeptRefusal = Pick<Refusal, 'person' | 'what' | 'reason' | 'client'> & { readonly at: Instant };

/** Refusals, which go with other personal data (retention.ts), and from which client the steps of an outage came. */
export interface Audit {
  refused(refusal: Refusal): Promise<void>;
  /** The latest ones about this outage, oldest first. */
  refusalsOf(outageId: string, limit: number): Promise<readonly KeptRefusal[]>;
  /** From where each step came, by its number (1 is the first). Without: the clock's. */
  stepsOf(outageId: string): Promise<ReadonlyMap<number, string>>;
}

/** More are not held while the store is slow; those are in the log. */
const MOST_UNDER_WAY = 200;

/** What writes refusals down beside the answer, which waits for nothing and fails for nothing of it. */
export type Auditor = {
  refused(refused: Refused): void;
  /** Resolves when all that was said so far is stored, or given up. */
  idle(): Promise<void>;
};

export function createAuditor(parts: { audit: Pick<Audit, 'refused'>; outages: Pick<OutageStore, 'idByThread'>; log: Log }): Auditor {
  const { audit, outages, log } = parts;
  const underWay = new Set<Promise<void>>();
  return {
    refused(refused) {
      const { person, what, reason, client } = refused;
      // The outage is as somebody sent it, and perhaps none: the store alone has it.
      const fields = { by: person.id, what: asWord(what), reason, client: asWord(client) };
      if (underWay.size >= MOST_UNDER_WAY) return log.warn(fields, 'refused, and not stored: too many at once');
      log.info(fields, 'refused');
      const stored = store(refused)
        .catch((error) => log.warn({ err: error, ...fields }, 'a refusal could not be stored'))
        .finally(() => underWay.delete(stored));
      underWay.add(stored);
    },
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

/** '/outage list' and 'card iOS', as the log takes a word. */
const asWord = (text: string): string => text.replace(/^\//, '').replaceAll(' ', '-');
