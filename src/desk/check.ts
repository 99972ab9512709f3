/** Would it work tonight? Looks ahead at what a valid desk file says; what Teams knows (where the bot is, whom it reaches) is handed in. */
import { LANGUAGES, type Language } from '../outage/follow/language.ts';
import { type Instant, LEVELS, type Level, type Person, type Room } from '../outage/types/values.ts';
import type { Desk } from './desk.ts';
import type { DeskFile, Project } from './desk-file.ts';
import { tenantsOf } from './eligibility.ts';
import { secretNameOf } from './file/pagers.ts';
import { firstGaps, type Gap } from './on-call/gaps.ts';
import { DAY_MS, MINUTE_MS } from './on-call/local-time.ts';
import { isSame, type Override, type Shift, type Shifts, turnBegan } from './on-call/roster.ts';
import { type PhoneFault, uncallable } from './phones.ts';
import { type DeskRooms, roomOf } from './rooms.ts';
import { missingIn } from './texts.ts';

export type Finding =
  /** The first gap of a level, or of all that are pinged; `more`: how many follow. */
  | (Gap & { readonly type: 'gap'; readonly more: number })
  /** The ladder calls a level on which the desk file names nobody. */
  | { readonly type: 'empty'; readonly level: Level }
  /** The first call of a level leaves it too little time. */
  | { readonly type: 'late'; readonly level: Level; readonly leftMs: number; readonly leastMs: number }
  | { readonly type: 'uncalled'; readonly level: Level }
  /** Everybody on a level is also on a level that is called before it. */
  | { readonly type: 'same'; readonly level: Level; readonly other: Level; readonly person: Person; readonly from: Instant }
  /** With a new desk file others are on call at this moment. `began`: the day on which the turn began that it cuts off; null: it is none, or nobody is left to go on with it. */
  | {
      readonly type: 'moved';
      readonly level: Level;
      readonly people: readonly Person[];
      readonly before: readonly Person[];
      readonly began: string | null;
    }
  | { readonly type: 'no-production'; readonly project: string }
  /** No scenario names the product, although some name others: only scenarios for all products can be reported of it. */
  | { readonly type: 'no-scenario'; readonly product: string }
  /** Texts of the desk file that are written by language, and not in one that people read here; by where they stand. */
  | { readonly type: 'untranslated'; readonly language: Language; readonly places: readonly string[] }
  | { readonly type: 'phone'; readonly region: string; readonly number: string; readonly why: PhoneFault }
  /** The file still holds something of the example or of the playground; `places`: where it stands, by keys. */
  | {
      readonly type: 'example';
      readonly kind: 'id' | 'phone' | 'address';
      readonly values: readonly string[];
      readonly places: readonly string[];
    }
  | { readonly type: 'short-promise'; readonly withinMs: number }
  /** `room`: a follower's id; null: the support desk's own. */
  | { readonly type: 'not-there' | 'not-asked'; readonly room: string | null }
  /** No channel is the support desk: neither the desk file names one, nor was one chosen in Teams. */
  | { readonly type: 'no-desk' }
  /** The members of the team that a project links are not known: the bot is not there, or Teams did not say. */
  | { readonly type: 'team-not-there' | 'team-not-asked'; readonly project: string }
  /** A project for which nobody can report: it lists nobody, and its team is empty. */
  | { readonly type: 'nobody'; readonly project: string }
  /** The file names somebody by an account that the bot has never seen. */
  | { readonly type: 'account-unseen'; readonly account: string }
  /** Nobody of a customer's tenant has written to the bot yet, so it may not be installed there. */
  | { readonly type: 'tenant-unseen'; readonly project: string; readonly tenant: string }
  /** A webhook that gets nothing: its address is in the own network, DNS does not know it, it said that it has ended, or it fails. */
  | {
      readonly type: 'webhook';
      readonly webhook: string;
      readonly host: string;
      readonly why: 'inside' | 'unknown' | 'gone' | 'failing';
      readonly since: Instant | null;
      readonly error: string;
    }
  /** A pager that is not reached: DNS does not know its address, or it is in the own network. */
  | { readonly type: 'pager'; readonly pager: string; readonly host: string; readonly why: 'inside' | 'unknown' }
  /** People on the roster whom pagers cannot call: the desk file has no number of them. */
  | { readonly type: 'no-phone'; readonly people: readonly Person[] }
  /** A pager whose secret the environment does not hold. */
  | { readonly type: 'no-secret'; readonly pager: string; readonly name: string }
  /** Pagers whose calls no key can answer, and of which nobody hears what came: the bot has no public address. */
  | { readonly type: 'no-public-url'; readonly pagers: readonly string[] }
  /** Somebody on the roster is not in the team of the desk's channel. */
  | { readonly type: 'not-in-team'; readonly person: Person }
  /** People on the roster to whom the bot can't write in person, or of whom Teams did not say whether it can. */
  | { readonly type: 'no-chat' | 'chat-not-asked'; readonly people: readonly Person[] };

