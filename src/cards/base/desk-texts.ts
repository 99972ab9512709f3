/** What the record holds in the desk's language, as readers of another language read it where the desk file has it in theirs. Pure. */
import type { Desk } from '../../desk/desk.ts';
import type { Question } from '../../desk/scenarios/questions.ts';
import type { Answer, Report } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';

type Reader = { readonly desk: Desk; readonly words: Words };

const languageOf = ({ desk, words }: Reader) => (words.language === desk.file.desk.language ? null : words.language);

/** The scenario by its id, also when its title was another one then; of one that is not in the desk file any more, what the record says. */
export function scenarioTitle({ id, title }: Report['scenario'], reader: Reader): string {
  const language = languageOf(reader);
  const [own, theirs] = [reader.desk.scenario(id)?.title, language && reader.desk.scenario(id, language)?.title];
  return theirs && theirs !== own ? theirs : title;
}

/** A question that is asked in other words since stays as it was asked, and so does what somebody wrote. */
export function answersFor({ scenario, answers }: Pick<Report, 'scenario' | 'answers'>, reader: Reader): readonly Answer[] {
  const language = languageOf(reader);
  const own = language && reader.desk.scenario(scenario.id)?.questions;
  const theirs = language && reader.desk.scenario(scenario.id, language)?.questions;
  if (!own || !theirs) return answers;
  return answers.map((answer) => {
    const at = own.findIndex(({ id, text }) => id === answer.id && text === answer.question);
    const [asked, read] = [own[at], theirs[at]];
    if (!asked || !read) return answer;
    const said = offeredBy(asked).indexOf(answer.answer);
    return { ...answer, question: read.text, answer: offeredBy(read)[said] ?? answer.answer };
  });
}

/** The answers that a question offers, in an order that is the same in each language. */
const offeredBy = (question: Question): readonly string[] => {
  if (question.type === 'choice') return question.choices;
  return question.type === 'toggle' ? [question.onText, question.offText ?? ''] : [];
};
