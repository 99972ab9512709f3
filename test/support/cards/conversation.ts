/** Samples of the forms of a conversation, and of what is asked about a reporter's words. */
import { dataOf } from '../../../src/cards/base/verbs.ts';
import { addForm, askForm, replyForm, wordCard } from '../../../src/cards/conversation.ts';
import { type Outage, outageName } from '../../../src/outage/types/outage.ts';
import type { Words } from '../../../src/words/words.ts';
import { smallDesk } from '../desk/small-desk.ts';
import type { Texts } from '../outage/stories.ts';
import type { SampleCard } from './sample-card.ts';

type Entry = (name: string, by: (...parts: never[]) => unknown, card: SampleCard['card'], more?: Partial<SampleCard>) => SampleCard;
type Stories = { readonly [name in 'acknowledged' | 'updated' | 'asked' | 'asked much']: { readonly outage: Outage } };

export function conversationCards(entry: Entry, { typed }: Texts, words: Words, stories: Stories): SampleCard[] {
  const view = { desk: smallDesk(), words };
  const long = typed(20_000);
  const one = (outage: Outage) => ({ outage, name: outageName(outage), isAsked: outage.questions.length > 0 });
  const { acknowledged, updated, asked, 'asked much': askedMuch } = stories;
  const fresh = { words, filled: {}, errors: {}, hint: '' };
  const again = {
    words,
    filled: { text: long, choices: long, question: long },
    errors: { text: words.report.errors['too-long'], choices: words.conversation.ask.tooManyChoices(4, 20) },
    hint: '',
    fix: words.report.fix(2),
  };
  const forms = [askForm, replyForm, addForm] as const;
  return [
    ...forms.flatMap((form) =>
      [asked.outage, askedMuch.outage].flatMap((outage, index) => [
        entry(`${form.name} ${index}`, form, form({ target: dataOf(outage), outage, ...fresh })),
        entry(`${form.name} ${index}, once more`, form, form({ target: dataOf(outage), outage, ...again })),
      ]),
    ),
    entry('words about an open outage', wordCard, wordCard(view, { text: typed(200), open: [one(acknowledged.outage)] })),
    entry('words after a question', wordCard, wordCard(view, { text: long, open: [one(asked.outage)] })),
    entry(
      'words about what is asked somebody else',
      wordCard,
      wordCard(view, { text: long, open: [{ ...one(asked.outage), isAsked: false }] }),
    ),
    entry('words about one of several outages', wordCard, wordCard(view, { text: long, open: [one(asked.outage), one(updated.outage)] })),
  ];
}
