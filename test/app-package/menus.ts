/** What the app's manifest says of commands, derived from src/commands/. */
import type { ListedCommand } from '../../src/commands/command.ts';
import { COMMANDS, slashTitle } from '../../src/commands/commands.ts';
import { PUBLISH_MESSAGE } from '../../src/commands/progress/publish.ts';
import { REPORT_MESSAGE } from '../../src/commands/report/report-from-message.ts';
import { wordsFor } from '../../src/words/words.ts';

const words = wordsFor('en');

const offeredIn = (menu: 'personal' | 'room' | 'slash') => COMMANDS.filter((command) => command.menu?.includes(menu));
const typed = ({ name, help }: ListedCommand) => ({ title: name, description: help(words) });
/** The description shows how it is typed; after a slash that is without "/outage". */
const slashed = (command: ListedCommand) => ({
  title: slashTitle(command),
  description: command.help(words).replaceAll('/outage ', '/'),
});
/** Teams shows them before the first message, and behind "View prompts". */
export const starters = COMMANDS.flatMap((command) => {
  const starter = command.starter(words);
  // Older clients send the title, newer ones the prompt.
  return starter ? [{ title: starter, description: command.help(words), type: 'prompt', prompt: starter }] : [];
});
const ROOMS = ['team', 'groupChat'];

/** `bots[].commandLists`: Teams takes three. */
export const commandLists = [
  { scopes: ['personal'], triggers: ['mention'], commands: [...offeredIn('personal').map(typed), ...starters] },
  { scopes: ROOMS, triggers: ['mention'], commands: offeredIn('room').map(typed) },
  { scopes: ROOMS, triggers: ['slash'], commands: offeredIn('slash').map(slashed) },
];

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
  {
    id: PUBLISH_MESSAGE,
    type: 'action',
    title: words.progress.publish.action,
    description: words.progress.publish.menu,
    context: ['message'],
    fetchTask: true,
  },
];
