/** Defects of reviews and follow-ups. */
import type { Mutant } from '../mutant.ts';

const DECIDE = 'test/outage/decide/review.test.ts';
const FLOW = 'test/flows/review/review.test.ts';

export const REVIEWS: readonly Mutant[] = [
  {
    broken: 'somebody is reminded of what is done',
    file: 'src/outage/review/review.ts',
    text: '.filter(({ reminded, done }) => !reminded && !done)',
    becomes: '.filter(({ reminded }) => !reminded)',
    caughtBy: {
      file: DECIDE,
      test: 'a reminder > does not come for what is done, and goes to the desk where its owner is no engineer any more',
    },
  },
  {
    broken: 'a restore reminds once more',
    file: 'src/outage/decide/decide.ts',
    text: 'dueFollowUps(at, outage, [], false)',
    becomes: 'dueFollowUps(at, outage, [])',
    caughtBy: { file: DECIDE, test: 'a reminder > of a drill, of what was due before a restore, and of an anonymous outage tells nobody' },
  },
  {
    broken: 'who saves last takes away what somebody else saved meanwhile',
    file: 'src/outage/review/decide.ts',
    text: 'saved.version > seen && saved.by.id !== by.id',
    becomes: 'saved.version < seen && saved.by.id !== by.id',
    caughtBy: { file: FLOW, test: 'the review > keeps what two people write at the same time' },
  },
  {
    broken: 'a number of a follow-up that is gone is given again',
    file: 'src/outage/review/decide.ts',
    text: 'let last = saved?.lastId ?? 0;',
    becomes: 'let last = Math.max(0, ...known.map(({ id }) => id));',
    caughtBy: { file: DECIDE, test: 'a follow-up > keeps its number with its words, wherever it stands, and gives it to nobody else' },
  },
  {
    broken: 'what is to be done goes with whoever wrote it',
    file: 'src/store/personal/split.ts',
    text: "const OF_DESK = ['cause', 'helped', 'followUps'];",
    becomes: "const OF_DESK = [''];",
    caughtBy: {
      file: 'test/store/personal/personal-data.test.ts',
      test: 'personal data on SQLite > of the owner of a follow-up goes; what is to be done stays, is due at the desk, and can be marked as done',
    },
  },
  {
    broken: 'a link of a reporter is one in the Markdown',
    file: 'src/cards/review/document.ts',
    text: "text.replace(UNSEEN, '').replace(MARKUP, '\\\\$&')",
    becomes: "text.replace(UNSEEN, '')",
    caughtBy: {
      file: 'test/cards/review.test.ts',
      test: 'the Markdown > keeps what people wrote as text: "[click](https://evil.example)"',
    },
  },
];
