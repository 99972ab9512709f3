/** Defects of what becomes of personal data, and of the chain of the record. */
import type { Mutant } from '../mutant.ts';

const BOTH = 'test/store/personal/personal-data.test.ts';

export const PRIVACY: readonly Mutant[] = [
  {
    broken: 'the bot’s own chats with people stay known when their personal data is removed',
    file: 'src/store/personal/personal-data.ts',
    text: "place in ('origin', 'reporter') or place like 'person:%'",
    becomes: "place like 'person:%'",
    caughtBy: {
      file: BOTH,
      test: 'personal data on SQLite > is gone from the whole database some days after the end, and the anonymous record stays the same record',
    },
  },
  {
    broken: 'what an event says is public unless it is listed as personal',
    file: 'src/store/personal/split.ts',
    text: "typeof parts === 'function' ? parts(text) : parts === true",
    becomes: "typeof parts === 'function' ? parts(text) : parts === true || Object.keys(parts).length === 0",
    caughtBy: {
      file: 'test/store/personal/split.test.ts',
      test: 'what an event of tomorrow says is personal until it is listed as public',
    },
  },
  {
    broken: 'the hash of an event does not depend on the one before it',
    file: 'src/store/outages/record.ts',
    text: '[before, outageId, seq',
    becomes: "['', outageId, seq",
    caughtBy: { file: 'test/store/outages/chain.test.ts', test: 'a hash is over the event and the hash before it' },
  },
  {
    broken: 'somebody is called by a card although they are not known any more',
    file: 'src/cards/base/card.ts',
    text: 'unknown ? withoutMentions(card) : calling',
    becomes: 'calling',
    caughtBy: { file: 'test/cards/removed.test.ts', test: 'reminded, from a personal > its messages' },
  },
];
