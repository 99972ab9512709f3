/** What every card must be and have, in each of its states. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MAX_CARD_BYTES } from '../../src/cards/base/card.ts';
import { errorText } from '../../src/cards/base/inputs.ts';
import { VERBS } from '../../src/cards/base/verbs.ts';
import { PRESSES } from '../../src/commands/commands.ts';
import { FIELDS, type FieldId, STEP_FIELDS, STEP_IDS, type StepId } from '../../src/report/fields.ts';
import { messageLink } from '../../src/report/message-link.ts';
import { FIELD_ERRORS } from '../../src/report/step.ts';
import { CONDITIONS } from '../../src/report/steps/confirmation.ts';
import { en } from '../../src/words/en/index.ts';
import { type SampleCard, SECRETS, sampleCards, sampleCardsIn } from '../support/cards/cards.ts';
import { problemsOf } from '../support/cards/schema.ts';
import { versionOf } from '../support/cards/versions.ts';
import { actions, bytesOf, elements, inputs, leaves, type Node, ofType, opensTeams, short, textOf } from '../support/cards/walk.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { CALM } from '../support/outage/stories.ts';
import { ANSWERED } from '../support/report/sample-draft.ts';

const CARDS = sampleCards();

/** What a look finds wrong, with the name of each card. An empty list is a pass. */
const findings = (look: (sample: SampleCard) => readonly string[]) =>
  short(CARDS.flatMap((sample) => look(sample).map((what) => `${sample.name}: ${what}`)));

