/** Reports that were not sent: stored, found by their nonce, their person or a button, and what comes back of them. */
import { z } from 'zod';
import { draftReminderCard, draftReminderHeading } from '../../cards/report/begun.ts';
import { unsentCard } from '../../cards/report/receipt.ts';
import { draftStepCard } from '../../cards/report/steps/steps.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Project } from '../../desk/desk-file.ts';
import type { Membership } from '../../desk/eligibility.ts';
import type { Languages } from '../../engine/ports/desk.ts';
import type { Drafts, KeptDraft } from '../../engine/ports/timers.ts';
import type { DrawDraftReminder } from '../../engine/timers/draft-reminders.ts';
import { type PersonKey, partsOf, storedPersonKey } from '../../outage/types/person-key.ts';
import type { Instant } from '../../outage/types/values.ts';
import { type Draft, draftSchema, readString, withAnswers } from '../../report/draft.ts';
import { STEP_IDS } from '../../report/fields.ts';
import { type PressedButton, readPress } from '../../report/press.ts';
import { complete } from '../../report/report.ts';
import { environmentsOf } from '../../report/steps/confirmation.ts';
import { wordsFor } from '../../words/words.ts';
import { isReporter, withoutAccess } from '../authorize/access.ts';
import { type Caller, type Find, PressFailedError, type Reply, sentence, type Turn } from '../command.ts';
import { showSent } from '../forms/own-outage.ts';

/** At the first step nothing was entered yet, so there is no reminder. */
export async function saveDraft(drafts: Drafts, draft: Draft): Promise<void> {
  const { nonce, person, step, before } = draft;
  // Parsed as it will be read: what could not be read again is never stored.
  await drafts.save({ nonce, personId: person.id, data: draftSchema.parse(draft), before }, step !== 'confirmation');
}

/** What a person does with their unsent reports is done one after the other. */
export const inTurn = <T>({ draftTurns, actor }: Turn, work: () => Promise<T>): Promise<T> => draftTurns(actor.id, work);

/** The draft, or null when it is gone or of an older shape. */
function readDraft(kept: KeptDraft | null): Draft | null {
  const draft = draftSchema.safeParse(kept?.data).data;
  return kept && draft ? { ...draft, before: kept.data } : null;
}

export const findDraft = async (drafts: Drafts, nonce: string): Promise<Draft | null> => readDraft(await drafts.find(nonce));

export const draftOf = async (drafts: Drafts, personId: string): Promise<Draft | null> => readDraft(await drafts.newestOf(personId));

/** The report that this person began and did not send. */
export async function unsentDraft({ drafts, actor, outages, place, desk }: Turn): Promise<Draft | null> {
  const waiting = desk.members.tenants.has(place.tenantId) ? await draftOf(drafts, actor.id) : null;
  if (!waiting || !(await outages.read(waiting.nonce))) return waiting;
  await dropDraft(drafts, waiting);
  return null;
}

export const dropDraft = (drafts: Drafts, { nonce }: Draft): Promise<void> => drafts.drop(nonce);

/** What a button of the report says: which draft, the step that its card showed, whether that was of a request, and its remarks. */
const draftCardSchema = z.object({
  draft: z.guid(),
  step: z.enum(STEP_IDS),
  kind: z.literal('request').optional(),
  remarks: z.coerce.number().int().min(0).default(0),
});

/** `unread`: what its person wrote beside it since the card was drawn. */
type OwnDraft = {
  readonly draft: Draft;
  readonly step: Draft['step'];
  readonly isRequest: boolean;
  readonly unread: readonly string[];
  /** When it was read. */
  readonly now: Instant;
};

/** The draft that a button names, or why this person cannot go on with it. */
export const ownDraft: Find<unknown, OwnDraft> = async (data, turn) => {
  const { refusals } = turn.words;
  const parsed = draftCardSchema.safeParse(data);
  if (!parsed.success) return { reply: sentence(refusals.oldCard) };
  const { draft: nonce, step, kind, remarks } = parsed.data;
  // Their tenant is no customer's, or not any more.
  if (!turn.desk.members.tenants.has(turn.place.tenantId))
    return { reply: withoutAccess(await turn.membership(), turn, { alone: true }) ?? sentence(refusals.draftGone) };
  const kept = await turn.drafts.find(nonce);
  // A report that was sent is never entered a second time.
  const sent = kept && !kept.isSent ? null : await turn.outages.read(nonce);
  if (sent) {
    if (!isReporter(turn, sent.outage)) return { reply: notOwn(turn) };
    return { reply: await showSent(sent.outage, turn) };
  }
  const draft = readDraft(kept);
  // A sentence leaves the card as it is, so that what was typed on it can still be copied.
  if (!kept || draft?.person.id !== turn.actor.id) return { reply: notOwn(turn) };
  return { found: { draft, step, isRequest: kind === 'request', unread: (draft.remarks ?? []).slice(remarks), now: kept.now } };
};

