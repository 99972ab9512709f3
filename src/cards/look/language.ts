/** The card on which somebody chooses the language that they read. */
import { LANGUAGES, type Language } from '../../outage/follow/language.ts';
import { WORDS, type Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import { choiceInput, field } from '../base/inputs.ts';
import { button } from '../base/verbs.ts';
import { formWith } from '../layouts/layouts.ts';

/** The choice of what the client says. */
export const AS_TEAMS = 'teams';

/** As those who speak it write it: "Deutsch". */
export function ownNameOf(language: Language): string {
  const { formats } = WORDS[language];
  const [first = '', ...rest] = formats.languageName(language);
  return [first.toLocaleUpperCase(formats.tag), ...rest].join('');
}

/** The languages as the choices of an input. */
export const languageChoices = () => LANGUAGES.map((one) => ({ title: ownNameOf(one), value: one }));

/** `chosen`: null where nothing was chosen, so that their client says it. */
export function languageCard(
  words: Words,
  { chosen, saved = false }: { readonly chosen: Language | null; readonly saved?: boolean },
): Card {
  const { languages: say } = words;
  const name = ownNameOf(words.language);
  const choices = [...languageChoices(), { title: say.ofTeams, value: AS_TEAMS }];
  const input = { id: 'language', label: say.label, value: chosen ?? AS_TEAMS, choices, style: 'expanded' } as const;
  return formWith(words, {
    heading: saved ? say.saved(name) : say.heading,
    hint: '',
    lines: saved ? [] : [chosen ? say.chosen(name) : say.asInTeams(name)],
    fields: [field(choiceInput(words, input))],
    audience: say.about,
    actions: [button(say.save, 'language-choose', {}, 'positive')],
  });
}
