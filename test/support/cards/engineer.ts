/** Samples of the cards and forms of engineers. */
import { dataOf } from '../../../src/cards/base/verbs.ts';
import { MOST_TO_CHOOSE, mergeForm, mergeQuestionCard, reopenForm, resolveForm, transferForm } from '../../../src/cards/ending.ts';
import { bridgeForm, ticketForm } from '../../../src/cards/links.ts';
import { moreCard } from '../../../src/cards/outage/buttons.ts';
import { assistForm, handOverForm, releaseForm } from '../../../src/cards/ownership.ts';
import { noteForm, questionCard, updateForm } from '../../../src/cards/progress/progress.ts';
import { publishForm } from '../../../src/cards/progress/publish.ts';
import { CALL_FIELDS, callForm, callInviteCard, SOMEBODY_ELSE } from '../../../src/cards/report/by-phone.ts';
import { reclassifyForm } from '../../../src/cards/report/correction.ts';
import { answerForm } from '../../../src/cards/request/news.ts';
import { preview } from '../../../src/commands/progress/publish.ts';
import type { Outage } from '../../../src/outage/types/outage.ts';
import type { Instant } from '../../../src/outage/types/values.ts';
import { environmentsOf } from '../../../src/report/steps/confirmation.ts';
import type { Words } from '../../../src/words/words.ts';
import { smallDesk } from '../desk/small-desk.ts';
import type { Texts } from '../outage/stories.ts';
import type { SampleCard } from './sample-card.ts';

type Entry = (name: string, by: (...parts: never[]) => unknown, card: SampleCard['card'], more?: Partial<SampleCard>) => SampleCard;

/** The small desk with plans, teams, and as many engineers as a large desk has. */
export const LARGE_DESK = smallDesk((text) => {
  const people = Array.from({ length: 120 }, (_, index) => `e${index}`);
  const id = (index: number) => `00000000-0000-4000-8000-${String(1000 + index).padStart(12, '0')}`;
  return text
    .replace('engineers: [ada, bob]', `engineers: [ada, bob, ${people.join(', ')}]`)
    .replace(
      'people:\n',
      `people:\n${people.map((key, index) => `  ${key}: { id: ${id(index)}, name: Engineer ${index} of Many }\n`).join('')}`,
    )
    .replace('    name: Web shop\n', '    name: Web shop\n    plan: gold\n')
    .concat('plans:\n  - { id: gold, name: Gold support, replyWithinMinutes: 90 }\n')
    .concat('teams:\n  - { id: care, name: Customer care }\n  - { id: net, name: Network }\n');
});

/** What an engineer wrote for the desk alone. */
const WITH_SECRETS = `Restarted SQL-PROD-01 (10.1.2.3) with password=hunter2-X.
Ada Lund looks at the log. Call me at +45 20 30 40 50, or see INC0012345.

Posting works on 10.0.18.2.`;
/** The parts of such texts that a card shows apart, because some of them are highlighted. */
export const HIGHLIGHTED = ['Restarted', 'SQL-PROD-01', ') with password=', 'hunter2-X', 'looks at the log. Call me at', ', or see'].concat(
  ['Posting works on 10.0.18.2.', 'Nothing', 'can be posted since the morning run.'],
);

const FORMS = [
  handOverForm,
  assistForm,
  releaseForm,
  transferForm,
  mergeForm,
  noteForm,
  bridgeForm,
  ticketForm,
  reclassifyForm,
  reopenForm,
  answerForm,
] as const;
const FORM_FIELDS = ['person', 'team', 'number', 'reason', 'text', 'scenario', 'environment', 'address', 'shared', 'ticket'] as const;

/** The small desk with more customers than a list holds. */
const MANY_CUSTOMERS = smallDesk((text) =>
  text.replace(
    'projects:\n',
    `projects:\n${Array.from(
      { length: 60 },
      (_, index) =>
        `  - id: customer-${index}\n    name: Web shop\n    members: [mia, bob]\n    environments:\n      - { id: live, name: Live, kind: production }\n`,
    ).join('')}`,
  ),
);

