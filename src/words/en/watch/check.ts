/** Whether it would work tonight: what was found, and what to do about it. In English. */
import type { Level } from '../../../outage/types/values.ts';
import { level as roleOf, the } from '../common/names.ts';
import { formats } from '../formats.ts';

/** At the beginning of a sentence. */
const The: Record<Level, string> = { primary: 'The primary', secondary: 'The secondary', 'duty-manager': 'The duty manager' };

export const check = {
  heading: (troubles: number) =>
    formats.plural(troubles, {
      one: 'Would it work tonight? One thing is not right.',
      other: `Would it work tonight? ${troubles} things are not right.`,
    }),
  fine: 'Would it work tonight? Nothing is wrong that can be seen from here.',
  looked: (until: string) => `Looked at: the roster until ${until}, the ladder, the projects, the phone numbers.`,
  more: (findings: number) => `There are ${findings} more. Mend these first, then check again.`,
  gap: (level: Level, from: string, until: string) => `Nobody is ${roleOf[level]} from ${from} to ${until}.`,
  gapAgain: (level: Level, from: string, until: string, times: number) => {
    const gap = `Nobody is ${roleOf[level]} from ${from} to ${until}`;
    return formats.plural(times, {
      one: `${gap}, and ${times} more time within 14 days.`,
      other: `${gap}, and ${times} more times within 14 days.`,
    });
  },
  gapRemedy: (key: string) => `Add a person or a rotation for those hours under onCall > ${key}.`,
  empty: (level: Level) => `Nobody is ever ${roleOf[level]}, but the ladder calls them.`,
  emptyRemedy: (key: string) => `Name somebody under onCall > ${key}, or take ${key} out of promise > ladder and promise > breach.`,
  late: (level: Level, left: string) => `${The[level]} is called only ${left} before the promise ends.`,
  lateRemedy: (level: Level, least: string) => `Call ${the[level]} at least ${least} before the end: promise > ladder > beforeEndMinutes.`,
  uncalled: (level: Level) => `${The[level]} is never called before the promise is broken.`,
  uncalledRemedy: (key: string) => `Add ${key} to the levels of a rung of promise > ladder.`,
  same: (who: string, level: Level, other: Level, from: string) =>
    `${who} is both ${roleOf[other]} and ${roleOf[level]} from ${from}, so a call goes to nobody else.`,
  sameRemedy: (key: string) => `Put somebody else under onCall > ${key} for that time, or change the order of its rotation.`,
  noProduction: (project: string) => `${project} has no environment of which an outage can be reported.`,
  noProductionRemedy:
    'Give one of its environments kind: production, managedBy: microsoft and an eligible product, or take the project out.',
  noScenario: (product: string) => `No scenario is meant for ${product}, so of it only those for all products can be chosen.`,
  noScenarioRemedy: 'Give it the id by which scenarios > products name it, or write scenarios for it.',
  teamNotThere: (project: string) => `Teams does not let me into the team of ${project}, so I do not know who may report.`,
  teamNotThereRemedy: 'Add the app to that team, or correct projects > membersFrom in the desk file.',
  teamNotAsked: (project: string) => `Teams did not say who is in the team of ${project}.`,
  nobody: (project: string) => `Nobody can report for ${project}: it lists nobody, and its team is empty.`,
  nobodyRemedy: 'Add people to that team, or to members of the project.',
  accountUnseen: (account: string) => `I have seen nobody with the account ${account} yet.`,
  accountUnseenRemedy: 'Look at its spelling; if that is right, it is known as soon as they write to me.',
  example: {
    id: (ids: string) => `These ids are from an example: ${ids}.`,
    phone: (numbers: string) => `Nobody answers these phone numbers; they are from an example: ${numbers}.`,
    address: (addresses: string) => `These addresses are from an example: ${addresses}.`,
  },
  exampleRemedy: {
    id: 'Write the ids of your own tenant and people: Entra admin centre > Overview, and Users > Object ID.',
    phone: 'Write your own under desk > phones.',
    address: 'Write your own: people > upn, desk > askForAccess, desk > supportRequest > url, projects > environments > url.',
  },
  shortPromise: (within: string) => `The promise is ${within}, which is for trying things out: nobody can read, decide and press so fast.`,
  shortPromiseRemedy: 'Take promise > acknowledgeWithinMinutes out for 30 minutes, or give it at least 5.',
  phone: (region: string, number: string) => `The phone number for ${region} cannot be called: ${number}.`,
  place: (id: string) => `the follower "${id}"`,
  ownPlace: "the support desk's channel",
  noDesk: 'No channel is the support desk yet, so no outage can be reported.',
  noDeskRemedy: 'An administrator writes /outage setup in the channel, or the desk file names it (desk.channel).',
  notThere: (place: string) => `Teams does not let me into ${place}.`,
  notThereRemedy: 'Add the app to that team or chat, or correct its conversation id in the desk file.',
  notAsked: (place: string) => `Teams did not say whether I can write to ${place}.`,
  notAskedRemedy: 'Check again in a minute.',
  notInTeam: (person: string) => `${person} is on the roster, but not in the team of the support desk's channel, so sees no thread.`,
  notInTeamRemedy: 'Add them to the team.',
  noChat: (people: string) =>
    `Teams does not let me write to these people of the roster in person, so they get no direct message: ${people}.`,
  noChatRemedy:
    'Let them add the app for themselves, and not block it, or install it for them: Teams admin centre > Teams apps > Setup policies.',
  chatNotAsked: (people: string) => `Teams did not say whether I can write in person to ${people}.`,
  lookedInTeams: (until: string) =>
    `Looked at: the roster until ${until}, the ladder, the projects, the phone numbers, where I am in Teams, whom I can write to in person.`,
  phoneRemedy: 'Write it with its country code under desk > phones, like +45 70 10 20 30.',
};
