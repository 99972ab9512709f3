/** What the cards of a request show in addition to those of an outage. */
import { type Outage, outageName, type Request, type Requested } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import type { Fact } from '../base/facts.ts';
import { plain, withLateness } from '../text.ts';

type When = (at: Instant) => string;

/** `REQ-7`, also after it was promoted to an outage. */
export const requestName = ({ request, number }: Pick<Outage, 'request' | 'number'>): string =>
  outageName({ number: request?.number ?? number });

/** "Reply by 15:40 (Premier support)", that this time has passed, or that no time was promised. */
function replyText(plan: Request['plan'], name: string, { request: { next } }: Words, when: When, now: Instant): string {
  if (plan && now > plan.replyBy) return next.replyLate(when(plan.replyBy), name);
  return plan ? next.replyBy(when(plan.replyBy), plain(plan.name)) : next.noPlan;
}

const answerText = ({ by, at, lateMs = 0 }: NonNullable<Requested['answer']>, words: Words, when: When): string =>
  words.request.next.answered(plain(by.name), withLateness(when(at), lateMs, words));

export function requestLines({ number, request, answer }: Requested, words: Words, when: When, now: Instant): readonly string[] {
  const { next } = words.request;
  const first = answer
    ? answerText(answer, words, when)
    : replyText(request?.plan ?? null, requestName({ request, number }), words, when, now);
  return [first, next.ifOutage];
}

/** What engineers see in the queue. */
export function requestFacts({ request, answer }: Requested, words: Words, when: When): Fact[] {
  const { facts } = words.request;
  const plan = request?.plan;
  return [
    { label: facts.replyBy, lines: [plan ? facts.by(when(plan.replyBy), plain(plan.name)) : facts.noPlan] },
    ...(answer ? [{ label: words.facts.state, lines: [answerText(answer, words, when)] }] : []),
  ];
}

/** Says that an outage was sent as a request first. */
export function wasRequest(outage: Outage, words: Words, when: When): Fact[] {
  const { facts } = words.request;
  const promoted = outage.request?.promoted;
  if (!promoted) return [];
  return [{ label: facts.was, lines: [facts.wasBy(requestName(outage), when(promoted.at))] }];
}
