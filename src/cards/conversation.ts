/** The conversation of the reporter with the desk: questions and replies, and what the reporter wants to add. */
import { readerOf } from '../outage/destinations.ts';
import { isOpen, type Outage, outageName } from '../outage/types/outage.ts';
import { isClient } from '../outage/types/person-key.ts';
import type { Question } from '../outage/types/question.ts';
import { isRead } from '../outage/types/values.ts';
import type { Words } from '../words/words.ts';
import type { Card } from './base/card.ts';
import { textFact } from './base/facts.ts';
import { type Choice, choiceInput, field, textInput } from './base/inputs.ts';
import { type Button, button, dataOf } from './base/verbs.ts';
import { type AnswerView, formWith } from './layouts/layouts.ts';
import { contactFacts } from './links.ts';
import { type News, type NewsOf, type NewsView, quoteOf } from './news/news.ts';
import { choiceField, type FilledForm, formAboutOutage, MAX_TEXT_LENGTH, textField } from './outage/form.ts';
import { asName, oneLine, plain, quoted, shorten, withText } from './text.ts';

/** Replies that a question offers. */
export const MOST_CHOICES = 4;
/** In characters: a button has one line on a phone. */
export const LONGEST_CHOICE = 20;

/** What a choice on the question's card sends: which one, or that the reporter wants to be called. */
export const CALL_ME = 'call';

/** Below the question, the reply is quoted too. */
const QUESTION_BYTES = 1_500;
const LONGEST_LINE = 160;

export const conversationNews: NewsOf<'asked' | 'replied' | 'reply-missed'> = {
  asked(view) {
    const { outage, event, words } = view;
    const { asked } = words.conversation;
    const quote = quoteOf(event.text, words);
    if (readerOf(view.destination) === 'reporter') return toReporter(view, questionOf(view), asked.forReporter);
    const choices = event.choices.length > 0 ? [asked.choices(words.formats.list(event.choices.map(oneLine)))] : [];
    const heading = asked.heading(outageName(outage));
    if (!isRead(outage.origin))
      return {
        heading,
        quote,
        lines: [isClient(outage.reporter.id) ? asked.byApi : asked.byPhone],
        facts: contactFacts(view, { contact: true }),
        quiet: true,
      };
    return { heading, quote, lines: [...choices, asked.alone], quiet: true };
  },

  replied({ outage, event, events, words }) {
    const { replied } = words.conversation;
    const question = events[event.question - 1];
    const asker = question?.type === 'asked' ? question.by.id : null;
    return {
      heading: replied.heading(outageName(outage)),
      mentions: event.tells.map((person) => withText(person, person.id === asker ? replied.forAsker : replied.forOwner)),
      quote: quoteOf(event.text, words),
      lines: [],
      facts: textFact(replied.question, question?.type === 'asked' ? question.text : '', words, QUESTION_BYTES),
    };
  },

  'reply-missed'(view) {
    const { outage, event, words } = view;
    const { missed } = words.conversation;
    const open = outage.questions.filter(({ id }) => event.questions.includes(id));
    const [first] = open;
    if (readerOf(view.destination) === 'reporter') {
      const more = open.length > 1 ? [missed.more(open.length)] : [];
      return first ? toReporter(view, first, missed.forReporter, more) : { heading: missed.forReporter(outageName(outage)), lines: [] };
    }
    return {
      heading: missed.heading(outageName(outage)),
      mentions: event.tells.map((person) => withText(person, missed.why)),
      lines: [],
      facts: [
        { label: missed.questions, lines: open.map(({ text }) => quoted(shorten(text, LONGEST_LINE), words)) },
        ...contactFacts(view, { contact: true }),
      ],
    };
  },
};

/** The number of a question is that of its event. */
const questionOf = ({ event, events }: NewsView<'asked'>): Question => ({ ...event, id: events.indexOf(event) + 1, reminded: false });

/** A question with all that its reader needs to reply, on the message itself. */
function toReporter(view: NewsView, question: Question, heading: (name: string) => string, more: readonly string[] = []): News {
  const { outage, words } = view;
  const { reply, asked } = words.conversation;
  const data = { ...dataOf(outage), question: String(question.id) };
  const isWaiting = isOpen(outage) && outage.questions.some(({ id }) => id === question.id);
  const taps = question.choices.map((choice, index) => button(asName(choice), 'reporter-reply', { ...data, choice: String(index) }));
  return {
    heading: heading(outageName(outage)),
    quote: quoteOf(question.text, words),
    lines: [asked.how, ...more],
    ...(isWaiting && {
      groups: [{ label: reply.byTap, actions: [...taps, button(reply.callMe, 'reporter-reply', { ...data, choice: CALL_ME })] }],
      fields: [
        field(
          textInput(words, {
            id: 'text',
            label: reply.text,
            value: '',
            limit: MAX_TEXT_LENGTH,
            multiline: true,
            placeholder: reply.example,
          }),
        ),
      ],
      sends: [button(reply.send, 'reporter-reply', data, 'positive')],
    }),
  };
}

