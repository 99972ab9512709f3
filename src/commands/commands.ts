/** The lists: everything that can be typed and everything that can be pressed. Help and manifest derive from them. */
import { helpCard } from '../cards/answer-card.ts';
import { acknowledge, acknowledgeListedPress, acknowledgePress } from './acknowledge.ts';
import { type Caller, type Command, cardReply, type Parts, type Presses, type Reply, says } from './command.ts';
import { reportOutage } from './report-outage.ts';
import { reportPresses } from './report-presses.ts';
import { openResolveForm, resolve, resolvePress } from './resolve.ts';
import { setup, setupPresses } from './setup.ts';
import { showPress } from './show-outage.ts';
import { openUpdateForm, update, updatePress } from './update.ts';

const help: Command = {
  name: 'help',
  help: (words) => words.commands.help,
  menu: ['personal', 'team', 'groupChat'],
  parse: says(/^\/?help(?=$|[\s.,:;!?])/i),
  run: async (_argument, caller, parts) => cardReply(helpFor(caller, parts, { unknown: false })),
};

/** In the order in which they are tried and shown. */
export const COMMANDS: readonly Command[] = [reportOutage, acknowledge, update, resolve, setup, help];
export const PRESSES: Presses = {
  ...reportPresses,
  ...setupPresses,
  'outage-acknowledge': acknowledgePress,
  'outage-acknowledge-listed': acknowledgeListedPress,
  'outage-show': showPress,
  'outage-update-form': openUpdateForm,
  'outage-update': updatePress,
  'outage-resolve-form': openResolveForm,
  'outage-resolve': resolvePress,
};

/** An engineer sees every command, everybody else those that they may use. */
export function helpFor(caller: Caller, parts: Parts, options: { unknown: boolean }) {
  const engineer = caller.actor.roles.includes('engineer');
  const administrator = parts.desk.mayAdminister(caller.actor.id, caller.place.tenantId);
  const shown = COMMANDS.filter(({ menu, forAdministrators }) =>
    forAdministrators ? administrator : engineer || menu.includes('personal'),
  );
  const { words } = caller;
  return helpCard(
    { desk: parts.desk, words },
    shown.map(({ name, help: say }) => `${name}  \u2013  ${say(words)}`),
    options,
  );
}

/**
 * Teams writes no-break spaces, line ends and marks without width into what people type, and some keyboards write
 * full-width letters. The first word is read plainly; the rest stays as typed, for it may be told to people.
 */
export const normalise = (text: string): string =>
  text
    .replace(/[\u00A0\u2007\u202F\u3000]/g, ' ')
    .replace(/^[\s\u200B-\u200F\u2060]+|(?<![\s\u200B-\u200F\u2060])[\s\u200B-\u200F\u2060]+$/g, '')
    .replace(/^\S+/, (word) => word.normalize('NFKC'));

/** Runs the command that the text is. Anything else gets the help, never silence. */
export async function runText(text: string, caller: Caller, parts: Parts): Promise<Reply> {
  const said = normalise(text);
  for (const command of COMMANDS) {
    const argument = command.parse(said);
    if (argument !== null) return await command.run(argument, caller, parts);
  }
  return cardReply(helpFor(caller, parts, { unknown: said !== '' }));
}
