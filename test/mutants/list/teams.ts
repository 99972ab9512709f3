/** Defects of teams/: what comes in from Teams, and what is sent there. */
import type { Mutant } from '../mutant.ts';

const EDGE = 'test/teams/http/edge.test.ts';
const CONNECTOR = 'test/teams/out/connector.test.ts';
const INSIDERS = 'test/flows/security/hostile-insiders.test.ts';
const FAILURES = 'test/flows/private/failures.test.ts';
const PRIVATE_REPORT = 'test/flows/private/report.test.ts';
const ENTERED = 'test/flows/report/what-was-entered.test.ts';

export const TEAMS: readonly Mutant[] = [
  {
    broken: 'a bot gives the answer of the check to whoever guesses any question',
    file: 'src/teams/live/question.ts',
    text: 'if (!put || !timingSafeEqual(Buffer.from(given.data), Buffer.from(put.question))) return null;',
    becomes: 'if (!put) return null;',
    caughtBy: {
      file: 'test/teams/live/question.test.ts',
      test: 'a bot that is asked whether it is the one > answers as if it had not been asked: by a guess',
    },
  },
  {
    broken: 'what came privately, and Teams does not take privately, is answered publicly',
    file: 'src/teams/application.ts',
    text: 'if (to.isPrivate && !(instead && isSent === null))',
    becomes: 'if (to.isPrivate && !isForOne)',
    caughtBy: { file: FAILURES, test: '15.2 an answer that Teams does not take goes to their own chat, or nowhere' },
  },
  {
    broken: 'what says in a strange way that it is private is answered publicly',
    file: 'src/teams/in/schema.ts',
    text: 'value !== undefined && value !== null && value !== false',
    becomes: 'value === true',
    caughtBy: { file: 'test/teams/in/activity.test.ts', test: '15.2 what cannot be read of isTargeted counts as private' },
  },
  {
    broken: 'Teams is asked for each answer anew whether it has messages for one person',
    file: 'src/teams/out/targeted.ts',
    text: 'const isMissing = status === 404 &&',
    becomes: 'const isMissing = status === 0 &&',
    caughtBy: {
      file: PRIVATE_REPORT,
      test: '15.3 a route that a cloud does not have > and says so by 404 is not asked again for an hour, in that room',
    },
  },
  {
    broken: 'the news of a private report come before its first public message, each in a thread of its own',
    file: 'src/outage/notices.ts',
    text: "(hasThread(place) || (place.kind === 'origin' && outage.origin.opens === true));",
    becomes: 'hasThread(place);',
    caughtBy: {
      file: 'test/outage/notices.test.ts',
      test: 'who must hear it > 15.3 where nobody else saw the card of the report, its first message opens there, and all else comes after it',
    },
  },
  {
    broken: 'whoever puts an app with our id into a tenant of their own comes in',
    file: 'src/teams/people/strangers.ts',
    text: 'where === undefined || known.has(where) ? null : where',
    becomes: "where === '' ? where : null",
    caughtBy: {
      file: 'test/flows/security/customers.test.ts',
      test: 'a tenant that is no customer’s > reads once a day what to give the desk, and nothing else comes of it',
    },
  },
  {
    broken: "an engineer's acknowledgement waits until the reports of a storm are below the company's limit",
    file: 'src/teams/in/rate-limit.ts',
    text: 'return own ?? (ofDesk ? null : await consume(tenants, tenant));',
    becomes: 'return own ?? (await consume(tenants, tenant));',
    caughtBy: {
      file: 'test/teams/http/rate-limit.test.ts',
      test: 'the rate limit > refuses a tenant after 6,000, but nobody of the desk for what others ask',
    },
  },
  {
    broken: 'people of another tenant have the roles of the desk file',
    file: 'src/outage/types/person-key.ts',
    text: 'return (tenant === deskTenant.toLowerCase() ? object : `${tenant}.${object}`) as PersonKey;',
    becomes: 'return (tenant === deskTenant ? object : object) as PersonKey;',
    caughtBy: { file: EDGE, test: 'whatever else Teams may send > somebody of another tenant has no roles here, whatever their id' },
  },
  {
    broken: 'an activity from a strange service address is answered, with our token',
    file: 'src/teams/in/activity.ts',
    text: 'const sender = isTrustedAddress ? named : null;',
    becomes: 'const sender = named;',
    caughtBy: {
      file: EDGE,
      test: 'an activity that does not say who or where > from a strange service address is never answered there, and changes nothing',
    },
  },
  {
    broken: 'a card that could not be stored comes back without what was typed on it',
    file: 'src/teams/in/run-request.ts',
    text: "return { type: 'card', card: error.redraw(text), summary: text, form: 'again' };",
    becomes: "return { type: 'sentence', text: error.message };",
    caughtBy: { file: ENTERED, test: 'what was entered > comes back on the card when it could not be kept, and goes on when it can' },
  },
  {
    broken: 'what quotes a message is read with its markup',
    file: 'src/teams/in/text/said.ts',
    text: ".replace(REFERENCES, '');",
    becomes: ';',
    caughtBy: {
      file: 'test/teams/in/said.test.ts',
      test: 'C16: what is answered, before the command, is no part of what is said',
    },
  },
  {
    broken: 'an address hides the password that somebody put into it',
    file: 'src/teams/in/text/html.ts',
    text: "Object.assign(url, { username: '', password: '' });",
    becomes: '',
    caughtBy: { file: 'test/teams/in/said.test.ts', test: 'C18: the address of a link hides no password' },
  },
  {
    broken: 'an edited command is run a second time',
    file: 'src/teams/application.ts',
    text: 'edited ? isCommand && !ran :',
    becomes: 'edited ? isCommand :',
    caughtBy: {
      file: 'test/flows/strange-messages.test.ts',
      test: 'A10: a message that was edited > and was a command, is answered with one sentence, once: ack OUT-1001',
    },
  },
  {
    broken: 'who installs the bot is greeted again with each notice of Teams',
    file: 'src/teams/in/learn.ts',
    text: 'await cache.set(key, true, rememberedMs);',
    becomes: '',
    caughtBy: {
      file: 'test/teams/in/who-and-where.test.ts',
      test: 'somebody who installs the bot > is told once what it is for, however often Teams says so',
    },
  },
  {
    broken: 'an engineer whose id Teams writes in capitals is nobody',
    file: 'src/teams/in/schema.ts',
    text: 'z.guid().transform((value) => value.toLowerCase());',
    becomes: 'z.guid();',
    caughtBy: {
      file: 'test/teams/in/who-and-where.test.ts',
      test: 'an id and a tenant in capitals are the same person of the same tenant',
    },
  },
  {
    broken: 'forged tokens are handed to the SDK, which remembers something of each for ever',
    file: 'src/teams/out/connector.ts',
    text: '!(claimsToBeTeams(authHeader) && this.#tenantGuard(activity))',
    becomes: '!this.#tenantGuard(activity)',
    caughtBy: {
      file: 'test/teams/http/authentication.test.ts',
      test: 'a bot with credentials > remembers nothing of 100,000 forged tokens: neither the list of issuers that the SDK trusts nor the memory grows',
    },
  },
  {
    broken: 'the hidden retries of the SDK are back: a message whose answer was lost is posted up to four times',
    file: 'src/teams/out/connector.ts',
    text: 'if (pipeline?.removePolicy({ name: RETRY_POLICY }).length !== 1) {',
    becomes: 'if (!pipeline) {',
    caughtBy: { file: CONNECTOR, test: 'the hardening > throws when the SDK looks different from what it takes away' },
  },
  {
    broken: 'the answers of a turn keep the hidden retries: only what the engine sends is hardened',
    file: 'src/teams/out/connector.ts',
    text: 'connectorFactory: this.#hardened(connectorFactory) }',
    becomes: 'connectorFactory }',
    caughtBy: { file: EDGE, test: 'whatever else Teams may send > an answer that Teams refuses is not sent again and again by the SDK' },
  },
  {
    broken: 'a refusal for now (429) is taken for one for ever, and the message is given up',
    file: 'src/teams/out/send-error.ts',
    text: 'new Set([401, 407, 412, 429, 502, 503, 504])',
    becomes: 'new Set([401, 407, 412, 502, 503, 504])',
    caughtBy: { file: CONNECTOR, test: 'a message to Teams > answered with 429 without is posted exactly once, and that is told' },
  },
  {
    broken: 'an answer that was lost (500) is taken for a refusal, so the repeat has no label',
    file: 'src/teams/out/send-error.ts',
    text: 'const AMBIGUOUS = new Set([408, 500]);',
    becomes: 'const AMBIGUOUS = new Set([408]);\nREFUSED.add(500);',
    caughtBy: { file: 'test/teams/out/send-error.test.ts', test: 'an error of the SDK > with the status 500 is ambiguous' },
  },
  {
    broken: 'the seconds of Retry-After are taken for milliseconds',
    file: 'src/teams/out/send-error.ts',
    text: 'Number(header) * 1000',
    becomes: 'Number(header)',
    caughtBy: { file: CONNECTOR, test: 'a message to Teams > answered with 429 with Retry-After is posted exactly once, and that is told' },
  },
  {
    broken: 'a message without an answer is taken for refused, and repeated as if it were new',
    file: 'src/teams/out/messenger.ts',
    text: "new SendError('ambiguous', `no answer within",
    becomes: "new SendError('refused', `no answer within",
    caughtBy: { file: CONNECTOR, test: 'a message to Teams > takes no longer in all than its own limit, whatever one request may' },
  },
  {
    broken: 'a chat that Teams has forgotten is remembered, and its person is never reached again',
    file: 'src/teams/out/messenger.ts',
    text: 'await people.forgetChat(personId);',
    becomes: '',
    caughtBy: {
      file: 'test/flows/durability/direct-messages.test.ts',
      test: 'a chat that is gone is made anew, and the ping arrives in it once',
    },
  },
  {
    broken: 'a direct message is posted again at once, and unlabelled, whatever went wrong with the first',
    file: 'src/teams/out/messenger.ts',
    text: 'if (!remembered || toSendError(error, now()).status !== 404) throw error;',
    becomes: 'if (!remembered) throw error;',
    caughtBy: {
      file: 'test/flows/durability/direct-messages.test.ts',
      test: 'a call whose answer was lost is repeated as any other message: once, and labelled',
    },
  },
  {
    broken: 'a body that says it is compressed is read as if it were not',
    file: 'src/teams/read-body.ts',
    text: "request.getContentType() !== 'application/json' || request.headers['content-encoding'] !== undefined",
    becomes: "request.getContentType() !== 'application/json'",
    caughtBy: { file: EDGE, test: 'an invalid body > that is gzip indeed is refused with 415, and the process lives' },
  },
  {
    broken: 'any host that ends like one of Microsoft gets our token',
    file: 'src/teams/out/service-url.ts',
    text: 'HOSTS.has(hostname)',
    becomes: '[...HOSTS].some((host) => hostname.endsWith(host))',
    caughtBy: {
      file: 'test/teams/out/service-url.test.ts',
      test: 'in earnest, a service address > https://xsmba.trafficmanager.net/ is trusted: false',
    },
  },
  {
    broken: 'a message that was not on the first five pages counts as not there, and is posted again',
    file: 'src/teams/out/read-back.ts',
    text: 'isLast: url === undefined };',
    becomes: 'isLast: url === undefined || page === MOST_PAGES };',
    caughtBy: {
      file: 'test/teams/out/read-back.test.ts',
      test: 'a message that is not there > is unknown when it could still come after five pages',
    },
  },
  {
    broken: "an engineer's messages go to whoever has the same id in another tenant",
    file: 'src/teams/in/run-request.ts',
    text: 'await people.seen(caller.actor.id, ',
    becomes: 'await people.seen(caller.actor.id.slice(-36), ',
    caughtBy: {
      file: INSIDERS,
      test: 'somebody of another tenant under an engineer’s id does not get the messages that are for the engineer',
    },
  },
  {
    broken: 'a chat of two people is taken for a chat with the bot',
    file: 'src/teams/in/activity.ts',
    text: "if (!isGroup && !id.startsWith('19:')) return 'personal';",
    becomes: "if (!isGroup) return 'personal';",
    caughtBy: {
      file: INSIDERS,
      test: 'a chat of two people, which is personal too, but to them is not taken for a chat with the bot alone',
    },
  },
];
