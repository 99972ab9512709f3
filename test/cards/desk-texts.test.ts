/** Readers get the desk's own texts in their language; the record stays in the desk's. */
import { describe, expect, test } from 'vitest';
import { answersFor, scenarioTitle } from '../../src/cards/base/desk-texts.ts';
import { stepCard } from '../../src/cards/report/steps/steps.ts';
import { exitCard } from '../../src/cards/request/exit.ts';
import type { Draft } from '../../src/report/draft.ts';
import { complete } from '../../src/report/report.ts';
import { de } from '../../src/words/de/index.ts';
import { en } from '../../src/words/en/index.ts';
import { elements, inputs, ofType } from '../support/cards/walk.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { sampleContext, sampleDraft } from '../support/report/sample-draft.ts';

const SIGN_IN = { scenario: 'sign-in' };
const answered = (texts: Record<string, string>): Draft => ({
  ...sampleDraft(SIGN_IN),
  answers: Object.entries(texts).map(([id, text]) => ({ id, text })),
});
const asked = (draft: Draft, words: typeof en) => stepCard({ ...sampleContext(), draft, errors: {}, words });

describe('a German reader of an English desk', () => {
  test('chooses a scenario by its German title', () => {
    const card = asked(sampleDraft(SIGN_IN, 'scenario'), de);
    const chosen = elements(card).filter(({ verb }) => verb === 'report-choose');
    expect(chosen.map(({ title }) => title)).toContain('Niemand kann sich anmelden');
    expect(JSON.stringify(card)).toContain('Die Anmeldung an der Produktion');
    expect(JSON.stringify(card)).not.toContain('Nobody can sign in');
  });

  test('answers German questions, of which the choices are sent in English', () => {
    const card = asked(sampleDraft(SIGN_IN, 'questions'), de);
    const [choice] = ofType(card, 'Input.ChoiceSet');
    expect(choice?.label).toBe('Funktionieren andere Microsoft-Apps?');
    expect(choice?.choices).toEqual([
      { title: 'Ja', value: 'Yes' },
      { title: 'Nein', value: 'No' },
      { title: 'Nicht ausprobiert', value: 'Not tried' },
    ]);
    expect(inputs(card).find(({ type }) => type === 'Input.Toggle')?.title).toBe('Ja');
  });

  test.each(['Not tried', 'Nicht ausprobiert', '試していない'])('has %j recorded in the words of the desk', (text) => {
    const read = complete(answered({ 'other-apps': text, 'rules-changed': 'true' }), sampleContext());
    const report = 'report' in read ? read.report : null;
    expect(report?.scenario.title).toBe('Nobody can sign in');
    expect(report?.answers.map(({ question, answer }) => `${question} ${answer}`)).toEqual([
      'Do other Microsoft apps work? Not tried',
      'Sign-in or access rules changed lately Yes',
    ]);
    const card = asked(answered({ 'other-apps': text }), de);
    expect(JSON.stringify(card)).toContain('Funktionieren andere Microsoft-Apps: Nicht ausprobiert');
    expect(JSON.stringify(card)).toContain('Niemand kann sich anmelden');
  });

  test('reads a title that was another one then by its id, and that of a scenario that is gone as it was', () => {
    const reader = { desk: smallDesk(), words: de };
    expect(scenarioTitle({ id: 'sign-in', title: 'No sign-in' }, reader)).toBe('Niemand kann sich anmelden');
    expect(scenarioTitle({ id: 'gone', title: 'Gone' }, reader)).toBe('Gone');
    expect(scenarioTitle({ id: 'sign-in', title: 'No sign-in' }, { ...reader, words: en })).toBe('No sign-in');
  });

  test('reads a question that is asked otherwise since, and what somebody wrote, as they were', () => {
    const answers = [
      { id: 'other-apps', question: 'Do Microsoft apps work?', answer: 'No' },
      { id: 'sign-in-error', question: 'Which error, with its correlation id?', answer: 'No' },
      { id: 'rules-changed', question: 'Sign-in or access rules changed lately', answer: 'Yes' },
    ];
    const read = answersFor({ scenario: { id: 'sign-in', title: '' }, answers }, { desk: smallDesk(), words: de });
    expect(read.map(({ question, answer }) => `${question} ${answer}`)).toEqual([
      'Do Microsoft apps work? No',
      'Welcher Fehler, mit welcher Korrelations-ID? No',
      'Regeln für Anmeldung oder Zugriff wurden kürzlich geändert Ja',
    ]);
  });

  test('is told in German to call about a breach', () => {
    const view = { desk: smallDesk(), words: de, projects: [] };
    const card = exitCard(view, sampleDraft(), { type: 'redirected', scenarioId: 'security' });
    expect(JSON.stringify(card)).toContain('gehört nicht in einen Kanal');
  });
});

test('a toggle that has to be answered is written down in the language of the desk', () => {
  const scenarios =
    'scenarios: [{ id: down, title: Down, chooseWhen: x, questions: [{ id: a, type: toggle, text: A, required: true }] }]\n';
  const desk = smallDesk((text) => text.replace('  name: Small', '  language: de\n  name: Small') + scenarios);
  const draft = (on: string): Draft => ({ ...sampleDraft({ scenario: 'down' }), answers: [{ id: 'a', text: on }] });
  const said = ['true', 'false'].map((on) => {
    const read = complete(draft(on), sampleContext(desk));
    return 'report' in read && read.report.answers[0]?.answer;
  });
  expect(said).toEqual(['Ja', 'Nein']);
});
