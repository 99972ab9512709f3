/** Defects of what is set up in Teams: who may, who wins, and what becomes of rooms that are gone. */
import type { Mutant } from '../mutant.ts';

const SETUP = 'test/flows/setup.test.ts';
const ROOMS = 'test/desk/rooms.test.ts';

export const SETUP_IN_TEAMS: readonly Mutant[] = [
  {
    broken: 'whoever presses a button of the setup does it, administrator or not',
    file: 'src/commands/commands.ts',
    text: 'return denied === null ? await run(data, turn) : sentence(denied);',
    becomes: "return denied === null || needs === 'setup' ? await run(data, turn) : sentence(denied);",
    caughtBy: { file: SETUP, test: 'nobody else > sets up anything, whatever they press or type, and hears kindly whom to ask' },
  },
  {
    broken: 'an administrator is one in every tenant',
    file: 'src/desk/desk.ts',
    text: "if (administrators.some((one) => one.id === id)) roles.push('administrator');",
    becomes: "if (administrators.some((one) => id.endsWith(one.id))) roles.push('administrator');",
    caughtBy: { file: SETUP, test: 'nobody else > of another tenant is an administrator, whatever their id is' },
  },
  {
    broken: 'what was chosen in Teams wins over the desk file',
    file: 'src/desk/rooms.ts',
    text: "const desk = channel ? ofFile(channel, 'channel') : chosenDesk ? ofTeams(chosenDesk) : null;",
    becomes: "const desk = chosenDesk ? ofTeams(chosenDesk) : channel ? ofFile(channel, 'channel') : null;",
    caughtBy: { file: ROOMS, test: 'the desk > is that of the desk file, whatever was chosen; and what is known of it is known' },
  },
  {
    broken: '"all" and one project together is all: a customer hears of the others',
    file: 'src/commands/setup.ts',
    text: "return ticked.length === 1 && !theirs ? 'all' : null;",
    becomes: "return theirs ? null : 'all';",
    caughtBy: { file: SETUP, test: 'an administrator > lets a chat follow chosen projects, and stop' },
  },
  {
    broken: 'what happens to a room is told with every check',
    file: 'src/engine/watch/alarms.ts',
    text: "if (alarm?.tell === 'rooms-changed') await rooms.markTold(changes);",
    becomes: '',
    caughtBy: { file: SETUP, test: 'a room that is gone > is told to the desk once, gets nothing more, and is told again when it is back' },
  },
  {
    broken: 'while the channel of the desk is gone, what the desk has to know goes there',
    file: 'src/engine/watch/notify-desk.ts',
    text: 'if (!channel || channel.lost !== null) return',
    becomes: 'if (!channel) return',
    caughtBy: {
      file: SETUP,
      test: 'a room that is gone > and is the desk itself: the administrators are told in person, and reports wait for it',
    },
  },
  {
    broken: 'Done without a channel for the desk throws the draft away',
    file: 'src/commands/report/report-presses.ts',
    text: 'if (!rooms.desk) return refusing(',
    becomes: 'if (!rooms.desk) await dropDraft(drafts, draft);\n  if (!rooms.desk) return refusing(',
    caughtBy: {
      file: SETUP,
      test: 'a bot without a channel for the desk > keeps a report that was begun before, until there is a channel again',
    },
  },
  {
    broken: 'any tenant can say that a channel of ours is gone',
    file: 'src/engine/room-keeper.ts',
    text: '(await used()).filter((room) => (room.tenantId ?? desk.file.desk.tenant) === tenantId)',
    becomes: "(await used()).filter(() => tenantId !== '')",
    caughtBy: { file: SETUP, test: 'a room that is gone > of another tenant, or that nobody uses, is none of ours' },
  },
];
