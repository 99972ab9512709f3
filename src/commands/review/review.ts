/** "/outage review OUT-1042": an engineer sees what the record says of an outage that is over, fills in its review, and marks follow-ups as done. */
import { z } from 'zod';
import { PLACES, type Place } from '../../cards/outage/form.ts';
import { documentCard } from '../../cards/review/document.ts';
import { LONGEST_ANSWER, LONGEST_FOLLOW_UP, reviewForm } from '../../cards/review/form.ts';
import { reviewCard, whyNoReview } from '../../cards/review/review.ts';
import { DAY_MS, instantOf, localTime, readLocal, writeLocal } from '../../desk/on-call/local-time.ts';
import type { Recorded } from '../../engine/ports/outages.ts';
import type { ActionOf } from '../../outage/actions.ts';
import { endedAt } from '../../outage/personal-data.ts';
import { isReviewable } from '../../outage/review/decide.ts';
import { followUpIn } from '../../outage/review/review.ts';
import { type Outage, outageName } from '../../outage/types/outage.ts';
import type { Instant, Person } from '../../outage/types/values.ts';
import { readDates } from '../../report/typed.ts';
import { explain } from '../authorize/rejection-text.ts';
import {
  type Command,
  cardReply,
  forThread,
  isAlone,
  ownZone,
  type Presses,
  type Reply,
  reading,
  sayLine,
  says,
  sentence,
  type Turn,
  whenFound,
} from '../command.ts';
import { type Errors, fieldText, formFor, type Sent } from '../forms/outage-form.ts';
import { cardSchema, outageOnCard, viewOf } from '../forms/outage-press.ts';
import { findOutage } from '../look/status.ts';

/** When the owner of a follow-up is reminded, by the clock of the desk. */
const REMINDED_AT = '09:00';

export const outageReview: Command = {
  name: '/outage review',
  needs: 'review',
  parse: says(/^\/?(?:outage\s+)?review((?:\s+(?:of\s+)?(?:(?:OUT|REQ|DRILL)-?)?\d{1,9})?(?:\s+(?:as\s+)?markdown)?)[.!]*$/i),
  run: whenFound(findOutage, async ({ recorded, showing }, turn, typed) => {
    // In a room of others it is nobody's to read.
    if (showing !== 'desk' && !isAlone(turn)) return sayLine(turn.words.look.list.ownChat, turn);
    const why = whyNoReview(recorded.outage, turn.words);
    if (why) return sayLine(why, turn);
    const view = await reviewView(recorded, turn);
    return forThread(cardReply(/markdown/i.test(typed) ? documentCard(view) : reviewCard(view)));
  }),
};

async function reviewView({ outage, events }: Recorded, turn: Turn) {
  const [view, ledger] = await Promise.all([viewOf(outage, turn), turn.deliveries.ledger(outage.id)]);
  return { ...view, events, ledger, zone: ownZone(turn) };
}

async function showReview(recorded: Recorded, turn: Turn, hint = ''): Promise<Reply> {
  const why = whyNoReview(recorded.outage, turn.words);
  return why ? sentence(hint || why) : cardReply(reviewCard(await reviewView(recorded, turn), hint));
}

/** The day, in the zone of the desk. */
const dayIn = (dueAt: Instant, { desk }: Turn): string => writeLocal(localTime(dueAt, desk.file.desk.timeZone)).date;

function filledIn({ review }: Outage, turn: Turn) {
  const followUps = (review?.followUps ?? []).flatMap(({ text, owner, dueAt }, index) => [
    [`change${index + 1}`, text],
    [`owner${index + 1}`, owner.id],
    [`day${index + 1}`, dayIn(dueAt, turn)],
  ]);
  return { cause: review?.cause ?? '', helped: review?.helped ?? '', ...Object.fromEntries(followUps) };
}

type FollowUp = ActionOf<'review'>['followUps'][number];

