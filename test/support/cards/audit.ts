/** Samples of what a timeline shows to engineers only: a client for each event, and more denials than fit. */
import type { TimelineView } from '../../../src/cards/look/timeline.ts';
import type { DenialReason } from '../../../src/outage/decision.ts';
import type { OutageEvent } from '../../../src/outage/events.ts';
import { clientOf, PLATFORMS, USED } from '../../../src/outage/types/client.ts';
import { look } from '../../../src/words/en/look/look.ts';
import { NOW, type Texts } from '../outage/stories.ts';

const REASONS = Object.keys(look.audit.whyNot) as DenialReason[];
const WHAT = ['outage-acknowledge', '/outage timeline', 'hand-over', 'words'];
const turn = <Thing>(things: readonly [Thing, ...Thing[]], index: number): Thing => things[index % things.length] ?? things[0];

export const audited = ({ typed }: Texts, events: readonly OutageEvent[]): Required<Pick<TimelineView, 'clients' | 'refused'>> => ({
  clients: new Map(events.map((_event, index) => [index + 1, clientOf(turn(USED, index), turn([null, ...PLATFORMS], index))])),
  refused: REASONS.map((reason, index) => ({
    person: { id: `aad-${index}`, name: typed(500) },
    what: WHAT[index % WHAT.length] ?? '',
    reason,
    client: clientOf(turn(USED, index), turn(PLATFORMS, index)),
    at: NOW - (REASONS.length - index),
  })),
});
