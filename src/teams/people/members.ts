/**
 * Membership in projects of the desk file, as far as only Teams knows it: a person's account, and the linked teams that they
 * are in. Answers are cached. Teams is asked again after an hour, after somebody joined or left, and before a person is told
 * that they are no member. While Teams does not answer, its last answer counts for a day.
 */
import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Desk } from '../../desk/desk.ts';
import { seenAccount } from '../../desk/desk-file.ts';
import { type LinkedTeam, linkedKey, type Membership } from '../../desk/eligibility.ts';
import type { Log } from '../../engine/ports/log.ts';
import type { Cache } from '../../engine/ports/messenger.ts';
import { type PersonKey, partsOf, personKey } from '../../outage/types/person-key.ts';
import type { MembersChange, Sender } from '../in/incoming.ts';
import type { Clients } from '../out/clients.ts';
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
/** `ofTenant`: null where Teams did not say whether they are a guest; absent: an earlier bot stored it. */
const accountSchema = z.object({ at: z.number(), account: z.string().nullable(), ofTenant: z.boolean().nullish() });
type KnownAccount = z.infer<typeof accountSchema>;

export type Members = ReturnType<typeof createMembers>;

/** Of somebody whose account is not asked for. */
const NO_ACCOUNT: KnownAccount = { at: 0, account: null, ofTenant: false };

