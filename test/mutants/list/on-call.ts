/** Who is called: the roster, what was taken by hand, and what is said of it. */
import type { Mutant } from '../mutant.ts';

const ROSTER = 'test/desk/on-call/on-call.test.ts';
const FLOW = 'test/flows/on-call.test.ts';

export const ON_CALL: readonly Mutant[] = [
  {
    broken: 'on-call hands over by hours that have passed, so an hour late after the clocks change',
    file: 'src/desk/on-call/roster.ts',
    text: 'instantOf(starts + turn * lengthMs, zone)',
    becomes: 'instantOf(starts, zone) + turn * lengthMs',
    caughtBy: { file: ROSTER, test: 'a rotation > keeps 09:00 in Copenhagen in spring: that week has 167 hours' },
  },
  {
    broken: 'on-call changes at the second of two equal times in autumn',
    file: 'src/desk/on-call/local-time.ts',
    text: 'Math.min(...shown)',
    becomes: 'Math.max(...shown)',
    caughtBy: { file: ROSTER, test: 'a rotation > hands over at the first of two 02:30 in autumn, once' },
  },
  {
    broken: 'nobody is on call by a turn over midnight after midnight',
    file: 'src/desk/on-call/roster.ts',
    text: 'midnight(localTime(from, zone)) - 2 * DAY_MS',
    becomes: 'midnight(localTime(from, zone))',
    caughtBy: { file: ROSTER, test: 'hours and days > belong to the day on which they begin, over midnight too' },
  },
  {
    broken: 'who took on-call by hand stays on it when the time is over',
    file: 'src/desk/on-call/roster.ts',
    text: '|| at >= override.until',
    becomes: '',
    caughtBy: { file: ROSTER, test: 'an override > takes a level until its time, to the second' },
  },
  {
    broken: 'somebody who is no engineer any more stays on call by hand',
    file: 'src/desk/desk.ts',
    text: 'engineersById.get(personId) ?? null',
    becomes: 'peopleById.get(personId) ?? null',
    caughtBy: { file: ROSTER, test: 'an override > of somebody who is no engineer (any more) counts nothing' },
  },
  {
    broken: 'who took on-call by hand is forgotten for outages that are reported',
    file: 'src/engine/handle.ts',
    text: '{ ...report, at, number: NO_NUMBER, onCall: await onCall() };',
    becomes: '{ ...report, at, number: NO_NUMBER, onCall: desk.onCall(request.report.project.id, at, []) };',
    caughtBy: { file: FLOW, test: 'who takes a level > is on call until then, and is called; who had it is not' },
  },
  {
    broken: 'a customer who sees the card may take on-call',
    file: 'src/outage/permissions.ts',
    text: "'on-call': ['engineer'],",
    becomes: "'on-call': ['engineer', 'customer'],",
    caughtBy: { file: FLOW, test: 'what is pressed by others > a forged form is refused by the server too' },
  },
  {
    broken: 'anybody may end what somebody else took of on-call',
    file: 'src/commands/on-call/on-call.ts',
    text: 'view.overrides.filter(({ personId }) => personId === turn.actor.id)',
    becomes: 'view.overrides.filter(({ personId }) => personId !== "")',
    caughtBy: { file: FLOW, test: 'who takes a level > cannot be ended by somebody else' },
  },
  {
    broken: 'on-call that was taken by hand has ended for one bot and not in the store',
    file: 'src/store/desk.ts',
    text: '.set({ until_at: dialect.now() })',
    becomes: '.set({ until_at: 1e15 })',
    caughtBy: {
      file: 'test/store/sqlite/sqlite.test.ts',
      test: 'the store in memory > on-call by hand > ends once, and only that one; then it can be made again',
    },
  },
  {
    broken: 'a ping says that on-call people were pinged without an answer who had taken the outage',
    file: 'src/cards/progress/progress.ts',
    text: "meant.slice(meant.findLastIndex(({ type }) => type === 'acknowledged') + 1)",
    becomes: 'earlier',
    caughtBy: {
      file: 'test/cards/why-pinged.test.ts',
      test: 'whoever was pinged before somebody took it has been answered, and is not held against anybody later',
    },
  },
  {
    broken: 'the check believes in a chat with somebody who has removed the app since',
    file: 'src/teams/people/people.ts',
    text: '    openChat,',
    becomes: '    openChat: (...asked: Parameters<typeof openChat>): Promise<string> => createPeople(parts).chatWith(...asked),',
    caughtBy: {
      file: FLOW,
      test: '/outage check > asks Teams whom of the roster it can write to in person, anew each time, and writes to nobody',
    },
  },
  {
    broken: 'the check of on-call overlooks a level that has no time left',
    file: 'src/desk/check.ts',
    text: 'return leftMs < leastMs ?',
    becomes: 'return leftMs < 0 ?',
    caughtBy: {
      file: 'test/desk/check.test.ts',
      test: 'the ladder > that calls the last level 4.9 minutes before the end leaves it time or not',
    },
  },
];
