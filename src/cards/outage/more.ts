/** The card behind the button More: everything else that an engineer can do with an outage. */

import type { Desk } from '../../desk/desk.ts';
import { isOpen, type Outage, outageName, requestIn } from '../../outage/types/outage.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { type ButtonGroup, button, dataOf, type Verb } from '../base/verbs.ts';
import { quoted } from '../text.ts';
import moreTemplate from './more.json' with { type: 'json' };
import type { OutageView } from './next-lines.ts';

const expand = template(moreTemplate);

type Group = keyof Words['ownership']['more']['groups'];
type Item = {
  readonly group: Group;
  readonly verb: Verb;
  readonly title: (words: Words) => string;
  /** Whether to offer it in this state. The core decides all the same; this only spares people a rejection. */
  readonly fits: (outage: Outage, desk: Desk) => boolean;
};

const taken = (outage: Outage): boolean => outage.state === 'acknowledged';
const offered = (outage: Outage): boolean => outage.state === 'acknowledged' && outage.offeredTo !== null;

const ITEMS: readonly Item[] = [
  { group: 'now', verb: 'outage-nothing-new', title: ({ ownership }) => ownership.buttons.nothingNew, fits: offered },
  { group: 'now', verb: 'outage-resolve-form', title: ({ desk }) => desk.resolve, fits: offered },
  { group: 'owner', verb: 'outage-hand-over-form', title: ({ ownership }) => ownership.buttons.handOver, fits: taken },
  { group: 'owner', verb: 'outage-help', title: ({ ownership }) => ownership.buttons.help, fits: taken },
  { group: 'owner', verb: 'outage-assist-form', title: ({ ownership }) => ownership.buttons.assist, fits: taken },
  { group: 'owner', verb: 'outage-release-form', title: ({ ownership }) => ownership.buttons.release, fits: taken },
  {
    group: 'kind',
    verb: 'outage-transfer-form',
    title: ({ ownership }) => ownership.buttons.transfer,
    fits: (outage, desk) => isOpen(outage) && desk.teams.length > 0 && desk.planOf(outage.report.project.id) !== undefined,
  },
  { group: 'kind', verb: 'outage-merge-form', title: ({ ownership }) => ownership.buttons.merge, fits: isOpen },
  {
    group: 'kind',
    verb: 'outage-reclassify-form',
    title: ({ ownership }) => ownership.buttons.reclassify,
    fits: (outage) => isOpen(outage) || outage.state === 'transferred',
  },
  {
    group: 'ended',
    verb: 'outage-reopen-form',
    title: ({ ownership }) => ownership.buttons.reopen,
    fits: (outage) => !isOpen(outage) && outage.state !== 'merged' && !requestIn(outage),
  },
  { group: 'desk', verb: 'outage-affected', title: ({ affected }) => affected.desk.button, fits: ({ joined }) => joined.length > 0 },
  { group: 'desk', verb: 'outage-note-form', title: ({ ownership }) => ownership.buttons.note, fits: () => true },
];

/** Whether a button is offered in this state. Buttons that are not behind More always are. */
export const fits = (verb: Verb, outage: Outage, desk: Desk): boolean =>
  ITEMS.find((item) => item.verb === verb)?.fits(outage, desk) ?? true;

export function moreCard({ outage, desk, words }: Omit<OutageView, 'now'>): Card {
  const heading = words.ownership.more.heading(outageName(outage));
  const groups = Object.entries(words.ownership.more.groups).map(
    ([group, label]): ButtonGroup => ({
      label,
      actions: ITEMS.filter((item) => item.group === group && item.fits(outage, desk)).map(({ verb, title }) =>
        button(title(words), verb, dataOf(outage)),
      ),
    }),
  );
  return expand(words, {
    heading,
    title: quoted(outage.report.title),
    fallbackText: heading,
    groups: groups.filter(({ actions }) => actions.length > 0),
    actions: [button(words.report.back, 'outage-show', dataOf(outage))],
  });
}
