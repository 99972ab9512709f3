/** Setting up in Teams: which channel is the support desk, who follows, and which rooms were lost or came back. In Danish. */
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

type Kind = 'channel' | 'groupChat';

export const setup = {
  heading: 'Konfigurér Outage Desk',
  open: 'Konfigurér',
  invite: {
    channel: 'Denne kanal kan blive supportdesken eller følge nedbrud.',
    groupChat: 'Denne chat kan følge nedbrud.',
  } satisfies Record<Kind, string>,
  inviteWho: (names: string) =>
    `${names ? `Det kan disse personer gøre: ${names}.` : 'Det kan supportdeskens administratorer gøre.'} Ingen andre ser, hvad knappen åbner. Skriv "@Outage Desk setup" for at se dette igen.`,
  here: { channel: 'Denne kanal', groupChat: 'Denne chat' } satisfies Record<Kind, string>,
  desk: 'Supportdesk',
  followers: 'Følger med',
  unnamed: { channel: 'en kanal', groupChat: 'en gruppechat' } satisfies Record<Kind, string>,
  noneYet: 'Ingen endnu. Ingen kan melde et nedbrud, før der er en.',
  isDesk: 'Dette er supportdesken: Hvert nedbrud får en tråd her.',
  follows: (projects: string, audience: string) => `Følger nedbrud i: ${projects}. For: ${audience}.`,
  followsNothing: 'Ikke i brug endnu.',
  byFile: (text: string) => `${text} Sådan står det i desk-filen, og den går forud for det, der vælges her.`,
  lost: 'Intet når frem',
  overruled: 'Ikke i brug',
  overruledText: (room: string) => `${room}: valgt i Teams, men desk-filen nævner en anden kanal og går forud.`,
  nobody: 'Ingen endnu',
  room: (name: string, projects: string) => `${name}: ${projects}`,
  more: (count: number) => `Og ${count} mere.`,
  allProjects: 'alle projekter',
  projects: 'Hvilke projekter?',
  everyProject: 'Alle projekter, også senere',
  moreProjects: (count: number) =>
    formats.plural(count, {
      one: 'Kortet har ikke plads til 1 projekt mere. Brug desk-filen for at vælge det. ”Alle projekter” tager det med.',
      other: `Kortet har ikke plads til ${count} projekter mere. Brug desk-filen for at vælge blandt dem. ”Alle projekter” tager dem med.`,
    }),
  deskSees: 'Alle, der læser supportdeskens kanal, ser, hvordan man får fat i indmelderen.',
  sees: (audience: string, what: string) => `${audience} ser: ${what}.`,
  makeDesk: 'Gør til supportdesk',
  follow: 'Følg disse projekter',
  stop: 'Stop med at følge',
  whichRoom: 'Hvilken skal stoppe med at følge?',
  choose: 'Vælg en',
  chooseProject: 'Vælg alle, eller ét eller flere projekter.',
  elsewhere: 'Vil du konfigurere en kanal eller en gruppechat, så tilføj mig der, og skriv "@Outage Desk setup".',
  deskByFile: 'Desk-filen nævner supportdesken (desk.channel). Vil du vælge den her, så fjern den linje, og genstart mig.',
  done: {
    desk: 'Denne kanal er nu supportdesken. Åbne nedbrud bliver i deres tråde. Skriv nu "@Outage Desk outage check", og prøv det så af: "@Outage Desk outage drill".',
    follow: 'Gemt for nedbrud, der meldes fra nu af.',
    stop: 'Gemt. Opdateringer om åbne nedbrud kommer stadig der, til de er slut.',
  },
  public: {
    desk: (person: string) => `${person} har gjort kanalen til supportdesk`,
    deskText: 'Hvert nedbrud, der meldes fra nu af, får en tråd her.',
    follow: {
      channel: (person: string) => `Kanalen følger nu nedbrud: valgt af ${person}`,
      groupChat: (person: string) => `Chatten følger nu nedbrud: valgt af ${person}`,
    } satisfies Record<Kind, (person: string) => string>,
    /** `what`: see audience.reads. */
    followText: (projects: string, what: string) => `Nye nedbrud kommer her fra nu af (${projects}). Her ser I: ${what}.`,
    stop: {
      channel: (person: string) => `Kanalen følger ikke længere nedbrud: valgt af ${person}`,
      groupChat: (person: string) => `Chatten følger ikke længere nedbrud: valgt af ${person}`,
    } satisfies Record<Kind, (person: string) => string>,
    stopText: 'Opdateringer om åbne nedbrud kommer stadig her, til de er slut.',
  },
  notYours: (names: string) =>
    denial(
      'not-administrator',
      `Det kan kun disse gøre: ${names}. Bed dem om det, eller om at blive skrevet som administrator i desk-filen.`,
    ),
  noAdministrator: denial(
    'not-administrator',
    'Ingen kan konfigurere dette i Teams: Desk-filen nævner ingen administrator. Spørg den, der driver botten.',
  ),
  noDesk: 'Du kan ikke melde nedbrud her endnu',
  noDeskText: 'Ingen kanal er supportdesk endnu. Hvis produktionen er nede nu, så ring.',
  noDeskWho: (names: string) => `Disse kan vælge kanalen ved at skrive "@Outage Desk setup" i den: ${names}.`,
  notSent: denial(
    'no-desk',
    'Det blev ikke sendt: Ingen kanal er supportdesk endnu. Det, du har skrevet, gemmes et døgn: Tryk på ”Send melding” igen senere.',
  ),

  changed: {
    heading: (lost: number, back: number) =>
      lost > 0
        ? formats.plural(lost, {
            one: 'Opdateringer når ikke længere frem 1 sted',
            other: `Opdateringer når ikke længere frem ${lost} steder`,
          })
        : formats.plural(back, { one: 'Opdateringer når igen frem 1 sted', other: `Opdateringer når igen frem ${back} steder` }),
    why: {
      'channel-deleted': 'Kanalen er slettet',
      'team-deleted': 'Teamet er slettet',
      'team-archived': 'Teamet er arkiveret',
      'bot-removed': 'Jeg er fjernet derfra',
    },
    desk: (room: string, why: string) =>
      `${room}, supportdesken: ${why}. Indtil den er tilbage, eller en anden er valgt, har nye nedbrud ingen tråd.`,
    lost: (room: string, why: string) => `${room}: ${why}. De, der følger med der, hører ikke om nye nedbrud.`,
    back: (room: string) => `${room}: Opdateringer når frem igen, for nedbrud, der meldes fra nu af.`,
    now: 'Gør dette nu',
    tell: 'Giv personerne der besked på en anden måde.',
    admin: 'Administra\u00ADtorer',
    remedy:
      'Gendan stedet, eller tilføj mig igen. Skal det være et andet sted, så skriv "@Outage Desk setup" der, eller ret desk-filen, hvis stedet står i den.',
  },
};
