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
  inviteWho: (names: string) =>
    `${names} can do that. Nobody else sees what the button opens. To see this again, write "@Outage Desk setup".`,
  here: { channel: 'This channel', groupChat: 'This chat' } satisfies Record<Kind, string>,
  desk: 'Support desk',
  followers: 'Following',
  unnamed: { channel: 'a channel', groupChat: 'a group chat' } satisfies Record<Kind, string>,
  noneYet: 'None yet. Until there is one, nobody can report an outage.',
  isDesk: 'Is the support desk: each outage gets a thread here.',
  follows: (projects: string) => `Follows the outages of ${projects}.`,
  followsNothing: 'Not in use yet.',
  byFile: (text: string) => `${text} The desk file says so, and it wins over what is chosen here.`,
  lost: 'Nothing arrives',
  overruled: 'Not used',
  overruledText: (room: string) => `${room}: chosen in Teams, but the desk file says something else, and it wins.`,
  nobody: 'Nobody yet',
  room: (name: string, projects: string) => `${name}: ${projects}`,
  more: (count: number) => `And ${count} more.`,
  allProjects: 'all projects',
  projects: 'Which projects?',
  everyProject: 'All projects, also those that come later',
  moreProjects: (count: number) =>
    `${count} more projects have no room on this card. To choose among them, use the desk file; "all" includes them.`,
  deskSees: 'Whoever reads the channel of the support desk also reads how to reach the person who reported.',
  makeDesk: 'Make it the support desk',
  follow: 'Follow these projects',
  stop: 'Stop following',
  whichRoom: 'Which one shall stop following?',
  choose: 'Choose one',
  chooseProject: 'Choose all, or one or more projects.',
  elsewhere: 'To set up a channel or a group chat, add me there and write "@Outage Desk setup".',
  deskByFile: 'The support desk is named in the desk file (desk.channel). To choose it here, take that line out and start me again.',
  done: {
    desk: 'This channel is the support desk now. What runs already stays in its threads. Now check: write "@Outage Desk outage check". Then try it out: "@Outage Desk outage drill".',
    follow: 'Kept. It holds for outages that are reported from now on.',
    stop: 'Kept. Outages that run are still told there until they are over.',
  },
  public: {
    desk: (person: string) => `${person} made this channel the support desk`,
    deskText: 'Each outage that is reported from now on gets a thread here.',
    follow: {
      channel: (person: string) => `${person} let this channel follow outages`,
      groupChat: (person: string) => `${person} let this chat follow outages`,
    } satisfies Record<Kind, (person: string) => string>,
    followText: (projects: string) => `From now on, new outages of ${projects} are told here.`,
    stop: {
      channel: (person: string) => `${person} let this channel stop following`,
      groupChat: (person: string) => `${person} let this chat stop following`,
    } satisfies Record<Kind, (person: string) => string>,
    stopText: 'Those that run are still told here until they are over.',
  },
  notYours: (names: string) =>
    denial('not-administrator', `Only ${names} can set this up. Ask them, or whoever runs the bot to list you as an administrator.`),
  noAdministrator: denial(
    'not-administrator',
    'Nobody can set this up in Teams: no administrator is listed in the desk file. Ask whoever runs the bot.',
  ),
  noDesk: 'Outages cannot be reported here yet',
  noDeskText: 'No channel is the support desk yet. If production is down now, call.',
  noDeskWho: (names: string) => `${names} can choose the channel: by writing "@Outage Desk setup" in it.`,
  notSent: denial(
    'no-desk',
    'This was not sent: no channel is the support desk yet. What you entered is kept for a day: press Done again later.',
  ),

  /** To the support desk, when a room is lost or comes back. */
  changed: {
    heading: (lost: number, back: number) =>
      lost > 0
        ? formats.plural(lost, { one: 'Updates no longer arrive in one place', other: `Updates no longer arrive in ${lost} places` })
        : formats.plural(back, { one: 'Updates arrive again in one place', other: `Updates arrive again in ${back} places` }),
    why: {
      'channel-deleted': 'the channel was deleted',
      'team-deleted': 'its team was deleted',
      'team-archived': 'its team was archived',
      'bot-removed': 'I was removed from it',
    },
    desk: (room: string, why: string) =>
      `${room}, the support desk: ${why}. Until it is back or another one is chosen, new outages have no thread.`,
    lost: (room: string, why: string) => `${room}: ${why}. Who follows there hears of no new outage.`,
    back: (room: string) => `${room}: updates arrive there again, of outages that are reported from now on.`,
    now: 'Do now',
    tell: 'Tell the people there in another way.',
    admin: 'Administrators',
    remedy: 'Restore it or add me again. For another place, write "@Outage Desk setup" there, or change the desk file if that names it.',
  },
};
