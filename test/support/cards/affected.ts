/** Samples of the cards for joining an outage, for who is affected, and for merging duplicates. */
import {
  affectedCard,
  joinedCard,
  joinOfferCard,
  joinPhoneForm,
  leftCard,
  MOST_SHOWN,
  mergedDuplicatesCard,
} from '../../../src/cards/affected.ts';
import { isOpen, type Outage, outageName } from '../../../src/outage/types/outage.ts';
import type { Instant } from '../../../src/outage/types/values.ts';
import type { Words } from '../../../src/words/words.ts';
import { smallDesk } from '../desk/small-desk.ts';
import type { Texts } from '../outage/stories.ts';
import { sampleDraft } from '../report/sample-draft.ts';
import type { SampleCard } from './sample-card.ts';

type Entry = (name: string, by: (...parts: never[]) => unknown, card: SampleCard['card'], more?: Partial<SampleCard>) => SampleCard;

export function joiningCards(
  entry: Entry,
  { typed }: Texts,
  words: Words,
  stories: Readonly<Record<string, { readonly outage: Outage }>>,
  now: Instant,
): SampleCard[] {
  const desk = smallDesk();
  const all = Object.entries(stories);
  const outages = all.map(([, { outage }]) => outage);
  const open = outages.filter((outage) => isOpen(outage)).filter(({ drill }) => !drill);
  const joined = all.flatMap(([name, { outage }]) => outage.joined.slice(0, 1).map((one) => ({ name, outage, one })));
  const draft = (step: 'details' | 'review', id = 'aad-eve') => ({ ...sampleDraft({}, step), person: { id, name: 'Eve' } });
  const offer = (name: string, some: readonly (typeof open)[number][], more: Partial<Parameters<typeof joinOfferCard>[0]> = {}) =>
    entry(
      `offer to join: ${name}`,
      joinOfferCard,
      joinOfferCard({
        desk,
        words,
        draft: draft('details'),
        outages: some.slice(0, MOST_SHOWN),
        all: some.map(({ id }) => id),
        same: [],
        now,
        ...more,
      }),
    );
  const [first] = open;
  const [someone] = joined;
  const three = open.slice(0, 3).map((outage, index) => ({ ...outage, number: 1001 + index }));
  if (!first || !someone) throw new Error('no story is open, or nobody joined in one');
  const phone = { target: { outage: first.id, version: 3 }, words };
  const made = { into: first, merged: [], before: [], not: [], parted: [], since: [] };
  return [
    ...open.map((outage) => offer(`one, version ${outage.version}, ${outage.state}`, [outage])),
    offer('the same, of somebody else', [first], { same: [first.id] }),
    offer('three', three),
    offer('many', [...three, ...open]),
    offer('one that was just reported', [first], { draft: draft('review') }),
    offer('their own', [first], { draft: draft('review', first.reporter.id) }),
    offer('three that were just reported', three, { draft: draft('review'), hint: words.affected.offer.ended }),
    ...joined.flatMap(({ name, outage, one }) =>
      [true, false].map((own) =>
        entry(`joined, ${own ? 'alone' : 'in company'}: ${name}`, joinedCard, joinedCard({ outage, desk, words, now }, one, { own })),
      ),
    ),
    entry('joined, with a phone', joinedCard, joinedCard({ outage: someone.outage, desk, words, now }, withPhone(someone.one))),
    entry('phone of who joined', joinPhoneForm, joinPhoneForm({ ...phone, outage: first, filled: {}, errors: {}, hint: '' })),
    entry(
      'phone of who joined, once more',
      joinPhoneForm,
      joinPhoneForm({
        ...phone,
        outage: null,
        filled: { phone: typed(2000) },
        errors: { phone: words.report.errors['not-a-phone']('+1 201 555 0123') },
        hint: words.report.fix(1),
      }),
    ),
    entry('left', leftCard, leftCard({ desk, words }, first)),
    ...all
      .filter(([, { outage }]) => outage.joined.length > 0)
      .map(([name, { outage }]) => entry(`affected: ${name}`, affectedCard, affectedCard({ outage, words, now }), { showsContact: true })),
    entry('made one: nothing', mergedDuplicatesCard, mergedDuplicatesCard({ desk, words }, made)),
    entry(
      'made one',
      mergedDuplicatesCard,
      mergedDuplicatesCard(
        { desk, words },
        {
          ...made,
          merged: outages.slice(0, 40),
          before: outages.slice(0, 2),
          not: outages.slice(0, 50),
          parted: outages.map((outage) => words.refusals.parted('Sam', '10:00', outageName(outage), outageName(first)).text),
          since: outages,
        },
      ),
    ),
  ];
}

const withPhone = <One extends { readonly contact: object }>(one: One): One => ({
  ...one,
  contact: { ...one.contact, phone: '+49 30 999999' },
});
