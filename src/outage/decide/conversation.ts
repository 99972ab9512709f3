/** An engineer asks the reporter alone, and the reporter replies. */
import type { ActionOf } from '../actions.ts';
import { accept, type Decision, nothing, reject, stamp } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { isSameQuestion, replyReminderAt } from '../promise.ts';
import { isOpen, type Outage, ownerOf } from '../types/outage.ts';
import { everybodyOnce, type Instant } from '../types/values.ts';
import { note, working } from './progress.ts';

/** All that wait for a reply stand on one card. */
const MOST_QUESTIONS = 8;

/** A later question replaces none. Asked twice by a second tap or a redelivery, it is one; once nobody is reminded of it any more, it is another. */
export function ask(action: ActionOf<'ask'>, outage: Outage): Decision {
  const { text, choices } = action;
  if (outage.questions.some((one) => isSameQuestion(one, action) && !one.reminded)) return nothing;
  if (isOpen(outage) && outage.questions.length >= MOST_QUESTIONS) return reject({ type: 'too-many-questions', most: MOST_QUESTIONS });
  return working(action, outage, () => ({ type: 'asked', ...stamp(action), text, choices }));
}

/**
 * Also after the end, which it does not change. To a question that has a reply already it is one more word of the reporter, so that
 * nothing is lost that they wrote.
 */
export function reply(action: ActionOf<'reply'>, outage: Outage): Decision {
  const { question: id, text } = action;
  const question = outage.questions.find((one) => one.id === id);
  if (!question) return note({ ...action, type: 'note', shown: false }, outage);
  const owner = isOpen(outage) ? null : ownerOf(outage);
  const tells = everybodyOnce([...(owner ? [owner] : []), question.by]);
  return accept({ type: 'replied', ...stamp(action), question: id, text, tells });
}

/** The reporter is reminded once of each question, of all that are due in one message. */
export function remindOfQuestions(at: Instant, outage: Outage): readonly EventOf<'reply-missed'>[] {
  const due = outage.questions.filter((one) => at >= (replyReminderAt(one, outage) ?? Number.POSITIVE_INFINITY));
  const tells = everybodyOnce(due.map(({ by }) => by));
  return due.length > 0 ? [{ type: 'reply-missed', at, questions: due.map(({ id }) => id), tells }] : [];
}
