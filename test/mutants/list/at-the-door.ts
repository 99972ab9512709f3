/** Defects of what comes in and goes out: Teams, the commands, the guided report. */
import type { Mutant } from '../mutant.ts';

const EDGE = 'test/teams/edge.test.ts';
const CONNECTOR = 'test/teams/connector.test.ts';
const ROAD = 'test/flows/main-road.test.ts';
const ENTERED = 'test/flows/what-was-entered.test.ts';

export const AT_THE_DOOR: readonly Mutant[] = [
  {
    broken: 'people of another tenant have the roles of the desk file',
    file: 'src/teams/application.ts',
    text: 'actor: ours ? actor : { ...actor, roles: [] },',
    becomes: 'actor,',
    caughtBy: { file: EDGE, test: 'whatever else Teams may send > somebody of another tenant has no roles here, whatever their id' },
  },
  {
    broken: 'an activity from a strange service address is answered, with our token',
    file: 'src/teams/application.ts',
    text: 'if (!incoming || !serviceUrls.isTrusted(incoming.place.serviceUrl)) {',
    becomes: "if (!incoming || incoming.place.serviceUrl === '') {",
    caughtBy: {
      file: EDGE,
      test: 'an activity that does not say who or where > from a strange service address is never answered there, and changes nothing',
    },
  },
  {
    broken: 'a card that could not be stored comes back without what was typed on it',
    file: 'src/teams/application.ts',
    text: "return error instanceof PressFailedError ? { type: 'card', card: error.redraw(text), summary: text } : { type: 'sentence', text };",
    becomes: "return error instanceof PressFailedError ? { type: 'sentence', text: error.message } : { type: 'sentence', text };",
    caughtBy: { file: ENTERED, test: 'what was entered > comes back on the card when it could not be kept, and goes on when it can' },
  },
  {
    broken: 'who installs the bot is greeted again with each notice of Teams',
    file: 'src/teams/application.ts',
    text: 'await parts.cache.set(key, true, GREETED_MS);',
    becomes: '',
    caughtBy: {
      file: 'test/teams/who-and-where.test.ts',
      test: 'somebody who installs the bot > is told once what it is for, however often Teams says so',
    },
  },
  {
    broken: 'an engineer whose id Teams writes in capitals is nobody',
    file: 'src/teams/activity.ts',
    text: 'aadObjectId: z.guid().transform((id) => id.toLowerCase()),',
    becomes: 'aadObjectId: z.guid(),',
    caughtBy: {
      file: 'test/teams/who-and-where.test.ts',
      test: 'an id and a tenant in capitals are the same person of the same tenant',
    },
  },
  {
    broken: 'forged tokens are handed to the SDK, which remembers something of each for ever',
    file: 'src/teams/connector.ts',
    text: ' || issuerOf(authHeader) !== AuthenticationConstants.ToBotFromChannelTokenIssuer)',
    becomes: ' || issuerOf(authHeader) === null)',
    caughtBy: {
      file: 'test/teams/authentication.test.ts',
      test: 'a bot with credentials > remembers nothing of forged tokens: the list of issuers that the SDK trusts does not grow',
    },
  },
  {
    broken: 'the hidden retries of the SDK are back: a message whose answer was lost is posted up to four times',
    file: 'src/teams/connector.ts',
    text: 'if (pipeline.removePolicy({ name: RETRY_POLICY }).length !== 1) {',
    becomes: 'if (!pipeline.getOrderedPolicies().some(({ name }) => name === RETRY_POLICY)) {',
    caughtBy: { file: CONNECTOR, test: 'the hardening > throws when the SDK looks different from what it takes away' },
  },
  {
    broken: 'the answers of a turn keep the hidden retries: only what the engine sends is hardened',
    file: 'src/teams/connector.ts',
    text: 'connectorFactory: new HardenedFactory(result.connectorFactory, this.#limitMs) }',
    becomes: 'connectorFactory: result.connectorFactory }',
    caughtBy: { file: EDGE, test: 'whatever else Teams may send > an answer that Teams refuses is not sent again and again by the SDK' },
  },
  {
    broken: 'a refusal for now (429) is taken for one for ever, and the message is given up',
    file: 'src/teams/send-error.ts',
    text: 'new Set([401, 412, 429, 502, 503, 504])',
    becomes: 'new Set([401, 412, 502, 503, 504])',
    caughtBy: { file: CONNECTOR, test: 'a message to Teams > answered with 429 without is posted exactly once, and that is told' },
  },
  {
    broken: 'an answer that was lost (500) is taken for a refusal, so the repeat has no label',
    file: 'src/teams/send-error.ts',
    text: 'const AMBIGUOUS = new Set([408, 500]);',
    becomes: 'const AMBIGUOUS = new Set([408]);\nREFUSED.add(500);',
    caughtBy: { file: 'test/teams/send-error.test.ts', test: 'an error of the SDK > with the status 500 is ambiguous' },
  },
  {
    broken: 'the seconds of Retry-After are taken for milliseconds',
    file: 'src/teams/send-error.ts',
    text: 'Number(header) * 1000',
    becomes: 'Number(header)',
    caughtBy: { file: CONNECTOR, test: 'a message to Teams > answered with 429 with Retry-After is posted exactly once, and that is told' },
  },
  {
    broken: 'a message without an answer is taken for refused, and repeated as if it were new',
    file: 'src/teams/messenger.ts',
    text: "new SendError('ambiguous', `no answer within",
    becomes: "new SendError('refused', `no answer within",
    caughtBy: { file: CONNECTOR, test: 'a message to Teams > takes no longer in all than its own limit, whatever one request may' },
  },
  {
    broken: 'a chat that Teams has forgotten is remembered, and its person is never reached again',
    file: 'src/teams/messenger.ts',
    text: 'await people.forgetChat(personId);',
    becomes: '',
    caughtBy: {
      file: 'test/flows/direct-messages.test.ts',
      test: 'a chat that is gone is made anew, and the ping arrives in it once',
    },
  },
  {
    broken: 'a direct message is posted again at once, and unlabelled, whatever went wrong with the first',
    file: 'src/teams/messenger.ts',
    text: 'if (!remembered || toSendError(error, now()).status !== 404) throw error;',
    becomes: 'if (!remembered) throw error;',
    caughtBy: {
      file: 'test/flows/direct-messages.test.ts',
      test: 'a call whose answer was lost is repeated as any other message: once, and labelled',
    },
  },
  {
    broken: 'the body parser unpacks gzip: one bad request ends the process',
    file: 'src/teams/server.ts',
    text: "if (readable && request.headers['content-encoding'] === undefined) return next();",
    becomes: 'if (readable) return next();',
    caughtBy: { file: EDGE, test: 'a body that is none > that is gzip indeed is refused with 415, and the process lives' },
  },
  {
    broken: 'any host that ends like one of Microsoft gets our token',
    file: 'src/teams/service-url.ts',
    text: 'HOSTS.has(hostname)',
    becomes: '[...HOSTS].some((host) => hostname.endsWith(host))',
    caughtBy: {
      file: 'test/teams/service-url.test.ts',
      test: 'in earnest, a service address > https://xsmba.trafficmanager.net/ is trusted: false',
    },
  },
  {
    broken: 'the number of a report is made when Done is pressed, so Done twice makes two outages',
    file: 'src/commands/report-presses.ts',
    text: 'outageId: draft.nonce,',
    becomes: 'outageId: parts.newId(),',
    caughtBy: { file: ROAD, test: 'a report > exists once, however often Done is pressed, also at the same time' },
  },
  {
    broken: 'a draft is thrown away before its report is stored',
    file: 'src/commands/report-presses.ts',
    text: 'const outcome = await handle({',
    becomes: 'await dropDraft(cache, draft);\n  const outcome = await handle({',
    caughtBy: {
      file: ENTERED,
      test: 'what was entered > and could not be sent is sent by the same Done, as soon as it can',
    },
  },
  {
    broken: 'whoever has the card of a draft can go on with it and read it',
    file: 'src/commands/report-presses.ts',
    text: 'if (draft.person.id !== caller.actor.id) return { reply: sentence(refused.notYours(asName(draft.person.name))) };',
    becomes: '',
    caughtBy: { file: EDGE, test: "a button that is forged > with somebody else's draft shows nothing of it" },
  },
  {
    broken: 'whoever has the card of a report that was sent reads the receipt of its reporter',
    file: 'src/commands/report-presses.ts',
    text: 'if (sent.outage.reporter.id !== caller.actor.id) return',
    becomes: "if (sent.outage.reporter.id === '') return",
    caughtBy: { file: EDGE, test: "a button that is forged > with somebody else's report that was sent shows nothing of it either" },
  },
  {
    broken: 'a number that is no id of an outage goes through the door',
    file: 'src/commands/on-card.ts',
    text: 'z.object({ outage: z.guid(), version: z.int().min(0) })',
    becomes: 'z.object({ outage: z.string(), version: z.number() })',
    caughtBy: {
      file: 'test/commands/engineer-forms.test.ts',
      test: 'the update form > with an outage that is none changes nothing and is answered',
    },
  },
  {
    broken: 'phone and e-mail stand on the card that answers in a private chat',
    file: 'src/commands/on-card.ts',
    text: "contact: caller.place.kind === 'channel'",
    becomes: "contact: caller.place.kind !== 'groupChat'",
    caughtBy: {
      file: 'test/commands/engineer-forms.test.ts',
      test: 'the card that answers a press > has no phone and no e-mail in a personal chat',
    },
  },
  {
    broken: 'the minutes until the next update are taken for seconds',
    file: 'src/commands/update.ts',
    text: 'nextUpdateInMs: next * 60_000',
    becomes: 'nextUpdateInMs: next * 1_000',
    caughtBy: {
      file: ROAD,
      test: 'updates and the end > go to the thread, to where it was reported and to those who follow, with the time of the next one',
    },
  },
  {
    broken: 'a form does not say which version it was opened on, so nobody is warned of a colleague',
    file: 'src/commands/update.ts',
    text: 'seen: found.seen,',
    becomes: 'seen: null,',
    caughtBy: { file: ROAD, test: 'updates and the end > keep what was typed when somebody else changed the outage meanwhile' },
  },
  {
    broken: '"resolved not yet" ends the outage',
    file: 'src/commands/resolve.ts',
    text: '(?![\\s:,.]*(?:not\\s+yet|later)\\b)',
    becomes: '',
    caughtBy: { file: 'test/commands/parsing.test.ts', test: 'an engineer > ends nothing with "resolve not yet"' },
  },
  {
    broken: 'one of the three conditions is enough for an outage',
    file: 'src/report/steps/confirmation.ts',
    text: 'if (missing.length > 0) return',
    becomes: 'if (missing.length === CONDITIONS.length) return',
    caughtBy: {
      file: 'test/report/report.test.ts',
      test: 'a wrong answer > that makes it no outage leads out, and the way back keeps what was ticked',
    },
  },
  {
    broken: '"just now" is read again with each step, so the beginning of the outage moves while people type',
    file: 'src/report/steps/details.ts',
    text: 'if (entered.beganFrom === said) return settle(entered.beganAt ? Number(entered.beganAt) : null);',
    becomes: '',
    caughtBy: { file: 'test/report/report.test.ts', test: 'a whole report > submits what was meant when Done comes half an hour later' },
  },
  {
    broken: 'a message that was not on the first five pages counts as not there, and is posted again',
    file: 'src/teams/read-back.ts',
    text: 'isLast: url === undefined };',
    becomes: 'isLast: url === undefined || page === MOST_PAGES };',
    caughtBy: {
      file: 'test/teams/read-back.test.ts',
      test: 'a message that is not there > is unknown when it could still come after five pages',
    },
  },
];
