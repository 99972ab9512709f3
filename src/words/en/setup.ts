/** Setting up in Teams: which channel is the support desk, who follows, and which rooms were lost or came back. In English. */
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

type Kind = 'channel' | 'groupChat';

export const setup = {
  heading: 'Set up Outage Desk',
  open: 'Set up',
  invite: {
    channel: 'This channel can be made the support desk, or follow outages.',
    groupChat: 'This chat can follow outages.',
  } satisfies Record<Kind, string>,
  /** `names`: empty where nobody of the room may. */
  inviteWho: (names: string) =>
    `${names ? `${names} can do that.` : 'Administrators of the desk can do that.'} Nobody else sees what the button opens. To see this again, write "@Outage Desk setup".`,
  here: { channel: 'This channel', groupChat: 'This chat' } satisfies Record<Kind, string>,
  desk: 'Support desk',
  followers: 'Following',
  unnamed: { channel: 'a channel', groupChat: 'a group chat' } satisfies Record<Kind, string>,
  noneYet: 'None yet. Nobody can report an outage until there is one.',
  isDesk: 'This is the support desk: each outage gets a thread here.',
  follows: (projects: string, audience: string) => `Follows outages of ${projects}. For: ${audience}.`,
  followsNothing: 'Not in use yet.',
  byFile: (text: string) => `${text} The desk file says so, and what it says counts more than what is chosen here.`,
  lost: 'Nothing arrives',
  overruled: 'Not used',
  overruledText: (room: string) => `${room}: chosen in Teams, but the desk file names another one, which counts.`,
  nobody: 'Nobody yet',
  room: (name: string, projects: string) => `${name}: ${projects}`,
  more: (count: number) => `And ${count} more.`,
  allProjects: 'all projects',
  projects: 'Which projects?',
  everyProject: 'All projects, including later ones',
  moreProjects: (count: number) =>
    formats.plural(count, {
      one: 'This card has no room for 1 more project. To choose it, use the desk file. "All projects" includes it.',
      other: `This card has no room for ${count} more projects. To choose among them, use the desk file. "All projects" includes them.`,
    }),
  deskSees: 'Everybody who reads the channel of the support desk sees how to reach the reporter.',
  sees: (audience: string, what: string) => `${audience} see ${what}.`,
  makeDesk: 'Make it the support desk',
  follow: 'Follow these projects',
  stop: 'Stop following',
  whichRoom: 'Which one is to stop following?',
  choose: 'Choose one',
  chooseProject: 'Choose all, or one or more projects.',
  elsewhere: 'To set up a channel or a group chat, add me there and write "@Outage Desk setup".',
  deskByFile: 'The desk file names the support desk (desk.channel). To choose it here, remove that line and restart me.',
  done: {
    desk: 'This channel is the support desk now. Open outages stay in their threads. Next, write "@Outage Desk outage check", then try it out: "@Outage Desk outage drill".',
    follow: 'Saved for outages that are reported from now on.',
    stop: 'Saved. Updates on open outages still arrive there until they end.',
  },
  public: {
    desk: (person: string) => `${person} made this channel the support desk`,
    deskText: 'Each outage that is reported from now on gets a thread here.',
    follow: {
      channel: (person: string) => `${person} let this channel follow outages`,
      groupChat: (person: string) => `${person} let this chat follow outages`,
    } satisfies Record<Kind, (person: string) => string>,
    followText: (projects: string, what: string) => `New outages of ${projects} appear here from now on, with ${what}.`,
    stop: {
      channel: (person: string) => `${person} let this channel stop following`,
      groupChat: (person: string) => `${person} let this chat stop following`,
    } satisfies Record<Kind, (person: string) => string>,
    stopText: 'Updates on open outages still arrive here until they end.',
  },
  notYours: (names: string) =>
    denial('not-administrator', `Only ${names} can set this up. Ask them to do it, or to list you as an administrator in the desk file.`),
  noAdministrator: denial(
    'not-administrator',
    'Nobody can set this up in Teams: the desk file lists no administrator. Ask the operator of the bot.',
  ),
  noDesk: 'You cannot report outages here yet',
  noDeskText: 'No channel is the support desk yet. If production is down now, call.',
  noDeskWho: (names: string) => `${names} can choose the channel by writing "@Outage Desk setup" in it.`,
  notSent: denial(
    'no-desk',
    'This was not sent: no channel is the support desk yet. What you entered is kept for a day: press Send report again later.',
  ),

  /** To the support desk, when a room is lost or comes back. */
  changed: {
    heading: (lost: number, back: number) =>
      lost > 0
        ? formats.plural(lost, { one: 'Updates no longer arrive in 1 place', other: `Updates no longer arrive in ${lost} places` })
        : formats.plural(back, { one: 'Updates arrive again in 1 place', other: `Updates arrive again in ${back} places` }),
    why: {
      'channel-deleted': 'the channel was deleted',
      'team-deleted': 'its team was deleted',
      'team-archived': 'its team was archived',
      'bot-removed': 'I was removed from it',
    },
    desk: (room: string, why: string) =>
      `${room}, the support desk: ${why}. Until it is back or another one is chosen, new outages have no thread.`,
    lost: (room: string, why: string) => `${room}: ${why}. People who follow there get no new outages.`,
    back: (room: string) => `${room}: updates arrive there again for outages that are reported from now on.`,
    now: 'Do now',
    tell: 'Tell the people there in another way.',
    admin: 'Administrators',
    remedy:
      'Restore it, or add me again. To use another place, write "@Outage Desk setup" there, or change the desk file if that names it.',
  },
};