export function createMembers(parts: {
  desk: Desk;
  cache: Cache;
  people: People;
  clients: Clients;
  /** Teams' id of the team that a channel is in. */
  teamOf: (channelId: string) => Promise<string>;
  now: () => number;
  log: Log;
}) {
  const { desk, cache, people, clients, teamOf, now, log } = parts;
  const own = desk.file.desk.tenant;
  const { members } = desk;
  const asking = new Map<string, Promise<unknown>>();
  const silentSince = new Map<string, number>();
  /** How often somebody came or left: a roster that was asked for before may be outdated. */
  const moves = new Map<string, number>();

  return {
    /** Never throws, and ends within some seconds. `ofPerson`: the client of the sender's conversation. */
    async of({ person, place, tenants }: Pick<Sender, 'person' | 'place' | 'tenants'>, ofPerson: ConnectorClient): Promise<Membership> {
      if (tenants.length !== 1 || !members.tenants.has(place.tenantId)) return { projects: [], doubt: 'other-tenant' };
      return await membership(person.id, () => people.member(place.conversationId, person.teamsId, ofPerson));
    },

    /** As far as it is known without an activity of the person: for their account, the last answer of Teams counts for a day. */
    ofAbsent: (key: PersonKey) => membership(key, null),

    /**
     * Whether somebody may follow a project's outages now: an engineer, whom the desk file lets, or a member. Teams is asked in their own
     * chat. While it does not say, those of its tenants may who followed as members: they could be sent nothing then anyway.
     */
    async mayFollow(key: PersonKey, tenantId: string, projectId: string): Promise<boolean> {
      if (desk.engineer(key) || members.followableBy(key).includes(projectId)) return true;
      if (!desk.mayHear(tenantId, projectId, 'person')) return false;
      const { projects, doubt } = await membership(key, async () => {
        const client = await clients(tenantId);
        return await people.member(await people.chatWith(key, tenantId, client), await people.teamsIdOf(key, client), client);
      });
      return doubt !== null || projects.some(({ id }) => id === projectId);
    },

    /** Stores who came to a linked team or left it. Other rooms are ignored. */
    async keep({ tenantId, rooms, gone, added, removed }: MembersChange): Promise<void> {
      for (const linked of members.linked) {
        if (linked.tenantId !== tenantId || (!rooms.includes(linked.team) && !rooms.includes(await teamOf(linked.team)))) continue;
        const key = rosterKey(linked);
        moves.set(key, (moves.get(key) ?? 0) + 1);
        silentSince.delete(key);
        const known = await rosterOf(key);
        const left = new Set<string>(gone.map((id) => personKey(tenantId, id, own)));
        // Who left counts as gone at once, whether or not Teams answers the next question.
        if (known) await store(key, { ...known, moved: true, ids: known.ids.filter((id) => !left.has(id)) });
        log.info({ team: linked.team, added, removed }, 'the roster of a linked team changed');
      }
    },
  };

  async function membership(key: PersonKey, askAccount: (() => Promise<Member>) | null): Promise<Membership> {
    const ask = members.toAsk(key);
    const [inTeams, known] = await Promise.all([
      Promise.all(ask.teams.map(async (linked) => [linkedKey(linked), await isIn(linked, key)] as const)),
      ask.account || ask.everyone ? accountFor(key, ask.everyone, askAccount) : NO_ACCOUNT,
    ]);
    const teams = new Set(inTeams.flatMap(([team, holds]) => (holds ? [team] : [])));
    const vouched = { account: known?.account ?? null, teams, ofTenant: known?.ofTenant === true };
    const isComplete = known !== null && (known.ofTenant !== null || !ask.everyone) && inTeams.every(([, holds]) => holds !== null);
    return { projects: members.projectsOf(key, vouched), mayFollow: members.followableBy(key), doubt: isComplete ? null : 'not-told' };
  }

  /** null: unknown. */
  async function isIn(linked: LinkedTeam, person: PersonKey): Promise<boolean | null> {
    const key = rosterKey(linked);
    const known = await rosterOf(key);
    const age = known ? now() - known.at : Number.POSITIVE_INFINITY;
    const holds = known?.ids.includes(person) ?? false;
    if (known && !known.moved && age < (holds ? YES_MS : NO_MS)) return holds;
    const asked = await askOnce(key, () => readRoster(linked, key));
    if (asked) return asked.ids.includes(person);
    // An old no says nothing about somebody who may have been added since.
    return holds && age < LAST_KNOWN_MS ? true : null;
  }

  async function readRoster({ team, tenantId }: LinkedTeam, key: string): Promise<KnownRoster> {
    const before = moves.get(key) ?? 0;
    const ids: string[] = [];
    for await (const member of membersOf(team, await clients(tenantId)))
      if (isOf(member, tenantId)) ids.push(personKey(tenantId, member.aadObjectId, own));
    const roster = { at: now(), moved: (moves.get(key) ?? 0) !== before, ids };
    await store(key, roster);
    return roster;
  }

  /** null: unknown; without an account: there is none. `ask`: null where there is no conversation in which Teams could be asked. */
  async function accountFor(person: PersonKey, everyone: boolean, ask: (() => Promise<Member>) | null): Promise<KnownAccount | null> {
    const key = `account:${person}`;
    const known = accountSchema.safeParse(await cache.get(key).catch(() => undefined)).data;
    const age = known ? now() - known.at : Number.POSITIVE_INFINITY;
    const counts = known !== undefined && (known.ofTenant === true || (known.account !== null && members.accounts.has(known.account)));
    if (known && (known.ofTenant !== undefined || !everyone) && age < (counts ? YES_MS : NO_MS)) return known;
    const asked =
      ask &&
      (await askOnce(key, async () => {
        const member = await ask();
        const { tenantId, objectId } = partsOf(person);
        // An answer about somebody else, or from another tenant, does not count.
        const isTheirs = isOf(member, tenantId ?? own) && member.aadObjectId === objectId;
        const found: KnownAccount = {
          at: now(),
          account: (isTheirs && member.account) || null,
          ofTenant: isTheirs ? member.ofTenant : false,
        };
        await cache.set(key, found, KEPT_MS).catch(() => undefined);
        if (found.account !== null && members.accounts.has(found.account))
          await cache.set(seenAccount(found.account), true).catch(() => undefined);
        return found;
      }));
    if (asked) return asked;
    return counts && age < LAST_KNOWN_MS ? known : null;
  }

  /** A channel that is shared with other tenants has members from there, whose ids mean nothing here. */
  function isOf(member: Member, tenantId: string): member is Member & { aadObjectId: string } {
    return member.aadObjectId !== undefined && (member.tenantId?.toLowerCase() ?? tenantId) === tenantId;
  }

  /** Of the desk's own tenant as it was before customers had tenants. */
  function rosterKey({ team, tenantId }: LinkedTeam): string {
    return tenantId === own ? `roster:${team}` : `roster:${tenantId}:${team}`;
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

  async function rosterOf(key: string): Promise<KnownRoster | null> {
    // When the store does not answer, Teams is asked.
    return rosterSchema.safeParse(await cache.get(key).catch(() => undefined)).data ?? null;
  }

  async function store(key: string, roster: KnownRoster): Promise<void> {
    await cache.set(key, roster, KEPT_MS).catch(() => undefined);
  }
}
