/** For whom a room that follows is, and what executives read in the place of what everybody else does. In English. */
import type { Stage } from '../../../outage/types/stage.ts';
import type { Audience } from '../../../outage/types/values.ts';

const stage: Record<Stage, string> = {
  reported: 'Waits for an engineer',
  acknowledged: 'An engineer works on it',
  investigating: 'We are looking for the cause',
  mitigating: 'Cause found, we are fixing it',
  monitoring: 'We fixed it and are watching',
  resolved: 'It works again',
};
const waitsAgain = 'Waits for an engineer again';

export const audience = {
  label: 'Who reads here?',
  name: { customer: 'Customers', internal: 'Our own people', executive: 'Executives' } satisfies Record<Audience, string>,
  reads: {
    customer: 'the title, how many are affected and what it stops; never the contact',
    internal: 'what engineers see, with the names of people; never the contact, notes or files',
    executive: 'what it stops and whether our promise was kept; no names, environments or technical words',
  } satisfies Record<Audience, string>,
  /** Of maintenance of some environments, which executives do not read. */
  partOf: (project: string) => `Part of ${project}`,

  /** In the place of names, within a sentence. */
  people: { reporter: 'the reporter', affected: 'an affected person', engineer: 'an engineer' },
  promise: {
    label: 'Promise',
    due: (when: string) => `An engineer acknowledges it by ${when}`,
    missed: (when: string) => `Late: we promised that an engineer acknowledges it by ${when}`,
    kept: (after: string, within: string) => `Kept: acknowledged after ${after} (promised: ${within})`,
    late: (after: string, within: string) => `Late: acknowledged after ${after} (promised: ${within})`,
  },
  next: { label: 'Next update', by: (when: string) => `By ${when}`, late: (when: string) => `Late: it was due by ${when}` },

  /** What stands here takes the place of the words of the same name. */
  executive: {
    state: {
      reported: stage.reported,
      breached: 'Late: still waits for an engineer',
      acknowledged: (_owner: string, at: Stage) => stage[at],
      resolved: stage.resolved,
    },
    news: {
      acknowledged: (name: string) => `${name}: ${stage.acknowledged}`,
      acknowledgedAgain: (name: string) => `${name}: ${stage.acknowledged} again`,
      updated: (name: string, at: Stage) => `${name}: ${stage[at]}`,
      resolved: (name: string) => `${name}: ${stage.resolved}`,
    },
    report: { receipt: { resolved: (_by: string, when: string) => `It has worked again since ${when}.` } },
    ownership: {
      reaction: {
        takenBack: (name: string) => `${name}: ${waitsAgain}`,
        mistake: 'An engineer acknowledged it by mistake.',
      },
    },
    progress: {
      state: {
        back: { release: waitsAgain, objection: waitsAgain, reopening: 'Still down, waits for an engineer', mistake: waitsAgain },
        transferred: (team: string) => `With ${team}, no longer an outage`,
      },
      next: {
        withdrawn: (_by: string, when: string) => `The reporter withdrew it at ${when}. Nobody is alerted any more.`,
        confirmed: (_by: string, when: string) => `The reporter confirmed at ${when} that it works again.`,
      },
      news: {
        nothingNew: (name: string) => `${name}: Nothing new`,
        handedOver: (name: string) => `${name}: With another engineer`,
        handedOverTo: (_from: string, _to: string, when: string) => `Since ${when}`,
        released: (name: string) => `${name}: ${waitsAgain}`,
        ownedBy: () => 'An engineer works on it.',
        updateMissedText: (when: string) => `It was due by ${when}. We asked the engineer for it.`,
      },
    },
  },
};
