/** Who owns an outage: handing it over, helping with it and giving it back; and all buttons of engineers. In Danish. */
import { at } from './grammar.ts';

export const ownership = {
  buttons: {
    nothingNew: 'Send ”Intet nyt”',
    more: 'Mere',
    accept: 'Acceptér',
    decline: 'Afslå',
    handOver: 'Overdrag',
    help: 'Hjælp til',
    assist: 'Tilføj hjælper',
    release: 'Giv tilbage',
    transfer: 'Send videre',
    merge: 'Flet',
    unmerge: 'Ophæv fletning',
    reclassify: 'Omklassificér',
    note: 'Tilføj notat',
    reopen: 'Genåbn',
  },
  more: {
    heading: (name: string) => `${name}: Mere`,
    groups: {
      now: 'Nu',
      owner: 'Hvem der arbejder på det',
      call: 'Opkald og chat',
      kind: 'Hvad det er',
      ended: 'Det er ikke slut',
      look: 'Hvad der er sket',
      desk: 'Kun for supportdesken',
    },
  },

  handOver: {
    heading: (name: string) => `${name}: Overdrag`,
    person: 'Til hvem?',
    send: 'Send tilbud',
    audience: 'Personen spørges i denne tråd. Du er ansvarlig, indtil tilbuddet er accepteret.',
  },
  assist: {
    heading: (name: string) => `${name}: Tilføj hjælper`,
    person: 'Hvem hjælper?',
    send: 'Tilføj hjælper',
    audience: 'Personen spørges i denne tråd. Den ansvarlige er den samme.',
  },
  release: {
    heading: (name: string) => `${name}: Giv tilbage`,
    reason: 'Hvorfor giver du sagen tilbage?',
    example: 'Hvad du ved indtil nu, og hvorfor en anden tekniker skal fortsætte',
    send: 'Giv tilbage',
    audience: 'Vagten alarmeres straks, med en kortere frist, og indmelderen får besked.',
  },

  reaction: {
    told: (by: string, until: string) => `Overtaget med en reaktion. Var det en fejl, kan ${by} fortryde det indtil ${at(until)}.`,
    youTook: (name: string) => `${name}: Overtaget med din reaktion`,
    undo: (until: string) =>
      `Du er nu ansvarlig. Var det en fejl, så tryk på knappen senest ${at(until)}: Så er ingen ansvarlig, og alle får besked.`,
    notMeant: 'Fortryd overtagelse',
    done: (name: string) => `Det er fortrudt. Ingen er ansvarlig for ${name} nu, og alle, der hørte om dig, får besked.`,
    takenBack: (name: string) => `${name}: Overtagelse fortrudt`,
    mistake: 'Sagen blev overtaget ved en fejl.',
  },

  choose: 'Vælg en',
  person: {
    placeholder: 'Skriv et navn, og vælg så',
    one: 'Vælg én person på listen. Et skrevet navn er ikke nok.',
    hasIt: (name: string) => `${name} er allerede ansvarlig. Vælg en anden.`,
    noEngineer: (engineers: string) =>
      `Den person er ikke tekniker i supportdesken. Vælg en ${engineers ? `af: ${engineers}` : 'på listen'}. Den, der driver supportdesken, kan tilføje andre i desk-filen under engineers.`,
  },

  say: {
    doYouTake: (name: string) => `Overtag ${name}?`,
    doYouTakeText: 'Jeg var ikke sikker på, hvad du mente, så intet er ændret. Tryk på knappen for at blive ansvarlig.',
    like: (example: string) => `Skriv det sådan: ${example}`,
    whichEngineer: (names: string) => `Det passer på mere end én tekniker: ${names}. Omtal den, du mener, med @.`,
    noEngineer: 'Den tekniker kender jeg ikke i supportdesken. Omtal personen med @, eller vælg ”Overdrag”.',
    whichTeam: (teams: string) => `Det team kender jeg ikke. Supportdeskens teams: ${teams}.`,
    noTeams: 'Supportdesken har ingen teams at sende videre til. Den, der driver den, kan tilføje dem i desk-filen under teams.',
    noPlan: (project: string) =>
      `Jeg kan ikke sige, hvor hurtigt et team svarer ${project}: Der er ingen supportplan i desk-filen. Den, der driver supportdesken, kan tilføje den under plans og ved projektet.`,
    so: (name: string) => `Sådan var det allerede. Intet er ændret for ${name}.`,
  },
};
