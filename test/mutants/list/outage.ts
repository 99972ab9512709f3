/** Defects of the core: states, the promise, who hears what. */
import type { Mutant } from '../mutant.ts';

const DECIDE = 'test/outage/decide/decide.test.ts';
const WHO_MAY = 'test/outage/permissions.test.ts';
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
    text: 'dueAt: outage.ladderFrom + rungAfterMs(',
    becomes: 'dueAt: (outage.report.beganAt ?? outage.ladderFrom) + rungAfterMs(',
    caughtBy: { file: PROMISE, test: 'the ladder > may have no rungs before the breach' },
  },
  {
    broken: 'the promise is counted from when the outage began, so it is broken before anybody heard of it',
    file: 'src/outage/evolve.ts',
    text: '...onLadder(event.policy, at),',
    becomes: '...onLadder(event.policy, event.report.beganAt ?? at),',
    caughtBy: { file: DECIDE, test: 'the breach > is a fact beside the state' },
  },
  {
    broken: 'a deadline that passes in the very millisecond of the breach finds nothing due',
    file: 'src/outage/promise.ts',
    text: 'if (elapsed >= ladder.acknowledgeWithinMs) {',
    becomes: 'if (elapsed > ladder.acknowledgeWithinMs) {',
    caughtBy: { file: DECIDE, test: 'the breach > is a fact beside the state' },
  },
  {
    broken: 'a late step no longer speaks for those below it: whom they would have reached hears nothing',
    file: 'src/outage/promise.ts',
    text: '[...ladder.rungs.slice(first, rung), ladder.rungs[rung] ?? ladder.breach]',
    becomes: '[ladder.rungs[rung] ?? ladder.breach]',
    caughtBy: {
      file: PROMISE,
      test: 'the ladder > a late rung also reaches whom the rungs below it would have reached, and in the way that they would have',
    },
  },
  {
    broken: 'several late steps count as one on the ladder, so each of them is pinged after all',
    file: 'src/outage/evolve.ts',
    text: 'rungsPassed: event.rung + 1',
    becomes: 'rungsPassed: outage.rungsPassed + 1',
    caughtBy: ANY_SEQUENCE,
  },
  {
    broken: 'nobody looks whether the promised update came',
    file: 'src/outage/promise.ts',
    text: "return [{ kind: 'update', dueAt: nudgeDueAt(outage, outage.nudges) }, ...replyDue(outage)];",
    becomes: 'return [];',
    caughtBy: { file: DECIDE, test: 'work on an outage that nobody took > the next update of null ms is due after 60 minutes' },
  },
  {
    broken: 'the next update is due from the change before this one',
    file: 'src/outage/decide/progress.ts',
    text: 'nextUpdateBy = at + (nextUpdateInMs',
    becomes: 'nextUpdateBy = outage.lastChange.at + (nextUpdateInMs',
    caughtBy: { file: DECIDE, test: 'work on an outage that nobody took > the next update of 900000 ms is due after 15 minutes' },
  },
  {
    broken: 'an engineer who is second becomes the owner, and the first is not told',
    file: 'src/outage/decide/progress.ts',
    text: "return reject({ type: 'already-acknowledged', by: outage.owner, at: outage.ownerSince });",
    becomes: 'return accept(...taking(action, outage));',
    caughtBy: { file: DECIDE, test: 'two engineers > the second is told who was first, and when' },
  },
  {
    broken: 'a customer may acknowledge: the permission is not asked for',
    file: 'src/outage/decide/decide.ts',
    text: "if (permission) return reject({ type: 'not-permitted', permission });",
    becomes: "if (permission === null) return reject({ type: 'not-permitted', permission });",
    caughtBy: {
      file: WHO_MAY,
      test: 'every kind of person > may do in every state what the table says, and is else told nothing of the outage',
    },
  },
  {
    broken: 'a form that was opened before a colleague changed the outage is taken, one change late',
    file: 'src/outage/decision.ts',
    text: 'lastChange.version <= seen ||',
    becomes: 'lastChange.version <= seen + 1 ||',
    caughtBy: { file: DECIDE, test: 'two engineers > a form that was opened before somebody else changed the outage is not taken' },
  },
  {
    broken: 'the breach is told again with every step after it',
    file: 'src/outage/decide/pass-deadline.ts',
    text: 'rung >= breachRung(ladder) && breachedAt === null',
    becomes: 'rung >= breachRung(ladder) && breachedAt !== undefined',
    caughtBy: { file: DECIDE, test: 'the breach > is recorded once, however long nobody comes' },
  },
  {
    broken: 'a late acknowledgement breaks the promise a second time',
    file: 'src/outage/decide/progress.ts',
    text: 'at > acknowledgeBy && breachedAt === null',
    becomes: 'at > acknowledgeBy',
    caughtBy: { file: DECIDE, test: 'the breach > stays on the record when it is acknowledged later' },
  },
  {
    broken: 'an update that Teams delivers twice is told to everybody twice',
    file: 'src/outage/decide/progress.ts',
    text: 'if (sentTwice(action, outage)) return nothing;',
    becomes: '',
    caughtBy: { file: DECIDE, test: 'the same action twice > an update form that is sent twice tells people once' },
  },
  {
    broken: 'of two places that are lost the first is forgotten, and told again with each failure',
    file: 'src/outage/evolve.ts',
    text: 'unreachable: [...outage.unreachable, event.place]',
    becomes: 'unreachable: [event.place]',
    caughtBy: { file: DECIDE, test: 'the same action twice > a place is lost once' },
  },
  {
    broken: 'only the first of several followers is told anything',
    file: 'src/outage/audience.ts',
    text: 'followers.map(({ id }) =>',
    becomes: 'followers.slice(0, 1).map(({ id }) =>',
    caughtBy: {
      file: 'test/flows/main-road.test.ts',
      test: 'a report > is heard by those who follow: a thread in a channel, a card in a group chat',
    },
  },
  {
    broken: 'the reporter is not told that somebody took the outage',
    file: 'src/outage/notices.ts',
    text: 'return news(everywhere(), takenPriority(outage))',
    becomes: "return news(everywhere().filter(({ kind }) => kind !== 'origin'), takenPriority(outage))",
    caughtBy: { file: NOTICES, test: 'who must hear it > an acknowledgement is news everywhere, and each card shows it' },
  },
  {
    broken: 'of what came back and was taken again people hear first who has it, then that nobody has',
    file: 'src/outage/notices.ts',
    text: 'ladderFrom === (request?.promoted?.at ?? reportedAt) ?',
    becomes: 'true ?',
    caughtBy: { file: NOTICES, test: 'the order > what came back and was taken again is told in that order, not first who took it' },
  },
  {
    broken: 'what is looked at first asks everybody anew for an update that is overdue',
    file: 'src/outage/evolve.ts',
    text: 'firstLook: event.firstLook,\n        nextUpdateBy: event.nextUpdateBy,',
    becomes: 'firstLook: event.firstLook,\n        nextUpdateBy: event.nextUpdateBy,\n        nudges: 0,',
    caughtBy: { file: DECIDE, test: 'a plan > does not move the time that an update has promised, nor one that has passed' },
  },
  {
    broken: 'a ping goes out although somebody took the outage before it was sent',
    file: 'src/outage/overtaken.ts',
    text: '!asks(event, outage) || outage.rungsPassed > event.rung + 1;',
    becomes: "outage.state === 'resolved' || outage.rungsPassed > event.rung + 1;",
    caughtBy: { file: NOTICES, test: 'what events have overtaken > a ping is not told after it was taken' },
  },
  {
    broken: 'an edit that a later one covers is sent all the same, and may come last',
    file: 'src/outage/overtaken.ts',
    text: 'return outage.version > notice.seq && (laterEditExists(notice, outage) || laterClockExists(event, outage));',
    becomes: 'return false;',
    caughtBy: { file: NOTICES, test: 'what events have overtaken > an edit is skipped when a later one is queued' },
  },
  {
    broken: 'an edit is skipped for a ping, which queued none: the card stays as it was',
    file: 'src/outage/overtaken.ts',
    text: "  lastChange.version > seq || (destination.kind === 'desk' && joins.version > seq);",
    becomes: "  lastChange.version > 0 || (destination.kind === 'desk' && joins.version > seq);",
    caughtBy: {
      file: NOTICES,
      test: 'what events have overtaken > every edit that is skipped has a later one of the same place that is not',
    },
  },
  {
    broken: 'the second update has the key of the first, and the store takes it for the same message',
    file: 'src/outage/notices.ts',
    text: '${kind}/${formatDestination(destination)}/${seq}${again}${first}`',
    becomes: "${kind}/${formatDestination(destination)}/${kind === 'opening' ? seq : 'later'}${again}${first}`",
    caughtBy: ANY_SEQUENCE,
  },
  {
    broken: 'whoever gives an outage back stops its clock: nobody is called',
    file: 'src/outage/evolve.ts',
    text: "return back(outage, event, 'release', outage.policy.again);",
    becomes: "return { ...back(outage, event, 'release', outage.policy.again), rungsPassed: 99 };",
    caughtBy: {
      file: DECIDE,
      test: 'a release > starts a fresh, shorter clock, keeps the promise of the first on the record, and calls who is on call but not the one who left',
    },
  },
  {
    broken: 'what is put back has the whole time of the first promise again',
    file: 'src/outage/evolve.ts',
    text: "...back(outage, event, 'reopening', outage.policy.again),",
    becomes: "...back(outage, event, 'reopening', outage.policy),",
    caughtBy: { file: DECIDE, test: 'a reopening > by the reporter puts it back with the shorter clock and calls the last owner too' },
  },
  {
    broken: 'to offer an outage is enough: its owner is free before the other one has accepted',
    file: 'src/outage/evolve.ts',
    text: 'return { ...(outage as Acknowledged), offeredTo: event.to };',
    becomes: 'return { ...(outage as Acknowledged), owner: event.to, offeredTo: null };',
    caughtBy: {
      file: DECIDE,
      test: 'a hand-over > leaves the owner accountable until the other one accepts, by a button or by taking it',
    },
  },
  {
    broken: 'anybody may accept what was offered to somebody else',
    file: 'src/outage/decide/ownership.ts',
    text: 'if (taken.offeredTo?.id === action.by.id) return accept(takingOver(action, taken));',
    becomes: 'if (taken.offeredTo) return accept(takingOver(action, taken));',
    caughtBy: { file: DECIDE, test: 'a hand-over > can be refused, and taken back by the owner, but not by anybody else' },
  },
  {
    broken: 'a reporter may object again and again',
    file: 'src/outage/decide/ending.ts',
    text: "if (outage.objected) return reject({ type: 'objected-already' });",
    becomes: '',
    caughtBy: { file: DECIDE, test: 'a transfer > is put back by an objection, once, before the duty manager' },
  },
  {
    broken: 'a reporter may reopen for ever',
    file: 'src/outage/decide/ending.ts',
    text: "if (!isEngineer(by) && at > until) return reject({ type: 'too-late', until });",
    becomes: '',
    caughtBy: {
      file: DECIDE,
      test: 'a reopening > by the reporter is possible for so long as the policy says, by an engineer always, who takes it with that',
    },
  },
  {
    broken: 'an owner who gives no update is asked once and never again',
    file: 'src/outage/evolve.ts',
    text: 'nudges: event.nudge + 1 };',
    becomes: 'nudges: 99 };',
    caughtBy: {
      file: DECIDE,
      test: 'work on an outage that nobody took > that is overdue is asked of the owner, then of the levels above, then each hour, and late nudges are one',
    },
  },
  {
    broken: 'what engineers note is told to the reporter',
    file: 'src/outage/notices.ts',
    text: 'return event.shown ? [] : news([work], PRIORITY.update);',
    becomes: 'return event.shown ? [] : news(everywhere(), PRIORITY.update);',
    caughtBy: { file: NOTICES, test: 'who must hear it > a note of a form is shown at the desk alone, and changes no card' },
  },
  {
    broken: 'whose outage was merged hears nothing of the other one',
    file: 'src/outage/audience.ts',
    text: "  ...outage.absorbed.filter(({ origin }) => isRead(origin)).map(({ id }) => ({ kind: 'merged', id }) as const),\n",
    becomes: '',
    caughtBy: {
      file: NOTICES,
      test: 'who must hear it > what is told of an outage goes to those too whose outage was merged into it',
    },
  },
  {
    broken: 'a merge is on the record of one of the two',
    file: 'src/engine/handle.ts',
    text: "if (request.type === 'merge') {",
    becomes: "if (request.type === 'merge' && outage.number < 0) {",
    caughtBy: {
      simulate: ['--hours', '4', '--outages', '150', '--seed', '4'],
      invariant: 'a merge is on the record of both, and who reported what was merged hears of the other',
    },
  },
];
