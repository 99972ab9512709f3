/** What happened to an outage. The events are the record; everything else follows from them (evolve.ts). */
import type { Noise } from './follow/chosen.ts';
import type { FollowUp, ReviewEvent } from './review/review.ts';
import type { Absorbed, Joined, Says, Similarity, SimilarOutage } from './types/affected.ts';
import type { OutageFile } from './types/files.ts';
import type { Ticket } from './types/links.ts';
import type { DrillDelivery, Facts, Phase, Request } from './types/outage.ts';
import type { MissedPage, Page, PageOutcome } from './types/pages.ts';
import type { Called, Correction, FollowingFirst, Instant, OnCall, Person, Team } from './types/values.ts';
import type { Published } from './types/webhooks.ts';

type By = { readonly at: Instant; readonly by: Person };
type Calls = { readonly at: Instant; readonly people: readonly Called[] };
/** So much later than was promised; not there: in time, or nothing was promised. */
type Late = { readonly lateMs?: number | undefined };
type InPerson = { readonly inPerson?: readonly Person[] | undefined };
type Tells = { readonly tells: readonly Person[] };
/** The outage is back on the ladder; these people are called at once. */
export type Back = By & Calls & { readonly reason: string };

export type OutageEvent =
  | ReviewEvent
  | (By &
      Partial<Published> &
      FollowingFirst &
      Pick<Facts, 'id' | 'number' | 'report' | 'origin' | 'desk' | 'followers' | 'policy' | 'onCall' | 'maintenance'> & {
        readonly type: 'reported';
        readonly takenBy?: Person;
        readonly drill: { readonly mentions: boolean } | null;
        readonly request: Pick<Request, 'queue' | 'plan'> | null;
      })
  /** `withinMs`: what was promised, counted from the same moment as `afterMs`. `onCall`: at that moment; older events do not say it. */
  | (By & {
      readonly type: 'acknowledged';
      readonly afterMs: number;
      readonly withinMs: number;
      readonly byReaction?: true;
      readonly onCall?: OnCall;
    })
  /** Whoever took it by a reaction had not meant to. `people`: who is called; nobody where a step of the ladder follows at once. */
  | (By & Calls & { readonly type: 'taken-back' })
  | (By & { readonly type: 'planned'; readonly firstLook: string; readonly nextUpdateBy: Instant })
  /** An empty text: nothing new. */
  | (By & Late & { readonly type: 'updated'; readonly text: string; readonly phase: Phase; readonly nextUpdateBy: Instant })
  | (By & { readonly type: 'hand-over-offered'; readonly to: Person })
  | (By & { readonly type: 'hand-over-declined'; readonly owner: Person })
  | (By & { readonly type: 'handed-over'; readonly from: Person })
  | (By & { readonly type: 'assisted'; readonly person: Person })
  | (Back & { readonly type: 'released' })
  | (Back & { readonly type: 'objected' })
  /** `team`: whose it was until then; null: the desk's. `stillDown`: so many of those affected said so, the last of them by this. */
  | (Back & {
      readonly type: 'reopened';
      readonly team: Team | null;
      readonly stillDown?: { readonly count: number; readonly of: number };
    })
  /** Of somebody affected. `text`: what they wrote; empty: nothing. */
  | (By & { readonly type: 'pulsed'; readonly says: Says; readonly text: string })
  /** `shown`: it was typed where everybody who may read it has read it. */
  | (By & { readonly type: 'noted'; readonly text: string; readonly shown: boolean; readonly works?: boolean })
  | (By & { readonly type: 'asked'; readonly text: string; readonly choices: readonly string[] })
  /** `question`: the number of the event that asked it. `tells`: who asked, and once it has ended its owner. */
  | (By & Tells & { readonly type: 'replied'; readonly question: number; readonly text: string })
  /** `tells`: who asked these questions. */
  | (Tells & { readonly type: 'reply-missed'; readonly at: Instant; readonly questions: readonly number[] })
  | (By & { readonly type: 'files-added'; readonly files: readonly OutageFile[]; readonly shared: boolean })
  /** `url` empty: it was taken away. `shared`: its reporter may join it too. */
  | (By & { readonly type: 'bridge-set'; readonly url: string; readonly shared: boolean })
  | (By & { readonly type: 'ticket-added'; readonly ticket: Ticket })
  /** `added`: the number of the event that added it. */
  | (By & { readonly type: 'ticket-removed'; readonly added: number })
  | (By & { readonly type: 'corrected'; readonly changes: Correction; readonly was: Correction })
  | (By & { readonly type: 'transferred'; readonly team: Team; readonly reason: string; readonly plan: string; readonly replyBy: Instant })
  | (By & { readonly type: 'withdrawn'; readonly reason: string })
  | (By & { readonly type: 'merged'; readonly into: { readonly id: string; readonly number: number } })
  | (By & FollowingFirst & { readonly type: 'absorbed'; readonly merged: Absorbed; readonly joined: readonly Joined[] })
  | (By & { readonly type: 'parted'; readonly number: number; readonly ids: readonly string[] })
  | (By & { readonly type: 'resolved'; readonly text: string })
  | (By & Late & { readonly type: 'answered'; readonly text: string })
  | (By &
      Partial<Published> &
      FollowingFirst &
      Pick<Facts, 'number' | 'desk' | 'followers' | 'policy' | 'onCall'> & { readonly type: 'promoted' })
  | (By & { readonly type: 'joined'; readonly joined: Joined })
  | (By & { readonly type: 'left' })
  | (By & { readonly type: 'phone-added'; readonly phone: string })
  /** Again with another noise, it changes that alone. Not `by`: the version before reads it as a quiet event of nobody. */
  | { readonly type: 'followed'; readonly at: Instant; readonly person: Person; readonly tenantId: string; readonly noise: Noise }
  | { readonly type: 'unfollowed'; readonly at: Instant; readonly person: Person }
  /** `others`: what looks the same as this one, which is the earliest. */
  | { readonly type: 'gathered'; readonly at: Instant; readonly likeness: Similarity; readonly others: readonly SimilarOutage[] }
  /** `by` null: nobody contradicted in time. */
  | { readonly type: 'closed'; readonly at: Instant; readonly by: Person | null }
  /** `rung`: index on the ladder; everything below it has passed too, sent or collapsed into this one. */
  | (Calls & { readonly type: 'escalated'; readonly rung: number; readonly direct: boolean; readonly pages?: readonly Page[] })
  /** What came of a page. `of`: the number of the event that paged. */
  | (Page & { readonly type: 'paged'; readonly at: Instant; readonly of: number; readonly outcome: Exclude<PageOutcome, 'missed'> })
  /** Nobody was paged in time: `missed` waited too long or were refused; empty: nobody on call can be called. `pages`: of `rung`, at once. */
  | (Calls & {
      readonly type: 'page-missed';
      readonly rung: number;
      readonly missed: readonly MissedPage[];
      readonly pages: readonly Page[];
    })
  | { readonly type: 'breached'; readonly at: Instant; readonly dueAt: Instant }
  /** `nudge`: 0 for the first; what was due before it is collapsed into it. */
  | (Calls & { readonly type: 'update-missed'; readonly dueAt: Instant; readonly nudge: number })
  /** `inPerson`, here and below: who is called so, because nothing arrives in the desk's channel. */
  | (InPerson & { readonly type: 'place-lost'; readonly at: Instant; readonly place: string; readonly reason: string })
  | (InPerson & { readonly type: 'desk-unreached'; readonly at: Instant })
  | { readonly type: 'desk-reached'; readonly at: Instant }
  /** A drill ends by itself, and says which message arrived when. */
  | { readonly type: 'drill-ended'; readonly at: Instant; readonly came: readonly DrillDelivery[] }
  /** `to`: what happened from then on until `at` is not in the record. */
  | { readonly type: 'restored'; readonly at: Instant; readonly to: Instant }
  | { readonly type: 'personal-data-removed'; readonly at: Instant; readonly of: Person | null };

