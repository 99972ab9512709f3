/** Defects of counting: figures that look right, and are not. */
import type { Mutant } from '../mutant.ts';

const COUNT = 'src/outage/numbers/count.ts';
const BY_HAND = {
  file: 'test/outage/numbers/recount.test.ts',
  test: 'the numbers of some desks are those that somebody counts by hand',
} as const;

export const NUMBERS: readonly Mutant[] = [
  {
    broken: 'what nobody acknowledged is in no figure, however late it is',
    file: 'src/store/outages/numbers.ts',
    text: 'count(case when in_time is null and due_at >= now then 1 end) as waiting',
    becomes: 'count(case when in_time is null then 1 end) as waiting',
    caughtBy: {
      file: 'test/store/sqlite/sqlite.test.ts',
      test: 'the store in memory > the numbers of outages > count nobody acknowledged as broken when the deadline is over, as neither before that',
    },
  },
  {
    broken: 'an acknowledgement that was taken back keeps the promise',
    file: COUNT,
    text: 'acknowledgements.pop();',
    becomes: '',
    caughtBy: { file: 'test/outage/numbers/count.test.ts', test: 'the promise > knows no acknowledgement that was taken back' },
  },
  {
    broken: 'the last acknowledgement decides about the promise, so that giving back and reopening breaks it',
    file: COUNT,
    text: 'first: acknowledgements[0] ?? null',
    becomes: 'first: acknowledgements.at(-1) ?? null',
    caughtBy: {
      file: 'test/outage/numbers/count.test.ts',
      test: 'the promise > is decided by the first acknowledgement, also when it was given back or reopened',
    },
  },
  {
    broken: 'an update that never came is no late one, once the outage is resolved',
    file: COUNT,
    text: 'if (updateBy !== null && event.at > updateBy) updates++;',
    becomes: '',
    caughtBy: BY_HAND,
  },
  {
    broken: 'the hours of a period are all those of its first day, whatever the clocks do',
    file: 'src/desk/periods.ts',
    text: 'if (msAt(before) === msAt(after)) continue;',
    becomes: 'if (before <= after) continue;',
    caughtBy: {
      file: 'test/desk/periods.test.ts',
      test: 'the clock of a zone has one offset, or another from the very moment on at which it changes',
    },
  },
];
