/**
 * Membership in projects of the desk file, as far as only Teams knows it: a person's account, and the linked teams that they
 * are in. Answers are cached. Teams is asked again after an hour, after somebody joined or left, and before a person is told
 * that they are no member. While Teams does not answer, its last answer counts for a day.
 */
import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Desk } from '../../desk/desk.ts';
import { seenAccount } from '../../desk/desk-file.ts';
import type { Membership } from '../../desk/eligibility.ts';
import type { Log } from '../../engine/ports/log.ts';
import type { Cache } from '../../engine/ports/messenger.ts';
import type { MembersChange, Sender } from '../in/incoming.ts';
import { withTimeout } from '../out/timeout.ts';
import { type Member, membersOf, type People } from './people.ts';

const MINUTE_MS = 60_000;
/** How long a yes counts. Teams reports who leaves; this is for when it does not. */
const YES_MS = 60 * MINUTE_MS;
/** How long a no counts: somebody who was just added must not wait. */
const NO_MS = MINUTE_MS;
/** How long the last answer counts while Teams does not respond: longer than an outage of Teams, shorter than matters for somebody who left. */
const LAST_KNOWN_MS = 24 * 60 * MINUTE_MS;
/** How long it stays in the cache. It no longer counts by then. */
const KEPT_MS = 2 * LAST_KNOWN_MS;
/** How long a person waits for an answer; a later one is stored for the next time. */
const ASK_LIMIT_MS = 3_000;
/** After no answer Teams is not asked again for so long, so that not everybody waits. */
const PAUSE_MS = 30_000;

const rosterSchema = z.object({ at: z.number(), moved: z.boolean(), ids: z.array(z.string()) });
type KnownRoster = z.infer<typeof rosterSchema>;
const accountSchema = z.object({ at: z.number(), account: z.string().nullable() });

export type Members = ReturnType<typeof createMembers>;

const rosterKey = (team: string) => `roster:${team}`;