function callCards(entry: Entry, typed: Texts['typed'], words: Words): SampleCard[] {
  const shown = ['00000000-0000-4000-8000-0000000000f1'];
  const target = { call: '00000000-0000-4000-8000-0000000000f0', project: 'mill-2', shown: [] };
  const draw = (desk: typeof LARGE_DESK, more: object = {}, project?: string) => {
    const projects = desk.file.projects.filter(({ id }) => project === undefined || id === project);
    const callers = desk.members.listedIn('mill-2');
    const customer = project === undefined ? '' : (projects[0]?.name ?? '');
    const places = environmentsOf(desk, projects);
    return callForm({ target, customer, places, callers, desk, words, mayTake: true, filled: {}, errors: {}, hint: '', ...more });
  };
  const filled = Object.fromEntries(CALL_FIELDS.map((field) => [field, typed(4000)]));
  const errors = Object.fromEntries(CALL_FIELDS.map((field) => [field, words.report.errors['too-long']]));
  const fix = words.report.byPhone.openThere(words.formats.list(['OUT-1001', 'OUT-1002']), 'OUT-1001');
  const view = { desk: smallDesk(), words };
  return [
    entry('desk form of a call, of one customer', callForm, draw(smallDesk(), {}, 'mill-2')),
    entry('desk form of a call, of one environment', callForm, draw(smallDesk(), { filled: { caller: SOMEBODY_ELSE } }, 'shop')),
    entry('desk form of a call, of many customers', callForm, draw(MANY_CUSTOMERS)),
    entry('desk form of a call, of a dispatcher', callForm, draw(smallDesk(), { mayTake: false, callers: [] })),
    entry(
      'desk form of a call, once more, with every error',
      callForm,
      draw(MANY_CUSTOMERS, { filled, errors, fix, target: { ...target, shown } }),
    ),
    entry('desk: a call, of which customer', callInviteCard, callInviteCard(view, words.report.byPhone.inRoom, [])),
    entry(
      'desk: a call, of one of many customers',
      callInviteCard,
      callInviteCard(
        view,
        words.report.byPhone.whichCustomer('Web shop'),
        ['Web shop', 'Mill', 'Small desk', 'Live', 'East'].map((name, index) => ({ id: `east${index}`, name })),
      ),
    ),
  ];
}

type Stories = {
  readonly [name in
    | 'reported'
    | 'acknowledged'
    | 'updated'
    | 'offered'
    | 'resolved'
    | 'joined by some, then not by one'
    | 'reported by another company'
    | 'with a call and tickets']: {
    readonly outage: Outage;
  };
};

export function engineerCards(entry: Entry, { typed }: Texts, words: Words, stories: Stories, now: Instant): SampleCard[] {
  const outages = Object.values(stories).map(({ outage }) => outage);
  const { acknowledged, updated, reported, offered, resolved } = stories;
  const hint = words.refusals.cardOutdated('Sam', '10:00').text;
  const long = typed(20_000);
  const filled = Object.fromEntries(FORM_FIELDS.map((field) => [field, long]));
  const errors = Object.fromEntries(FORM_FIELDS.map((field) => [field, words.report.errors['too-long']]));
  const large = { desk: LARGE_DESK, words, now, open: outages.concat(outages, outages).slice(0, MOST_TO_CHOOSE), searchesPeople: true };
  const small = { desk: smallDesk(), words, now, open: [], searchesPeople: false };
  const empty = { words, filled: {}, errors: {}, hint: '' };
  const again = { words, errors: { text: words.report.errors['too-long'] }, hint, fix: hint };
  const { id, number, reporter: by } = acknowledged.outage;
  const parted = { ...reported.outage, apart: [{ id, number, by, at: now, version: 2 }] };
  return [
    ...callCards(entry, typed, words),
    ...FORMS.flatMap((form) => {
      const { outage } = form === reopenForm ? resolved : acknowledged;
      return [
        entry(`${form.name} of a large desk`, form, form({ ...large, target: dataOf(outage), outage, filled: {}, errors: {}, hint: '' })),
        entry(
          `${form.name} of a small desk, once more, nonsense chosen`,
          form,
          form({ ...small, target: dataOf(outage), outage, filled, errors, hint, fix: hint }),
        ),
      ];
    }),
    ...[
      reported,
      acknowledged,
      offered,
      resolved,
      stories['joined by some, then not by one'],
      stories['reported by another company'],
      stories['with a call and tickets'],
    ].flatMap(({ outage }, index) => [
      entry(`more of a large desk: ${index}, ${outage.state}`, moreCard, moreCard({ ...large, outage, contact: true }), {
        showsContact: true,
      }),
      entry(`more of a small desk: ${index}, ${outage.state}`, moreCard, moreCard({ ...small, outage, contact: false })),
    ]),
    entry('a merge that was typed', mergeQuestionCard, mergeQuestionCard(small, reported.outage, acknowledged.outage, now)),
    entry(
      'a merge that was typed, of what was said to be two',
      mergeQuestionCard,
      mergeQuestionCard(small, parted, acknowledged.outage, now),
    ),
    ...[WITH_SECRETS, 'We found the cause and restart the batch server.', `${WITH_SECRETS}\n${long}`].map((text, index) => {
      const more = index < 2 ? { errors: {}, hint: '' } : { errors: { remove: words.progress.publish.foundMore }, hint, fix: hint };
      const view = { ...small, target: dataOf(acknowledged.outage), outage: acknowledged.outage, filled: { text }, ...more };
      return entry(`publish form ${index}`, publishForm, publishForm({ ...view, ...preview(view) }));
    }),
    entry('a question', questionCard, questionCard(small, reported.outage)),
    ...[acknowledged.outage, updated.outage].flatMap((outage) => [
      entry('update form', updateForm, updateForm({ target: dataOf(outage), outage, ...empty })),
      entry(
        'update form, once more',
        updateForm,
        updateForm({ target: dataOf(outage), outage, ...again, filled: { text: long, phase: 'monitoring', next: '15' } }),
      ),
      entry('resolve form', resolveForm, resolveForm({ target: dataOf(outage), outage, ...empty })),
      entry('resolve form, once more', resolveForm, resolveForm({ target: dataOf(outage), outage, ...again, filled: { text: long } })),
    ]),
  ];
}
