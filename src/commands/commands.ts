/** The lists: everything that can be typed and everything that can be pressed. Help and manifest derive from them. */
import { helpCard } from '../cards/answer-card.ts';
import { acknowledge, acknowledgeListedPress, acknowledgePress } from './acknowledge.ts';
import { check } from './check.ts';
import { type Caller, type Command, cardReply, type Parts, type Presses, type Reply, says } from './command.ts';
import { onCall, onCallCoverPress, onCallEndPress, onCallShowPress, onCallTakePress, openCoverForm, openTakeForm } from './on-call.ts';
import { reportOutage } from './report-outage.ts';
import { reportPresses } from './report-presses.ts';
import { openResolveForm, resolve, resolvePress } from './resolve.ts';
import { showPress } from './show-outage.ts';
import { openUpdateForm, update, updatePress } from './update.ts';

const help: Command = {
  name: 'help',
  help: (words) => words.commands.help,
  menu: ['personal', 'team', 'groupChat'],
  parse: says(/^\/?help(?=$|[\s.,:;!?])/i),
  run: async (_argument, caller, parts) => cardReply(helpFor(caller, parts, { unknown: false })),
};

/** In the order in which they are shown. */
export const COMMANDS: readonly Command[] = [reportOutage, acknowledge, update, resolve, onCall, check, help];
export const PRESSES: Presses = {
  ...reportPresses,
  'outage-acknowledge': acknowledgePress,
  'outage-acknowledge-listed': acknowledgeListedPress,
  'outage-show': showPress,
  'outage-update-form': openUpdateForm,
  'outage-update': updatePress,
  'outage-resolve-form': openResolveForm,
  'outage-resolve': resolvePress,
  'on-call-show': onCallShowPress,
  'on-call-take-form': openTakeForm,
  'on-call-take': onCallTakePress,
  'on-call-cover-form': openCoverForm,
  'on-call-cover': onCallCoverPress,
  'on-call-end': onCallEndPress,
};

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

/**
 * Teams writes no-break spaces, line ends and marks without width into what people type, and some keyboards write
 * full-width letters. The first word is read plainly; the rest stays as typed, for it may be told to people.
 */
export const normalise = (text: string): string =>
  text
    .replace(/[\u00A0\u2007\u202F\u3000]/g, ' ')
    .replace(/^[\s\u200B-\u200F\u2060]+|(?<![\s\u200B-\u200F\u2060])[\s\u200B-\u200F\u2060]+$/g, '')
    .replace(/^\S+/, (word) => word.normalize('NFKC'));

/** Those with a longer name are tried first: "/outage on-call" is none of an outage that is called "on-call". */
const TRIED = COMMANDS.toSorted((a, b) => b.name.length - a.name.length);

/** The command that a normalised text is, and what follows its word; null when it is none. */
export function commandOf(said: string): { readonly command: Command; readonly argument: string } | null {
  for (const command of TRIED) {
    const argument = command.parse(said);
    if (argument !== null) return { command, argument };
  }
  return null;
}

/** Runs the command that the text is. Anything else gets the help, never silence. */
export async function runText(text: string, caller: Caller, parts: Parts): Promise<Reply> {
  const said = normalise(text);
  const found = commandOf(said);
  if (found) return await found.command.run(found.argument, caller, parts);
  return cardReply(helpFor(caller, parts, { unknown: said !== '' }));
}
