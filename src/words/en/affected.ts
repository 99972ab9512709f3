/** "This is us too": joining an outage that is open, who is affected, and making several outages one. In English. */
import type { Similarity } from '../../outage/types/outage.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

export const affected = {
  /** To somebody who had reported or joined it already. */
  notAdded:
    'This outage is yours already. What you wrote was not added to it. It is kept for a day: type /outage to go on with it and send it as well.',
  /** During a report: an open outage may be the same one. */
  offer: {
    heading: (count: number) => formats.plural(count, { one: 'Is it this outage?', other: 'Is it one of these outages?' }),
    text: 'The support desk has this already. Join it with one tap, and every update comes to you too. Nothing has to be entered twice.',
    textUnreached:
      'It has been reported already. Join it with one tap, and every update comes to you too. Nothing has to be entered twice.',
    /** At Done, when somebody else was faster. */
    justReported: (by: string, ago: string, name: string) => `${by} reported the same ${ago} ago: ${name}`,
    ownJustReported: (ago: string, name: string) => `You reported the same ${ago} ago: ${name}`,
    severalJustReported: 'The same may have been reported while you were writing',
    notSent:
      'Your report is not sent yet, and nothing of it is lost. Join, and the support desk gets what you wrote; the promised time runs from the first report.',
    /** To somebody who hears of it already. */
    notSentOwn:
      'Your report is not sent yet, and nothing of it is lost. You hear of this outage already. If it is what you wrote about, you need not send it again.',
    more: (count: number) =>
      formats.plural(count, { one: '1 more is open and not shown.', other: `${count} more are open and not shown.` }),
    item: (name: string, title: string) => `${name}: ${title}`,
    reported: (by: string, ago: string, when: string) => `Reported by ${by} ${ago} ago, at ${when}`,
    ownReported: (ago: string, when: string) => `You reported it ${ago} ago, at ${when}`,
    acknowledgeBy: (when: string) => `A support engineer will have acknowledged it by ${when}.`,
    acknowledgeWas: (when: string) => `It was to be acknowledged by ${when}; more people are being mentioned in Teams.`,
    acknowledged: (by: string, when: string, next: string) => `${by} acknowledged it at ${when}. Next update by ${next}.`,
    acknowledgedLate: (by: string, when: string, due: string) =>
      `${by} acknowledged it at ${when}. An update was promised by ${due} and has not come; they were asked for it.`,
    lastUpdate: (text: string) => `Last update: ${text}`,
    join: 'This is us too',
    joinOne: (name: string) => `This is us too: ${name}`,
    other: 'No, ours is another one',
    sendToo: 'Send mine as well',
    ended: 'That one has ended, so nobody joined it. Go on with your own report.',
  },

  joined: {
    since: (when: string) => `You joined it at ${when}. Every update comes here.`,
    inCompany: (name: string, people: string) => `${name}: also for ${people}`,
    noPhone: 'The support desk has no phone number of yours. You need not give one; with it they can call you back.',
    addPhone: 'Add my phone number',
    leave: 'This is not us',
    left: (name: string) => `You do not hear of ${name} any more`,
    leftHere: (name: string) => `Somebody here said that ${name} is not theirs`,
    leftText: 'The support desk does not count you as affected. If something is down for you, report it.',
    notJoined: denial('not-yours', 'Only who joined this outage can do that.'),
    forJoined: (mention: string) => `${mention}: you joined this outage.`,
    /** For somebody who joined an outage that was merged into another. */
    yours: (own: string, name: string) => `You joined ${own}. It is the same outage as ${name}.`,
  },
  phoneForm: {
    heading: (name: string) => `${name}: how can support call you?`,
    phone: 'Phone, with country code',
    example: '+45 32 12 34 56',
    send: 'Save',
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
    newsText: 'They hear every update. How to reach them stands under More, Who is affected.',
    button: 'Who is affected',
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
      environment: (count: number) => `${count} outages of one environment were reported at once`,
      project: (count: number) => `${count} outages of one customer look the same`,
      scenario: (count: number) => `${count} outages look the same`,
    } satisfies Record<Similarity, (count: number) => string>,
    what: (scenario: string) => `All of them: ${scenario}`,
    line: (name: string, where: string, reporter: string) => `${name}: ${where}, reported by ${reporter}`,
    rest: (count: number) => formats.plural(count, { one: '1 more is not listed.', other: `${count} more are not listed.` }),
    text: (name: string) =>
      `If they are one outage, make them one: those that are still open become part of ${name}, which was reported first. Whoever reported them hears what is new about it. "unmerge" takes one out again.`,
    button: 'Make them one',
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
