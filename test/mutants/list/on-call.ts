/** Who is called: the roster, what was taken by hand, and what is said of it. */
import type { Mutant } from '../mutant.ts';

const ROSTER = 'test/desk/on-call/on-call.test.ts';
const FLOW = 'test/flows/on-call.test.ts';
const NEWS = 'test/flows/on-call-news.test.ts';
const CHANGES = 'test/desk/on-call/changes.test.ts';
const MESSAGES = 'test/engine/timers/on-call.test.ts';

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
    file: 'src/engine/complete.ts',
    text: '{ ...report, at, number: NO_NUMBER, onCall: await onCall(), ...heard };',
    becomes: '{ ...report, at, number: NO_NUMBER, onCall: desk.onCall(request.report.project.id, at, []), ...heard };',
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
  {
    broken: 'somebody is told that they are on call after they are not any more',
    file: 'src/desk/on-call/changes.ts',
    text: 'const latest = past.filter((one) => !past.some(({ person, at }) => person.id === one.person.id && at > one.at));',
    becomes: 'const latest = past;',
    caughtBy: { file: CHANGES, test: 'a bot that was down > tells nobody that they are on call who is not any more' },
  },
  {
    broken: 'who was told an hour before is not told that somebody took it since',
    file: 'src/desk/on-call/changes.ts',
    text: "kind === 'before' &&",
    becomes: "kind === 'week' &&",
    caughtBy: {
      file: CHANGES,
      test: 'what was taken by hand > after the message of the hour before: who was told does not go on call, and hears that; who took it does',
    },
  },
  {
    broken: 'what was taken by hand before is forgotten when it is taken again',
    file: 'src/store/desk.ts',
    text: 'and from_at < ${now}',
    becomes: 'and from_at < 0',
    caughtBy: {
      file: 'test/store/sqlite/sqlite.test.ts',
      test: 'the store in memory > on-call by hand > is remembered after it ended, also when its person took the same again, for as long as a calendar looks back',
    },
  },
  {
    broken: 'two bots both tell who goes on call',
    file: 'src/store/on-call.ts',
    text: 'where on_call_notice.again_at <= ${now()}`.execute(db);',
    becomes: '`.execute(db);',
    caughtBy: {
      file: 'test/store/sqlite/sqlite.test.ts',
      test: 'the store in memory > a message about the on-call schedule > goes out once, whichever of two bots is first, and each kind, person and moment by itself',
    },
  },
  {
    broken: 'after a restore people are told a second time that they are on call',
    file: 'src/desk/on-call/changes.ts',
    text: 'dueAt >= since && !told',
    becomes: '!told',
    caughtBy: { file: MESSAGES, test: 'after a restore no bot tells what was due before, and all tell what comes' },
  },
  {
    broken: 'a calendar is served to an engineer who has left the desk',
    file: 'src/on-call/serve.ts',
    text: "|| !may(desk.actor(reader), 'on-call')",
    becomes: '',
    caughtBy: { file: NEWS, test: 'a calendar > of an engineer who has left the desk is not served any more' },
  },
  {
    broken: 'the token of a calendar is stored as it is',
    file: 'src/on-call/serve.ts',
    text: "const hashOf = (token: string): string => hash('sha256', token);",
    becomes: 'const hashOf = (token: string): string => token;',
    caughtBy: {
      file: NEWS,
      test: 'a calendar > is read at a secret address by a client without a token, and only a hash of the address is stored',
    },
  },
];
