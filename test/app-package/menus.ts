/** What the app's manifest says of commands, derived from src/commands/. */
import { COMMANDS } from '../../src/commands/commands.ts';
import { REPORT_MESSAGE } from '../../src/commands/report/report-from-message.ts';
import { wordsOfDesk } from '../../src/words/words.ts';

const words = wordsOfDesk();

/** `bots[].commandLists`: one list for each kind of conversation. */
export const commandLists = (['personal', 'team', 'groupChat'] as const).map((scope) => ({
  scopes: [scope],
  commands: COMMANDS.filter(({ menu }) => menu?.includes(scope)).map(({ name, help }) => ({ title: name, description: help(words) })),
}));

/** `composeExtensions[].commands`: what somebody can do with a message. */
export const messageActions = [
  {
    id: REPORT_MESSAGE,
    type: 'action',
    title: words.report.fromMessage.action,
    description: words.report.fromMessage.menu,
    context: ['message'],
    fetchTask: true,
  },
];
