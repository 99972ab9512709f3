/** The card on which somebody chooses the language that they read. */
import { LANGUAGES, type Language } from '../../outage/follow/language.ts';
import { WORDS } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import { button } from '../base/verbs.ts';
import { type AnswerView, answer } from '../layouts/layouts.ts';

/** As those who speak it write it: "Deutsch". */
export function ownNameOf(language: Language): string {
  const { formats } = WORDS[language];
  const [first = '', ...rest] = formats.languageName(language);
  return [first.toLocaleUpperCase(formats.tag), ...rest].join('');
}

/** `chosen`: null where nothing was chosen, so that their client says it. */
export function languageCard(
  view: AnswerView,
  { chosen, saved = false }: { readonly chosen: Language | null; readonly saved?: boolean },
): Card {
  const { words } = view;
  const { languages: say } = words;
  const name = ownNameOf(words.language as Language);
  return answer(view, {
    heading: saved ? say.saved(name) : say.heading,
    lines: [...(saved ? [] : [chosen ? say.chosen(name) : say.asInTeams(name)]), say.about],
    actions: [
      ...LANGUAGES.filter((one) => one !== chosen).map((one) => button(ownNameOf(one), 'language-choose', { language: one })),
      ...(chosen ? [button(say.ofTeams, 'language-choose', { language: '' })] : []),
    ],
    phones: false,
  });
}
