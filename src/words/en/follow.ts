/** Following outages in somebody's own chat: how much, and when. In English. */
import type { Noise } from '../../outage/follow/chosen.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

const noise: { readonly [noise in Noise]: string } = {
  everything: 'Everything',
  'turning-points': 'Turning points: reported, acknowledged, late, new stage, resolved, reopened',
  'begin-and-end': 'Begin and end: reported, resolved, reopened',
};

export const follow = {
  noise,
  commands: {
    follow: 'Follow an outage or a project in your own chat: follow OUT-1042. Write "follow" alone to see what you follow.',
    unfollow: 'Stop following an outage or a project',
    myFollows: 'See what you follow, and choose how much you hear and when',
  },
  /** Without a name: who follows is nobody else's to read. */
  timeline: { followed: () => 'Somebody follows it in their own chat', unfollowed: () => 'Somebody follows it no more' },
  button: 'Follow in my chat',
  stop: 'Stop following',
  started: (name: string) => `You follow ${name} now. Its news comes to your own chat with me.`,
  already: (name: string) => `You hear of ${name} in your own chat already.`,
  stopped: (name: string) => `You do not follow ${name} any more.`,
  stoppedAll: 'You follow nothing any more.',
  notFollowed: 'You do not follow that. To see what you follow, write "my follows".',
  joinedHere: (name: string) => `You joined ${name}. Every update comes to your own chat with me.`,
  noProject: (projects: string) =>
    denial(
      'not-member',
      projects
        ? `I know no such project. Write "follow" and one of these: ${projects}.`
        : 'You may follow no project yet. Ask an administrator of the support desk to add you to one.',
    ),
  project: {
    started: (project: string) => `You follow ${project} now`,
    text: 'You hear of outages that are reported from now on. To choose how much and when, write "my follows".',
    open: (count: number) => formats.plural(count, { one: 'Follow 1 open outage', other: `Follow ${count} open outages` }),
    openStarted: (count: number) =>
      formats.plural(count, { one: 'You follow 1 more outage now.', other: `You follow ${count} more outages now.` }),
  },
  mine: {
    heading: 'What you follow',
    none: 'You follow nothing. To begin, write "follow" and a number such as OUT-1042, or the name of a project.',
    project: (project: string) => `${project}: every new outage`,
    outage: (name: string, project: string) => `${name} of ${project}`,
    howMuch: 'How much do you want to hear?',
    from: (zone: string) => `Only turning points, from: time in ${zone}`,
    until: 'Only turning points, until',
    most: 'Messages a day, at most',
    stop: 'Stop following these',
    stopAll: 'Stop following all',
    save: 'Save',
    open: 'Show what I follow',
    audience: 'Only you see this. What waits until your hours end comes as one message. Above your daily number only turning points come.',
    saved: 'Saved. It holds at once, for all that you follow.',
    errors: {
      hours: 'Enter two different times, such as 22:00 and 07:00, or leave both empty.',
      most: (most: number) => `Enter a number from 1 to ${most}.`,
      noise: 'Choose how much.',
    },
  },
  heard: {
    heading: (count: number) =>
      formats.plural(count, { one: '1 message while it was quiet', other: `${count} messages while it was quiet` }),
    more: (count: number) =>
      formats.plural(count, { one: '1 earlier message is not shown.', other: `${count} earlier messages are not shown.` }),
    others: (count: number) => formats.plural(count, { one: '1 more outage is not shown.', other: `${count} more outages are not shown.` }),
  },
  /** Below the last message of the day, but for turning points. */
  reached: (count: number) => `That was number ${count} today. Until midnight only turning points come here; "catch up" shows the rest.`,
};
