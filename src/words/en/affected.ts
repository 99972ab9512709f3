/** Joining an outage that is open, who is affected, and making several outages one. In English. */
import type { Similarity } from '../../outage/types/affected.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

export const affected = {
  /** To somebody who had reported or joined it already. */
  notAdded:
    'You have already reported or joined this outage. What you wrote was not added to it. We keep it for a day: type /outage to continue and send it too.',
  /** During a report: an open outage may be the same one. */
  offer: {
    heading: (count: number) => formats.plural(count, { one: 'Is it this outage?', other: 'Is it one of these outages?' }),
    text: 'The support desk knows about this already. Join it with one tap to get every update. You do not have to enter anything twice.',
    textUnreached: 'This has been reported already. Join it with one tap to get every update. You do not have to enter anything twice.',
    /** When it is sent, and somebody else was faster. */
    justReported: (by: string, ago: string, name: string) => `${by} reported this ${ago} ago: ${name}`,
    ownJustReported: (ago: string, name: string) => `You reported this ${ago} ago: ${name}`,
    severalJustReported: 'This may have been reported already',
    notSent:
      'Your report is not sent yet, and nothing is lost. If you join, the support desk gets what you wrote. The deadline stays that of the first report.',
    /** To somebody who hears of it already. */
    notSentOwn:
      'Your report is not sent yet, and nothing is lost. You already get the updates of this outage. If you wrote about the same one, you do not have to send it again.',
    more: (count: number) =>
      formats.plural(count, { one: '1 more is open and not shown.', other: `${count} more are open and not shown.` }),
    item: (name: string, title: string) => `${name}: ${title}`,
    reported: (by: string, ago: string, when: string) => `Reported by ${by} ${ago} ago, at ${when}`,
    ownReported: (ago: string, when: string) => `You reported it ${ago} ago, at ${when}`,
    acknowledgeBy: (when: string) => `A support engineer acknowledges it by ${when}.`,
    acknowledgeWas: (when: string) => `We promised to acknowledge it by ${when}, and we are late. We alert more people in Teams now.`,
    acknowledged: (by: string, when: string, next: string) => `${by} acknowledged it at ${when}. Next update by ${next}.`,
    acknowledgedLate: (by: string, when: string, due: string) =>
      `${by} acknowledged it at ${when}. We promised an update by ${due}. It is late, and we have asked for it.`,
    lastUpdate: (text: string) => `Last update: ${text}`,
    join: 'Join this outage',
    joinOne: (name: string) => `Join ${name}`,
    other: 'No, ours is different',
    sendToo: 'Send mine too',
    ended: 'That outage has ended, so you did not join it. Continue your own report.',
  },

  joined: {
    since: (when: string) => `You joined it at ${when}. Every update comes here.`,
    inCompany: (name: string, people: string) => `${name}: ${people} joined`,
    noPhone: 'The support desk does not have your phone number. If you add it, they can call you back.',
    addPhone: 'Add my phone number',
    leave: 'Leave this outage',
    left: (name: string) => `You left ${name}`,
    leftHere: (name: string) => `Someone here left ${name}`,
    leftText: 'You get no more updates of it. If something is down for you, report it.',
    notJoined: denial('not-yours', 'Only people who joined this outage can do that.'),
    forJoined: (mention: string) => `${mention}: you joined this outage.`,
    /** For somebody who joined an outage that was merged into another. */
    yours: (own: string, name: string) => `You joined ${own}. It is the same outage as ${name}.`,
  },
  /** What those affected say with one tap. */
  pulse: {
    question: { open: 'How is it for you now?', ended: 'Does it work for you?' },
    titles: { down: 'Still down', better: 'Better', works: 'Works', worksAgain: 'Works again' },
    counted: 'Thank you. The support desk sees how many say so.',
    /** To somebody who did not report it: others wait for it too. */
    staysOpen: 'It stays open for the others until the desk resolves it. If it comes back, write "still down".',
    reopened: 'It is open again, and we alert the people on call now.',
    notYours: denial('not-yours', 'Only people who reported or joined this outage can say that. If it is down for you, report it.'),
    /** For the desk. */
    fact: 'How it is',
    says: { down: 'it is still down', better: 'it is better', works: 'it works' },
    count: {
      down: (count: number) => `still down ${count}`,
      better: (count: number) => `better ${count}`,
      works: (count: number) => `works ${count}`,
    },
    counts: (counts: readonly string[], of: number) => `Of ${of} affected: ${formats.list(counts)}`,
    stillDown: (count: number, of: number) =>
      formats.plural(count, {
        one: `1 of ${formats.plural(of, { one: '1 affected person', other: `${of} affected people` })} says that it is still down.`,
        other: `${count} of ${of} affected people say that it is still down.`,
      }),
  },
  phoneForm: {
    heading: (name: string) => `${name}: your phone number`,
    phone: 'Phone, with country code',
    example: '+45 32 12 34 56',
    send: 'Save number',
    audience: 'Only the support desk sees it.',
  },

  desk: {
    fact: 'Affected people',
    people: (count: number) => formats.plural(count, { one: `${count} person is affected`, other: `${count} people are affected` }),
    /** `more`: how many more there are than `names`. */
    count: (count: number, names: string, more: number) => {
      const all = more > 0 ? `${names} and ${more} more` : names;
      return formats.plural(count, { one: `${count} person is affected: ${all}`, other: `${count} people are affected: ${all}` });
    },
    news: (name: string, by: string) => `${name}: ${by} is affected too`,
    manyNews: (name: string, count: number) => `${name}: ${count} people are affected`,
    where: (project: string, environment: string) => `${project}, ${environment}`,
    newsText: 'They get every update. How to reach them stands under More, Show affected people.',
    button: 'Show affected people',
    heading: (name: string) => `${name}: who is affected`,
    reporter: 'Reported it',
    reported: (name: string) => `Reported it as ${name}`,
    joinedAt: (when: string) => `Joined at ${when}`,
    joinedOther: (name: string, when: string) => `Joined ${name} at ${when}`,
    noPhone: 'No phone number',
    said: (text: string) => `"${text}"`,
    earlier: (count: number) => formats.plural(count, { one: '1 more is not shown.', other: `${count} more are not shown.` }),
    onlyThere: denial('not-here', "Who is affected, and how to reach them, is shown in the desk's channel only."),
  },

  gathered: {
    heading: {
      environment: (count: number) => `${count} outages at once in one environment`,
      project: (count: number) => `${count} similar outages of one customer`,
      scenario: (count: number) => `${count} outages look the same`,
    } satisfies Record<Similarity, (count: number) => string>,
    what: (scenario: string) => `All of them: ${scenario}`,
    line: (name: string, where: string, reporter: string) => `${name}: ${where}, reported by ${reporter}`,
    rest: (count: number) => formats.plural(count, { one: '1 more is not listed.', other: `${count} more are not listed.` }),
    text: (name: string) =>
      `If they are one outage, merge them. Those that are still open become part of ${name}, which was reported first, and their reporters get its updates. To undo a merge, write "unmerge".`,
    button: 'Merge them',
    timeline: (count: number) => formats.plural(count, { one: '1 other outage', other: `${count} other outages` }),
  },
  mergedDuplicates: {
    heading: (count: number, into: string) => (count === 0 ? `Nothing was merged into ${into}` : `${count} merged into ${into}`),
    merged: (names: string) => `Merged: ${names}.`,
    before: (names: string) => `Already part of it: ${names}.`,
    not: (name: string, state: string) => `Not merged: ${name} (${state}).`,
    since: (count: number, names: string) =>
      formats.plural(count, {
        one: `${count} more looks the same and came since: ${names}.`,
        other: `${count} more look the same and came since: ${names}.`,
      }),
  },
};
