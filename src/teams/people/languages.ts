/** Which language a person reads: the one that they chose, else the last one that Teams said of their client. */
import { LRUCache } from 'lru-cache';
import type { Follows, Languages } from '../../engine/ports/desk.ts';
import type { Log } from '../../engine/ports/log.ts';
import type { Cache } from '../../engine/ports/messenger.ts';
import type { Language } from '../../outage/follow/language.ts';
import type { Request } from '../in/incoming.ts';

/** For bots that did not hear of a choice themselves; each turn and each message asks. */
const KNOWN = { maxSize: 10_000, sizeCalculation: () => 1, ttl: 60_000 };
/** Each activity of the person renews it. */
const SEEN_MS = 90 * 24 * 3_600_000;

const localeKey = (personId: string) => `locale:${personId}`;

/** `clock`: of this process; the machine's without it. */
export function createLanguages(parts: { follows: Pick<Follows, 'chosenBy' | 'choose'>; cache: Cache; clock?: () => number }): Languages {
  const { follows, cache, clock } = parts;
  const chosen = new LRUCache<string, { readonly language: Language | null }>({
    ...KNOWN,
    ttlResolution: 0,
    ...(clock && { perf: { now: clock } }),
  });

  async function chosenBy(personId: string): Promise<Language | null> {
    const known = chosen.get(personId);
    if (known) return known.language;
    const { language = null } = await follows.chosenBy(personId);
    chosen.set(personId, { language });
    return language;
  }

  return {
    chosenBy,

    /** A BCP 47 tag; empty: nothing is known. */
    async of(personId: string): Promise<string> {
      const known = (await chosenBy(personId)) ?? (await cache.get(localeKey(personId), true));
      return typeof known === 'string' ? known : '';
    },

    /** null: that of their client. */
    async choose(personId: string, language: Language | null): Promise<void> {
      const { language: _, ...others } = await follows.chosenBy(personId);
      await follows.choose(personId, { ...others, ...(language && { language }) });
      chosen.set(personId, { language });
    },
  };
}

/**
 * The request with the language of its sender as its locale. What Teams says of their client is remembered, but not of somebody whose
 * tenant is in doubt. While the store is away, it is the client's.
 */
export const createReadsIn =
  ({ languages, cache, log }: { languages: Pick<Languages, 'chosenBy'>; cache: Cache; log: Log }) =>
  async <Asked extends Request>(request: Asked): Promise<Asked> => {
    const { person, tenants } = request.sender;
    if (tenants.length !== 1) return request;
    try {
      if (request.locale !== '') await cache.keep(localeKey(person.id), request.locale, SEEN_MS);
      const chosen = await languages.chosenBy(person.id);
      return chosen ? { ...request, locale: chosen, sender: { ...request.sender, locale: chosen } } : request;
    } catch (error) {
      log.warn({ err: error, person: person.id }, 'the language of a person could not be read');
      return request;
    }
  };