export type Checked = { readonly findings: readonly Finding[]; readonly until: Instant };
type Facts = { readonly desk: Desk; readonly shifts: Shifts };
type Check = (facts: Facts) => readonly Finding[];

/** Somebody who is called needs this long to read it, reach a screen and press; of a short promise, a sixth. */
const LEAST_LEFT_MS = 5 * MINUTE_MS;
const LEAST_SHARE = 1 / 6;

const gaps: Check = ({ desk, shifts }) => firstGaps(desk, shifts).map((gap) => ({ ...gap, type: 'gap' }));

const emptyLevels: Check = ({ desk: { roster, policy } }) =>
  LEVELS.filter((level) => roster[level].length === 0 && [...policy.rungs, policy.breach].some(({ levels }) => levels.includes(level))).map(
    (level) => ({ type: 'empty', level }),
  );

/** The first message calls the primary, so that level is never late. */
const lateLevels: Check = ({ desk: { roster, policy } }) =>
  LEVELS.slice(1).flatMap((level): Finding[] => {
    if (roster[level].length === 0) return [];
    const first = policy.rungs.find(({ levels }) => levels.includes(level));
    if (!first) return [{ type: 'uncalled', level }];
    const leftMs = policy.acknowledgeWithinMs - first.afterMs;
    const leastMs = Math.min(LEAST_LEFT_MS, policy.acknowledgeWithinMs * LEAST_SHARE);
    return leftMs < leastMs ? [{ type: 'late', level, leftMs, leastMs }] : [];
  });

const samePeople: Check = ({ shifts }) =>
  LEVELS.flatMap((level, index) =>
    LEVELS.slice(0, index).flatMap((other): Finding[] => {
      const twice = shifts[level].flatMap((shift) =>
        overlapping(shift, shifts[other])
          .filter((above) => isCovered(shift, above))
          .map((above) => ({ shift, above })),
      );
      const [first] = twice;
      const person = first?.shift.people[0];
      return first && person ? [{ type: 'same', level, other, person, from: Math.max(first.shift.from, first.above.from) }] : [];
    }),
  );

const overlapping = (shift: Shift, others: readonly Shift[]): Shift[] =>
  others.filter(({ from, until }) => from < shift.until && shift.from < until);
const isCovered = ({ people }: Shift, above: Shift): boolean =>
  people.length > 0 && people.every(({ id }) => above.people.some((one) => one.id === id));

const productions: Check = ({ desk }) =>
  desk.file.projects
    .filter((project) => desk.productionOf(project).length === 0)
    .map(({ name }) => ({ type: 'no-production', project: name }));

const scenarios: Check = ({ desk: { file } }) => {
  const named = new Set(file.scenarios.flatMap(({ products }) => products ?? []));
  if (named.size === 0) return [];
  return file.products.filter(({ id, eligible }) => eligible && !named.has(id)).map(({ name }) => ({ type: 'no-scenario', product: name }));
};

