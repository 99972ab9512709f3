/** "language", "language Deutsch": somebody chooses what they read, beside what their Teams app says. */
import { z } from 'zod';
import { AS_TEAMS, languageCard, ownNameOf } from '../cards/look/language.ts';
import { LANGUAGES, type Language } from '../outage/follow/language.ts';
import { wordsFor } from '../words/words.ts';
import { type Command, cardReply, type Presses, type Reply, reading, sayLine, says, type Turn } from './command.ts';

export const language: Command = {
  name: 'language',
  needs: 'help',
  menu: ['help'],
  parse: says(/^\/?(?:outage\s+)?(?:my\s+)?language(?::?\s+(\S{1,30}))?[.!?]*$/i),
  async run(named, turn) {
    if (named === '') return cardReply(languageCard(turn.words, { chosen: await turn.languages.chosenBy(turn.actor.id) }));
    const { formats } = turn.words;
    const found = LANGUAGES.find((one) =>
      [one, ownNameOf(one), formats.languageName(one)].some((name) => name.toLowerCase() === named.toLowerCase()),
    );
    return found ? await choose(found, turn) : sayLine(turn.words.languages.unknown(formats.list(LANGUAGES.map(ownNameOf))), turn);
  },
};

/** null: that of their client. The answer is in the language that was chosen. */
async function choose(chosen: Language | null, turn: Turn): Promise<Reply> {
  await turn.languages.choose(turn.actor.id, chosen);
  const words = wordsFor(await turn.languages.of(turn.actor.id));
  return cardReply(languageCard(words, { chosen, saved: true }));
}

const chooseSchema = z.object({ language: z.enum([...LANGUAGES, AS_TEAMS]) });

export const languagePresses = {
  'language-choose': {
    needs: 'help',
    run: reading(chooseSchema, async ({ language }, turn) => await choose(language === AS_TEAMS ? null : language, turn)),
  },
} satisfies Partial<Presses>;
