/** Texts of the desk file by language: what is taken, what is recorded, and what each reader gets. */
import { describe, expect, test } from 'vitest';
import { readDeskFile } from '../../src/desk/file/read-desk-file.ts';
import { textIn } from '../../src/desk/texts.ts';
import { LANGUAGES } from '../../src/outage/follow/language.ts';
import { SMALL_DESK, smallDesk } from '../support/desk/small-desk.ts';

const SCENARIO = (title: string, more = '') => `scenarios:\n  - id: down\n    title: ${title}\n    chooseWhen: Always.\n${more}`;
const problemsOf = (text: string) => {
  const result = readDeskFile(text);
  return 'problems' in result ? result.problems.map(({ line, path, message }) => `${line} ${path} ${message}`) : [];
};
const BEFORE = SMALL_DESK.split('\n').length - 1;

describe('a text of the desk file', () => {
  test('that is written once counts for all languages', () => {
    const desk = smallDesk((text) => text + SCENARIO('Down'));
    expect(LANGUAGES.map((language) => desk.scenario('down', language)?.title)).toEqual(LANGUAGES.map(() => 'Down'));
  });

  test('by language is in the language that is asked for, else in that of the desk', () => {
    const text = SMALL_DESK.replace('  name: Small', '  language: de\n  name: Small') + SCENARIO('{ en: Down, de: Ausfall }');
    const desk = smallDesk(() => text);
    expect(desk.file.scenarios[0]?.title).toBe('Ausfall');
    expect([desk.scenario('down'), desk.scenario('down', 'en'), desk.scenario('down', 'fr')].map((one) => one?.title)).toEqual([
      'Ausfall',
      'Down',
      'Ausfall',
    ]);
    expect(textIn({ ja: '停止' }, 'fr', 'en')).toBe('停止');
  });

  test.each([
    ["of which the desk's language is missing", '{ de: Ausfall }', `${BEFORE + 3} scenarios.0.title.en this is missing: write it in en`],
    ['in a language that nobody reads here', '{ en: Down, xx: Neer }', `${BEFORE + 3} scenarios.0.title.xx write texts by language: en`],
    ['that is empty in one', '{ en: Down, de: "" }', `${BEFORE + 3} scenarios.0.title.de `],
    ['that is too long in one', `{ en: Down, de: ${'x'.repeat(41)} }`, `${BEFORE + 3} scenarios.0.title.de keep it under 40`],
    ['that is written in none', '{}', `${BEFORE + 3} scenarios.0.title write a text for at least one language`],
    ['that is too long', 'x'.repeat(41), `${BEFORE + 3} scenarios.0.title keep it under 40`],
    ['that is a list', '[Down]', `${BEFORE + 3} scenarios.0.title `],
  ])('%s is a mistake with its line', (_what, title, expected) => {
    expect(problemsOf(SMALL_DESK + SCENARIO(title))).toEqual([expect.stringContaining(expected)]);
  });

  test('may be by language in each place where people read it', () => {
    const text = SMALL_DESK.replace('text: open a support request.', 'text: { en: open a request., de: Anfrage stellen. }')
      .replace('  name: Small', '  askForAccess: { en: Call., de: Anrufen. }\n  name: Small')
      .replace(
        'kind: sandbox }',
        'kind: sandbox, links: [{ title: { en: Logs, de: Protokolle }, url: "https://x.dk" }] }\n    plan: gold\n    maintenance: [{ from: 2026-12-05 12:00, until: 2026-12-05 13:00, what: { en: Update, de: Aktualisierung } }]',
      )
      .replace(
        'followers:',
        'plans: [{ id: gold, name: { en: Gold, de: Goldplan }, replyWithinMinutes: 60 }]\nteams: [{ id: care, name: { en: Care, de: Betreuung } }]\nfollowers:',
      );
    const desk = smallDesk(() => text);
    const german = desk.fileIn('de');
    expect([german.desk.supportRequest.text, german.desk.askForAccess]).toEqual(['Anfrage stellen.', 'Anrufen.']);
    expect(german.projects[0]?.environments[1]?.links[0]?.title).toBe('Protokolle');
    expect([desk.teams[0]?.name, desk.teamsIn('de')[0]?.name]).toEqual(['Care', 'Betreuung']);
    expect([desk.planOf('shop')?.name, desk.planOf('shop', 'de')?.name]).toEqual(['Gold', 'Goldplan']);
    expect([desk.maintenance[0]?.what, desk.maintenanceIn('de')[0]?.what]).toEqual(['Update', 'Aktualisierung']);
  });

  test('names one team in whatever language it is typed', () => {
    const teams = 'teams: [{ id: care, name: { en: Care, de: Betreuung } }, { id: other, name: betreuung }]\n';
    expect(problemsOf(SMALL_DESK + teams)).toEqual([expect.stringContaining('two teams have this name')]);
  });

  test('is no other choice in one language than in another', () => {
    const choices = '    questions: [{ id: a, type: choice, text: A, choices: [{ en: Yes, de: Ja }, { en: "No", de: Ja }] }]\n';
    expect(problemsOf(SMALL_DESK + SCENARIO('Down', choices))).toEqual([expect.stringContaining('a choice stands twice')]);
  });

  test('costs nothing where there is none: no part of the file is copied', () => {
    const desk = smallDesk();
    expect(desk.fileIn('de').projects).toBe(desk.file.projects);
    expect(desk.fileIn('de').people).toBe(desk.written.people);
  });
});

test('the default catalogue is in all languages, each text in each', () => {
  const desk = smallDesk();
  const texts = LANGUAGES.map((language) => JSON.stringify(desk.fileIn(language).scenarios));
  expect(new Set(texts).size).toBe(LANGUAGES.length);
  for (const language of LANGUAGES)
    for (const [index, one] of desk.written.scenarios.entries()) {
      expect(one.title, `${index}`).toHaveProperty(language);
      expect(one.chooseWhen).toHaveProperty(language);
      for (const question of one.questions) expect(question.text, question.id).toHaveProperty(language);
    }
});
