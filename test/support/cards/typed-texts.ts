/** What people wrote into the sample cards, and names and ids of the desk file: no language translates them. */
import { ownNameOf } from '../../../src/cards/look/language.ts';
import { LANGUAGES } from '../../../src/outage/follow/language.ts';
import { askingDesk } from '../desk/desk-with-every-question.ts';
import { smallDesk } from '../desk/small-desk.ts';
import { CALM, stories } from '../outage/stories.ts';
import { sampleDraft } from '../report/sample-draft.ts';
import { SECRETS } from './cards.ts';
import { HIGHLIGHTED } from './engineer.ts';
import { LINKED_DESK } from './links.ts';
import { leaves } from './walk.ts';

/** What only one sample has: the names and texts that it gives somebody. */
const OTHERS = [
  // The desk's teams, plans and environments, and what the desk file says of a scenario.
  ...[
    'Customer care',
    'Network',
    'Gold support',
    'Security',
    'Call us.',
    'Now.',
    'Desk',
    'erp-access@contoso.example, or your success manager',
  ],
  ...['Americas', 'Asia and Pacific', 'Contoso On-premises', 'Contoso Sandbox', 'Contoso Sales', 'Box '],
  // What people wrote and are called.
  ...['Which session is stalled', 'eve@customer.example', 'Sam', ' / General'],
  // A line of the help, which the card is given; what Teams answered.
  ...['/outage  \u2013  report', 'Teams: 403 ', '/outage status', 'Team / '],
];

/** Ids that people see, because the desk file names what they stand for by nothing else; the id of a failure; and languages by their own names. */
const IDS = ['scenarios > down > title', 'scenarios > down', ...LANGUAGES.map(ownNameOf), 'board', 'everyone', 'abc', 'ops', 'phones'];

/** What people wrote into the samples: in reports, in the desk file and in Teams. Ids have neither a capital letter nor a space. */
const typed = [
  ...new Set(
    [
      CALM,
      CALM.typed(4000),
      SECRETS,
      stories(CALM, 'personal'),
      sampleDraft(),
      smallDesk().file,
      askingDesk().file,
      LINKED_DESK.file,
      OTHERS,
      HIGHLIGHTED,
    ]
      .flatMap((source) => leaves(source).map(({ value }) => String(value).trim()))
      .filter((text) => /[A-Z @]/.test(text) && text.length > 2),
  ),
  ...IDS,
].sort((one, other) => other.length - one.length);

/** Names that a sample has by the dozen. */
const NUMBERED = /Engineer \d+ of Many|Project \d+ (?:of a long name )*(?:of a .*)?\u2026|Room \d+/g;

/** What is left of a text of a card. */
export const withoutTyped = (text: string): string =>
  typed.reduce((rest, one) => rest.replaceAll(one, ''), withoutCut(text.replace(NUMBERED, '')));

/** The text without the beginning of what somebody typed, where it was cut: that ends with an ellipsis. */
function withoutCut(text: string): string {
  if (!text.endsWith('\u2026')) return text;
  const begin = [...text.matchAll(/[\p{L}+]/gu)].find(({ index }) => typed.some((one) => one.startsWith(text.slice(index, -1))));
  return begin ? text.slice(0, begin.index) : text;
}
