/** Samples of the card that gives a certificate, and of the cards that offer it. */

import { button } from '../../../src/cards/base/verbs.ts';
import { certificateCard } from '../../../src/cards/look/certificate.ts';
import { deskCard, originCard } from '../../../src/cards/outage/outage.ts';
import type { Words } from '../../../src/words/words.ts';
import { smallDesk } from '../desk/small-desk.ts';
import { NOW, stories, type Texts } from '../outage/stories.ts';
import { entry, type SampleCard } from './sample-card.ts';

const WEEK_MS = 7 * 24 * 3_600_000;
const ADDRESS = `https://example.com/certificates/OUT-1001.pdf?${'x'.repeat(300)}`;

export function certificateCards(texts: Texts, words: Words): SampleCard[] {
  const desk = smallDesk((text) => text.replace('desk:\n', 'desk:\n  certificateKeyUrl: https://example.com/keys.pem\n'));
  const all = Object.entries(stories(texts, 'personal'));
  const of = (name: string) => all.filter(([one]) => one === name).map(([, { outage }]) => ({ outage, desk, words, now: NOW }));
  const draw = (name: string, kept: number, due: number, story: string) =>
    of(story).map((view) => {
      const found = { pdf: ADDRESS, json: ADDRESS.replace('.pdf', '.json'), kept, due, until: NOW + WEEK_MS };
      const actions = [button(words.report.back, 'reporter-show', {})];
      return entry(`certificate: ${name}`, certificateCard, certificateCard({ ...view, found, actions }));
    });
  return [
    ...draw('one late', 2, 3, 'closed'),
    ...draw('not over', 0, 0, 'reported'),
    ...of('resolved').flatMap((view) => [
      entry('certificate: offered to the reporter', originCard, originCard(view, { own: false })),
      entry('certificate: offered to engineers', deskCard, deskCard(view, { mentionOnCall: false }), { showsContact: true }),
    ]),
  ];
}
