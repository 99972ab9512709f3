/** Defects of the core: states, the promise, who hears what. */
import type { Mutant } from '../mutant.ts';

const DECIDE = 'test/outage/decide.test.ts';
const PROMISE = 'test/outage/promise.test.ts';
const NOTICES = 'test/outage/notices.test.ts';
const ANY_SEQUENCE = {
  file: 'test/outage/any-sequence.test.ts',
  test: 'whatever happens, the record stays whole, people are told once, and nobody is nagged about something done',
} as const;

export const OUTAGE: readonly Mutant[] = [
  {
    broken: 'the ladder is counted from when the outage began, as the reporter says, and not from submission',
    file: 'src/outage/promise.ts',
    text: 'dueAt: outage.reportedAt + rungAfterMs(',
    becomes: 'dueAt: (outage.report.beganAt ?? outage.reportedAt) + rungAfterMs(',
    caughtBy: { file: PROMISE, test: 'the ladder > may have no rungs before the breach' },
  },
  {
    broken: 'the promise is counted from when the outage began, so it is broken before anybody heard of it',
    file: 'src/outage/outage.ts',
    text: 'acknowledgeBy: at + event.policy.acknowledgeWithinMs',
    becomes: 'acknowledgeBy: (event.report.beganAt ?? at) + event.policy.acknowledgeWithinMs',
    caughtBy: { file: DECIDE, test: 'the breach > is a fact beside the state' },
  },
  {
    broken: 'a deadline that passes in the very millisecond of the breach finds nothing due',
    file: 'src/outage/promise.ts',
    text: 'if (elapsed >= policy.acknowledgeWithinMs) {',
    becomes: 'if (elapsed > policy.acknowledgeWithinMs) {',
    caughtBy: { file: DECIDE, test: 'the breach > is a fact beside the state' },
  },
  {
    broken: 'a late step no longer speaks for those below it: whom they would have reached hears nothing',
    file: 'src/outage/promise.ts',
    text: '[...policy.rungs.slice(first, rung), policy.rungs[rung] ?? policy.breach]',
    becomes: '[policy.rungs[rung] ?? policy.breach]',
    caughtBy: {
      file: PROMISE,
      test: 'the ladder > a late rung also reaches whom the rungs below it would have reached, and in the way that they would have',
    },
  },
  {
    broken: 'several late steps count as one on the ladder, so each of them is pinged after all',
    file: 'src/outage/outage.ts',
    text: 'rungsPassed: event.rung + 1',
    becomes: 'rungsPassed: outage.rungsPassed + 1',
    caughtBy: ANY_SEQUENCE,
  },
  {
    broken: 'nobody looks whether the promised update came',
    file: 'src/outage/promise.ts',
    text: "return outage.updateMissed ? [] : [{ kind: 'update', dueAt: outage.nextUpdateBy }];",
    becomes: 'return [];',
    caughtBy: { file: DECIDE, test: 'work on an outage that nobody took > the next update of null ms is due after 60 minutes' },
  },
  {
    broken: 'the next update is due from the change before this one',
    file: 'src/outage/decide.ts',
    text: 'nextUpdateBy: action.at + (',
    becomes: 'nextUpdateBy: outage.lastChange.at + (',
    caughtBy: { file: DECIDE, test: 'work on an outage that nobody took > the next update of 900000 ms is due after 15 minutes' },
  },
  {
    broken: 'an engineer who is second becomes the owner, and the first is not told',
    file: 'src/outage/decide.ts',
    text: "return reject({ type: 'already-acknowledged', by: outage.owner, at: outage.acknowledgedAt });",
    becomes: 'return { events: taking(action, outage) };',
    caughtBy: { file: DECIDE, test: 'two engineers > the second is told who was first, and when' },
  },
  {
    broken: 'a customer may acknowledge: the permission is not asked for',
    file: 'src/outage/decide.ts',
    text: "if (!may(action.by, 'acknowledge')) return reject({ type: 'not-permitted', permission: 'acknowledge' });",
    becomes: '',
    caughtBy: {
      file: DECIDE,
      test: 'every action in every state > acknowledge by somebody who is no engineer is refused in every state, before anything else is said',
    },
  },
  {
    broken: 'a form that was opened before a colleague changed the outage is taken, one change late',
    file: 'src/outage/decide.ts',
    text: 'lastChange.version > action.seen && lastChange.by.id',
    becomes: 'lastChange.version > action.seen + 1 && lastChange.by.id',
    caughtBy: { file: DECIDE, test: 'two engineers > a form that was opened before somebody else changed the outage is not taken' },
  },
  {
    broken: 'the breach is told again with every step after it',
    file: 'src/outage/decide.ts',
    text: 'rung >= breachRung(outage.policy) && outage.breachedAt === null',
    becomes: 'rung >= breachRung(outage.policy)',
    caughtBy: { file: DECIDE, test: 'the breach > is recorded once, however long nobody comes' },
  },
  {
    broken: 'a late acknowledgement breaks the promise a second time',
    file: 'src/outage/decide.ts',
    text: 'action.at > outage.acknowledgeBy && outage.breachedAt === null',
    becomes: 'action.at > outage.acknowledgeBy',
    caughtBy: { file: DECIDE, test: 'the breach > stays on the record when it is acknowledged later' },
  },
  {
    broken: 'an update that Teams delivers twice is told to everybody twice',
    file: 'src/outage/decide.ts',
    text: 'if (sentTwice(action, outage)) return nothing;',
    becomes: '',
    caughtBy: { file: DECIDE, test: 'the same action twice > an update form that is sent twice tells people once' },
  },
  {
    broken: 'of two places that are lost the first is forgotten, and told again with each failure',
    file: 'src/outage/outage.ts',
    text: 'unreachable: [...outage.unreachable, event.place]',
    becomes: 'unreachable: [event.place]',
    caughtBy: { file: DECIDE, test: 'the same action twice > a place is lost once' },
  },
  {
    broken: 'only the first of several followers is told anything',
    file: 'src/outage/notices.ts',
    text: 'outage.followers.map((f): Place',
    becomes: 'outage.followers.slice(0, 1).map((f): Place',
    caughtBy: {
      file: 'test/flows/main-road.test.ts',
      test: 'a report > is heard by those who follow: a thread in a channel, a card in a group chat',
    },
  },
  {
    broken: 'the reporter is not told that somebody took the outage',
    file: 'src/outage/notices.ts',
    text: 'return news(everywhere, PRIORITY.acknowledgement);',
    becomes: "return news(everywhere.filter((place) => place !== 'origin'), PRIORITY.acknowledgement);",
    caughtBy: { file: NOTICES, test: 'who must hear it > an acknowledgement is news everywhere, and each card shows it' },
  },
  {
    broken: 'a ping goes out although somebody took the outage before it was sent',
    file: 'src/outage/notices.ts',
    text: "return outage.state !== 'reported' || outage.rungsPassed > event.rung + 1;",
    becomes: "return outage.state === 'resolved' || outage.rungsPassed > event.rung + 1;",
    caughtBy: { file: NOTICES, test: 'what events have overtaken > a ping is not told after it was taken' },
  },
  {
    broken: 'an edit that a later one covers is sent all the same, and may come last',
    file: 'src/outage/notices.ts',
    text: 'return outage.version > notice.seq && laterEditExists(notice, outage);',
    becomes: 'return false;',
    caughtBy: { file: NOTICES, test: 'what events have overtaken > an edit is skipped when a later one is queued' },
  },
  {
    broken: 'an edit is skipped for a ping, which queued none: the card stays as it was',
    file: 'src/outage/notices.ts',
    text: 'const laterEditExists = (notice: Notice, outage: Outage) => outage.lastChange.version > notice.seq;',
    becomes: 'const laterEditExists = (notice: Notice, outage: Outage) => outage.version > notice.seq;',
    caughtBy: {
      file: NOTICES,
      test: 'what events have overtaken > every edit that is skipped has a later one of the same place that is not',
    },
  },
  {
    broken: 'the second update has the key of the first, and the store takes it for the same message',
    file: 'src/outage/notices.ts',
    text: '${kind}/${place}/${seq}${again}`',
    becomes: "${kind}/${place}/${kind === 'opening' ? seq : 'later'}${again}`",
    caughtBy: ANY_SEQUENCE,
  },
];