export function askForm(view: FilledForm): Card {
  const { text, example, choices, choicesExample, ...form } = view.words.conversation.ask;
  return formAboutOutage(view, form, {
    send: 'outage-ask',
    back: 'outage-show',
    fields: [
      textField(view, 'text', text, { placeholder: example }),
      textField(view, 'choices', choices, {
        limit: (MOST_CHOICES + 1) * LONGEST_CHOICE,
        multiline: false,
        placeholder: choicesExample,
      }),
    ],
  });
}

const LONGEST_QUOTED = 600;

/** From the reporter's own card. Where the desk asked several things, they say which one. */
export function replyForm(view: FilledForm): Card {
  const { outage, words, target, filled } = view;
  const { which, question, text, example, ...form } = words.conversation.reply;
  const { pair } = words.formats;
  const questions = outage?.questions ?? [];
  const [first] = questions;
  const given = /^\d{1,9}$/.test(filled.question ?? '') ? filled.question : undefined;
  const chosen = given ?? (first ? String(first.id) : '');
  const choices = questions.map((one, index): Choice => ({ title: question(index + 1), value: String(one.id) }));
  const card = { ...view, target: { ...target, ...(questions.length > 1 ? {} : { question: chosen }) } };
  return formAboutOutage(card, form, {
    send: 'reporter-reply',
    back: 'reporter-show',
    unknown: '',
    quotes: questions.map(({ by, text: asked }, index) => {
      const said = pair(plain(by.name), quoted(shorten(asked, questions.length > 1 ? LONGEST_LINE : LONGEST_QUOTED), words));
      return questions.length > 1 ? pair(question(index + 1), said) : said;
    }),
    fields: [
      ...(questions.length > 1 ? [choiceField({ ...view, filled: { ...filled, question: chosen } }, 'question', which, choices)] : []),
      textField(view, 'text', text, { placeholder: example }),
    ],
  });
}

/** "Add information" on the card of the outage. */
export function addForm(view: FilledForm): Card {
  const { addHeading, text, example, send, audience } = view.words.conversation.word;
  return formAboutOutage(
    view,
    { heading: addHeading, send, audience },
    { send: 'reporter-add', back: 'reporter-show', unknown: '', fields: [textField(view, 'text', text, { placeholder: example })] },
  );
}

/** More are a list to open, so that the buttons stay in sight on a phone. */
const MOST_RADIOS = 5;
/** `name`: what the outage is called for this person. `isAsked`: it is theirs, and the desk waits for a reply; others must not read what it asks. */
export type Word = {
  readonly text: string;
  readonly open: readonly { readonly outage: Outage; readonly name: string; readonly isAsked: boolean }[];
};

/** What somebody wrote while an outage of theirs is open, for them to say what it is. Nothing of it is sent yet. */
export function wordCard({ words }: AnswerView, { text, open }: Word): Card {
  const { word } = words.conversation;
  const [first, ...others] = open;
  const choices = open.map(({ outage, name }): Choice => ({ title: name, value: outage.id }));
  return formWith(words, {
    heading: word.heading,
    hint: text.length > MAX_TEXT_LENGTH ? word.cut : '',
    lines: [word.notSent],
    quotes: others.length === 0 && first?.isAsked ? askedLines(first.outage, words) : [],
    fields: [
      field(textInput(words, { id: 'text', label: word.text, value: text, limit: MAX_TEXT_LENGTH, multiline: true })),
      ...(others.length > 0
        ? [
            field(
              choiceInput(words, {
                id: 'outage',
                label: word.which,
                value: first?.outage.id ?? '',
                choices,
                style: open.length > MOST_RADIOS ? 'compact' : 'expanded',
              }),
            ),
          ]
        : []),
    ],
    audience: word.audience,
    actions: [
      ...(first && others.length === 0
        ? wordButtons(first, words)
        : [button(word.addToChosen, 'reporter-add', { version: 0 }, 'positive')]),
      button(word.another, 'report-open'),
    ],
  });
}

/** Where the desk waits for a reply, the words are most likely that. */
function wordButtons({ outage, name, isAsked }: Word['open'][number], { conversation: { word } }: Words): readonly Button[] {
  const asked = isAsked ? outage.questions.at(-1) : undefined;
  const data = dataOf(outage);
  const add = button(word.add(name), 'reporter-add', data, asked ? 'default' : 'positive');
  return asked ? [button(word.reply, 'reporter-reply', { ...data, question: String(asked.id) }, 'positive'), add] : [add];
}

const askedLines = ({ questions }: Outage, words: Words): readonly string[] =>
  questions.slice(-1).map(({ by, text }) => words.conversation.word.question(plain(by.name), quoted(shorten(text, LONGEST_QUOTED), words)));