/** In the languages of the desk and of the rooms that the desk file names. */
const texts: Check = ({ desk }) => untranslated(desk, (language) => languagesOf(desk.file).has(language));
const languagesOf = ({ desk, followers }: DeskFile) => new Set([desk.language, ...followers.flatMap(({ language }) => language ?? [])]);

const untranslated = ({ written }: Desk, fits: (language: Language) => boolean) =>
  LANGUAGES.filter(fits).flatMap((language) => {
    const places = missingIn(written, language);
    return places.length > 0 ? [{ type: 'untranslated', language, places } as const] : [];
  });
/** The same in the other languages, which somebody may read in their own chat: no mistake. */
export const checkOtherLanguages = (desk: Desk) => untranslated(desk, (language) => !languagesOf(desk.file).has(language));

const phones: Check = ({ desk }) =>
  uncallable(desk.file.desk.phones).map(({ region, number, why }) => ({ type: 'phone', region, number, why }));

const numbers: Check = ({ desk }) => {
  const people = callingIn(desk.file).length > 0 ? desk.onRoster.filter(({ id }) => desk.phoneOf(id) === undefined) : [];
  return people.length > 0 ? [{ type: 'no-phone', people }] : [];
};
/** The pagers that call people. */
const callingIn = ({ pagers }: DeskFile): readonly string[] =>
  Object.entries(pagers).flatMap(([id, { type }]) => (type === 'twilio' ? [id] : []));

/** `secret`: whether the environment holds a value of this name. */
export function checkPagers(
  { file }: Desk,
  has: { readonly publicUrl: boolean; readonly secret: (name: string) => boolean },
): readonly Finding[] {
  const calling = has.publicUrl ? [] : callingIn(file);
  const lacking = Object.entries(file.pagers).filter(([, pager]) => !has.secret(secretNameOf(pager)));
  return [
    ...lacking.map(([id, pager]): Finding => ({ type: 'no-secret', pager: id, name: secretNameOf(pager) })),
    ...(calling.length > 0 ? [{ type: 'no-public-url', pagers: calling } as const] : []),
  ];
}

export const CHECKS: readonly Check[] = [gaps, emptyLevels, lateLevels, samePeople, numbers, productions, scenarios, texts, phones];

/** So far ahead is looked: long enough to find somebody for a gap. */
export const AHEAD_MS = 30 * DAY_MS;

/** `overrides`: changes by hand; empty when they are not known. */
export function checkDesk(desk: Desk, now: Instant, overrides: readonly Override[]): Checked {
  const until = now + AHEAD_MS;
  const facts = { desk, shifts: desk.shifts(now, until, overrides) };
  return { findings: CHECKS.flatMap((check) => check(facts)), until };
}

/** Whom a new desk file puts on call at this moment in the place of others. `before`: the desk until now. */
export function findMoved(desk: Desk, before: Desk, now: Instant): readonly Finding[] {
  const [is, was] = [desk.onCall('', now, []), before.onCall('', now, [])];
  return LEVELS.flatMap((level): Finding[] => {
    if (isSame(is[level], was[level])) return [];
    const roster = new Set(desk.roster[level].flatMap(({ people }) => people.map((key) => desk.file.people[key]?.id)));
    const stays = was[level].length > 0 && was[level].every(({ id }) => roster.has(id));
    const [began = null] = before.roster[level].flatMap((entry) => turnBegan(entry, now) ?? []);
    return [{ type: 'moved', level, people: is[level], before: was[level], began: stays ? began : null }];
  });
}

/** The rooms that a running bot asks Teams about: the desk's own and those of followers. */
export const roomsOf = ({ desk, followers }: DeskRooms, file: DeskFile): readonly { readonly id: string | null; readonly room: Room }[] => [
  ...(desk ? [{ id: null, room: roomOf(desk, file) }] : []),
  ...followers.map((follower) => ({ id: follower.id, room: roomOf(follower, file) })),
];

