/** Defects of the commands and of the guided report: what people press and type, and what becomes of it. */
import type { Mutant } from '../mutant.ts';

const EDGE = 'test/teams/http/edge.test.ts';
const ROAD = 'test/flows/main-road.test.ts';
const FUZZ = 'test/report/fuzz.test.ts';
const FUZZED = 'of the reports that are fuzzed none throws, loses what was entered, or reaches the core unread';
const QUESTIONS = 'test/report/questions.test.ts';
const ENTERED = 'test/flows/report/what-was-entered.test.ts';

export const COMMANDS_AND_REPORT: readonly Mutant[] = [
  {
    broken: 'the number of a report is made when Done is pressed, so Done twice makes two outages',
    file: 'src/commands/report/report-presses.ts',
    text: 'outageId: draft.nonce,',
    becomes: 'outageId: turn.newId(),',
    caughtBy: { file: ROAD, test: 'a report > exists once, however often Done is pressed, also at the same time' },
  },
  {
    broken: 'a draft is thrown away before its report is stored',
    file: 'src/commands/report/report-presses.ts',
    text: 'const outcome = await handle({',
    becomes: 'await dropDraft(drafts, draft);\n  const outcome = await handle({',
    caughtBy: {
      file: ENTERED,
      test: 'what was entered > and could not be sent is sent by the same Done, as soon as it can',
    },
  },
  {
    broken: 'whoever has the card of a draft can go on with it and read it',
    file: 'src/commands/report/drafts.ts',
    text: 'if (!kept || draft?.person.id !== turn.actor.id) return',
    becomes: 'if (!kept || !draft) return',
    caughtBy: { file: EDGE, test: "a button that is forged > with somebody else's draft shows nothing of it" },
  },
  {
    broken: 'whoever has the card of a report that was sent reads the receipt of its reporter',
    file: 'src/commands/report/drafts.ts',
    text: 'if (!isReporter(turn, sent.outage)) return',
    becomes: "if (!isReporter(turn, sent.outage) && sent.outage.reporter.id === '') return",
    caughtBy: { file: EDGE, test: "a button that is forged > with somebody else's report that was sent shows nothing of it either" },
  },
  {
    broken: 'a number that is no id of an outage goes through the door',
    file: 'src/commands/forms/outage-press.ts',
    text: 'z.object({ outage: z.guid(), version: z.int().min(0) })',
    becomes: 'z.object({ outage: z.string(), version: z.number() })',
    caughtBy: {
      file: 'test/commands/engineer-forms.test.ts',
      test: 'the update form > with an outage that is none changes nothing and is answered',
    },
  },
  {
    broken: 'phone and e-mail stand on the card that answers in a private chat',
    file: 'src/commands/forms/outage-press.ts',
    text: 'contact: atDesk(turn, workRoomOf(outage))',
    becomes: "contact: atDesk(turn, workRoomOf(outage)) || turn.place.kind !== 'groupChat'",
    caughtBy: {
      file: 'test/commands/engineer-forms.test.ts',
      test: 'the card that answers a press > has no phone and no e-mail in another personal',
    },
  },
  {
    broken: 'the minutes until the next update are taken for seconds',
    file: 'src/commands/progress/update.ts',
    text: 'nextUpdateInMs: next * 60_000',
    becomes: 'nextUpdateInMs: next * 1_000',
    caughtBy: {
      file: ROAD,
      test: 'updates and the end > go to the thread, to where it was reported and to those who follow, with the time of the next one',
    },
  },
  {
    broken: 'a form does not say which version it was opened on, so nobody is warned of a colleague',
    file: 'src/commands/progress/update.ts',
    text: 'seen: sent.seen }',
    becomes: 'seen: null }',
    caughtBy: { file: ROAD, test: 'updates and the end > keep what was typed when somebody else changed the outage meanwhile' },
  },
  {
    broken: '"resolved not yet" ends the outage',
    file: 'src/commands/ending/resolve.ts',
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
    text: 'if (entered.beganFrom === source) return settle(entered.beganAt ? Number(entered.beganAt) : null);',
    becomes: '',
    caughtBy: { file: 'test/report/report.test.ts', test: 'a whole report > submits what was meant when Done comes half an hour later' },
  },
  {
    broken: 'an answer to a question goes to the core as long as it was typed',
    file: 'src/report/steps/questions.ts',
    text: "if (text.length > longestAnswer(question)) return wrong('too-long');",
    becomes: '',
    caughtBy: { file: 'test/report/questions.test.ts', test: 'an answer > that is longer than its kind takes is refused' },
  },
  {
    broken: 'a date of a megabyte makes a draft that the store cannot give back',
    file: 'src/report/press.ts',
    text: 'readString(data, input[kind]).slice(0, LONGEST_PART)',
    becomes: 'readString(data, input[kind])',
    caughtBy: { file: FUZZ, test: FUZZED },
  },
  {
    broken: 'Back on the list of scenarios forgets which one was chosen',
    file: 'src/report/press.ts',
    text: "entered: button === 'choose' ? { scenario: readString(data, 'choice') } : {} };",
    becomes: "entered: { scenario: button === 'choose' ? readString(data, 'choice') : '' } };",
    caughtBy: {
      file: QUESTIONS,
      test: 'what a card sends > takes a scenario only from its own button, so that going back does not clear it',
    },
  },
  {
    broken: 'a question under a toggle is never asked when the toggle is turned on',
    file: 'src/report/report.ts',
    text: '!open.includes(parent) &&',
    becomes: 'open.includes(parent) &&',
    caughtBy: {
      file: QUESTIONS,
      test: 'the step > comes back once when a toggle is turned on, with all that was typed; a press that comes again leads to the same place',
    },
  },
  {
    broken: 'the contact of somebody else is filled in',
    file: 'src/commands/report/report-outage.ts',
    text: 'reporter.id === personId && ',
    becomes: '',
    caughtBy: {
      file: 'test/flows/report/taps.test.ts',
      test: 'what is known > of an engineer who also reports is their own, not that of an outage that they own',
    },
  },
  {
    broken: 'the scenarios that a project has least often stand first',
    file: 'src/cards/report/steps/steps.ts',
    text: 'timesOf(b) - timesOf(a)',
    becomes: 'timesOf(a) - timesOf(b)',
    caughtBy: {
      file: 'test/cards/scenario-list.test.ts',
      test: '16.3 the three most frequent stand first, those that are equal in the order of the file, and the others below',
    },
  },
  {
    broken: 'who can be called at any hour stays as it was reported, whatever its reporter corrects',
    file: 'src/report/correction.ts',
    text: 'aroundTheClock: isTrue(entered.aroundTheClock) };',
    becomes: 'aroundTheClock: report.contact.aroundTheClock };',
    caughtBy: {
      file: 'test/flows/report/reporters-life.test.ts',
      test: 'a correction > 16.5: can be of when it began and who is reachable; the card shows it folded, to the reporter alone',
    },
  },
  {
    broken: 'a number without its country is called in a country that has no such number',
    file: 'src/report/phones.ts',
    text: 'number?.isValid()',
    becomes: 'number?.isPossible()',
    caughtBy: {
      file: 'test/report/steps.test.ts',
      test: 'contact > 16.6: a number that is none of that country is refused, with an example of it',
    },
  },
];
