/** Defects of joining an open outage, and of making several one. */
import type { Mutant } from '../mutant.ts';

const AFFECTED = 'test/outage/decide/affected.test.ts';
const FLOW = 'test/flows/affected/joining.test.ts';

export const JOINING: readonly Mutant[] = [
  {
    broken: 'who joined hears nothing of it',
    file: 'src/outage/audience.ts',
    text: "  ...hearingIn(outage).map(({ person: { id } }) => ({ kind: 'joined', id }) as const),\n",
    becomes: '',
    caughtBy: {
      simulate: ['--hours', '4', '--outages', '150', '--seed', '1'],
      invariant: 'who joined hears all that follows, and its end',
    },
  },
  {
    broken: 'who joins twice is affected twice',
    file: 'src/outage/decide/affected.ts',
    text: '  if (isAffected(outage, action.by.id)) return nothing;\n',
    becomes: '',
    caughtBy: { file: AFFECTED, test: 'who joins > is affected beside the reporter, once, however often they say so' },
  },
  {
    broken: 'who joined what is merged into another hears nothing of that one',
    file: 'src/engine/handle.ts',
    text: 'merged.id === id ? { joined, following } : { joined: [] }',
    becomes: 'merged.id === id ? { joined: [], following } : { joined }',
    caughtBy: {
      file: FLOW,
      test: 'who joined > goes with it when it is merged into another, of another customer, and reads nothing of that one',
    },
  },
  {
    broken: 'everybody who joins is a message in the thread of the desk',
    file: 'src/outage/audience.ts',
    text: '(ANNOUNCED_JOINS.includes(joins.count) ? [DESK] : [])',
    becomes: '(joins.count > 0 ? [DESK] : [])',
    caughtBy: {
      file: AFFECTED,
      test: 'where they hear of it > a join is told by the card of the desk, and the first, fifth and tenth in its thread',
    },
  },
  {
    broken: 'an outage of another customer can be joined by its id',
    file: 'src/commands/affected/joined.ts',
    text: "return may(by, 'join', outage) ? { outage, by } : null;",
    becomes: 'return by ? { outage, by } : null;',
    caughtBy: { file: FLOW, test: 'the offer > never shows an outage of another customer, nor takes a forged press for it' },
  },
  {
    broken: 'who is second is not asked at Done',
    file: 'src/commands/report/report-presses.ts',
    text: "(result.type === 'submit' || (chose &&",
    becomes: '((chose &&',
    caughtBy: {
      file: FLOW,
      test: 'two who send the same > the second is asked at Done, also when the first came after their scenario; the earliest clock stays',
    },
  },
  {
    broken: 'phone numbers of those who are affected are shown wherever an engineer presses',
    file: 'src/commands/affected/merge-duplicates.ts',
    text: '  if (!atDesk(turn, outage.desk)) return sentence(turn.words.affected.desk.onlyThere);\n',
    becomes: '',
    caughtBy: { file: FLOW, test: 'who joined > may add a phone number, which engineers see at the desk and nobody else anywhere' },
  },
  {
    broken: 'the desk is offered the same merge with each further report',
    file: 'src/outage/decide/affected.ts',
    text: 'isOpen(outage) && !outage.gathered.includes(likeness) ?',
    becomes: 'isOpen(outage) ?',
    caughtBy: { file: AFFECTED, test: 'many that look the same > are offered once' },
  },
  {
    broken: 'who joined and was taken off the project hears for ever',
    file: 'src/commands/affected/joined.ts',
    text: '  const outage = await toLeave(data, turn);\n  if (!outage)',
    becomes: '  const outage = await toLeave(data, turn);\n  if (!outage || !(await ownProjects(outage.id, turn)))',
    caughtBy: {
      file: 'test/flows/affected/members-join.test.ts',
      test: 'who joined > leaves also when Teams no longer says that they are a member, and reads nothing by it',
    },
  },
  {
    broken: 'who reported it is led to join their own outage, and what they report now is lost',
    file: 'src/cards/affected.ts',
    text: 'same.includes(outage.id) && !isTheirs(outage)',
    becomes: 'same.includes(outage.id)',
    caughtBy: {
      file: FLOW,
      test: 'the offer > 16.3 is blue for the same of somebody else; before it, the list opens with what the project had most often',
    },
  },
];