export type OutageEventType = OutageEvent['type'];
/** Of the call and of tickets elsewhere: they change no more than the card of the desk, and of the reporter who may join the call. */
export const OF_LINKS: readonly OutageEventType[] = ['bridge-set', 'ticket-added', 'ticket-removed'];
/** Notes of engineers, questions, files, links, helpers and people who join: no form that is open can be wrong because of them. */
export const CHANGES_NO_FORM: readonly OutageEventType[] = [
  ...(['noted', 'files-added', 'asked', 'replied', 'pulsed', 'reviewed', 'follow-up-done'] as const),
  ...(['assisted', 'joined', 'left', 'phone-added'] as const),
  ...OF_LINKS,
];
/** Events after which the card of the outage shows the same as before, but for its clock. */
export const SAME_STATE: readonly OutageEventType[] = [
  ...(['escalated', 'place-lost', 'desk-unreached', 'desk-reached', 'noted', 'reply-missed', 'phone-added'] as const),
  ...(['gathered', 'page-missed', 'follow-up-due', 'followed', 'unfollowed'] as const),
];
export type EventOf<Type extends OutageEventType> = Extract<OutageEvent, { type: Type }>;

/** The follow-up that an event is about, as it was saved last before that. */
export const followUpOf = (event: EventOf<'follow-up-due' | 'follow-up-done'>, events: readonly OutageEvent[]): FollowUp | null =>
  events
    .slice(0, events.indexOf(event))
    .findLast((one) => one.type === 'reviewed')
    ?.followUps.find(({ id }) => id === event.id) ?? null;

/** The event of a notice. Throws when the record does not hold it. */
export function eventOf(notice: { readonly key: string; readonly seq: number }, events: readonly OutageEvent[]): OutageEvent {
  const event = events[notice.seq - 1];
  if (!event) throw new Error(`${notice.key} tells of event ${notice.seq}, of ${events.length}`);
  return event;
}

/** Without the acknowledgements that were taken back: for all that counts, they never were. */
export const asMeant = (events: readonly OutageEvent[]): readonly OutageEvent[] =>
  events.filter(({ type }, index) => {
    const next = events.slice(index + 1).find((one) => one.type === 'acknowledged' || one.type === 'taken-back');
    return type !== 'acknowledged' || next?.type !== 'taken-back';
  });

export function pinged(event: OutageEvent): readonly Person[] {
  switch (event.type) {
    case 'reported':
      return event.request ? [] : event.onCall.primary;
    case 'promoted':
      return event.onCall.primary;
    case 'released':
    case 'taken-back':
    case 'objected':
    case 'reopened':
    case 'escalated':
    case 'page-missed':
    case 'update-missed':
      return event.people.map(({ person }) => person);
    case 'place-lost':
    case 'desk-unreached':
      return event.inPerson ?? [];
    case 'replied':
    case 'reply-missed':
      return event.tells;
    case 'hand-over-offered':
      return [event.to];
    case 'hand-over-declined':
      return [event.owner];
    case 'assisted':
      return [event.person];
    case 'follow-up-due':
      return event.told && !event.atDesk ? [event.owner] : [];
    default:
      return [];
  }
}
