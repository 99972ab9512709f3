/** Planned maintenance: who is told of it, how often, and what a report says meanwhile. */
import type { Mutant } from '../mutant.ts';

const LOOP = 'test/engine/timers/maintenance.test.ts';
const FLOW = 'test/flows/maintenance.test.ts';
const FAULTS = 'no room hears anything twice, late, or of another project, whatever Teams answers, with seed';

export const MAINTENANCE: readonly Mutant[] = [
  {
    broken: 'maintenance of one customer is told to the rooms of another',
    file: 'src/engine/timers/maintenance.ts',
    text: 'followers(window.projectId).flatMap',
    becomes: "followers(windows[0]?.projectId ?? '').flatMap",
    caughtBy: { file: LOOP, test: `${FAULTS} 1` },
  },
  {
    broken: 'a room is told of maintenance again when the answer was lost',
    file: 'src/engine/timers/maintenance.ts',
    text: "error instanceof SendError && error.failure === 'refused'",
    becomes: 'error instanceof SendError',
    caughtBy: { file: LOOP, test: `${FAULTS} 2` },
  },
  {
    broken: 'a room is told hours later that maintenance has begun',
    file: 'src/engine/timers/maintenance.ts',
    text: '(said === OVER || now - window.from > LATEST_MS)',
    becomes: 'said === OVER',
    caughtBy: {
      file: FLOW,
      test: 'maintenance that an engineer plans > that nobody could tell in time is left out; a room that Teams refused for now is told a little later',
    },
  },
  {
    broken: 'a bot with an older desk file ends what a newer one plans',
    file: 'src/engine/timers/maintenance.ts',
    text: 'if (!isTaken) await take(',
    becomes: 'await take(',
    caughtBy: { file: LOOP, test: 'a bot with an older desk file does not take back what the bot that started last has told' },
  },
  {
    broken: 'a report shows the maintenance of another customer',
    file: 'src/desk/maintenance.ts',
    text: 'one.projectId === projectId && isRunning(one, now)',
    becomes: 'isRunning(one, now)',
    caughtBy: {
      file: FLOW,
      test: 'a report while maintenance runs > of another customer, or of an environment that is not maintained, shows nothing of it',
    },
  },
  {
    broken: 'customers read in their channel what maintenance others have',
    file: 'src/commands/maintenance.ts',
    text: 'isAlone(turn) || atDesk(',
    becomes: 'true || atDesk(',
    caughtBy: { file: FLOW, test: 'maintenance that an engineer plans > is for engineers, where no customer reads it' },
  },
  {
    broken: 'the desk does not read that maintenance ran',
    file: 'src/engine/complete.ts',
    text: 'const [window] = runningIn(await transaction.maintenance(),',
    becomes: 'const [window] = runningIn([],',
    caughtBy: {
      file: FLOW,
      test: 'a report while maintenance runs > is an outage like any other when it is sent, and the card of the desk says what ran',
    },
  },
];
