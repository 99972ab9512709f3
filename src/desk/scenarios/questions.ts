/** What a scenario asks in addition to the usual questions, as data. The shape is that of Business Central's outage questions. */
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../outage/follow/language.ts';
import { field, list } from '../file/raw.ts';
import { type InLanguage, textSchema } from '../texts.ts';
import { inEachLanguage } from './catalogues.ts';

/** The id of a scenario or a question; it is also the name of the card's input. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'use small letters, digits and hyphens')
  .max(40, 'keep it under 40 characters');
const line = (limit: number) => z.string().trim().min(1, 'say something here').max(limit, `keep it under ${limit} characters`);

/** People in an outage answer a few; more would not fit a card either. */
const MOST_QUESTIONS = 8;
const MOST_CHOICES = 8;

/** The longest answer to each kind; a card with eight of the longest still fits. */
export const ANSWER_LIMITS = { text: 200, multiline: 500, number: 20, toggle: 5, choice: 60, datetime: 81 } as const;
type QuestionType = keyof typeof ANSWER_LIMITS;

/** What a toggle says that has no texts of its own. */
const YES = inEachLanguage(({ yes }) => yes);
export const NO = inEachLanguage(({ no }) => no);

const common = {
  id: idSchema.describe('How it stands in the record, unique in its scenario.'),
  text: textSchema(line(120)).describe('The question.'),
  required: z
    .boolean()
    .default(false)
    .describe('Whether it must be answered while it is shown. A required toggle is written down also when it is off.'),
  parent: idSchema.optional().describe('The id of a toggle above it: it is shown while that one is on.'),
};
const plain = <Type extends QuestionType>(type: Type) => z.strictObject({ type: z.literal(type).describe('Its kind.'), ...common });

const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('toggle').describe('Its kind.'),
    ...common,
    onText: textSchema(line(60)).prefault(YES).describe('The answer that is written down when it is on.'),
    offText: textSchema(line(60)).optional().describe('And when it is off; without it nothing is written down.'),
  }),
  plain('text'),
  plain('multiline'),
  plain('datetime'),
  z.strictObject({
    type: z.literal('choice').describe('Its kind.'),
    ...common,
    choices: z
      .array(textSchema(line(ANSWER_LIMITS.choice)))
      .min(2, 'give at least two choices')
      .max(MOST_CHOICES, `give at most ${MOST_CHOICES}`)
      .describe('What can be chosen.'),
  }),
  plain('number'),
]);
export type Question = InLanguage<z.infer<typeof questionSchema>>;

export const questionsSchema = z
  .array(questionSchema)
  .max(MOST_QUESTIONS, `ask at most ${MOST_QUESTIONS}; a person in trouble answers no more`)
  .superRefine(checkQuestions, { when: () => true });

/** Checks the questions of a scenario against each other, also when other things are wrong; hence `unknown`. */
function checkQuestions(questions: unknown, context: z.RefinementCtx): void {
  const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  const all = list(questions);
  const ids = all.map((question) => field(question, 'id'));
  all.forEach((question, index) => {
    const id = ids[index];
    if (id !== undefined && ids.indexOf(id) !== index) complain([index, 'id'], `'${id}' stands twice; give it an id of its own`);
    if (LANGUAGES.some((language) => hasTwice(list(field(question, 'choices')), language)))
      complain([index, 'choices'], 'a choice stands twice; each once');
    const parent = field(question, 'parent');
    if (typeof parent !== 'string') return;
    const above = ids.indexOf(parent);
    if (above === -1) complain([index, 'parent'], `there is no question '${parent}' in this scenario`);
    else if (above >= index) complain([index, 'parent'], `'${parent}' has to stand above the questions that it shows`);
    else if (field(all[above], 'type') !== 'toggle')
      complain([index, 'parent'], `'${parent}' is no toggle, and only a toggle can show others`);
  });
}

/** A choice is known by its text in any language. */
function hasTwice(choices: readonly unknown[], language: Language): boolean {
  const texts = choices.flatMap((choice) => (typeof choice === 'string' ? choice : (field(choice, language) ?? [])));
  return new Set(texts).size !== texts.length;
}
