/** The lists: everything that people can type and everything that they can press. Help and manifest derive from them. */
import { mayForSomeOutage, type Permission } from '../outage/permissions.ts';
import type { Denial } from '../words/denial.ts';
import { type Words, wordsFor } from '../words/words.ts';
import { joinPresses } from './affected/join.ts';
import { joinedPresses } from './affected/joined.ts';
import { mergeDuplicatesPresses } from './affected/merge-duplicates.ts';
import { check } from './check.ts';
import type { Command, ListedCommand, Press, Presses, Reply, Turn } from './command.ts';
import { cardReply, normalise, sayLine, says, sentence } from './command.ts';
import { ask, askPresses } from './conversation/ask.ts';
import { askWhatItIs, conversationPresses } from './conversation/reply.ts';
import { doubtful, doubtPresses } from './doubt.ts';
import { drill } from './drill.ts';
import { merge, mergePresses, unmerge } from './ending/merge.ts';
import { object, reporterPresses, stillDown, withdraw, works } from './ending/reporter.ts';
import { reopen, reopenPresses, resolve, resolvePresses } from './ending/resolve.ts';
import { transfer, transferPresses } from './ending/transfer.ts';
import { filePresses } from './files.ts';
import { follow, followPresses, unfollow } from './follow/follow.ts';
import { myFollows, myFollowsPresses } from './follow/my-follows.ts';
import { numberIn } from './forms/outage-thread.ts';
import { language, languagePresses } from './language.ts';
import { bridge, linkPresses, ticket } from './links.ts';
import { catchUp } from './look/catch-up.ts';
import { certificatePresses, outageCertificate } from './look/certificate.ts';
import { deliveriesPresses, outageDeliveries } from './look/deliveries.ts';
import { answerFreeText } from './look/free-text.ts';
import { helpFor } from './look/help.ts';
import { listOutages, listPresses, myOutages } from './look/list.ts';
import { numbers, numbersPresses } from './look/numbers.ts';
import { withoutGreeting } from './look/small-talk.ts';
import { outageStatus, outageTimeline, showPresses } from './look/status.ts';
import { maintenance, maintenancePresses } from './maintenance.ts';
import { calendarPresses } from './on-call/calendar.ts';
import { onCall, onCallPresses } from './on-call/on-call.ts';
import { assist, assistPresses } from './ownership/assist.ts';
import { accept, decline, handOver, handOverPresses } from './ownership/hand-over.ts';
import { release, releasePresses } from './ownership/release.ts';
import { acknowledge, acknowledgePresses, askBack } from './progress/acknowledge.ts';
import { publish, publishPresses } from './progress/publish.ts';
import { reclassifyPresses } from './progress/reclassify.ts';
import { note, nothingNew, update, updatePresses } from './progress/update.ts';
import { byPhonePresses, reportFor } from './report/by-phone.ts';
import { cancel } from './report/cancel.ts';
import { ownReportPresses } from './report/own-report.ts';
import { reportOutage } from './report/report-outage.ts';
import { reportPresses } from './report/report-presses.ts';
import { requestPresses } from './request.ts';
import { outageReview, reviewPresses } from './review/review.ts';
import { notAdministrator, setup, setupPresses } from './setup.ts';
import { inEnglish, typedIn } from './typed.ts';