/** What was entered in one place; null: nothing. A day that was saved before is taken, also once it is over. */
function readFollowUp(sent: Sent, place: Place, now: Instant): FollowUp | Errors | null {
  const { words, desk, outage, filled } = sent;
  const [ownerId = '', typed = ''] = [filled[`owner${place}`]?.trim().toLowerCase().replace(/,$/, ''), filled[`day${place}`]];
  const read = fieldText(sent, `change${place}`, { optional: true, limit: LONGEST_FOLLOW_UP });
  if ('errors' in read) return read;
  if (read.text === '') return null;
  const saved = outage.review?.followUps ?? [];
  // What is done stays with whoever did it.
  const owner: Person | undefined = desk.engineer(ownerId) ?? saved.find((one) => one.done && one.text === read.text)?.owner;
  const [day = '', other] = readDates(typed);
  const local = other ? null : readLocal(day, REMINDED_AT);
  const dueAt = local === null ? null : instantOf(local, desk.file.desk.timeZone);
  const removedAt = (endedAt(outage) ?? now) + desk.retainedDays(outage.report.project.id) * DAY_MS;
  const isKnown = saved.some((one) => one.dueAt === dueAt);
  const fits = dueAt !== null && (isKnown || (dueAt > now && dueAt < removedAt));
  if (owner && fits) return { text: read.text, owner, dueAt, place: place - 1 };
  const { form: say } = words.review;
  return {
    errors: {
      ...(owner ? {} : { [`owner${place}`]: say.noOwner }),
      ...(fits ? {} : { [`day${place}`]: say.noDay(dayIn(removedAt, sent)) }),
    },
  };
}

const { presses } = formFor({
  find: outageOnCard,
  async show({ id }, turn, hint) {
    const recorded = await turn.outages.read(id);
    return recorded ? await showReview(recorded, turn, hint) : sentence(turn.words.refusals.unknownOutage);
  },
  asksAgain: ({ type }) => type === 'card-outdated',
})({
  needs: 'review',
  verb: 'outage-review',
  fits: isReviewable,
  fields: ['cause', 'helped', ...PLACES.flatMap((place) => [`change${place}`, `owner${place}`, `day${place}`] as const)],
  prefilled: ({ outage }, turn) => filledIn(outage, turn),
  draw: reviewForm,
  done: (_events, { words }) => words.review.form.saved,
  async action(sent) {
    const now = await sent.outages.now();
    const answers = (['cause', 'helped'] as const).map((id) => fieldText(sent, id, { optional: true, limit: LONGEST_ANSWER }));
    const followUps = PLACES.map((place) => readFollowUp(sent, place, now));
    const errors = [...answers, ...followUps].flatMap((one) => (one && 'errors' in one ? [one.errors] : []));
    if (errors.length > 0) return { errors: Object.assign({}, ...errors) };
    const [cause = '', helped = ''] = answers.map((one) => ('text' in one ? one.text : ''));
    const read = followUps.flatMap((one) => (one && !('errors' in one) ? [one] : []));
    return { ...sent.common, type: 'review', seen: sent.seen, cause, helped, followUps: read };
  },
});

export const reviewPresses = {
  ...presses,
  'review-show': { needs: 'review', run: whenFound(outageOnCard, (recorded, turn) => showReview(recorded, turn)) },
  'review-markdown': {
    needs: 'review',
    run: whenFound(outageOnCard, async (recorded, turn) => {
      const why = whyNoReview(recorded.outage, turn.words);
      return why ? sentence(why) : cardReply(documentCard(await reviewView(recorded, turn)));
    }),
  },
  'follow-up-done': {
    needs: 'follow-up-done',
    run: reading(cardSchema.extend({ followUp: z.coerce.number().int() }), async ({ outage: outageId, followUp: id }, turn) => {
      const outcome = await turn.handle({ type: 'follow-up-done', outageId, by: turn.actor, id });
      if (!outcome.ok) return sentence(await explain(outcome, turn));
      const { outage } = outcome.recorded;
      const { wasDone, gone } = turn.words.review;
      return followUpIn(outage.review, id) ? await showReview(outcome.recorded, turn, wasDone(outageName(outage))) : sentence(gone);
    }),
  },
} satisfies Partial<Presses>;
