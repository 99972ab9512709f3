/** Defects of what other systems hear, and of where their addresses lead. */
import type { Mutant } from '../mutant.ts';

const OUTLET = 'test/webhooks/outlet.test.ts';
const REQUEST = 'test/outward/request.test.ts';

export const WEBHOOKS: readonly Mutant[] = [
  {
    broken: 'a drill that mentions nobody goes to other systems',
    file: 'src/outage/audience.ts',
    text: 'if (name === null || mentionsNobody(outage)) return [];',
    becomes: 'if (name === null) return [];',
    caughtBy: { file: 'test/outage/webhooks.test.ts', test: 'a drill > is told to webhooks only when it pings people' },
  },
  {
    broken: 'another system misses what was overtaken before it was back',
    file: 'src/outage/overtaken.ts',
    text: "if (notice.kind === 'settled' || destination.kind === 'webhook') return false;",
    becomes: "if (notice.kind === 'settled') return false;",
    caughtBy: { file: 'test/outage/webhooks.test.ts', test: 'a webhook > hears of what was overtaken, too' },
  },
  {
    broken: 'a public webhook says what the reporter wrote',
    file: 'src/webhooks/body.ts',
    text: "...(detail === 'full' && { full: fullOf(outage, event) }),",
    becomes: 'full: fullOf(outage, event),',
    caughtBy: { file: OUTLET, test: 'an event > says in full what the desk file lets it say' },
  },
  {
    broken: 'an event says the outage as it is when it is sent',
    file: 'src/webhooks/body.ts',
    text: 'const outage = replay(events.slice(0, notice.seq));',
    becomes: 'const outage = replay(events);',
    caughtBy: { file: 'test/webhooks/body.test.ts', test: 'an event > says the outage as it was after it, however late it is sent' },
  },
  {
    broken: 'a receiver that ended goes on getting events',
    file: 'src/webhooks/outlet.ts',
    text: 'if (before?.gone) return { skipped: ENDED };',
    becomes: '',
    caughtBy: { file: OUTLET, test: 'a receiver > that answered 410 Gone gets nothing more, and is given up once' },
  },
  {
    broken: 'a sign-in page counts as an event that was taken',
    file: 'src/webhooks/outlet.ts',
    text: 'return PAGE.test(text)',
    becomes: 'return text === PAGE.source',
    caughtBy: {
      file: OUTLET,
      test: 'an answer > {"status":200,"text":"\\n<!DOCTYPE html><title>Sign in</title>"} means "refused: 8.8.8.8 answered 200 with a web page, not as a receiver of events"',
    },
  },
  {
    broken: 'a request goes to whatever DNS says the second time',
    file: 'src/outward/request.ts',
    text: 'return await send(url, ask, found, limit);',
    becomes: 'return await send(url, ask, await addressesOf(url, lookup), limit);',
    caughtBy: { file: REQUEST, test: 'a request into the own network > is not made because DNS answers otherwise the second time' },
  },
  {
    broken: 'one public address of several is enough',
    file: 'src/outward/request.ts',
    text: 'if (!ask.allowPrivate && !found.every(({ address }) => isPublic(address)))',
    becomes: 'if (!ask.allowPrivate && !found.some(({ address }) => isPublic(address)))',
    caughtBy: { file: REQUEST, test: 'a request into the own network > is refused when DNS leads there, also by one of several addresses' },
  },
];
