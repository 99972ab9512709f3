/** What stands beside the drawn stages and the clock of an outage, and on the row that unfolds the rest of a card. In English. */
import type { Stage } from '../../../outage/types/stage.ts';
import { formats } from '../formats.ts';
import { phaseShort } from './names.ts';

const name: Record<Stage, string> = { reported: 'Reported', acknowledged: 'Acknowledged', ...phaseShort, resolved: 'Resolved' };

export const stages = {
  name,
  /** `now`, here and below: this text. */
  now: (n: number, of: number, stage: string) => `Stage ${n} of ${of}: ${stage}`,
  at: (now: string, when: string) => `${now} at ${when}`,
  since: (now: string, when: string) => `${now} since ${when}`,
  /** In a drill, whose stages are seconds apart. `after`: how long after the report. */
  after: (now: string, after: string) => `${now}, ${after} after the report`,
  next: (now: string, stage: string) => `${now}. Next: ${stage}.`,
  updateLate: (now: string) => `${now}. The next update is late.`,
  /** It ended, or was closed, at this stage. */
  ended: {
    closed: (now: string) => `${now}, now closed`,
    withdrawn: (now: string) => `${now}, then withdrawn`,
    transferred: (now: string) => `${now}, then transferred`,
    merged: (now: string) => `${now}, then merged`,
    drill: (now: string) => `${now}, then the drill ended`,
  },
  fact: 'Stages',
  reached: (stage: string, when: string) => `${stage}: ${when}`,
};

export const clock = {
  /** "12 of 30 minutes": `whole` says the unit. */
  part: (count: string, whole: string) => `${count} of ${whole}`,
  gone: (part: string) => `${part} gone.`,
  late: (late: string) => `\u26A0 ${late} late.`,
  /** A card that was sent does not move, so it says when it was right. */
  at: (when: string, text: string) => `At ${when}: ${text}`,
  by: (when: string) => `Acknowledge by ${when}.`,
  byOthers: (when: string) => `Support will acknowledge it by ${when}.`,
  was: (when: string) => `It was due by ${when}.`,
  told: (was: string) => `${was} The reporter has been told.`,
};

/** How long it has been down, and for how many. A card that was sent does not move. */
export const down = {
  now: (since: string, lasts: string, now: string) => `${since}. Down for ${lasts} at ${now}.`,
  unsure: (lasts: string, now: string) => `Not sure since when. Down for at least ${lasts} at ${now}.`,
  over: (since: string, until: string, lasted: string) => `Down from ${since} to ${until} (${lasted})`,
  people: (count: number) => formats.plural(count, { one: 'One person has said so', other: `${count} people have said so` }),
};

export const details = { label: 'Details', toggle: 'Show or hide details' };
