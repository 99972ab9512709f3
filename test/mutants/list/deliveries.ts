/** Defects of the way out: what is sent when, what follows from an answer, and who may send at all. */
import type { Mutant } from '../mutant.ts';

const SIMULATED = ['--hours', '12', '--outages', '60', '--seed', '3'] as const;
const deliver = (test: string) => ({ file: 'test/engine/delivery/deliver.test.ts', test });
const lost = (test: string) => ({ file: 'test/engine/delivery/lost-threads.test.ts', test });
/** A test of the contract that every database keeps, on SQLite in memory. */
const contract = (test: string) => ({ file: 'test/store/sqlite/sqlite.test.ts', test: `the store in memory > ${test}` });

export const DELIVERIES: readonly Mutant[] = [
  {
    broken: 'the words of a reply are in no message where several pings are due at once',
    file: 'src/engine/delivery/batch.ts',
    text: "const WITH_WORDS: readonly OutageEvent['type'][] = ['replied', 'reply-missed', 'follow-up-due'];",
    becomes: "const WITH_WORDS: readonly OutageEvent['type'][] = [];",
    caughtBy: {
      file: 'test/flows/conversation/conversation.test.ts',
      test: "19: the engineer's question > has its replies in the thread also when several come at once, and while other outages call the desk",
    },
  },
  {
    broken: 'a reply goes to the own chat of somebody who has left the desk',
    file: 'src/engine/delivery/attempt.ts',
    text: "delivery.destination.kind === 'person' && desk.isStaff?.(delivery.destination.id) === false;",
    becomes: 'false;',
    caughtBy: deliver('a reply goes to the own chat of who asked while the desk is out of reach, if they still work for it: false'),
  },
  {
    broken: 'a message is sent before it is recorded that a try begins',
    file: 'src/engine/delivery/attempt.ts',
    text: 'const result = await beginAll(lane, items, first);',
    becomes: 'await sendAll(items, first, await outages.now(), thread);\n      const result = await beginAll(lane, items, first);',
    caughtBy: { simulate: SIMULATED, invariant: 'every try is recorded before the wire' },
  },
  {
    broken: 'what was read is sent although events have overtaken it: a ping about an outage that was taken',
    file: 'src/engine/delivery/attempt.ts',
    text: 'if (isOthers || overtaken(delivery, recorded.outage, eventOf(delivery, recorded.events), now)) return null;',
    becomes: 'overtaken(delivery, recorded.outage, eventOf(delivery, recorded.events), now);\n    if (isOthers) return null;',
    caughtBy: deliver(
      'what events have overtaken > is skipped: a ping about an outage that was taken, and the breach that was just answered',
    ),
  },
  {
    broken: 'the edit of a ping that is over takes as much room as any other edit',
    file: 'src/engine/delivery/limits.ts',
    text: '[PRIORITY.settled]: 0.2,',
    becomes: '[PRIORITY.settled]: 0.5,',
    caughtBy: {
      file: 'test/engine/delivery/settled.test.ts',
      test: '3.7: the edit of a ping that is over > 3.7: in a storm leaves four fifths of the room to what people wait for, and comes after it',
    },
  },
  {
    broken: 'a ping that is gone is a trouble that the desk is told of',
    file: 'src/engine/delivery/outcomes.ts',
    text: "const isNeedless = delivery.kind === 'settled' ||",
    becomes: 'const isNeedless =',
    caughtBy: {
      file: 'test/engine/delivery/settled.test.ts',
      test: '3.7: the edit of a ping that is over > 3.7: is left out after 404, which is told to nobody',
    },
  },
  {
    broken: "while the desk's channel refuses, alarms go there for ever and nobody hears of them",
    file: 'src/engine/watch/notify-desk.ts',
    text: 'if (Math.abs(now() - silentSince) < SILENT_AFTER_MS) throw error;',
    becomes: 'if (silentSince !== null) throw error;',
    caughtBy: {
      file: 'test/engine/watch/notify-desk.test.ts',
      test: 'A3: a channel that refuses, though no event said so > after a minute whoever is on call and the administrators are told instead, each time',
    },
  },
  {
    broken: 'a place is given up before the desk is told of it, and when that fails nobody ever is',
    file: 'src/engine/delivery/outcomes.ts',
    text: 'if (destinationIsLost) await markUnreachable(',
    becomes:
      "await deliveries.finish(lane, [delivery.key], { state: 'failed', error });\n    if (destinationIsLost) await markUnreachable(",
    caughtBy: deliver(
      'what Teams refuses for ever > is not given up before the desk is told: when that cannot be stored, both are done later',
    ),
  },
  {
    broken: 'a list of pings of which only the second may be there already has no label',
    file: 'src/engine/delivery/attempt.ts',
    text: 'repeated: items.some((item) => isRepeat(item.delivery)),',
    becomes: 'repeated: isRepeat(delivery),',
    caughtBy: deliver('several pings that are due at once > say that they are sent again when one of them may be there already'),
  },
  {
    broken: 'a list of pings that Teams finds wrong is lost with all its pings',
    file: 'src/engine/delivery/outcomes.ts',
    text: 'const wrongDigest = failing.length > 1 && ',
    becomes: 'const wrongDigest = failing.length > 100 && ',
    caughtBy: deliver('several pings that are due at once > go one by one when Teams finds the list wrong (400)'),
  },
  {
    broken: 'sixteen conversations that hang hold up the acknowledgements of all others',
    file: 'src/engine/delivery/deliver.ts',
    text: 'const forAcknowledgements = free + ACKNOWLEDGEMENT_LANES;',
    becomes: 'const forAcknowledgements = free;',
    caughtBy: deliver('sixteen conversations that hang > hold up no acknowledgement, and no other message is begun'),
  },
  {
    broken: 'the lanes that are kept for acknowledgements are given to edits',
    file: 'src/engine/delivery/deliver.ts',
    text: 'free > 0 ? LEAST_URGENT : PRIORITY.acknowledgement',
    becomes: 'free > 0 ? LEAST_URGENT : PRIORITY.edit',
    caughtBy: deliver('sixteen conversations that hang > hold up no acknowledgement, and no other message is begun'),
  },
  {
    broken: 'a stop begins one message after another until the lane is empty',
    file: 'src/engine/delivery/deliver.ts',
    text: 'while (!stopping) {',
    becomes: 'while (lane.id) {',
    caughtBy: deliver('a stop > finishes the message that is out, begins no other, and gives the conversation back'),
  },
  {
    broken: 'Retry-After is ignored',
    file: 'src/engine/delivery/outcomes.ts',
    text: 'error.retryAfterMs === null ? wait : Math.max(error.retryAfterMs, FIRST_RETRY_MS)',
    becomes: 'wait',
    caughtBy: deliver('what Teams refuses for now > with 429 stops that conversation alone for as long as Teams asks; the others go on'),
  },
  {
    broken: 'a 429 stops the one message and not its conversation',
    file: 'src/engine/delivery/outcomes.ts',
    text: "error.failure === 'refused' && error.status === 429;",
    becomes: 'false;',
    caughtBy: deliver('what Teams refuses for now > with 429 stops that conversation alone for as long as Teams asks; the others go on'),
  },
  {
    broken: 'what Teams certainly did not take counts as sent, and comes with a label, or never',
    file: 'src/engine/delivery/outcomes.ts',
    text: 'again(pause, asBefore)',
    becomes: 'again(pause, { maybeSent: true })',
    caughtBy: deliver('what Teams refuses for now > is tried again after 503, each time after a longer pause, and is no repeat'),
  },
  {
    broken: 'a message whose answer was lost is repeated as if it were new',
    file: 'src/engine/delivery/outcomes.ts',
    text: '(1 + random / 4))), { maybeSent: true })',
    becomes: '(1 + random / 4))), { maybeSent: false })',
    caughtBy: deliver('a message whose answer was lost > is sent once more, labelled as a repeat and counted'),
  },
  {
    broken: 'a message that nobody confirms is posted a third time',
    file: 'src/engine/delivery/outcomes.ts',
    text: 'delivery.repeats >= (known',
    becomes: 'delivery.repeats > (known',
    caughtBy: deliver('a message whose answer was lost > twice is not sent a third time, and stands in the ledger as failed'),
  },
  {
    broken: 'the thread of the desk is given up after one repeat, and nobody hears of the outage',
    file: 'src/engine/delivery/outcomes.ts',
    text: ': MAX_REPEATS) && !mustArrive(delivery);',
    becomes: ': MAX_REPEATS);',
    caughtBy: deliver(
      'a message whose answer was lost > is sent until it is confirmed when it is the thread of the desk, each time labelled',
    ),
  },
  {
    broken: 'a ping in the thread of the desk is given up with the first 403',
    file: 'src/engine/delivery/outcomes.ts',
    text: 'if (isTriedOn(delivery, error.status)) return',
    becomes: 'if (mustArrive(delivery)) return',
    caughtBy: deliver(
      'what Teams refuses for ever > is tried again in the thread of the desk, and told when Teams has the thread back, if it is still true',
    ),
  },
  {
    broken: 'a thread is begun anew because of one refusal',
    file: 'src/engine/delivery/lost-threads.ts',
    text: "refused === 1 || state === 'waiting'",
    becomes: "state === 'waiting'",
    caughtBy: lost('3.8: a channel that refuses for a while > once: the reply is tried again, and no thread is begun'),
  },
  {
    broken: 'a channel in which every thread refuses gets one thread after the other',
    file: 'src/engine/delivery/lost-threads.ts',
    text: 'if (latest && latest.key !== first && !(await deliveries.hasTaken(outage.id, conversation))) return false;',
    becomes: '',
    caughtBy: lost('3.8: a channel that refuses for a while > replies alone, in every thread: a second one is begun, and no third'),
  },
  {
    broken: 'a reporter is told that the desk was not reached, because a thread there is begun anew',
    file: 'src/store/queue/deadlines.ts',
    text: ' and d.after_key is null',
    becomes: '',
    caughtBy: lost('3.8: while a thread is begun anew, its reporter gets no failure receipt'),
  },
  {
    broken: 'a worker that lost its lane sends all the same: its fence is not looked at',
    file: 'src/store/queue/rate-limits.ts',
    text: ' and l.fence = ${lane.fence} and l.lease_until',
    becomes: ' and l.lease_until',
    caughtBy: contract('lanes > are taken over when the lease of a dead worker ends, and the dead one can begin nothing any more'),
  },
  {
    broken: 'a worker that lost its lane goes on to find what only the new one may end',
    file: 'src/store/queue/lanes.ts',
    text: ' and l.fence = ${lane.fence} and d.priority',
    becomes: ' and d.priority',
    caughtBy: contract('lanes > are taken over when the lease of a dead worker ends, and the dead one can begin nothing any more'),
  },
  {
    broken: 'a try begins that the lease of its lane does not outlive, so another worker sends beside it',
    file: 'src/store/queue/rate-limits.ts',
    text: 'later(sql`clock.now`, neededMs)',
    becomes: 'sql`clock.now`',
    caughtBy: contract('a try of several deliveries > does not begin when the lease would end before it'),
  },
  {
    broken: 'a worker that lost its lane ends a message that the new one is sending at this moment',
    file: 'src/store/queue/delivery-attempts.ts',
    text: ".where('id', '=', lane.id).where('fence', '=', lane.fence)",
    becomes: ".where('id', '=', lane.id)",
    caughtBy: contract(
      'a delivery > is not touched by a worker that lost its lane: nobody may forget that the other one is sending right now',
    ),
  },
  {
    broken: 'an acknowledgement waits in a conversation whose quota the edits have used up',
    file: 'src/store/queue/lanes.ts',
    text: 'then l.paced_priority else',
    becomes: 'then 0 else',
    caughtBy: deliver('a storm > lets an acknowledgement through at once, whatever waits in the same channel'),
  },
  {
    broken: 'one message more than Teams takes goes out in each second',
    file: 'src/store/queue/rate-limits.ts',
    text: '(c.sent - a.requests) %',
    becomes: '(c.sent - a.requests - 1) %',
    caughtBy: contract('a quota > gives so many in any time of its length, and tells when the next may go'),
  },
  {
    broken: 'where nobody may read, a message counts as not there, and is posted five times',
    file: 'src/engine/delivery/unconfirmed-sends.ts',
    text: "keepResult(delivery, found.get(delivery.key) ?? 'unknown')",
    becomes: "keepResult(delivery, found.get(delivery.key) ?? 'absent')",
    caughtBy: deliver('a message whose answer was lost > twice is not sent a third time, and stands in the ledger as failed'),
  },
  {
    broken: 'the heart beats although something is wrong, so nobody outside is called',
    file: 'src/engine/watch/watcher.ts',
    text: 'if (current.length === 0) await heartbeat();',
    becomes: 'await heartbeat();',
    caughtBy: {
      file: 'test/engine/watch/watcher.test.ts',
      test: 'a store that is away > is trouble that nobody can be told of: one error, no heartbeat, and nothing that was there counts as over',
    },
  },
  {
    broken: 'trouble counts as over when the store is away and nobody can look',
    file: 'src/engine/watch/watcher.ts',
    text: "setTroubles([{ kind: 'store-unavailable' }, ...others]);",
    becomes: "setTroubles([{ kind: 'store-unavailable' }]);",
    caughtBy: {
      file: 'test/engine/watch/watcher.test.ts',
      test: 'a store that is away > is trouble that nobody can be told of: one error, no heartbeat, and nothing that was there counts as over',
    },
  },
];