describe('every card', () => {
  test('is in the list, under the name of the function that draws it', async () => {
    const files = readdirSync(path.join(import.meta.dirname, '../../src/cards'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const modules = await Promise.all(
      files.map((file): Promise<object> => import(/* @vite-ignore */ path.join(import.meta.dirname, '../../src/cards', file))),
    );
    const drawing = modules.flatMap((module) => Object.keys(module)).filter((name) => /(Card|Form)$/.test(name));
    expect(
      drawing.filter((name) => !CARDS.some(({ by }) => by === name)),
      'add a sample to test/support/cards/cards.ts',
    ).toEqual([]);
    expect(drawing.length).toBeGreaterThan(10);
  });

  test('has all its blanks filled in', () => {
    expect(
      findings(({ card }) =>
        leaves(card).flatMap(({ path: where, value }) => {
          if (value === undefined || value === null) return [`${where} is ${value}`];
          return /\$\{|\bundefined\b|\bnull\b|\[object|NaN|Invalid DateTime/.test(String(value)) ? [`${where}: ${value}`] : [];
        }),
      ),
    ).toEqual([]);
  });

  test('16.2: is an Adaptive Card of the lowest version that its elements need, with a text for clients that cannot draw it', () => {
    expect(
      findings(({ card, name }) => [
        ...(card.type === 'AdaptiveCard' ? [] : ['no AdaptiveCard']),
        // A dialog leaves out buttons of a card that was drawn for a chat.
        ...(name.endsWith('in a dialog') || card.version === versionOf(card) ? [] : [`${card.version} and not ${versionOf(card)}`]),
        ...(typeof card.fallbackText === 'string' && card.fallbackText.trim() !== '' ? [] : ['no fallbackText']),
        ...(/\{\{|<at>/.test(String(card.fallbackText)) ? [`a fallbackText that nobody draws: ${card.fallbackText}`] : []),
        ...(String(card.fallbackText).length > 400 ? ['a long fallbackText'] : []),
      ]),
    ).toEqual([]);
  });

  test('is made of elements and properties that its schema knows', () => {
    expect(findings(({ card }) => problemsOf(card))).toEqual([]);
  });

  test('3.8: that interrupts a report has Cancel, as its steps have', () => {
    const asks = ({ card }: { card: unknown }) => /"(join-not|report-as-request|report-anyway)"/.test(JSON.stringify(card));
    const some = CARDS.filter(asks);
    expect(some.length).toBeGreaterThan(5);
    expect(some.filter(({ card }) => !JSON.stringify(card).includes('"report-cancel"')).map(({ name }) => name)).toEqual([]);
  });

  test('has at most four buttons, each with a title of its own', () => {
    expect(
      findings(({ card }) => {
        const titles = actions(card).map(({ title }) => String(title));
        return titles.length > 4 || new Set(titles).size !== titles.length || titles.includes('') ? [titles.join(', ')] : [];
      }),
    ).toEqual([]);
  });

  test('is small', () => {
    expect(findings(({ card }) => (bytesOf(card) > MAX_CARD_BYTES ? [`${bytesOf(card)} bytes`] : []))).toEqual([]);
  });

  test('survives JSON: nothing in it is lost on the wire', () => {
    expect(findings(({ card }) => (isDeepStrictEqual(JSON.parse(JSON.stringify(card)), card) ? [] : ['changed']))).toEqual([]);
  });
});

describe('every button', () => {
  const executes = (card: unknown): Node[] => ofType(card, 'Action.Execute');

  test('has a verb that is known and has its handler', () => {
    expect(
      findings(({ card }) =>
        executes(card).flatMap(({ verb }) =>
          VERBS.some((one) => one === verb) && Object.hasOwn(PRESSES, String(verb)) ? [] : [String(verb)],
        ),
      ),
    ).toEqual([]);
  });

  test('is drawn somewhere: no verb is left over', () => {
    const drawn = new Set(CARDS.flatMap(({ card }) => executes(card).map(({ verb }) => String(verb))));
    expect(VERBS.filter((verb) => !drawn.has(verb))).toEqual([]);
  });

  test('falls back to a submit with the same title, the same data, and the verb', () => {
    expect(
      findings(({ card }) =>
        executes(card).flatMap((button) => {
          const expected = { type: 'Action.Submit', title: button.title, data: { ...(button.data as object), verb: button.verb } };
          return JSON.stringify(button.fallback) === JSON.stringify(expected) ? [] : [JSON.stringify(button)];
        }),
      ),
    ).toEqual([]);
  });

  test('carries ids and never facts', () => {
    expect(
      findings(({ card }) =>
        executes(card).flatMap(({ data }) =>
          Object.keys(data as object).filter(
            // A number is how people name the outage that a merge was typed into. A form of a text says by hashes what it marked in it.
            (key) =>
              ![
                'draft',
                'step',
                'kind',
                'outage',
                'version',
                'choice',
                'shown',
                'others',
                'number',
                'question',
                'followUp',
                'batch',
                'until',
                'call',
                'project',
                'what',
                'marked',
                'period',
                'language',
                'says',
              ].includes(key),
          ),
        ),
      ),
    ).toEqual([]);
  });

  test('that leads out of Teams leads to an address of the desk file, or to a ticket', () => {
    const urls = new Set(CARDS.flatMap(({ card }) => ofType(card, 'Action.OpenUrl').map(({ url }) => String(url))));
    // A link to a message, a chat or a call stays in Teams.
    for (const url of [...urls].filter((one) => messageLink(one) === '' && !opensTeams(one)))
      expect(url).toMatch(/^https:\/\/(shop\.)?example\.com/);
  });
});

describe('every input', () => {
  test('has a label, an error message, and an id of its own', () => {
    expect(
      findings(({ card }) => {
        const ids = inputs(card).map(({ id }) => String(id));
        const bare = inputs(card)
          .filter(({ label, errorMessage }) => !label || !errorMessage)
          .map(({ id }) => `${id} is bare`);
        return new Set(ids).size === ids.length ? bare : [...bare, `ids twice: ${ids}`];
      }),
    ).toEqual([]);
  });

  test('of a choice shows a choice that it has, or none', () => {
    expect(
      findings(({ card, name }) => {
        if (name.includes('nonsense')) return [];
        return ofType(card, 'Input.ChoiceSet').flatMap(({ id, value, choices, isMultiSelect }) => {
          const values = (choices as Node[]).map((choice) => choice.value);
          const chosen = isMultiSelect ? String(value).split(',') : [value];
          return value === '' || chosen.every((one) => values.includes(one)) ? [] : [`${id} is ${value}`];
        });
      }),
    ).toEqual([]);
  });

  test('15.6: that searches for people is of one person, and has the choices that clients without the search show', () => {
    const searches = (input: Node) => input['choices.data'] !== undefined;
    expect([...new Set(CARDS.filter(({ card }) => inputs(card).some(searches)).map(({ by }) => by))].sort()).toEqual([
      'assistForm',
      'handOverForm',
      'reviewForm',
    ]);
    const shape = z.object({ type: z.literal('Input.ChoiceSet'), choices: z.array(z.object({ value: z.guid() })).min(1) });
    expect(
      findings(({ card }) =>
        inputs(card)
          .filter(searches)
          .flatMap((input) => (shape.safeParse(input).success && !input.isMultiSelect ? [] : [String(input.id)])),
      ),
    ).toEqual([]);
  });

  /** Fields without an input, because a button sets them with one tap: the three conditions and the scenario. */
  const unasked = (step: StepId, name: string): readonly string[] => {
    if (step === 'scenario') return STEP_FIELDS.scenario;
    if (step !== 'confirmation') return [];
    return [...(name.includes('one by one') ? [] : CONDITIONS), ...(name.includes('one environment') ? ['environment'] : [])];
  };

  test.each(STEP_IDS.filter((step) => step !== 'questions'))(
    'of the step %s is a field of that step, and each field has its input',
    (step) => {
      const asked = CARDS.filter((sample) => sample.step === step).map(({ card, name }) => ({
        name,
        ids: inputs(card).map(({ id }) => String(id)),
      }));
      expect(asked.length).toBeGreaterThan(3);
      for (const { name, ids } of asked) {
        expect([...ids, ...unasked(step, name)].sort(), name).toEqual([...STEP_FIELDS[step]].sort());
      }
    },
  );

  test('of a question is that of its kind, and a question under a toggle is there when that is on', () => {
    const named = (name: string) => CARDS.find((sample) => sample.name === `questions of the report, of all kinds, ${name}`)?.card;
    const kinds = (name: string) => inputs(named(name)).map(({ type, id }) => `${type} ${id}`);
    const always = ['Input.Toggle answer_all', 'Input.Text answer_line', 'Input.Text answer_lines', 'Input.Number answer_count'];
    const dated = ['Input.Date answer_since_date', 'Input.Time answer_since_time', 'Input.ChoiceSet answer_pick'];
    expect(kinds('untouched')).toEqual([...always, ...dated]);
    expect(kinds('answered')).toEqual([...always, ...dated, 'Input.Text answer_under', 'Input.Toggle answer_more']);
  });

  test('takes no more than its field does', () => {
    for (const { card, step, name } of CARDS.filter((sample) => sample.step !== 'questions')) {
      for (const { id, maxLength } of step ? ofType(card, 'Input.Text') : []) {
        expect(maxLength, `${name}: ${id}`).toBe(FIELDS[id as FieldId].limit);
      }
    }
  });

  test('that is wrong says so right below itself, and so does the top of the card', () => {
    for (const { card, step, name } of sampleCardsIn(en, CALM).filter((sample) => sample.name.includes('with every error'))) {
      if (!step || (STEP_FIELDS[step].length === 0 && inputs(card).length === 0)) continue;
      const read = elements(card).filter(({ type }) => type === 'TextBlock' || String(type).startsWith('Input.'));
      const typist = { timeZone: ANSWERED.contact.timeZone, desk: smallDesk() };
      const texts = FIELD_ERRORS.map((error) => errorText(error, en, typist));
      const unmarked = read.filter(({ type }, index) => {
        if (!String(type).startsWith('Input.')) return false;
        return !texts.some((text) => textOf(read[index + 1]) === `⚠ ${text}`);
      });
      // A toggle has no error: a condition that does not hold leads out of the report instead.
      expect(
        // The time stands right below its date, and their error below both.
        unmarked.filter(({ type, id }) => type !== 'Input.Toggle' && !/^answer_.*_date$/.test(String(id))).map(({ id }) => id),
        name,
      ).toEqual([]);
      expect(
        read.some((one) => /^⚠ \d+ answers? .* marked below\.$/.test(textOf(one))),
        name,
      ).toBe(true);
    }
  });
});

describe('for everybody', () => {
  test('a card begins with its heading, marked as one', () => {
    expect(
      findings(({ card }) => {
        const headings = ofType(card, 'TextBlock').filter(({ style }) => style === 'heading');
        return headings.length === 1 && textOf(headings[0]) !== '' ? [] : [`${headings.length} headings`];
      }),
    ).toEqual([]);
  });

  test('no text is empty, and every text wraps', () => {
    expect(
      findings(({ card }) =>
        ofType(card, 'TextBlock').flatMap(({ text, wrap }) =>
          text === '' ? ['an empty text'] : wrap === true ? [] : [`"${text}" does not wrap`],
        ),
      ),
    ).toEqual([]);
    expect(findings(({ card }) => ofType(card, 'TextRun').flatMap(({ text }) => (text === '' ? ['an empty run'] : [])))).toEqual([]);
  });

  test('inputs come before buttons, in the order in which they are read', () => {
    expect(
      findings(({ card }) => {
        const body = JSON.stringify(card.body);
        const pressed = body.search(/Action\.(Execute|Submit)/);
        return pressed >= 0 && pressed < body.lastIndexOf('"type":"Input.') ? ['a button among inputs'] : [];
      }),
    ).toEqual([]);
  });

  test('buttons above the last row stand in rows of at most four, each under a line that says what they are for', () => {
    expect(
      findings(({ card }) =>
        ofType(card.body, 'Container').flatMap(({ items }) => {
          const [line, row, ...rest] = items as Node[];
          if (row?.type !== 'ActionSet')
            return ofType(items, 'ActionSet').some((set) => ofType(set, 'Action.Execute').length > 0) ? ['a row'] : [];
          return textOf(line) !== '' && rest.length === 0 && (row.actions as Node[]).length <= 4 ? [] : [JSON.stringify(items)];
        }),
      ),
    ).toEqual([]);
  });

  test('nothing is told by a picture or by colour alone', () => {
    expect(findings(({ card }) => ofType(card, 'Media', 'ImageSet').map(({ type }) => String(type)))).toEqual([]);
    // What people send is a picture with a text for those who do not see it, and its name is below it.
    const pictures = CARDS.flatMap(({ card }) => ofType(card, 'Image'));
    expect(pictures.length).toBeGreaterThan(5);
    expect(pictures.filter(({ altText, selectAction }) => !/^[^:：]+[:：] ?./u.test(String(altText)) || !selectAction)).toEqual([]);
    const marked = findings(({ card }) =>
      // A coloured heading has the sign of its stage beside it.
      ofType(card, 'TextBlock').flatMap(({ color = 'Default', text, style }) =>
        color === 'Default' || style === 'heading' || /^(⚠ .|[◔◕◉]$)/.test(String(text)) ? [] : [`"${text}"`],
      ),
    );
    expect(marked).toEqual([]);
  });

  test('the way back to a person is on every card of a report and on every refusal', () => {
    for (const { card, name } of CARDS.filter(
      ({ step, by }) => step || by === 'sentenceCard' || by === 'exitCard' || by === 'noDeskCard',
    )) {
      expect(JSON.stringify(card), name).toContain('+45 70 10 20 30');
    }
  });
});

describe('a mention', () => {
  test('stands letter by letter in a text, and no text mentions without one', () => {
    expect(
      findings(({ card }) => {
        const entities = ((card.msteams as { entities?: Node[] } | undefined)?.entities ?? []).map(textOf);
        const texts = ofType(card, 'TextBlock').map(textOf);
        const tags = texts.flatMap((text) => text.match(/<at>[^<]*<\/at>/g) ?? []);
        return [
          ...entities.filter((entity) => !texts.some((text) => text.includes(entity))).map((entity) => `${entity} is nowhere`),
          ...tags.filter((one) => !entities.includes(one)).map((one) => `${one} reaches nobody`),
        ];
      }),
    ).toEqual([]);
  });

  test('is by the id of the person', () => {
    const ids = new Set(
      CARDS.flatMap(({ card }) =>
        ((card.msteams as { entities?: { mentioned: { id: string } }[] } | undefined)?.entities ?? []).map(({ mentioned }) => mentioned.id),
      ),
    );
    expect([...ids].sort()).toEqual(['aad-duty', 'aad-eve', 'aad-joe', 'aad-lin', 'aad-mia', 'aad-sam']);
  });
});

describe('how to reach the reporter', () => {
  const secrets = [SECRETS.email, SECRETS.phone, SECRETS.phone.slice(1), '30 123456', 'Mia Winter\n'];
  const holds = ({ card }: SampleCard) => secrets.filter((secret) => JSON.stringify(card).includes(secret));

  test('stands on no card but the desk’s and the reporter’s own', () => {
    expect(
      CARDS.filter((sample) => !sample.showsContact).flatMap((sample) => holds(sample).map((secret) => `${sample.name}: ${secret}`)),
    ).toEqual([]);
  });

  test('stands on every card of the desk, but for drills, which have none', () => {
    // Nobody asks for an address on the phone.
    for (const sample of CARDS.filter(({ by, name }) => by === 'deskCard' && !name.includes('drilled')))
      expect(holds(sample), sample.name).toContain(/called in(?! by a member)/.test(sample.name) ? SECRETS.phone : SECRETS.email);
  });
});
