/** Defects of what becomes of personal data, and of the chain of the record. */
import type { Mutant } from '../mutant.ts';

const BOTH = 'test/store/personal/personal-data.test.ts';

const AUDIENCE = 'test/cards/audience.test.ts';
const EXECUTIVES =
  'a room that follows > of executives reads no name of a person, no environment, kind, address or title, and nothing that is not an update';

export const PRIVACY: readonly Mutant[] = [
  {
    broken: 'executives read the names of people',
    file: 'src/cards/base/audience.ts',
    text: "if (AUDIENCE_VIEWS[audience].names !== 'roles') return view;",
    becomes: 'return view;',
    caughtBy: { file: AUDIENCE, test: EXECUTIVES },
  },
  {
    broken: 'executives read why a reporter withdrew it',
    file: 'src/cards/base/audience.ts',
    text: "  'reason',\n",
    becomes: '',
    caughtBy: { file: AUDIENCE, test: EXECUTIVES },
  },
  {
    broken: 'every room that follows is shown files',
    file: 'src/outage/audience.ts',
    text: ".filter((one) => audienceAt(one, outage) === 'customer')",
    becomes: '',
    caughtBy: {
      file: AUDIENCE,
      test: 'a room that follows > hears of the same events whoever reads there, but of files where customers read',
    },
  },
  {
    broken: 'what is internal is drawn in a room of a customer',
    file: 'src/outage/destinations.ts',
    text: 'room.tenantId !== desk?.tenantId',
    becomes: 'false',
    caughtBy: { file: AUDIENCE, test: 'what is internal is drawn as for customers in a room of another tenant, whatever the record says' },
  },
  {
    broken: 'the administrator of a customer shows a room what is internal',
    file: 'src/cards/setup/setup.ts',
    text: '(here?.tenantId === null && !ofCustomer)',
    becomes: 'true',
    caughtBy: {
      file: 'test/flows/security/customers.test.ts',
      test: 'an administrator of a customer > may let a room be for executives, but show it nothing that is internal',
    },
  },
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
