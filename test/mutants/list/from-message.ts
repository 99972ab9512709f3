/** A message that is reported, and a drill that calls nobody to the telephone. */
import type { Mutant } from '../mutant.ts';

const FLOW = 'test/flows/report/message-action.test.ts';

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
