/** A message that is reported or published, and a drill that calls nobody to the telephone. */
import type { Mutant } from '../mutant.ts';

const FLOW = 'test/flows/report/message-action.test.ts';

const PUBLISHING = 'test/flows/progress/publish.test.ts';

export const FROM_MESSAGE: readonly Mutant[] = [
  {
    broken: 'a reported message links to a host that only looks like Teams',
    file: 'src/report/message-link.ts',
    text: 'TEAMS_HOSTS.includes(address.host)',
    becomes: 'TEAMS_HOSTS.some((one) => address.host.startsWith(one))',
    caughtBy: {
      file: 'test/teams/in/quoted-message.test.ts',
      test: 'the link > that is another is none: https://teams.microsoft.com.evil.example/l/message/19:x@thread.tacv2/1?groupId=g',
    },
  },
  {
    broken: 'a reported message takes the place of details that somebody has typed',
    file: 'src/commands/report/report-from-message.ts',
    text: "!isBlank(entered.description ?? '')",
    becomes: "isBlank('something')",
    caughtBy: { file: FLOW, test: 'a draft that is there already > keeps what was typed as details, and the dialog says so' },
  },
  {
    broken: 'a reported message that Teams hands over twice is two cards',
    file: 'src/teams/in/message-action.ts',
    text: '(await turn.cache.get(key)) !== true',
    becomes: "(await turn.cache.get(key)) !== 'never'",
    caughtBy: { file: FLOW, test: 'a message that is reported > that Teams hands over twice is one card in the chat' },
  },
  {
    broken: 'a reported message proves that the bot is in a room that removed it',
    file: 'src/teams/in/run-request.ts',
    text: 'if (!room || !SPOKEN.has(kind) || !tenantId || others.length > 0) return;',
    becomes: 'if (!room || !tenantId || others.length > 0) return;',
    caughtBy: { file: FLOW, test: 'what comes in > from a room without the bot does not make it known as one with it' },
  },
  {
    broken: 'what was ticked is published all the same',
    file: 'src/commands/progress/publish.ts',
    text: 'takeOut(whole, [...chosen, ...fresh]',
    becomes: 'takeOut(whole, [...fresh]',
    caughtBy: {
      file: PUBLISHING,
      test: 'a message of the thread > is posted as an update without what was taken out, once, and says to how many places',
    },
  },
  {
    broken: 'what an edit adds to a text that is published is not looked at',
    file: 'src/commands/progress/publish.ts',
    text: 'fresh.length > 0 && !seen.has(AND_MORE)',
    becomes: 'fresh.length > 1_000',
    caughtBy: {
      file: PUBLISHING,
      test: 'a message of the thread > keeps out what was ticked when the text is changed, and asks again about what is new in it',
    },
  },
  {
    broken: 'a letter that nobody sees hides a password from the finder',
    file: 'src/commands/progress/publish.ts',
    text: 'const whole = forInput(read.text, MAX_TEXT_LENGTH);',
    becomes: 'const whole = read.text;',
    caughtBy: {
      file: PUBLISHING,
      test: 'a message of the thread > keeps out what was ticked when the text is changed, and asks again about what is new in it',
    },
  },
  {
    broken: 'the preview of a text stands in the thread for everybody',
    file: 'src/commands/progress/publish.ts',
    text: "'form' in reply ? orInCompany(reply, turn, async () => sayLine(say.inRoom, turn)) : reply",
    becomes: 'reply',
    caughtBy: {
      file: PUBLISHING,
      test: '"publish" that is typed > shows its preview to nobody else where Teams has no messages for one person',
    },
  },
  {
    broken: 'a drill asks somebody to ring the support desk',
    file: 'src/cards/progress/progress.ts',
    text: '...(outage.drill || readerOf(',
    becomes: '...(outage.drill?.over || readerOf(',
    caughtBy: {
      file: 'test/flows/watch/drill.test.ts',
      test: 'plays the ladder in half a minute, mentions nobody, and ends with what came when',
    },
  },
];
