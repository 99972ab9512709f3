/** The lists: everything that can be typed and everything that can be pressed. Help and manifest derive from them. */
import { helpCard } from '../cards/answer-card.ts';
import { type Caller, type Command, cardReply, type Parts, type Presses, type Reply, says } from './command.ts';
import { acknowledge, resolve, update } from './engineer-commands.ts';
import { engineerPresses } from './engineer-presses.ts';
import { reportOutage } from './report-outage.ts';
import { reportPresses } from './report-presses.ts';

const help: Command = {
  name: 'help',
  help: (words) => words.commands.help,
  menu: ['personal', 'team', 'groupChat'],
  parse: says(/^\/?help\b/i),
  run: async (_argument, caller, parts) => cardReply(helpFor(caller, parts, { unknown: false })),
};

/** In the order in which they are tried and shown. */
export const COMMANDS: readonly Command[] = [reportOutage, acknowledge, update, resolve, help];
export const PRESSES: Presses = { ...reportPresses, ...engineerPresses };

/** An engineer sees every command, everybody else those that they may use. */
export function helpFor(caller: Caller, parts: Parts, options: { unknown: boolean }) {
  const engineer = caller.actor.roles.includes('engineer');
  const shown = COMMANDS.filter(({ menu }) => engineer || menu.includes('personal'));
  const { words } = caller;
  return helpCard(
    { desk: parts.desk, words },
    shown.map(({ name, help: say }) => `${name}  \u2013  ${say(words)}`),
    options,
  );
}

/** Teams writes no-break spaces and line ends into what people type; inside an argument the line ends stay. */
export const normalise = (text: string): string => text.replace(/[\u00A0\u2007\u202F]/g, ' ').trim();

/** Runs the command that the text is. Anything else gets the help, never silence. */
export async function runText(text: string, caller: Caller, parts: Parts): Promise<Reply> {
  const said = normalise(text);
  for (const command of COMMANDS) {
    const argument = command.parse(said);
    if (argument !== null) return await command.run(argument, caller, parts);
  }
  return cardReply(helpFor(caller, parts, { unknown: said !== '' }));
}