/** The answer is the same whether the draft is gone or belongs to somebody else, so that it does not tell which. */
const notOwn = ({ place, words }: Caller): Reply =>
  sentence(place.kind === 'personal' ? words.refusals.draftGone : words.refusals.draftNotHere);

/** The same, for somebody who may still report: they may be taken off a project while they report. */
export const eligibleDraft: Find<unknown, OwnDraft & { readonly projects: readonly Project[] }> = async (data, turn) => {
  const own = await ownDraft(data, turn);
  if ('reply' in own) return own;
  const membership = await turn.membership();
  const refused = withoutAccess(membership, turn, { alone: true });
  return refused ? { reply: refused } : { found: { ...own.found, projects: membership.projects } };
};

type ReminderParts = {
  desk: Desk;
  /** What the person may report. */
  membershipOf: (person: PersonKey) => Promise<Membership>;
  languages: Pick<Languages, 'of'>;
};

/** The reminder of a report that was begun. Gives null where no reminder makes sense. */
export const drawDraftReminder =
  ({ desk, membershipOf, languages }: ReminderParts): DrawDraftReminder =>
  async (kept, now) => {
    const draft = readDraft(kept);
    if (!draft) return null;
    const person = storedPersonKey(kept.personId);
    const { projects } = await membershipOf(person);
    // Somebody may be taken off a project while they report.
    if (environmentsOf(desk, projects).length === 0) return null;
    const completed = complete(draft, { desk, projects, now });
    // They read already that it is no outage, and what to do instead. An environment that is not listed may still be one.
    if ('problem' in completed && 'exit' in completed.problem && completed.problem.exit.type !== 'not-listed') return null;
    const words = wordsFor((await languages.of(kept.personId)) || draft.entered.language);
    const card = draftReminderCard({ desk, words }, draft, { complete: 'report' in completed, now });
    const tenantId = partsOf(person).tenantId ?? desk.file.desk.tenant;
    return { card, summary: words.formats.sentences([draftReminderHeading({ words }, draft), words.report.nudge.nobody]), tenantId };
  };

/** A press failed. While the store is away, the card of the step comes back with what was typed on it. The rest of the draft is in the store. */
export async function keepEntered(error: unknown, how: PressedButton, data: unknown, turn: Turn): Promise<unknown> {
  const parsed = draftCardSchema.safeParse(data);
  if (!parsed.success) return error;
  const { draft: nonce, step, kind } = parsed.data;
  if (step === 'review') return (await keepUnsent(error, nonce, turn)) ?? error;
  const { desk, actor, words, timeZone } = turn;
  const { entered, asked } = readPress(how, step, data, desk);
  // The scenario is in the store; the card carries it too.
  const [scenario = ''] = readString(data, 'choice').split(' ');
  const answers = [...withAnswers([], asked?.answers ?? [])];
  const draft: Draft = { nonce, step, kind, person: actor, startedAt: 0, entered: { timeZone, scenario, ...entered }, answers };
  const { projects } = await turn.membership();
  const view = { draft, errors: {}, desk, projects, words, now: 0 };
  return new PressFailedError((notice) => draftStepCard({ ...view, notice }), error);
}

/**
 * Done failed: where the draft can still be read, the report comes back whole, so that the person can tell it in another
 * way. null: it cannot be read; then the card that was pressed stays, with all that was entered on it.
 */
async function keepUnsent(
  error: unknown,
  nonce: string,
  { actor, words, membership, desk, drafts, outages }: Turn,
): Promise<PressFailedError | null> {
  const read = await Promise.all([findDraft(drafts, nonce), outages.now()]).catch(() => null);
  const [draft, now] = read ?? [null, 0];
  if (draft?.person.id !== actor.id) return null;
  const { projects } = await membership();
  const completed = complete(draft, { desk, projects, now });
  if (!('report' in completed)) return null;
  const { report } = completed;
  return new PressFailedError((notice) => unsentCard({ draft, report, notice, desk, words, now }), error);
}
