/** Defects of the failure receipt, and of what becomes of reports that were not sent. */
import type { Mutant } from '../mutant.ts';

const RECEIPT = 'test/flows/report/receipt.test.ts';
const DRAFTS = 'test/flows/report/drafts.test.ts';
const UNREACHED = 'test/outage/unreached.test.ts';
const AWAY = 'a desk whose channel cannot be reached for two minutes (503)';

export const RECEIPTS_AND_DRAFTS: readonly Mutant[] = [
  {
    broken: 'a failure receipt is told although the thread is there, because nobody has recorded yet that the desk was reached',
    file: 'src/outage/decide/decide.ts',
    text: 'const late = !posted && at',
    becomes: 'const late = at',
    caughtBy: { file: UNREACHED, test: 'the thread of the desk > is not late when it is there, when that was said before, or in a drill' },
  },
  {
    broken: 'the receipt is still told when the thread has come meanwhile',
    file: 'src/outage/overtaken.ts',
    text: "return outage.state !== 'reported' || outage.deskUnreached?.until !== null;",
    becomes: "return outage.state !== 'reported';",
    caughtBy: {
      file: UNREACHED,
      test: 'who hears of it > need not hear of it any more when the thread is there, or when somebody has the outage',
    },
  },
  {
    broken: 'the receipt is told when the thread is there, as long as nobody has recorded that it is',
    file: 'src/engine/delivery/attempt.ts',
    text: "events[seq - 1]?.type === 'desk-unreached' && (await",
    becomes: "events[seq - 1]?.type !== 'desk-unreached' && (await",
    caughtBy: {
      file: 'test/engine/timers/receipts.test.ts',
      test: 'a receipt is not told when the thread is there, although nobody has recorded that yet',
    },
  },
  {
    broken: 'what was entered is told to the whole group in the failure receipt',
    file: 'src/cards/report/receipt.ts',
    text: "copy: own ? textOf(view) : '',",
    becomes: 'copy: textOf(view),',
    caughtBy: { file: RECEIPT, test: `${AWAY} > is told to a group without what was entered, which the reporter alone can have` },
  },
  {
    broken: 'the numbers of another part of the world are read first',
    file: 'src/desk/phones.ts',
    text: 'return [...own, ...phones.filter((phone) => !own.includes(phone))];',
    becomes: 'return [...phones.filter((phone) => !own.includes(phone)), ...own];',
    caughtBy: {
      file: RECEIPT,
      test: `${AWAY} > is told to the reporter after one, with all that was entered and the phone, once; and when it is there, once`,
    },
  },
  {
    broken: 'whoever goes on with a report after a nudge is reminded of it again and again',
    file: 'src/store/drafts.ts',
    text: "case when draft.nudge = ${sql.lit(NUDGE.done)} then draft.nudge else ${value('nudge')} end",
    becomes: "${value('nudge')}",
    caughtBy: {
      file: DRAFTS,
      test: 'a report that was begun and not sent > is reminded of once, five minutes after the last press, and goes on where it was',
    },
  },
  {
    broken: 'two bots remind somebody twice',
    file: 'src/store/drafts.ts',
    text: "        .where('nudge', '=', NUDGE.wanted)\n",
    becomes: '',
    caughtBy: {
      file: 'test/store/sqlite/sqlite.test.ts',
      test: 'the store in memory > a report that was not sent > is reminded of when it was not touched for so long, by one of two bots, once',
    },
  },
  {
    broken: 'a nudge whose answer was lost is sent again',
    file: 'src/engine/timers/draft-reminders.ts',
    text: "error instanceof SendError && error.failure === 'refused';",
    becomes: "error instanceof SendError && error.failure !== 'never';",
    caughtBy: {
      file: DRAFTS,
      test: 'a report that was begun and not sent > is reminded of later when Teams takes nothing (503), and not again when nobody knows whether it did',
    },
  },
  {
    broken: 'drafts are hidden after a day, and never deleted',
    file: 'src/engine/timers/draft-reminders.ts',
    text: 'await drafts.deleteOld();',
    becomes: '',
    caughtBy: {
      file: DRAFTS,
      test: 'a report that was begun and not sent > is deleted a day after the last press, with all that was entered',
    },
  },
];
