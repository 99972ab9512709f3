/** Words of another language than English that may be a command or an ordinary sentence: the person says which it is, by a button. */
import { z } from 'zod';
import { sentenceCard } from '../cards/layouts/layouts.ts';
import { doubtCard } from '../cards/look/look.ts';
import { MAX_TEXT_LENGTH } from '../cards/outage/form.ts';
import { mayForSomeOutage, type Permission } from '../outage/permissions.ts';
import { TYPED_NAMES } from '../words/en/look/typed.ts';
import { type Command, cardReply, type Presses, type Reply, reading, sentence, type Turn } from './command.ts';
import { inEnglish, type Meaning } from './typed.ts';

type Meant = Meaning & { readonly command: Command };

/** A reporter may reopen, but not by this command: a sentence of theirs that begins like it says what is down. */
const ofEngineers = ({ needs }: Command): Permission => (needs === 'reopen' ? 'resolve' : needs);

/** In place of a command: asks which of these is meant. Of several it shows those that the person may do. */
export function doubtful(meant: readonly [Meant, ...Meant[]]): Command {
  const [{ command }] = meant;
  return {
    name: command.name,
    needs: meant.length > 1 ? 'help' : ofEngineers(command),
    parse: () => null,
    async run(_text, turn) {
      const may = meant.filter((one) => mayForSomeOutage(turn.actor, one.command.needs));
      const choices = may.length > 0 ? may : meant;
      const commands = choices.map((one) => ({ name: one.command.name, what: one.name }));
      return cardReply(doubtCard(turn, commands, meant[0].body));
    },
  };
}

const chosenSchema = z.object({ what: z.enum(TYPED_NAMES), text: z.string().max(MAX_TEXT_LENGTH).default('') });

/** `runs`: an English text, as if its person had typed it; null where it is no command. What it answers is as after a press. */
export const doubtPresses = (runs: (text: string, turn: Turn) => Promise<Reply | null>) =>
  ({
    'command-run': {
      needs: 'help',
      run: reading(chosenSchema, async ({ what, text }, turn) => {
        const reply = await runs(inEnglish({ name: what, body: text.trim() }), turn);
        if (!reply) return sentence(turn.words.refusals.oldCard);
        // The card stays where nothing takes its place, and its button would be pressed again.
        return reply.type === 'nothing' ? cardReply(sentenceCard(turn, turn.words.look.help.doubt.ran)) : reply;
      }),
    },
  }) satisfies Partial<Presses>;