/** The members of a room, by their ids; 'refused': the bot is not there; null: Teams did not say. */
export type Asked = { readonly id: string | null; readonly members: ReadonlyMap<string, string> | 'refused' | null };
/** Whether the bot can write to somebody in person, by their ids; Teams did not answer for people who are not in it. */
export type Chats = ReadonlyMap<string, 'there' | 'refused'>;
/** The members of each project's team, and the accounts that Teams has shown in the past. */
export type AskedOfMembers = {
  readonly teams: readonly { readonly project: Project; readonly members: Asked['members'] }[];
  readonly seen: ReadonlySet<string>;
  /** Tenants of customers from which somebody wrote to the bot. */
  readonly tenants: ReadonlySet<string>;
};
type Answers = { readonly places: readonly Asked[]; readonly chats: Chats; readonly ofMembers: AskedOfMembers };
type ReachCheck = (desk: Desk, asked: Answers) => readonly Finding[];

const chosen: ReachCheck = (_desk, asked) => (asked.places.some(({ id }) => id === null) ? [] : [{ type: 'no-desk' }]);

const places: ReachCheck = (_desk, asked) =>
  asked.places.flatMap(({ id, members }): Finding[] => {
    if (members === 'refused') return [{ type: 'not-there', room: id }];
    return members === null ? [{ type: 'not-asked', room: id }] : [];
  });

/** A mention does not reach people who can't see the channel. */
const teamMembers: ReachCheck = (desk, asked) => {
  const members = asked.places.find(({ id }) => id === null)?.members;
  if (!members || members === 'refused') return [];
  return desk.onRoster.filter(({ id }) => !members.has(id)).map((person) => ({ type: 'not-in-team', person }));
};

/** Two findings at most: where nobody has installed the app, a line for each person would bury the rest. */
const chats: ReachCheck = ({ onRoster }, asked) => {
  const refused = onRoster.filter(({ id }) => asked.chats.get(id) === 'refused');
  const unanswered = onRoster.filter(({ id }) => !asked.chats.has(id));
  return [
    ...(refused.length > 0 ? [{ type: 'no-chat', people: refused } as const] : []),
    ...(unanswered.length > 0 ? [{ type: 'chat-not-asked', people: unanswered } as const] : []),
  ];
};

const linkedTeams: ReachCheck = (_desk, { ofMembers: { teams } }) =>
  teams.flatMap(({ project, members }): Finding[] => {
    if (members === 'refused') return [{ type: 'team-not-there', project: project.name }];
    if (members === null) return [{ type: 'team-not-asked', project: project.name }];
    return members.size === 0 && project.members.length === 0 ? [{ type: 'nobody', project: project.name }] : [];
  });

/** As far as can be known: somebody with a valid account may be in no room where the bot is. */
const accounts: ReachCheck = (desk, { places, ofMembers: { teams, seen } }) => {
  const rosters = new Set([...places, ...teams].flatMap(({ members }) => (members && members !== 'refused' ? [...members.values()] : [])));
  return [...desk.members.accounts]
    .filter((account) => !seen.has(account) && !rosters.has(account))
    .map((account) => ({ type: 'account-unseen', account }));
};

const tenants: ReachCheck = ({ file }, { ofMembers }) =>
  file.projects.flatMap((project) =>
    tenantsOf(project, file)
      .filter((tenant) => tenant !== file.desk.tenant && !ofMembers.tenants.has(tenant))
      .map((tenant): Finding => ({ type: 'tenant-unseen', project: project.name, tenant })),
  );

const REACH_CHECKS: readonly ReachCheck[] = [chosen, places, teamMembers, chats, linkedTeams, accounts, tenants];
export const checkReach = (desk: Desk, asked: Answers): readonly Finding[] => REACH_CHECKS.flatMap((check) => check(desk, asked));
