/** The command menus of the app's manifest, derived from the list of commands. */
import { wordsOfDesk } from '../words/words.ts';
import type { Command, MenuScope } from './command.ts';

const SCOPES: readonly MenuScope[] = ['personal', 'team', 'groupChat'];

/** What `composeExtensions[].commands` has, and what Teams sends when somebody chooses it. */
export const REPORT_MESSAGE = 'report-outage';
export const messageActions = () => [
  {
    ...{
      id: REPORT_MESSAGE,
      type: 'action',
      title: wordsOfDesk().report.fromMessage.action,
      description: wordsOfDesk().report.fromMessage.menu,
    },
    ...{ context: ['message'], fetchTask: true },
  },
];

/** One list for each scope, in the shape of the manifest's `bots[].commandLists`. */
export const manifestCommandLists = (commands: readonly Command[]) =>
  SCOPES.map((scope) => ({
    scopes: [scope],
    commands: commands
      .filter(({ menu }) => menu.includes(scope))
      .map(({ name, help }) => ({ title: name, description: help(wordsOfDesk()) })),
  }));