const help: Command = {
  name: 'help',
  needs: 'help',
  menu: ['personal', 'room', 'slash'],
  // "Help, production is down" is no question about the bot.
  parse: says(
    /^\/?(?:help(?:\s+(?:me|us|please))*|commands?|menu|what (?:can|do) (?:you|i) do|how does (?:this|it) work|how do i (?:\w+ ){0,3}report\b.{0,40}|who are you|what(?:['\u2019]s| is) this)[\s.,:;!?]*$/i,
  ),
  run: async (_argument, turn) => cardReply(await helpFor(turn, { commands: COMMANDS, presses: PRESSES }, { length: 'short' })),
};
const helpPresses = {
  'help-more': {
    needs: 'help',
    run: async (_data, turn) => cardReply(await helpFor(turn, { commands: COMMANDS, presses: PRESSES }, { length: 'full' })),
  },
} satisfies Partial<Presses>;

/** By the key of their help, in the order in which the help shows them. */
const BY_KEY: { readonly [key in keyof Words['commands']]: Command } = {
  outage: reportOutage,
  reportFor,
  list: listOutages,
  mine: myOutages,
  status: outageStatus,
  timeline: outageTimeline,
  catchUp,
  deliveries: outageDeliveries,
  certificate: outageCertificate,
  review: outageReview,
  numbers,
  onCall,
  maintenance,
  check,
  drill,
  setup,
  acknowledge,
  update,
  publish,
  nothingNew,
  resolve,
  handOver,
  accept,
  decline,
  assist,
  release,
  transfer,
  merge,
  unmerge,
  ask,
  note,
  bridge,
  ticket,
  reopen,
  stillDown,
  works,
  withdraw,
  object,
  follow,
  unfollow,
  myFollows,
  cancel,
  language,
  help,
};

export const COMMANDS: readonly ListedCommand[] = Object.entries(BY_KEY).map(([key, command]) => ({
  ...command,
  help: ({ commands }) => commands[key as keyof typeof BY_KEY],
  starter: ({ starters }) => new Map(Object.entries(starters)).get(key),
}));

/**
 * Denies before anything is read, so that the answer is the same for every outage, and for none. null: they may, or it depends
 * on the outage, and its handler asks whether they are its reporter or a member of its project.
 */
function denialOf(permission: Permission, turn: Turn): Denial | null {
  if (mayForSomeOutage(turn.actor, permission)) return null;
  return permission === 'setup' ? notAdministrator(turn) : turn.words.refusals.notPermitted;
}

const guard = ({ needs, run }: Press): Press => ({
  needs,
  run: async (data, turn) => {
    const denied = denialOf(needs, turn);
    return denied === null ? await run(data, turn) : sentence(denied);
  },
});

const guarded = (presses: Presses): Presses =>
  Object.fromEntries(Object.entries(presses).map(([verb, press]) => [verb, guard(press)])) as Presses;

export const PRESSES: Presses = guarded({
  ...reportPresses,
  ...byPhonePresses,
  ...ownReportPresses,
  ...requestPresses,
  ...acknowledgePresses,
  ...updatePresses,
  ...publishPresses,
  ...linkPresses,
  ...reclassifyPresses,
  ...handOverPresses,
  ...assistPresses,
  ...releasePresses,
  ...resolvePresses,
  ...transferPresses,
  ...mergePresses,
  ...reopenPresses,
  ...reviewPresses,
  ...deliveriesPresses,
  ...certificatePresses,
  ...numbersPresses,
  ...reporterPresses,
  ...askPresses,
  ...conversationPresses,
  ...joinPresses,
  ...joinedPresses,
  ...followPresses,
  ...myFollowsPresses,
  ...languagePresses,
  ...mergeDuplicatesPresses,
  ...filePresses,
  ...onCallPresses,
  ...calendarPresses,
  ...maintenancePresses,
  ...setupPresses,
  ...showPresses,
  ...listPresses,
  ...helpPresses,
  ...doubtPresses(async (text, turn) => {
    const found = englishOf(text);
    return found && (await allowed(found, turn, async () => null));
  }),
});

/** Commands with a longer name are tried first: "/outage list" is no report of an outage that is called "list". */
const TRIED = COMMANDS.toSorted((a, b) => b.name.length - a.name.length);

type Said = { readonly command: Command; readonly argument: string };

function englishOf(text: string): Said | null {
  for (const command of TRIED) {
    const argument = command.parse(text);
    if (argument !== null) return { command, argument };
  }
  return null;
}

/** In the words of another language. Where they may mean something else, the command asks. */
function otherOf(text: string, language: string): Said | null {
  const [first, ...others] = typedIn(text, language).flatMap((meaning) => {
    const said = englishOf(inEnglish(meaning));
    return said ? [{ ...said, ...meaning }] : [];
  });
  if (!first || first.sure) return first ?? null;
  return { command: doubtful([first, ...others]), argument: text };
}

/**
 * Which command a normalised text is, also after a greeting, and what follows its word; null when it is none. English is understood
 * by everybody; `language`: what the person reads, which decides where two others differ. `isPrivate`: in a room, nobody else saw the
 * text, so a slash command wrote its first words.
 */
export function commandOf(text: string, { isPrivate = false, language = 'en' } = {}): Said | null {
  if (isPrivate) return slashCommandOf(text, language);
  const tries = [...new Set([text, withoutGreeting(text)])];
  for (const said of tries) {
    const english = englishOf(said);
    // "Note interne: ..." is the French phrase, and no English note that begins with "interne".
    const other = english?.argument ? otherOf(said, language) : null;
    if (english) return other?.command === english.command && other.argument.length < english.argument.length ? other : english;
  }
  return tries.map((said) => otherOf(said, language)).find((other) => other !== null) ?? null;
}

/** What Teams inserts for a command that somebody chose after a slash: its name, without the slash and without "outage" in front. */
export const slashTitle = ({ name }: Command): string => name.replace(/^\/outage (?=\S)|^\//, '');

const SLASHED = COMMANDS.filter(({ menu }) => menu?.includes('slash')).map((command) => ({
  command,
  title: new RegExp(`^${slashTitle(command).replace('-', '[- ]?')}(?![\\p{L}\\p{N}_-])`, 'iu'),
}));
/** "Outage Desk list" is no report of a desk that is out. */
const TO_THE_BOT = new RegExp(`^@?${wordsFor('en').look.help.heading.replaceAll(' ', '[ _-]*')}(?![\\p{L}\\p{N}])[\\s.,:;!?/]*`, 'iu');
const NUMBER = /\b(?:OUT|DRILL|REQ)-?\d{1,9}\b|^\W*(?:of\s+)?\d{1,9}(?=[\s.,!?]|$)/i;

/**
 * Words behind a title that its command does not know ("list please") change nothing; they are no report. Those behind "outage" are the
 * title of a report, as anywhere.
 */
function slashCommandOf(text: string, language: string): Said | null {
  const said = text.replace(/^[\s/]+/, '').replace(TO_THE_BOT, '');
  if (said === '') return null;
  const chosen = SLASHED.find(({ title }) => title.test(said));
  if (!chosen || chosen.command.name === reportOutage.name) return commandOf(said, { language }) ?? commandOf(text, { language });
  const { command, title } = chosen;
  const words = said.replace(title, '');
  const tries = [`${command.name}${words}`, `${command.name} ${NUMBER.exec(words)?.[0] ?? ''}`.trim(), command.name];
  const argument = tries.map(command.parse).find((one) => one !== null) ?? '';
  return { command, argument };
}

/** More than which outage is meant. */
const saysMore = (argument: string): boolean => /\p{L}/u.test(argument.replace(new RegExp(NUMBER, 'gi'), ''));

/** `denied`: what to answer in place of the denial; null: nothing. */
async function allowed({ command, argument }: Said, turn: Turn, denied: () => Promise<Reply | null>): Promise<Reply> {
  const denial = denialOf(command.needs, turn);
  return denial === null ? await command.run(argument, turn) : ((await denied()) ?? sayLine(denial, turn));
}

/** Runs the command that was typed. Any other text is answered too, never with silence. */
export async function runText(typed: string, turn: Turn): Promise<Reply> {
  const text = normalise(typed);
  const found = commandOf(text, { isPrivate: turn.isPrivate, language: turn.words.language });
  if (found) {
    // "Update 10.0.39 broke posting" begins with an engineer's word, but a customer means what is down, or how it goes on.
    const number = numberIn(text);
    const meant = () => (number === null ? answerFreeText(text, turn) : askWhatItIs(text, turn, { number }));
    return await allowed(found, turn, async () => (saysMore(found.argument) ? await meant() : null));
  }
  const answered = (await askBack(text, turn)) ?? (await answerFreeText(text, turn));
  return answered ?? cardReply(await helpFor(turn, { commands: COMMANDS, presses: PRESSES }, { length: 'short', unknown: text !== '' }));
}
