/** Defects of what is no outage: requests. */
import type { Mutant } from '../mutant.ts';

const FLOW = 'test/flows/request/requests.test.ts';

export const REQUESTS: readonly Mutant[] = [
  {
    broken: 'a request is opened at the desk and told to all who follow, like an outage',
    file: 'src/outage/audience.ts',
    text: "'request' in event && event.request ? [QUEUE] : [DESK, ...followersOf(outage)];",
    becomes: '[DESK, ...followersOf(outage)];',
    caughtBy: {
      file: 'test/outage/decide/request.test.ts',
      test: 'a request > waits in its queue until the plan says, and nowhere else; nobody is called',
    },
  },
  {
    broken: 'a suspected breach is posted as a request by whoever has the button of another card',
    file: 'src/report/steps/scenario.ts',
    text: '  if (!scenario?.redirect) return null;',
    becomes: '  if (scenario?.id !== "not-listed" || !scenario.redirect) return null;',
    caughtBy: {
      file: FLOW,
      test: 'a suspected breach > is never posted and never offered as a request, not even to who presses the button of another card',
    },
  },
  {
    broken: 'colleagues of the same customer read a request by its number',
    file: 'src/commands/authorize/access.ts',
    text: "requestIn(outage) ? 'see-request' : 'see';",
    becomes: "requestIn(outage) ? 'see' : 'see';",
    caughtBy: { file: FLOW, test: 'a request that was sent > is shown to who sent it, and to nobody else of the customer' },
  },
  {
    broken: 'a card that promised an outage sends a request',
    file: 'src/commands/report/report-presses.ts',
    text: "if (how === 'done' && own.isRequest !== (own.draft.kind === 'request'))",
    becomes: "if (how === 'done' && own.isRequest && own.draft.kind !== 'request')",
    caughtBy: { file: FLOW, test: 'a request that was sent > is none where the card promised an outage, nor the other way round' },
  },
  {
    broken: 'the card that comes back while the store is away makes an outage of a request',
    file: 'src/commands/report/drafts.ts',
    text: 'const draft: Draft = { nonce, step, kind, person: actor,',
    becomes: 'const draft: Draft = { nonce, step, ...(kind ? {} : {}), person: actor,',
    caughtBy: { file: FLOW, test: 'a request that was sent > stays one on the card that comes back while the store is away' },
  },
  {
    broken: 'the reminder of a request says, and sends, what an outage would',
    file: 'src/cards/report/steps/step-frame.ts',
    text: "...(kind === 'request' ? { kind } : {}),",
    becomes: '',
    caughtBy: {
      file: 'test/flows/request/request-drafts.test.ts',
      test: 'a request that was begun and not sent > is reminded of as a request, and is sent as one by the button that says so',
    },
  },
  {
    broken: 'what is in no list is sent as an outage by the reminder, although nobody said so',
    file: 'src/report/report.ts',
    text: 'scenario.part.id === NOT_LISTED && !kind ?',
    becomes: 'scenario.part.id === NOT_LISTED && kind ?',
    caughtBy: {
      file: 'test/flows/request/request-drafts.test.ts',
      test: 'a report of what is in no list > is not sent as it is: whether it goes as an outage was not said yet',
    },
  },
  {
    broken: 'scenarios of products that the desk file does not list are offered',
    file: 'src/desk/scenarios/schema.ts',
    text: '  !scenario.products ||\n',
    becomes: '  !scenario.products ||\n  !environment.products ||\n',
    caughtBy: {
      file: 'test/desk/scenarios/products.test.ts',
      test: 'the catalogue > is offered as far as the desk file lists the products: shops only where there is Commerce',
    },
  },
];
