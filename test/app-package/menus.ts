/** What the app's manifest says, derived from src/commands/ and src/words/. Titles stay English: Teams inserts them, and English is understood. */
import type { ListedCommand } from '../../src/commands/command.ts';
import { COMMANDS, slashTitle } from '../../src/commands/commands.ts';
import { PUBLISH_MESSAGE } from '../../src/commands/progress/publish.ts';
import { REPORT_MESSAGE } from '../../src/commands/report/report-from-message.ts';
import { LANGUAGES, type Language } from '../../src/outage/follow/language.ts';
import { WORDS, type Words } from '../../src/words/words.ts';

const { en } = WORDS;

const offeredIn = (menu: 'personal' | 'room' | 'slash') => COMMANDS.filter((command) => command.menu?.includes(menu));
const ROOMS = ['team', 'groupChat'];

/** Teams shows them before the first message, and behind "View prompts". */
const startersIn = (words: Words) =>
  COMMANDS.flatMap((command) => {
    const starter = command.starter(en);
    // Older clients send the title, newer ones the prompt.
    return starter ? [{ title: starter, description: command.help(words), type: 'prompt', prompt: starter }] : [];
  });
export const starters = startersIn(en);

/** `bots[].commandLists`: Teams takes three. */
function commandListsIn(words: Words) {
  const typed = ({ name, help }: ListedCommand) => ({ title: name, description: help(words) });
  /** The description shows how it is typed; after a slash that is without "/outage". */
  const slashed = (command: ListedCommand) => ({
    title: slashTitle(command),
    description: command.help(words).replaceAll('/outage ', '/'),
  });
  return [
    { scopes: ['personal'], triggers: ['mention'], commands: [...offeredIn('personal').map(typed), ...startersIn(words)] },
    { scopes: ROOMS, triggers: ['mention'], commands: offeredIn('room').map(typed) },
    { scopes: ROOMS, triggers: ['slash'], commands: offeredIn('slash').map(slashed) },
  ];
}
export const commandLists = commandListsIn(en);

/** `composeExtensions[].commands`: what somebody can do with a message. */
const messageActionsIn = ({ report, progress }: Words) => [
  {
    id: REPORT_MESSAGE,
    type: 'action',
    title: report.fromMessage.action,
    description: report.fromMessage.menu,
    context: ['message'],
    fetchTask: true,
  },
  {
    id: PUBLISH_MESSAGE,
    type: 'action',
    title: progress.publish.action,
    description: progress.publish.menu,
    context: ['message'],
    fetchTask: true,
  },
];
export const messageActions = messageActionsIn(en);

/** `name` and `description`. */
export const named = { name: { short: en.look.help.heading, full: en.look.app.fullName } };
export const described = { description: { short: en.look.app.short, full: en.look.app.full } };

const OTHERS = LANGUAGES.filter((language): language is Exclude<Language, 'en'> => language !== 'en');
const fileOf = (language: Language): string => `${language}.json`;

/** Which files of the package say the same in other languages. */
export const localizationInfo = {
  defaultLanguageTag: 'en',
  additionalLanguages: OTHERS.map((language) => ({ languageTag: language, file: fileOf(language) })),
};

function localizationIn(words: Words): Readonly<Record<string, string>> {
  const { help, app } = words.look;
  const commands = commandListsIn(words).flatMap(({ commands: some }, list) =>
    some.map(({ description }, index) => [`bots[0].commandLists[${list}].commands[${index}].description`, description]),
  );
  const actions = messageActionsIn(words).flatMap(({ title, description }, index) => [
    [`composeExtensions[0].commands[${index}].title`, title],
    [`composeExtensions[0].commands[${index}].description`, description],
  ]);
  return {
    $schema: LOCALIZATION_SCHEMA,
    'name.short': help.heading,
    'name.full': app.fullName,
    'description.short': app.short,
    'description.full': app.full,
    ...Object.fromEntries([...commands, ...actions]),
  };
}
const LOCALIZATION_SCHEMA = 'https://developer.microsoft.com/en-us/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json';

/** Each of these files, by its name. */
export const localizations: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  OTHERS.map((language) => [fileOf(language), localizationIn(WORDS[language])]),
);