export function createMembers(parts: {
  desk: Desk;
  cache: Cache;
  people: People;
  /** The client of the desk's own tenant. */
  client: () => Promise<ConnectorClient>;
  /** Teams' id of the team that a channel is in. */
  teamOf: (channelId: string) => Promise<string>;
  now: () => number;
  log: Log;
}) {
  const { desk, cache, people, client, teamOf, now, log } = parts;
  const { members } = desk;
  const linked = [...new Set(desk.file.projects.flatMap(({ membersFrom }) => membersFrom?.team ?? []))];
  const asking = new Map<string, Promise<unknown>>();
  const silentSince = new Map<string, number>();
  /** How often somebody came or left: a roster that was asked for before may be outdated. */
  const moves = new Map<string, number>();

  return {
    /** Never throws, and ends within some seconds. `ofPerson`: the client of the sender's conversation. */
    async of({ person, place }: Pick<Sender, 'person' | 'place'>, ofPerson: ConnectorClient): Promise<Membership> {
      if (place.tenantId !== desk.file.desk.tenant) return { projects: [], doubt: 'other-tenant' };
      return await membership(person.id, () => people.member(place.conversationId, person.teamsId, ofPerson));
    },

    /** As far as it is known without an activity of the person: for their account, the last answer of Teams counts for a day. */
    ofAbsent: (personId: string) => membership(personId, null),

    /** Stores who came to a linked team or left it. Other rooms are ignored. */
    async keep({ rooms, gone, added, removed }: MembersChange): Promise<void> {
      for (const team of linked) {
        if (!rooms.includes(team) && !rooms.includes(await teamOf(team))) continue;
        moves.set(team, (moves.get(team) ?? 0) + 1);
        silentSince.delete(rosterKey(team));
        const known = await rosterOf(team);
        // Who left counts as gone at once, whether or not Teams answers the next question.
        if (known) await store(team, { ...known, moved: true, ids: known.ids.filter((id) => !gone.includes(id)) });
        log.info({ team, added, removed }, 'the roster of a linked team changed');
      }
    },
  };

  async function membership(personId: string, askAccount: (() => Promise<Member>) | null): Promise<Membership> {
    const ask = members.toAsk(personId);
    const [inTeams, account] = await Promise.all([
      Promise.all(ask.teams.map(async (team) => [team, await isIn(team, personId)] as const)),
      ask.account ? accountFor(personId, askAccount) : null,
    ]);
    const vouched = { account: account ?? null, teams: new Set(inTeams.flatMap(([team, holds]) => (holds ? [team] : []))) };
    const isComplete = account !== undefined && inTeams.every(([, holds]) => holds !== null);
    return { projects: members.projectsOf(personId, vouched), doubt: isComplete ? null : 'not-told' };
  }

  /** null: unknown. */
  async function isIn(team: string, personId: string): Promise<boolean | null> {
    const known = await rosterOf(team);
    const age = known ? now() - known.at : Number.POSITIVE_INFINITY;
    const holds = known?.ids.includes(personId) ?? false;
    if (known && !known.moved && age < (holds ? YES_MS : NO_MS)) return holds;
    const asked = await askOnce(rosterKey(team), () => readRoster(team));
    if (asked) return asked.ids.includes(personId);
    // An old no says nothing about somebody who may have been added since.
    return holds && age < LAST_KNOWN_MS ? true : null;
  }

  async function readRoster(team: string): Promise<KnownRoster> {
    const before = moves.get(team) ?? 0;
    const ids: string[] = [];
    for await (const member of membersOf(team, await client())) if (isOurs(member)) ids.push(member.aadObjectId);
    const roster = { at: now(), moved: (moves.get(team) ?? 0) !== before, ids };
    await store(team, roster);
    return roster;
  }

  /** undefined: unknown; null: there is none. `ask`: null where there is no conversation in which Teams could be asked. */
  async function accountFor(id: string, ask: (() => Promise<Member>) | null): Promise<string | null | undefined> {
    const key = `account:${id}`;
    const known = accountSchema.safeParse(await cache.get(key).catch(() => undefined)).data;
    const age = known ? now() - known.at : Number.POSITIVE_INFINITY;
    const counts = known !== undefined && known.account !== null && members.accounts.has(known.account);
    if (known && age < (counts ? YES_MS : NO_MS)) return known.account;
    const asked =
      ask &&
      (await askOnce(key, async () => {
        const member = await ask();
        // An answer about somebody else, or from another tenant, does not count.
        const own = isOurs(member) && member.aadObjectId === id;
        const found = { at: now(), account: (own && member.account) || null };
        await cache.set(key, found, KEPT_MS).catch(() => undefined);
        if (found.account !== null && members.accounts.has(found.account))
          await cache.set(seenAccount(found.account), true).catch(() => undefined);
        return found;
      }));
    if (asked) return asked.account;
    return counts && age < LAST_KNOWN_MS ? known.account : undefined;
  }

  /** A channel that is shared with other tenants has members from there, whose ids mean nothing here. */
  function isOurs(member: Member): member is Member & { aadObjectId: string } {
    return member.aadObjectId !== undefined && (member.tenantId?.toLowerCase() ?? desk.file.desk.tenant) === desk.file.desk.tenant;
  }

  /** Callers that ask the same at the same time share one answer; null: there was none in time. */
  async function askOnce<T>(what: string, ask: () => Promise<T>): Promise<T | null> {
    if (now() - (silentSince.get(what) ?? Number.NEGATIVE_INFINITY) < PAUSE_MS) return null;
    const running = (asking.get(what) as Promise<T> | undefined) ?? ask().finally(() => asking.delete(what));
    asking.set(what, running);
    try {
      return await withTimeout(running, ASK_LIMIT_MS);
    } catch (error) {
      silentSince.set(what, now());
      log.warn({ err: error, what: what.split(':', 1)[0] }, 'Teams did not answer who somebody is; its last answer counts for a day');
      return null;
    }
  }

  async function rosterOf(team: string): Promise<KnownRoster | null> {
    // When the store does not answer, Teams is asked.
    return rosterSchema.safeParse(await cache.get(rosterKey(team)).catch(() => undefined)).data ?? null;
  }

  async function store(team: string, roster: KnownRoster): Promise<void> {
    await cache.set(rosterKey(team), roster, KEPT_MS).catch(() => undefined);
  }
}
