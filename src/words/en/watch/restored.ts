/** After the records were put back to an older state: what is not known, and who has to say it again. In English. */
import { formats } from '../formats.ts';

export const restored = {
  /** For the desk, in the first messages of each outage and on its card. */
  desk: (when: string) => `The desk's records were put back to ${when}. What happened after that is not known here: say it again.`,
  /** For the reporter and those who follow. */
  others: (when: string) =>
    `The desk's records were put back to ${when}. What you heard after that is not known here, and the desk is asked to say it again.`,
  /** In the place of "nobody has acknowledged it", which may be untrue. */
  breached: (name: string) => `We cannot see whether somebody has taken ${name}`,
  breachedText: 'If nobody tells us so, more people are being called now, and again until somebody does.',
  /** Once, in the desk's channel. */
  heading: (when: string) => `The desk's records were put back to ${when}`,
  text: 'What happened after that is not known here. Whoever acknowledged, updated or resolved something since then, please say it again.',
  gone: (when: string) =>
    `Outages that were reported after ${when} are no longer in the records, and those that were reopened after it stand as over. Nobody is pinged about them: look for their threads in this channel, and have them reported or reopened again.`,
  noneOpen: 'No outage was open then.',
  open: (count: number) =>
    formats.plural(count, {
      one: '1 outage was open then, and goes on from there:',
      other: `${count} outages were open then, and go on from there:`,
    }),
  more: (count: number) => `And ${count} more. The card of each says it too.`,
};
