/** The cards that an engineer presses and fills in, in every state that they have. */
import { questionCard } from '../../src/cards/answer-card.ts';
import * as forms from '../../src/cards/desk-forms.ts';
import { resolveForm, updateForm } from '../../src/cards/engineer-forms.ts';
import { moreCard } from '../../src/cards/more-card.ts';
import { deskCard } from '../../src/cards/outage-cards.ts';
import type { Instant, Outage } from '../../src/outage/outage.ts';
import type { Words } from '../../src/words/words.ts';
import type { SampleCard, Texts } from './cards.ts';
import { IN_STATE, sample } from './life.ts';
import { run } from './run.ts';
import { smallDesk } from './small-desk.ts';

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

const taken = [sample('report', 0), sample('acknowledge', 5)] as const;

const FORMS = [
  forms.handOverForm,
  forms.assistForm,
  forms.releaseForm,
  forms.transferForm,
  forms.mergeForm,
  forms.noteForm,
  forms.reclassifyForm,
  forms.reopenForm,
] as const;

export function engineerCards(
  entry: Entry,
  { typed }: Texts,
  words: Words,
  stories: { readonly [name: string]: { readonly outage: Outage } },
  now: Instant,
): SampleCard[] {
  const all = { ...stories, ...IN_STATE, offered: run(...taken, sample('hand-over', 7)), planned: run(...taken, sample('plan', 6)) };
  const outages = Object.entries(all).map(([name, { outage }]) => ({ name, outage }));
  const hint = words.refused.cardOutdated('Sam', '10:00');
  const long = typed(20_000);
  const filled = Object.fromEntries(forms.FORM_FIELDS.map((field) => [field, long]));
  const errors = Object.fromEntries(forms.FORM_FIELDS.map((field) => [field, words.report.errors['too-long']]));
  return outages.flatMap(({ name, outage }) => {
    const again = { outage, words, text: long, error: words.report.errors['too-long'], hint };
    return [
      ...[LARGE_DESK, smallDesk()].flatMap((desk, index) => {
        const open = index === 0 ? outages.map((one) => one.outage).slice(0, forms.MOST_TO_CHOOSE) : [];
        const view = { outage, desk, words, now, open };
        const where = `${index === 0 ? 'a large' : 'a small'} desk: ${name}`;
        return [
          entry(`more of ${where}`, moreCard, moreCard(view)),
          ...FORMS.flatMap((form) => [
            entry(`${form.name} of ${where}`, form, form({ ...view, filled: {}, errors: {}, hint: '' })),
            entry(`${form.name} once more, nonsense chosen, of ${where}`, form, form({ ...view, filled, errors, hint })),
          ]),
        ];
      }),
      entry(`desk: ${name}`, deskCard, deskCard({ outage, desk: LARGE_DESK, words, now }, { mentionOnCall: false }), {
        showsContact: true,
      }),
      entry(`a question: ${name}`, questionCard, questionCard({ desk: smallDesk(), words }, outage)),
      entry(`update form: ${name}`, updateForm, updateForm({ outage, words, text: '', error: '', hint: '' })),
      entry(`update form, once more: ${name}`, updateForm, updateForm({ ...again, phase: 'monitoring', nextMinutes: 15 })),
      entry(`resolve form: ${name}`, resolveForm, resolveForm({ outage, words, text: '', error: '', hint: '' })),
      entry(`resolve form, once more: ${name}`, resolveForm, resolveForm(again)),
    ];
  });
}
