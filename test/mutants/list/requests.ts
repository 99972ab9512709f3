/** Defects of what is no outage: requests. */
import type { Mutant } from '../mutant.ts';

const FLOW = 'test/flows/requests.test.ts';

export const REQUESTS: readonly Mutant[] = [
  {
    broken: 'a request is opened at the desk and told to all who follow, like an outage',
    file: 'src/outage/notices.ts',
    text: "'request' in event && event.request ? ['queue'] : ['desk', ...followerPlaces(outage)];",
    becomes: "['desk', ...followerPlaces(outage)];",
    caughtBy: {
      file: 'test/outage/request.test.ts',
      test: 'a request > waits in its queue until the plan says, and nowhere else; nobody is called',
    },
  },
  {
    broken: 'a suspected breach is posted as a request by whoever has the button of another card',
    file: 'src/report/request.ts',
    text: '  if (!scenario?.redirect) return null;',
    becomes: '  if (scenario?.id !== "not-listed" || !scenario.redirect) return null;',
    caughtBy: {
      file: FLOW,
      test: 'a suspected breach > is never posted and never offered as a request, not even to who presses the button of another card',
    },
  },
  {
    broken: 'colleagues of the same customer read a request by its number',
    file: 'src/commands/may-see.ts',
    text: '  if (requestIn(outage) && !own && !isEngineer(caller)) return null;\n',
    becomes: '  void requestIn;\n',
    caughtBy: { file: FLOW, test: 'a request that was sent > is shown to who sent it, and to nobody else of the customer' },
  },
  {
    broken: 'a card that promised an outage sends a request',
    file: 'src/commands/report-presses.ts',
    text: "if (how === 'done' && own.isRequest !== (own.draft.kind === 'request'))",
    becomes: "if (how === 'done' && own.isRequest && own.draft.kind !== 'request')",
    caughtBy: { file: FLOW, test: 'a request that was sent > is none where the card promised an outage, nor the other way round' },
  },
  {
    broken: 'what fits no scenario is an outage by an older card, although nobody said so',
    file: 'src/report/report.ts',
    text: "  if (scenario.part.id === NOT_LISTED && !draft.kind) return { step: 'scenario', problem: { exit: { type: 'not-listed' } } };\n",
    becomes: '',
    caughtBy: {
      file: FLOW,
      test: 'nothing in the list, and a change of mind > is no outage on an older card, and not said to be one that only has to be sent',
    },
  },
  {
    broken: 'the card that comes back while the store is away makes an outage of a request',
    file: 'src/commands/report-presses.ts',
    text: 'const draft: Draft = { nonce, step, kind, person: actor,',
    becomes: 'const draft: Draft = { nonce, step, ...(kind ? {} : {}), person: actor,',
    caughtBy: { file: FLOW, test: 'a request that was sent > stays one on the card that comes back while the store is away' },
  },
];
